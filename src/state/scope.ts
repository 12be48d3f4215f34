import type { AccountAdapter, Call, Preview } from '../adapter/port.ts';
import {
  type Action,
  type ActionRegistry,
  type Command,
  type EventQuery,
  type LinkQuery,
  type PeopleQuery,
  type PersonRecord,
  type Subaccount,
  type SubaccountQuery,
} from '../domain/index.ts';
import { compilePolicy, type Decision, type Policy, type PolicyDocument } from '../policy/index.ts';
import type { AccountState } from './account-store.ts';
import type { BulkAct, BulkPlan, BulkRun, PlanOptions, SelectedRecords } from './bulk/index.ts';
import { orAbort, systemClock, type Clock } from './clock.ts';
import { COMMAND_CHUNK, type CommandChunk } from './command-chunk.ts';
import type { RunOptions } from './act.ts';
import type { RecentChange } from './commands/changes.ts';
import type { Ask, Standing } from './decider.ts';
import type { EventWindow, LinkWindow } from './event-access/index.ts';
import { ScopeEventTarget } from './events.ts';
import { isList, withId, type NewCommand } from './new-command.ts';
import { isPending, type Activity, type Outcome } from './outcome.ts';
import { connectParts, type Parts } from './parts.ts';
import type { PeopleWindow } from './people-window.ts';
import type { PersonWindow } from './person/person-window.ts';
import { seatsOf, type SeatState } from './seats.ts';
import type { SelectedPeople } from './selection.ts';
import { callFor } from './subaccounts/place.ts';
import type { SubaccountWindow } from './subaccounts/subaccount-window.ts';

const NONE: readonly RecentChange[] = [];

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
 * Dispatches `account-command` (cancelable, before), `account-outcome` (after), `account-problem`, `session-expired`,
 * `subaccount-changed`; asked by elements: `invite-request`, `subaccount-request`.
 */
export class AccountScope extends ScopeEventTarget {
  readonly adapter: AccountAdapter;
  readonly policy: Policy | undefined;
  /** The host's own actions; `actionRegistry(scope.actions)` has those of the kit too. */
  readonly actions: ActionRegistry | undefined;
  readonly #parts: Parts;
  readonly #closed = new AbortController();
  readonly #personPages = new Set<object>();

  /**
   * @param chunk what carries commands out; another one only where a test stands in for the network
   * @throws PolicyError if the document is malformed; it lists every mistake.
   */
  constructor(
    { adapter, policy, actions, clock = systemClock }: ScopeOptions,
    chunk: CommandChunk = COMMAND_CHUNK,
  ) {
    super();
    this.adapter = adapter;
    this.actions = actions;
    this.policy =
      policy && ('decide' in policy ? policy : compilePolicy(policy, actions ? { actions } : {}));
    this.#parts = connectParts({
      adapter,
      actions,
      policy: this.policy,
      clock,
      events: this,
      chunk,
      closed: this.#closed.signal,
    });
    // Reading starts now; whoever asks for the account hears how it went.
    this.#parts.account.ready().then(
      async () => {
        await chunk.fetchWhenIdle();
        // It listens to changes made elsewhere from then on.
        this.#parts.desk();
      },
      () => undefined,
    );
  }

  /** Who is signed in and what the account is like. */
  get account(): AccountState {
    return this.#parts.account.state;
  }

  /** The backend no longer knows who is asking; reads and commands wait for the host to resume. */
  get sessionExpired(): boolean {
    return this.#parts.session.expired;
  }

  /** What was done here lately, newest first. What was undone stays, marked so. */
  get recent(): readonly RecentChange[] {
    return this.#parts.desk()?.undo.list ?? NONE;
  }

  /** The backend's time in ms since the epoch, as well as it is known. */
  now(): number {
    return this.#parts.account.now();
  }

  /** Whether the backend can do this at all, and to this field where one is named. What it cannot is not drawn. */
  offers(action: Action, field?: string): boolean {
    return this.#parts.account.offers(action, field);
  }

  /**
   * The policy's answer for the signed-in actor. Until the account is known: unknown. What is about one sub-account and
   * names none is about the one at hand; with none chosen it is unknown for want of a target, and its standing says so.
   */
  decide(ask: Ask): Decision {
    return this.decideAll([ask])[0] as Decision;
  }

  /** Decides several as one act, in order. */
  decideAll(asks: readonly Ask[]): readonly Decision[] {
    return this.#parts.decider.asks(asks);
  }

  /** Per role, whether the actor could give it. */
  assignableRoles(ask: Ask): ReadonlyMap<string, Decision> {
    return this.#parts.decider.assignableRoles(ask);
  }

  /**
   * A pool of seats as it stands, what is under way included: the number to show, and the one that is decided on.
   * `undefined`: not known (yet), or not told by this backend.
   */
  seats(pool: string): SeatState | undefined {
    const { state } = this.#parts.account;
    if (state.status !== 'ready') return undefined;
    return seatsOf(state.facts, pool, this.#parts.desk()?.reservations.changes());
  }

  /** How a control with this decision stands. */
  standing(decision: Decision): Standing {
    return this.#parts.decider.standing(decision);
  }

  /** Runs one act of a person: one command, or several that belong together. Never rejects. */
  run(command: NewCommand, options?: RunOptions): Promise<Outcome>;
  run(commands: readonly NewCommand[], options?: RunOptions): Promise<readonly Outcome[]>;
  async run(
    input: NewCommand | readonly NewCommand[],
    options?: RunOptions,
  ): Promise<Outcome | readonly Outcome[]> {
    const { intake } = this.#parts;
    if (isList(input)) return intake.run(input.map(this.#aimed), options);
    return (await intake.run([this.#aimed(input)], options))[0] as Outcome;
  }

  /** A command with its id and, if it names no sub-account although it is about one, the one at hand. */
  readonly #aimed = (command: NewCommand): Command => {
    const at = command.target ? undefined : this.#parts.decider.subaccountFor(command.action);
    return withId(
      at === undefined ? command : { ...command, target: { kind: 'subaccount', id: at } },
    );
  };

  /**
   * Prepares an act on many: reads whom it is on and says who it will be done to, and who will be left out and why.
   * Nothing is sent before the plan is run.
   *
   * @throws AdapterError if someone cannot be read; AbortError as soon as the signal aborts
   */
  async plan(act: BulkAct, selected: SelectedPeople, options?: PlanOptions): Promise<BulkPlan> {
    const { bulk } = await orAbort(this.#parts.fetchDesk(), options?.signal);
    return bulk.plan(act, selected, options);
  }

  /**
   * What commands would do and cost, asked before they are done: per target, in their order. `undefined`: this backend
   * has no preview of these.
   *
   * @throws AdapterError if it cannot be read; AbortError as soon as the signal aborts
   */
  async preview(
    commands: readonly NewCommand[],
    signal?: AbortSignal,
  ): Promise<Preview | undefined> {
    const desk = await orAbort(this.#parts.fetchDesk(), signal);
    return desk.preview(commands.map(withId), signal);
  }

  /**
   * Reads everyone whom a selection is about, page by page, with their records as they are now: for an export, say.
   *
   * @throws AdapterError if someone cannot be read; AbortError as soon as the signal aborts
   */
  async readPeople(selected: SelectedPeople, options: PlanOptions = {}): Promise<SelectedRecords> {
    const { bulk } = await orAbort(this.#parts.fetchDesk(), options.signal);
    return bulk.read(selected, options);
  }

  /** Acts on many that are under way, oldest first. */
  get bulkRuns(): readonly BulkRun[] {
    return this.#parts.desk()?.bulk.runs ?? [];
  }

  /**
   * Whether leaving the page would cut something off: commands are being sent or wait for their turn. What waits for a
   * sign-in or for the host's word does not count.
   */
  get busy(): boolean {
    return !this.sessionExpired && this.#parts.activities.busy;
  }

  /** What is under way, or ended badly and is still shown, on one target. */
  activitiesOn(targetId: string): readonly Activity[] {
    return this.#parts.activities.on(targetId);
  }

  /** Every one of them, oldest first. */
  get activities(): readonly Activity[] {
    return this.#parts.activities.all();
  }

  /** Gives up a command that is still on its way. */
  cancel(commandId: string): void {
    this.#parts.intake.cancel(commandId);
  }

  /**
   * Tries a command that ended badly once more. Where it may have been done, it is the same command, so that a
   * backend that did it does not do it twice; where the backend clearly said no, it is a new one with a new id.
   */
  async retry(commandId: string, options?: RunOptions): Promise<Outcome | undefined> {
    const activity = this.#parts.activities.get(commandId);
    if (!activity || isPending(activity)) return undefined;
    // Without what carries commands out, nothing was sent: it is the same command still.
    const command = this.#parts.desk()?.again(activity) ?? activity.command;
    // Wherever the page has gone meanwhile, it is sent to where it was meant for.
    const callOf = (): Call => callFor(activity.subaccountId);
    const outcome = this.#parts.intake.run([command], { ...options, callOf });
    if (command.id !== commandId) this.#parts.activities.clear(commandId);
    return (await outcome)[0];
  }

  /** Takes a bad ending off the screen. */
  dismiss(commandId: string): void {
    const activity = this.#parts.activities.get(commandId);
    if (activity && !isPending(activity)) this.#parts.activities.clear(commandId);
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
    const undo = this.#parts.desk()?.undo;
    if (typeof which === 'object') return undo?.undo(which) ?? [];
    const id = which ?? undo?.next;
    return id === undefined ? undefined : (await undo?.undo([id]))?.[0];
  }

  /** A live view onto the people who match. Release it when it is no longer needed. */
  query(query: PeopleQuery): PeopleWindow {
    return this.#parts.windows.open(query);
  }

  /**
   * A live view onto one person, with their own record. Release it when it is no longer needed.
   *
   * @throws AdapterError if what it is made of could not be fetched
   */
  async person(id: string): Promise<PersonWindow> {
    return (await this.#parts.fetchDesk()).person(id);
  }

  /**
   * Reads anything from the backend as the kit reads: again after a wait where that may help, and again after sign-in.
   *
   * @param action names the read in telemetry
   * @throws AdapterError with the last problem; AbortError as soon as the signal aborts
   */
  async read<T>(action: string, ask: (call: Call) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return (await this.#parts.fetchDesk()).read(action, ask, signal);
  }

  /** A person as last read by any window. */
  find(id: string): PersonRecord | undefined {
    return this.#parts.windows.find(id);
  }

  /** Whether the backend said that someone is no longer there. */
  isGone(id: string): boolean {
    return this.#parts.windows.isGone(id);
  }

  /** Ids of the people in these places of a list, both inclusive; for a range that reaches over rows not read yet. */
  async idsBetween(
    query: PeopleQuery,
    first: number,
    last: number,
    signal?: AbortSignal,
  ): Promise<readonly string[]> {
    const { bulk } = await this.#parts.fetchDesk();
    return bulk.idsBetween(query, first, last, signal);
  }

  /** The sub-account that the page is about; `undefined`: all that the actor may see. */
  get subaccountId(): string | undefined {
    return this.#parts.place.id;
  }

  /**
   * Makes the page about one sub-account, or (`undefined`) about all of them: the account and everything on the screen is
   * read again, and nothing of the former is shown any more. What is under way goes to where it was meant for. One that
   * `decideEnter` refuses is not entered. Dispatches `subaccount-changed`.
   */
  enter(subaccountId: string | undefined): void {
    this.#parts.entering.enter(subaccountId);
  }

  /** Whether the actor may enter a sub-account, or (`undefined`) see all there are. */
  decideEnter(subaccountId: string | undefined): Decision {
    return this.#parts.entering.decide(subaccountId);
  }

  /** The actor is in the one sub-account that is theirs, and every other is closed to them. */
  get isSubaccountFixed(): boolean {
    return this.#parts.entering.isFixed;
  }

  /** Ids of the sub-accounts entered lately, the last one first. */
  get recentSubaccounts(): readonly string[] {
    return this.#parts.place.recent;
  }

  /** A live view onto the sub-accounts that match, whichever the page is about. Release it when it is no longer needed. */
  subaccounts(query: SubaccountQuery = {}): SubaccountWindow {
    return this.#parts.subaccounts.open(query);
  }

  /** The sub-account of an id. One that is not known yet is read, and subscribers are told when it is. */
  findSubaccount(id: string): Subaccount | undefined {
    return this.#parts.knownSubaccounts.find(id);
  }

  /** What a sub-account is called: its name; `…` while that is being read; its id where nobody can say. */
  subaccountName(id: string): string {
    return this.#parts.knownSubaccounts.nameOf(id);
  }

  /** A live view onto the events that the actor may do something in. Release it when it is no longer needed. */
  async events(query: EventQuery = {}): Promise<EventWindow> {
    return (await this.#parts.fetchDesk()).access.events.open(query);
  }

  /** A live view onto the links by which people without an account are in events. Release it when it is no longer needed. */
  async links(query: LinkQuery = {}): Promise<LinkWindow> {
    return (await this.#parts.fetchDesk()).access.links.open(query);
  }

  /** Reads the account, and all that is on the screen, again. */
  async refresh(): Promise<void> {
    this.#parts.windows.refresh();
    this.#parts.knownSubaccounts.outdate();
    this.#parts.subaccounts.refresh();
    this.#parts.desk()?.access.refresh();
    await this.#parts.account.refresh();
  }

  /** Whether something here shows one person's page when a `PersonRequestEvent` asks for it. */
  get hasPersonPage(): boolean {
    return this.#personPages.size > 0;
  }

  /** Says that `page` shows people from now on, as a `<user-panel>` does. Returns the way to take that back. */
  addPersonPage(page: object): () => void {
    this.#personPages.add(page);
    this.#parts.listeners.tell();
    return () => {
      if (this.#personPages.delete(page)) this.#parts.listeners.tell();
    };
  }

  /** Calls back after anything changed. Returns the way to stop. */
  subscribe(listener: () => void): () => void {
    return this.#parts.listeners.add(listener);
  }

  /** Aborts reads, gives up commands that were not sent, and lets go of every window. */
  close(): void {
    this.#closed.abort();
    this.#parts.intake.close();
    this.#parts.windows.close();
    this.#parts.subaccounts.close();
    this.#parts.account.close();
    this.#parts.listeners.clear();
  }
}

/** Makes a scope for a page. Needs no element and no DOM. */
export function createScope(options: ScopeOptions): AccountScope {
  return new AccountScope(options);
}
