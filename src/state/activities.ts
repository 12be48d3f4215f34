import { isRef, type Command } from '../domain/index.ts';
import { isPending, type Activity, type ActivityPhase } from './outcome.ts';

const NONE: readonly Activity[] = [];
const ON_THE_WAY: readonly ActivityPhase[] = ['queued', 'sending'];

/** What is under way or ended badly, by command, so that a row can show it in place. */
export class Activities {
  readonly #byCommand = new Map<string, Activity>();
  /** The same, by target: every row asks on every render. */
  readonly #byTarget = new Map<string, readonly Activity[]>();
  readonly #changed: () => void;
  #touched = new Set<string>();
  /** Commands that are being sent, or wait for their turn. */
  readonly #onTheWay = new Set<string>();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Those on one target, oldest first. */
  on(targetId: string): readonly Activity[] {
    return this.#byTarget.get(targetId) ?? NONE;
  }

  all(): readonly Activity[] {
    return [...this.#byCommand.values()];
  }

  /** Whether anything is being sent, or waits for its turn. */
  get busy(): boolean {
    return this.#onTheWay.size > 0;
  }

  /** Commands that moved since this was last asked: whoever counts them need not count all of them again. */
  takeTouched(): ReadonlySet<string> {
    const touched = this.#touched;
    if (touched.size > 0) this.#touched = new Set();
    return touched;
  }

  get(commandId: string): Activity | undefined {
    return this.#byCommand.get(commandId);
  }

  set(command: Command, state: Omit<Activity, 'command'>): void {
    const activity = { ...state, command };
    const before = this.#byCommand.get(command.id);
    this.#byCommand.set(command.id, activity);
    if (ON_THE_WAY.includes(activity.phase)) this.#onTheWay.add(command.id);
    else this.#onTheWay.delete(command.id);
    if (isRef(command.target)) {
      const { id } = command.target;
      const others = this.on(id);
      this.#byTarget.set(
        id,
        before ? others.map((one) => (one === before ? activity : one)) : [...others, activity],
      );
    }
    this.#touched.add(command.id);
    this.#changed();
  }

  /** A new attempt at the same thing takes the place of those that ended badly. */
  supersede({ id, action, target }: Command): void {
    if (!isRef(target)) return;
    for (const activity of this.on(target.id)) {
      const { command } = activity;
      if (command.id !== id && command.action === action && !isPending(activity))
        this.clear(command.id);
    }
  }

  clear(commandId: string): void {
    const activity = this.#byCommand.get(commandId);
    if (!activity) return;
    this.#byCommand.delete(commandId);
    this.#onTheWay.delete(commandId);
    const { target } = activity.command;
    if (isRef(target)) {
      const others = this.on(target.id).filter((one) => one !== activity);
      if (others.length > 0) this.#byTarget.set(target.id, others);
      else this.#byTarget.delete(target.id);
    }
    this.#touched.add(commandId);
    this.#changed();
  }
}
