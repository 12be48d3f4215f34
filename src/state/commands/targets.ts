import { isRef, type ActionRegistry, type Command, type PersonRecord } from '../../domain/index.ts';

/** What is known of one target while commands on it are under way. */
interface Known {
  commands: number;
  record: PersonRecord | undefined;
  /** By version of before, the version that our own command made of it. */
  readonly made: Map<string, string>;
}

/**
 * The people that commands under way are about, also where no window shows them. Remembers what the commands
 * here made of a record, so that a second one on it goes by the version that the first one left.
 */
export class Targets {
  readonly #known = new Map<string, Known>();
  readonly #shown: (id: string) => PersonRecord | undefined;

  /** @param shown the record as a window shows it, if one does */
  constructor(shown: (id: string) => PersonRecord | undefined) {
    this.#shown = shown;
  }

  enter(command: Command): void {
    const id = personOf(command);
    if (id === undefined) return;
    const known = this.#known.get(id) ?? { commands: 0, record: undefined, made: new Map() };
    known.commands++;
    this.#known.set(id, known);
  }

  leave(command: Command): void {
    const known = this.#of(command);
    if (known && --known.commands === 0) this.#known.delete(personOf(command) as string);
  }

  get(id: string): PersonRecord | undefined {
    return this.#shown(id) ?? this.#known.get(id)?.record;
  }

  /** How someone was when they were read for an act; what was learned of them since counts more. */
  seed(person: PersonRecord): void {
    const known = this.#known.get(person.id);
    if (known) known.record ??= person;
  }

  learned(person: PersonRecord): void {
    const known = this.#known.get(person.id);
    if (known) known.record = person;
  }

  /** What was at a version is at another now, by our own doing. */
  made(id: string, from: string | undefined, to: string | undefined): void {
    if (from === undefined || to === undefined || from === to) return;
    this.#known.get(id)?.made.set(from, to);
  }

  /** The version that a command was meant for, as our own earlier commands left it. */
  current(id: string, version: string): string {
    const made = this.#known.get(id)?.made;
    let current = version;
    // A backend that comes back to an old version must not lead round in a circle.
    for (const seen = new Set<string>(); !seen.has(current);) {
      seen.add(current);
      current = made?.get(current) ?? current;
    }
    return current;
  }

  #of(command: Command): Known | undefined {
    const id = personOf(command);
    return id === undefined ? undefined : this.#known.get(id);
  }
}

/** Whether a command is about no person of the account, so that what it gives back is none: an event, the holder of a link. */
export function isOfNobody({ action, target }: Command, actions: ActionRegistry): boolean {
  if (target) return isRef(target) && target.kind !== 'person';
  const { on = 'person' } = actions[action] ?? {};
  return on !== 'person';
}

/** The person that a command is about. */
export function personOf({ target }: Command): string | undefined {
  return isRef(target) && target.kind === 'person' ? target.id : undefined;
}
