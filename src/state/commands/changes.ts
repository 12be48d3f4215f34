import { isRef, type Command, type PersonRecord } from '../../domain/index.ts';
import type { Outcome } from '../outcome.ts';

/** One thing that was done here and may be undone. */
export interface RecentChange {
  /** The id of the command that did it. */
  readonly id: string;
  /** The act that it was part of: those of one act have the same. */
  readonly act: string;
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

/** A change that can still be undone. */
export type OpenChange = RecentChange & { readonly inverse: Command };

type Done = Outcome & { readonly status: 'done' };

/** Acts that are remembered, each with all its changes. */
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

  /** Those that can be undone, newest first. */
  get open(): readonly OpenChange[] {
    return this.#list.filter(
      (change): change is OpenChange => change.state === 'open' && change.inverse !== undefined,
    );
  }

  add(
    { command, inverse, value }: Done,
    before: PersonRecord | undefined,
    act: string,
    at: number,
  ): void {
    const after = value && 'email' in value ? value : undefined;
    const change: RecentChange = {
      id: command.id, act, command, at, state: inverse ? 'open' : 'closed',
      ...(inverse && { inverse }), ...(before && { before }), ...(after && { after }),
    }; // prettier-ignore
    const isNewAct = this.#list[0]?.act !== act;
    this.#list = [change, ...this.#list];
    if (isNewAct) {
      const acts = new Set([...new Set(this.#list.map((one) => one.act))].slice(0, KEPT));
      this.#list = this.#list.filter((one) => acts.has(one.act));
    }
    this.#changed();
  }

  /** The change that a command undoes, if that is what it does. */
  undoneBy(commandId: string): RecentChange | undefined {
    return this.#list.find(({ inverse }) => inverse?.id === commandId);
  }

  /** A change was taken back: the record is as before, at this version. What was done before it can be undone next. */
  undone({ id, before }: RecentChange, version: string | undefined): void {
    this.#list = this.#list.map((change) => {
      if (change.id === id) return { ...change, state: 'undone' };
      const { inverse } = change;
      const isNext =
        inverse?.ifVersion !== undefined &&
        inverse.ifVersion === before?.version &&
        isRef(inverse.target) &&
        inverse.target.id === before.id;
      return isNext && version !== undefined
        ? { ...change, inverse: { ...inverse, ifVersion: version } }
        : change;
    });
    this.#changed();
  }

  mark(ids: readonly string[], state: RecentChange['state']): void {
    if (ids.length === 0) return;
    const marked = new Set(ids);
    this.#list = this.#list.map((change) =>
      marked.has(change.id) ? { ...change, state } : change,
    );
    this.#changed();
  }

  /** Closes those that have become impossible. */
  closeWhere(isImpossible: (change: OpenChange) => boolean): void {
    this.mark(
      this.open.filter(isImpossible).map(({ id }) => id),
      'closed',
    );
  }
}
