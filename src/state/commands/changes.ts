import type { Call, RunValue } from '../../adapter/port.ts';
import {
  isRef,
  type Command,
  type EventLink,
  type EventRecord,
  type PersonRecord,
  type Subaccount,
} from '../../domain/index.ts';
import type { Outcome } from '../outcome.ts';

/** What a command may be about. */
export type Thing = PersonRecord | Subaccount | EventLink | EventRecord;

/** One thing that was done here and may be undone. */
export interface RecentChange {
  /** The id of the command that did it. */
  readonly id: string;
  /** The act that it was part of: those of one act have the same. */
  readonly act: string;
  readonly command: Command;
  /** Its undoing, if there is one and it has not become impossible. */
  readonly inverse?: Command;
  /** The person, or the other thing, that it was done to. */
  readonly before?: Thing;
  readonly after?: Thing;
  /** The sub-account that the page was about when it was done: it is undone there. */
  readonly subaccountId?: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** `open`: may be undone; `undone`; `closed`: cannot be undone, or no longer. */
  readonly state: 'open' | 'undoing' | 'undone' | 'closed';
}

/** A change that can still be undone. */
export type OpenChange = RecentChange & { readonly inverse: Command };

type Done = Outcome & { readonly status: 'done' };

/** Acts that are remembered, each with all its changes. */
const KEPT = 20;

/** The last changes done through this scope. One act may be of ten thousand: nothing here goes through all for one of them. */
export class RecentChanges {
  /** By the id of the command that did them, oldest first. */
  readonly #all = new Map<string, RecentChange>();
  /** The ids of changes, by that of the command that undoes them, and by whom they are about. */
  readonly #byInverse = new Map<string, string>();
  readonly #byTarget = new Map<string, Set<string>>();
  /** The ids of changes, by act, oldest first. */
  readonly #acts = new Map<string, Set<string>>();
  #list: readonly RecentChange[] | undefined;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Newest first. */
  get list(): readonly RecentChange[] {
    return (this.#list ??= [...this.#all.values()].reverse());
  }

  /** Those that can be undone, newest first. */
  get open(): readonly OpenChange[] {
    return this.list.filter(isOpen);
  }

  add(
    { command, inverse, value }: Done,
    before: Thing | undefined,
    { act, call }: { readonly act: string; readonly call: Call },
    at: number,
  ): void {
    const after = recordIn(value, before);
    this.#drop(command.id);
    this.#put({
      ...call, id: command.id, act, command, at, state: inverse ? 'open' : 'closed',
      ...(inverse && { inverse }), ...(before && { before }), ...(after && { after }),
    }); // prettier-ignore
    for (const [oldest, ids] of this.#acts) {
      if (this.#acts.size <= KEPT) break;
      for (const id of ids) this.#drop(id);
      this.#acts.delete(oldest);
    }
    this.#tell();
  }

  /** The change that a command undoes, if that is what it does. */
  undoneBy(commandId: string): RecentChange | undefined {
    return this.#all.get(this.#byInverse.get(commandId) ?? '');
  }

  /** A change was taken back: the record is as before, at this version. What was done before it can be undone next. */
  undone({ id, before }: RecentChange, version: string | undefined): void {
    const change = this.#all.get(id);
    if (change) this.#put({ ...change, state: 'undone' });
    for (const other of this.#byTarget.get(before?.id ?? '') ?? []) {
      const earlier = this.#all.get(other);
      const guard = earlier?.inverse?.ifVersion;
      if (!earlier?.inverse || other === id || guard === undefined) continue;
      if (guard === before?.version && version !== undefined)
        this.#put({ ...earlier, inverse: { ...earlier.inverse, ifVersion: version } });
    }
    this.#tell();
  }

  mark(ids: readonly string[], state: RecentChange['state']): void {
    if (ids.length === 0) return;
    for (const id of ids) {
      const change = this.#all.get(id);
      if (change) this.#put({ ...change, state });
    }
    this.#tell();
  }

  /** Closes those that have become impossible. */
  closeWhere(isImpossible: (change: OpenChange) => boolean): void {
    this.mark(
      this.open.filter(isImpossible).map(({ id }) => id),
      'closed',
    );
  }

  /** Adds a change, or puts it in its own place as it is now. */
  #put(change: RecentChange): void {
    const { act, id, inverse } = change;
    this.#all.set(id, change);
    if (inverse) this.#byInverse.set(inverse.id, id);
    if (isRef(inverse?.target)) among(this.#byTarget, inverse.target.id).add(id);
    among(this.#acts, act).add(id);
  }

  #drop(id: string): void {
    const change = this.#all.get(id);
    if (!change) return;
    const { act, inverse } = change;
    this.#all.delete(id);
    this.#acts.get(act)?.delete(id);
    if (inverse) this.#byInverse.delete(inverse.id);
    if (isRef(inverse?.target)) {
      const others = this.#byTarget.get(inverse.target.id);
      others?.delete(id);
      if (others?.size === 0) this.#byTarget.delete(inverse.target.id);
    }
  }

  #tell(): void {
    this.#list = undefined;
    this.#changed();
  }
}

function isOpen(change: RecentChange): change is OpenChange {
  return change.state === 'open' && change.inverse !== undefined;
}

function among(sets: Map<string, Set<string>>, key: string): Set<string> {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set);
  return set;
}

/** The record among what a change gave back; a choice is none. */
function recordIn(value: RunValue, before: Thing | undefined): Thing | undefined {
  if (!value) return undefined;
  return 'roleId' in value || value.id === before?.id ? (value as Thing) : undefined;
}
