import type { Command, PersonRecord } from '../domain/index.ts';
import type { Outcome } from './outcome.ts';

/** One thing that was done here and may be undone. */
export interface RecentChange {
  /** The id of the command that did it. */
  readonly id: string;
  readonly command: Command;
  /** Its undoing, if there is one and it has not become impossible. */
  readonly inverse?: Command;
  readonly before?: PersonRecord;
  readonly after?: PersonRecord;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** `open`: may be undone; `undone`; `closed`: cannot be undone, or no longer. */
  readonly state: 'open' | 'undoing' | 'undone' | 'closed';
}

const KEPT = 20;

/** The last changes done through this scope, newest first. */
export class RecentChanges {
  #list: readonly RecentChange[] = [];
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get list(): readonly RecentChange[] {
    return this.#list;
  }

  /** The change that undo without an id would take back. */
  get next(): RecentChange | undefined {
    return this.#list.find(({ state }) => state === 'open');
  }

  add(outcome: Outcome & { status: 'done' }, before: PersonRecord | undefined, at: number): void {
    const { command, inverse, value } = outcome;
    const after = value && 'email' in value ? value : undefined;
    const change: RecentChange = {
      id: command.id, command, at, state: inverse ? 'open' : 'closed',
      ...(inverse && { inverse }), ...(before && { before }), ...(after && { after }),
    }; // prettier-ignore
    this.#list = [change, ...this.#list].slice(0, KEPT);
    this.#changed();
  }

  mark(id: string, state: RecentChange['state']): void {
    this.#list = this.#list.map((change) => (change.id === id ? { ...change, state } : change));
    this.#changed();
  }

  /** Closes those that have become impossible. */
  closeWhere(impossible: (change: RecentChange & { inverse: Command }) => boolean): void {
    const dead = this.#list.filter(
      (change): change is RecentChange & { inverse: Command } =>
        change.state === 'open' &&
        change.inverse !== undefined &&
        impossible(change as RecentChange & { inverse: Command }),
    );
    for (const { id } of dead) this.mark(id, 'closed');
  }
}
