import type { Call } from '../../adapter/port.ts';
import { isRef, type Command, type Ref } from '../../domain/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { Act } from '../act.ts';
import { RecentChanges, type OpenChange, type RecentChange, type Thing } from './changes.ts';
import type { Outcome } from '../outcome.ts';
import { callFor } from '../subaccounts/place.ts';

/** What undoing needs of its scope. */
export interface UndoHost {
  readonly run: (inverses: readonly Command[], act: Act) => Promise<readonly Outcome[]>;
  readonly find: (ref: Ref) => Thing | undefined;
  readonly decide: (command: Command, target: Thing | undefined) => Decision | undefined;
  /** A person is as before a change: at another version, with the same content. */
  readonly restored: (id: string, from: string | undefined, to: string | undefined) => void;
  readonly changed: () => void;
}

/** Takes changes back. A change stays open where its undoing may still succeed, and closes where it cannot. */
export class Undo {
  readonly #host: UndoHost;
  readonly #recent: RecentChanges;

  constructor(host: UndoHost) {
    this.#host = host;
    this.#recent = new RecentChanges(host.changed);
  }

  get list(): readonly RecentChange[] {
    return this.#recent.list;
  }

  /** The id of the change that is undone unless another is named. */
  get next(): string | undefined {
    return this.#recent.open[0]?.id;
  }

  /** Undoes changes as one act, the newest first. Those that cannot be undone are left out. */
  async undo(ids: readonly string[], act: Act = {}): Promise<readonly Outcome[]> {
    const changes = this.#openOf(ids);
    if (changes.length === 0) return [];
    this.#recent.mark(
      changes.map(({ id }) => id),
      'undoing',
    );
    const calls = new Map(
      changes.map(({ inverse, subaccountId }) => [inverse.id, callFor(subaccountId)]),
    );
    const outcomes = await this.#host.run(
      changes.map(({ inverse }) => inverse),
      { ...act, callOf: (id) => calls.get(id) ?? {} },
    );
    const endedAs = (state: 'open' | 'closed') =>
      outcomes.flatMap((outcome, n) => {
        const isSo = outcome.status !== 'done' && mayStillBe(outcome) === (state === 'open');
        return isSo ? [(changes[n] as OpenChange).id] : [];
      });
    this.#recent.mark(endedAs('open'), 'open');
    this.#recent.mark(endedAs('closed'), 'closed');
    return outcomes;
  }

  /** Those of these changes that can be undone, each with its undoing. */
  inverses(ids: readonly string[]): ReadonlyMap<string, Command> {
    return new Map(this.#openOf(ids).map(({ id, inverse }) => [id, inverse]));
  }

  #openOf(ids: readonly string[]): readonly OpenChange[] {
    const asked = new Set(ids);
    return this.#recent.open.filter(({ id }) => asked.has(id));
  }

  /** Something was done: a change to be undone, or the undoing of one. */
  done(
    outcome: Outcome & { readonly status: 'done' },
    before: Thing | undefined,
    ticket: { readonly act: string; readonly call: Call },
    at: number,
  ): void {
    const change = this.#recent.undoneBy(outcome.command.id);
    if (!change) {
      this.#recent.add(outcome, before, ticket, at);
      return;
    }
    const { value } = outcome;
    const version = value && 'version' in value ? value.version : undefined;
    this.#recent.undone(change, version);
    if (change.before) this.#host.restored(change.before.id, change.before.version, version);
  }

  /** Closes what the policy no longer allows to be undone. */
  closeImpossible(): void {
    this.#recent.closeWhere(({ inverse, before, after }) => {
      const known = isRef(inverse.target) ? this.#host.find(inverse.target) : undefined;
      return this.#host.decide(inverse, known ?? after ?? before)?.effect === 'deny';
    });
  }
}

function mayStillBe(outcome: Outcome): boolean {
  if (outcome.status === 'skipped') return outcome.decision.effect !== 'deny';
  if (outcome.status !== 'refused') return true;
  const { kind, code, retryable } = outcome.problem;
  return retryable || code === 'vetoed' || kind === 'aborted' || kind === 'unauthenticated';
}
