import type { AccountAdapter, Call } from '../adapter/port.ts';
import type { Problem } from '../adapter/problem.ts';
import {
  actionRegistry, isRef, type Action, type ActionRegistry, type Change, type Command, type PeopleQuery, type PersonRecord, type Topic,
} from '../domain/index.ts'; // prettier-ignore
import {
  compilePolicy, toQuestion, type Decision, type Policy, type PolicyDocument, type Question, type Target,
} from '../policy/index.ts'; // prettier-ignore
import { AccountStore, type AccountState } from './account-store.ts';
import { Activities } from './activities.ts';
import { RecentChanges, type RecentChange } from './changes.ts';
import { systemClock, type Clock } from './clock.ts';
import { CommandRunner, type RunOptions } from './command-runner.ts';
import { AccountProblemEvent, SessionExpiredEvent, type ScopeEventMap } from './events.ts';
import type { Activity, Outcome } from './outcome.ts';
import { PeopleWindow } from './people-window.ts';
import type { Line } from './read.ts';
import { Session } from './session.ts';

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

/** A command to be run; without an id it gets one. */
export type NewCommand = Omit<Command, 'id'> & { readonly id?: string };

/** A question of which the scope knows the actor and the account. */
export interface Ask {
  readonly action: Action;
  readonly target?: Target;
  readonly change?: Change;
  /** The change is still being filled in. */
  readonly draft?: true;
}

/** How a control stands: usable, refused with a reason, not known yet, or known to the server alone. */
export type Standing = 'allowed' | 'denied' | 'pending' | 'server-decides';

/**
 * Everything the elements of one page share: who is signed in, the rules, the people, what is under way.
 * Has no DOM: a host can do through it whatever an element does.
 *
 * Dispatches `account-command` (cancelable, before), `account-outcome` (after), `account-problem` and `session-expired`.
 */
export class AccountScope extends EventTarget {
  readonly adapter: AccountAdapter;
  readonly policy: Policy | undefined;
  readonly actions: ActionRegistry;
  readonly #clock: Clock;
  readonly #account: AccountStore;
  readonly #activities = new Activities(() => this.#notify());
  readonly #recent = new RecentChanges(() => this.#notify());
  readonly #windows = new Set<PeopleWindow>();
  readonly #listeners = new Set<() => void>();
  readonly #line: Line;
  readonly #session = new Session((resume) => this.dispatchEvent(new SessionExpiredEvent(resume)));
  readonly #runner: CommandRunner;

  /** @throws PolicyError if the document is malformed; it lists every mistake. */
  constructor({ adapter, policy, actions, clock = systemClock }: ScopeOptions) {
    super();
    this.adapter = adapter;
    this.actions = actionRegistry(actions);
    this.policy =
      policy && ('decide' in policy ? policy : compilePolicy(policy, actions ? { actions } : {}));
    this.#clock = clock;
    this.#line = {
      clock,
      session: this.#session,
      report: (problem, action, startedAt) => this.#report(problem, action, startedAt),
    };
    this.#account = new AccountStore(adapter, this.#line, this.#call, () => this.#accountChanged());
    this.#runner = new CommandRunner({
      adapter,
      actions: this.actions,
      line: this.#line,
      activities: this.#activities,
      events: this,
      call: this.#call,
      newId,
      ready: async () => {
        const { capabilities } = await this.#account.ready();
        return {
          versions: capabilities.concurrency === 'version',
          idempotent: capabilities.idempotency,
        };
      },
      known: (id) => this.find(id),
      decideAll: (commands, targets) => this.#decideCommands(commands, targets),
      maySend: (decision) => this.#maySend(decision),
      learned: (id, person) => this.#learned(id, person),
      invalidate: (topics) => this.#invalidate(topics),
      done: (outcome, before) => this.#recent.add(outcome, before, clock.now()),
    });
    void this.#account.ready().catch(() => undefined);
  }

  /** Who is signed in and what the account is like. Asking starts reading. */
  get account(): AccountState {
    return this.#account.state;
  }

  /** The backend no longer knows who is asking; reads and commands wait for the host to resume. */
  get sessionExpired(): boolean {
    return this.#session.expired;
  }

  /** What was done here lately, newest first. */
  get recent(): readonly RecentChange[] {
    return this.#recent.list;
  }

  /** The backend's time in ms since the epoch, as well as it is known. */
  now(): number {
    return this.#account.now();
  }

  /** Whether the backend can do this at all. What it cannot is not drawn. */
  offers(action: Action): boolean {
    const state = this.account;
    return state.status === 'ready' && Object.hasOwn(state.capabilities.commands, action);
  }

  /** The policy's answer for the signed-in actor. Until the account is known: unknown. */
  decide(ask: Ask): Decision {
    return this.decideAll([ask])[0] as Decision;
  }

  /** Decides several as one act, in order. */
  decideAll(asks: readonly Ask[]): readonly Decision[] {
    const state = this.account;
    if (state.status !== 'ready')
      return asks.map(() => ({ effect: 'unknown', missing: ['actor.id'] }));
    if (!this.policy) return asks.map(() => ({ effect: 'allow' }));
    return this.policy.decideAll(asks.map((ask) => this.#question(ask, state)));
  }

  /** Per role, whether the actor could give it. */
  assignableRoles(ask: Ask): ReadonlyMap<string, Decision> {
    const state = this.account;
    if (state.status !== 'ready') return new Map();
    if (!this.policy) return new Map(state.roles.map(({ id }) => [id, { effect: 'allow' }]));
    return this.policy.assignableRoles(this.#question(ask, state));
  }

  /** How a control with this decision stands. */
  standing(decision: Decision): Standing {
    if (decision.effect === 'allow') return 'allowed';
    if (decision.effect === 'deny') return 'denied';
    return this.#isForTheServer(decision) ? 'server-decides' : 'pending';
  }

  /** Runs one act of a person: one command, or several that belong together. Never rejects. */
  run(command: NewCommand, options?: RunOptions): Promise<Outcome>;
  run(commands: readonly NewCommand[], options?: RunOptions): Promise<readonly Outcome[]>;
  async run(
    input: NewCommand | readonly NewCommand[],
    options?: RunOptions,
  ): Promise<Outcome | readonly Outcome[]> {
    if (isList(input)) return this.#runner.run(input.map(withId), options);
    const [outcome] = await this.#runner.run([withId(input)], options);
    return outcome as Outcome;
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

  /** Sends a command that ended badly once more: the same command, so a backend that did it will not do it twice. */
  async retry(commandId: string, options?: RunOptions): Promise<Outcome | undefined> {
    const activity = this.#activities.get(commandId);
    if (!activity) return undefined;
    const { ifVersion: _outdated, ...command } = activity.command;
    // A conflict was answered with the record as it is now, and the person has seen it: go by that one.
    return this.run(activity.problem?.kind === 'stale' ? command : activity.command, options);
  }

  /** Takes a bad ending off the screen. */
  dismiss(commandId: string): void {
    this.#activities.clear(commandId);
  }

  /** Undoes a change, or the newest one that can be. A command like any other: decided, vetoable, refusable. */
  async undo(changeId?: string): Promise<Outcome | undefined> {
    const change =
      changeId === undefined
        ? this.#recent.next
        : this.#recent.list.find(({ id }) => id === changeId);
    if (!change?.inverse || change.state !== 'open') return undefined;
    this.#recent.mark(change.id, 'undoing');
    const outcome = await this.run({ ...change.inverse, id: newId() }, { source: 'undo' });
    if (outcome.status === 'done') {
      this.#recent.mark(outcome.command.id, 'closed');
      this.#recent.mark(change.id, 'undone');
    } else {
      const retryable =
        outcome.status === 'uncertain' ||
        (outcome.status === 'refused' &&
          (outcome.problem.retryable || outcome.problem.kind === 'aborted'));
      this.#recent.mark(change.id, retryable ? 'open' : 'closed');
    }
    return outcome;
  }

  /** A live view onto the people who match. Release it when it is no longer needed. */
  query(query: PeopleQuery): PeopleWindow {
    const window = new PeopleWindow(query, {
      adapter: this.adapter,
      line: this.#line,
      capabilities: async () => (await this.#account.ready()).capabilities,
      call: this.#call,
      changed: () => this.#notify(),
      released: (released) => this.#windows.delete(released),
    });
    this.#windows.add(window);
    return window;
  }

  /** A person as last read by any window. */
  find(id: string): PersonRecord | undefined {
    for (const window of this.#windows) {
      const person = window.find(id);
      if (person) return person;
    }
    return undefined;
  }

  /** Reads the account, and all that is on the screen, again. */
  async refresh(): Promise<void> {
    for (const window of this.#windows) window.refresh();
    await this.#account.refresh();
  }

  /** Calls back after anything changed. Returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Aborts reads and lets go of every window. */
  close(): void {
    for (const window of [...this.#windows]) window.release();
    this.#account.close();
    this.#listeners.clear();
  }

  readonly #call = (): Call => ({});

  #question(ask: Ask, state: Extract<AccountState, { status: 'ready' }>): Question {
    return { ...ask, actor: state.actor, account: state.facts };
  }

  #decideCommands(
    commands: readonly Command[],
    targets: ReadonlyMap<string, PersonRecord>,
  ): readonly Decision[] {
    const state = this.account;
    if (state.status !== 'ready')
      return commands.map(() => ({ effect: 'unknown', missing: ['actor.id'] }));
    if (!this.policy) return commands.map(() => ({ effect: 'allow' }));
    const questions = commands.map((command) => {
      const target = isRef(command.target)
        ? (targets.get(command.target.id) ?? { id: command.target.id })
        : undefined;
      return toQuestion(command, state.actor, { account: state.facts, ...(target && { target }) });
    });
    return this.policy.decideAll(questions);
  }

  #maySend(decision: Decision): boolean {
    return (
      decision.effect === 'allow' ||
      (decision.effect === 'unknown' && this.#isForTheServer(decision))
    );
  }

  /** Whether all that is missing are account facts that this backend never tells. */
  #isForTheServer({ missing }: Extract<Decision, { effect: 'unknown' }>): boolean {
    const state = this.account;
    if (state.status !== 'ready') return false;
    const told: readonly string[] = state.capabilities.facts;
    return missing.every(
      (path) => path.startsWith('account.') && !told.includes(path.slice('account.'.length)),
    );
  }

  #learned(id: string, person: PersonRecord | null): void {
    for (const window of this.#windows) {
      if (person) window.patch(person);
      else if (window.indexOf(id) >= 0) window.refresh();
    }
    this.#notify();
  }

  #invalidate(topics: ReadonlySet<Topic>): void {
    if (topics.has('people')) for (const window of this.#windows) window.refresh();
    if (topics.has('account')) void this.#account.refresh();
  }

  /** New facts may have closed what could be undone a moment ago. */
  #accountChanged(): void {
    const state = this.account;
    if (state.status === 'ready') {
      this.#recent.closeWhere(({ inverse, before }) => {
        const target = (isRef(inverse.target) && this.find(inverse.target.id)) || before;
        return (
          this.decide({
            action: inverse.action,
            ...(target && { target }),
            ...(inverse.change && { change: inverse.change }),
          }).effect === 'deny'
        );
      });
    }
    this.#notify();
  }

  #report(problem: Problem, action: string, startedAt: number): void {
    this.dispatchEvent(new AccountProblemEvent(problem, action, this.#clock.now() - startedAt));
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

// The names of the events give `addEventListener` their types.
export interface AccountScope {
  addEventListener<K extends keyof ScopeEventMap>(
    type: K,
    listener: (event: ScopeEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof ScopeEventMap>(
    type: K,
    listener: (event: ScopeEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** Makes a scope for a page. Needs no element and no DOM. */
export function createScope(options: ScopeOptions): AccountScope {
  return new AccountScope(options);
}

function newId(): string {
  // `randomUUID` is missing on pages that are not served securely, such as a host's test server.
  if ('randomUUID' in crypto) return crypto.randomUUID();
  return Array.from((crypto as Crypto).getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

function withId(command: NewCommand): Command {
  return { ...command, id: command.id ?? newId() };
}

function isList(input: NewCommand | readonly NewCommand[]): input is readonly NewCommand[] {
  return Array.isArray(input);
}
