import type { AccountAdapter, Call } from '../adapter/port.ts';
import type { Problem } from '../adapter/problem.ts';
import {
  actionRegistry,
  type Action,
  type ActionRegistry,
  type PeopleQuery,
  type PersonRecord,
  type Topic,
} from '../domain/index.ts';
import { compilePolicy, type Decision, type Policy, type PolicyDocument } from '../policy/index.ts';
import { AccountStore, type AccountState } from './account-store.ts';
import { Activities } from './activities.ts';
import type { RecentChange } from './changes.ts';
import { systemClock, type Clock } from './clock.ts';
import { CommandRunner, type RunOptions } from './command-runner.ts';
import { Decider, type Ask, type Standing } from './decider.ts';
import { AccountProblemEvent, ScopeEventTarget, SessionExpiredEvent } from './events.ts';
import { Listeners } from './listeners.ts';
import { isList, newId, withId, type NewCommand } from './new-command.ts';
import { isPending, type Activity, type Outcome } from './outcome.ts';
import type { PeopleWindow } from './people-window.ts';
import { PeopleWindows } from './people-windows.ts';
import type { Line } from './read.ts';
import { again } from './retry.ts';
import { Session } from './session.ts';
import { Undo } from './undo.ts';

export interface ScopeOptions {
  readonly adapter: AccountAdapter;
  /**
   * The rules, as a document or compiled. Absent: everything that the backend offers is offered, and the
   * server decides. The client never grants; enforce the same document on the server.
   */
  readonly policy?: PolicyDocument | Policy;
  /** A host's own actions, beside those of the kit. */
  readonly actions?: ActionRegistry;
  readonly clock?: Clock;
}

/**
 * Everything the elements of one page share: who is signed in, the rules, the people, what is under way.
 * Has no DOM: a host can do through it whatever an element does.
 *
 * Dispatches `account-command` (cancelable, before), `account-outcome` (after), `account-problem` and `session-expired`.
 */
export class AccountScope extends ScopeEventTarget {
  readonly adapter: AccountAdapter;
  readonly policy: Policy | undefined;
  readonly actions: ActionRegistry;
  readonly #clock: Clock;
  readonly #listeners = new Listeners();
  readonly #notify = (): void => this.#listeners.tell();
  readonly #activities = new Activities(this.#notify);
  readonly #session = new Session(
    (resume) => this.dispatchEvent(new SessionExpiredEvent(resume)),
    this.#notify,
  );
  readonly #account: AccountStore;
  readonly #decider: Decider;
  readonly #windows: PeopleWindows;
  readonly #runner: CommandRunner;
  readonly #undo: Undo;

  /** @throws PolicyError if the document is malformed; it lists every mistake. */
  constructor({ adapter, policy, actions, clock = systemClock }: ScopeOptions) {
    super();
    this.adapter = adapter;
    this.actions = actionRegistry(actions);
    this.policy =
      policy && ('decide' in policy ? policy : compilePolicy(policy, actions ? { actions } : {}));
    this.#clock = clock;
    const report: Line['report'] = (problem, action, startedAt) =>
      this.#report(problem, action, startedAt);
    const line: Line = { clock, session: this.#session, report };
    const call = (): Call => ({});
    this.#account = new AccountStore(adapter, line, call, () => this.#accountChanged());
    this.#decider = new Decider(this.policy, () => this.account);
    this.#windows = new PeopleWindows({
      adapter,
      line,
      call,
      capabilities: async () => (await this.#account.ready()).capabilities,
      changed: this.#notify,
    });
    this.#runner = new CommandRunner({
      adapter,
      actions: this.actions,
      line,
      call,
      newId,
      activities: this.#activities,
      events: this,
      ready: async () => {
        const { concurrency, idempotency } = (await this.#account.ready()).capabilities;
        return { versions: concurrency === 'version', idempotent: idempotency };
      },
      known: (id) => this.find(id),
      offers: (action) => this.offers(action),
      decideAll: (commands, personOf) => this.#decider.commands(commands, personOf),
      maySend: (decision) => this.#decider.maySend(decision),
      outdated: () => this.#account.outdated,
      lookAgain: () => this.#account.again(),
      learned: (id, person) => this.#learned(id, person),
      done: (outcome, before, act) => {
        this.#account.outdate();
        this.#undo.done(outcome, before, act, clock.now());
      },
      invalidate: (topics) => this.#invalidate(topics),
    });
    this.#undo = new Undo({
      run: (inverses) => this.#runner.run(inverses, { source: 'undo' }),
      find: (id) => this.find(id),
      decide: (command, target) => this.#decider.commands([command], () => target)[0],
      restored: (id, from, to) => this.#runner.restored(id, from, to),
      changed: this.#notify,
    });
    void this.#account.ready().catch(() => undefined);
  }

  /** Who is signed in and what the account is like. */
  get account(): AccountState {
    return this.#account.state;
  }

  /** The backend no longer knows who is asking; reads and commands wait for the host to resume. */
  get sessionExpired(): boolean {
    return this.#session.expired;
  }

  /** What was done here lately, newest first. What was undone stays, marked so. */
  get recent(): readonly RecentChange[] {
    return this.#undo.list;
  }

  /** The backend's time in ms since the epoch, as well as it is known. */
  now(): number {
    return this.#account.now();
  }

  /** Whether the backend can do this at all. What it cannot is not drawn. */
  offers(action: Action): boolean {
    const state = this.account;
    if (state.status !== 'ready') return false;
    const { commands } = state.capabilities;
    return Object.hasOwn(commands, action) && Boolean(commands[action]);
  }

  /** The policy's answer for the signed-in actor. Until the account is known: unknown. */
  decide(ask: Ask): Decision {
    return this.decideAll([ask])[0] as Decision;
  }

  /** Decides several as one act, in order. */
  decideAll(asks: readonly Ask[]): readonly Decision[] {
    return this.#decider.asks(asks);
  }

  /** Per role, whether the actor could give it. */
  assignableRoles(ask: Ask): ReadonlyMap<string, Decision> {
    return this.#decider.assignableRoles(ask);
  }

  /** How a control with this decision stands. */
  standing(decision: Decision): Standing {
    return this.#decider.standing(decision);
  }

  /** Runs one act of a person: one command, or several that belong together. Never rejects. */
  run(command: NewCommand, options?: RunOptions): Promise<Outcome>;
  run(commands: readonly NewCommand[], options?: RunOptions): Promise<readonly Outcome[]>;
  async run(
    input: NewCommand | readonly NewCommand[],
    options?: RunOptions,
  ): Promise<Outcome | readonly Outcome[]> {
    if (isList(input)) return this.#runner.run(input.map(withId), options);
    return (await this.#runner.run([withId(input)], options))[0] as Outcome;
  }

  /** What is under way, or ended badly and is still shown, on one target. */
  activitiesOn(targetId: string): readonly Activity[] {
    return this.#activities.on(targetId);
  }

  /** Every one of them, oldest first. */
  get activities(): readonly Activity[] {
    return this.#activities.all();
  }

  /** Gives up a command that is still on its way. */
  cancel(commandId: string): void {
    this.#runner.cancel(commandId);
  }

  /**
   * Tries a command that ended badly once more. Where it may have been done, it is the same command, so that a
   * backend that did it does not do it twice; where the backend clearly said no, it is a new one with a new id.
   */
  async retry(commandId: string, options?: RunOptions): Promise<Outcome | undefined> {
    const activity = this.#activities.get(commandId);
    if (!activity || isPending(activity)) return undefined;
    const command = again(activity, newId);
    const outcome = this.run(command, options);
    if (command.id !== commandId) this.#activities.clear(commandId);
    return outcome;
  }

  /** Takes a bad ending off the screen. */
  dismiss(commandId: string): void {
    const activity = this.#activities.get(commandId);
    if (activity && !isPending(activity)) this.#activities.clear(commandId);
  }

  /**
   * Undoes a change, by default the newest one that can be, or several as one act. Commands like any other:
   * decided, vetoable, refusable.
   */
  undo(changeId?: string): Promise<Outcome | undefined>;
  undo(changeIds: readonly string[]): Promise<readonly Outcome[]>;
  async undo(
    which?: string | readonly string[],
  ): Promise<Outcome | readonly Outcome[] | undefined> {
    if (typeof which === 'object') return this.#undo.undo(which);
    const id = which ?? this.#undo.next;
    return id === undefined ? undefined : (await this.#undo.undo([id]))[0];
  }

  /** A live view onto the people who match. Release it when it is no longer needed. */
  query(query: PeopleQuery): PeopleWindow {
    return this.#windows.open(query);
  }

  /** A person as last read by any window. */
  find(id: string): PersonRecord | undefined {
    return this.#windows.find(id);
  }

  /** Reads the account, and all that is on the screen, again. */
  async refresh(): Promise<void> {
    this.#windows.refresh();
    await this.#account.refresh();
  }

  /** Calls back after anything changed. Returns the way to stop. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Aborts reads, gives up commands that were not sent, and lets go of every window. */
  close(): void {
    this.#runner.close();
    this.#windows.close();
    this.#account.close();
    this.#listeners.clear();
  }

  #learned(id: string, person: PersonRecord | null): void {
    this.#windows.learned(id, person);
    this.#notify();
  }

  #invalidate(topics: ReadonlySet<Topic>): void {
    if (topics.has('people')) this.#windows.refresh();
    if (topics.has('account')) void this.#account.again();
  }

  /** New facts may have closed what could be undone a moment ago. */
  #accountChanged(): void {
    if (this.account.status === 'ready' && !this.#account.outdated) this.#undo.closeImpossible();
    this.#notify();
  }

  #report(problem: Problem, action: string, startedAt: number): void {
    // Whoever wrote the adapter has to see this, whether or not an element shows it.
    if (problem.code === 'malformed')
      console.error(`rosterkit (${this.adapter.id}): ${problem.title}`);
    this.dispatchEvent(new AccountProblemEvent(problem, action, this.#clock.now() - startedAt));
  }
}

/** Makes a scope for a page. Needs no element and no DOM. */
export function createScope(options: ScopeOptions): AccountScope {
  return new AccountScope(options);
}
