import type { Call, Preview } from '../../adapter/port.ts';
import {
  actionRegistry,
  isPersonRecord,
  type ActionRegistry,
  type Command,
  type PersonRecord,
  type Ref,
  type Topic,
} from '../../domain/index.ts';
import type { Act, ActCarrier } from '../act.ts';
import { Bulk } from '../bulk/bulk.ts';
import { everyone, type EveryoneSource } from '../bulk/everyone.ts';
import { EventAccess } from '../event-access/event-access.ts';
import { newId } from '../new-command.ts';
import type { Activity, Outcome } from '../outcome.ts';
import { PersonWindow } from '../person/person-window.ts';
import { read } from '../read.ts';
import type { Ticket } from '../ticket.ts';
import { CommandPath } from './command-path.ts';
import type { Thing } from './changes.ts';
import { leaverOf, topicsOf } from './consequences.ts';
import type { DeskParts } from './desk-parts.ts';
import { previewOf } from './preview.ts';
import { Reservations } from './reservations.ts';
import { again } from './retry.ts';
import { watchElsewhere } from './watch.ts';
import { Undo } from './undo.ts';
import { withVerdicts } from './verdicts.ts';

/** All that a scope does without until something is done: what this folder holds, put together. */
export class CommandDesk implements ActCarrier {
  readonly bulk: Bulk;
  readonly access: EventAccess;
  readonly reservations: Reservations;
  readonly undo: Undo;
  readonly #actions: ActionRegistry;
  #watching: AbortController | undefined;
  /** Something was learned of people in a sub-account that the page is no longer about, or is about again. */
  #isBehind = false;
  readonly #parts: DeskParts;
  readonly #path: CommandPath;
  readonly #reading: EveryoneSource;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    const { account, adapter, call, decider, events, intake, line, notify, place, windows } = parts;
    const actions = (this.#actions = actionRegistry(parts.actions));
    const find = windows.find.bind(windows);
    const capabilities = async () => (await account.ready()).capabilities;
    this.#reading = { adapter, line, call, capabilities };
    this.access = new EventAccess({ ...this.#reading, changed: notify });
    const thing = (ref: Ref): Thing | undefined =>
      ref.kind === 'subaccount' ? parts.knownSubaccounts.peek(ref.id) : this.access.find(ref);
    this.#path = new CommandPath({
      adapter, actions, line, events, newId,
      open: (command, where, act) => intake.open(command, where, act),
      cancel: (id) => intake.cancel(id),
      show: (ticket, phase, slow) => intake.show(ticket, phase, slow),
      end: (ticket, outcome) => intake.end(ticket, outcome),
      ready: async () => {
        const { concurrency, idempotency, batch } = await capabilities();
        return {
          versions: concurrency === 'version',
          idempotent: idempotency,
          ...(adapter.batch && batch?.native && { batch: batch.max }),
        };
      },
      known: find,
      thing,
      people: async (selection, where, signal) =>
        (await everyone({ ...this.#reading, call: () => where }, selection, { signal })).people,
      offers: (action) => account.offers(action),
      decideAll: (commands, personOf) => decider.commands(commands, personOf, thing),
      verdicts: (commands, decisions, where, signal) =>
        withVerdicts({ ...parts, call: () => where }, commands, decisions, signal),
      maySend: (decision) => decider.maySend(decision),
      outdated: () => account.outdated,
      lookAgain: () => account.again(),
      learned: (id, person, where) => {
        // How someone is elsewhere says nothing of how they are here.
        if (place.isOf(where)) windows.learned(id, person);
        else this.#isBehind = true;
        notify();
      },
      done: (outcome, before, ticket) => {
        account.outdate();
        this.#learnedSubaccount(outcome);
        this.access.done(outcome);
        const gone = outcome.value === null ? leaverOf(outcome.command, actions) : undefined;
        if (gone !== undefined) windows.left(gone);
        this.reservations.done(outcome, isPerson(before) ? before : undefined, gone !== undefined);
        this.undo.done(outcome, before, ticket, line.clock.now());
      },
      invalidate: (topics) => this.#invalidate(topics),
    }); // prettier-ignore
    this.undo = new Undo({
      run: (inverses, act) => intake.run(inverses, { source: 'undo', ...act }),
      find: (ref) => (ref.kind === 'person' ? find(ref.id) : thing(ref)),
      decide: (command, target) =>
        decider.commands(
          [command],
          () => (isPerson(target) ? target : undefined),
          (ref) => thing(ref) ?? target,
        )[0],
      restored: (id, from, to) => this.#path.restored(id, from, to),
      changed: notify,
    });
    this.reservations = new Reservations({
      activities: parts.activities,
      policy: parts.policy,
      facts: () => (account.state.status === 'ready' ? account.state.facts : undefined),
      find: (id) => this.#path.find(id),
    });
    // An account that could not be read is not read again for this: that is the person's to say.
    this.#watch();
    parts.closed.addEventListener('abort', () => this.access.close());
    this.bulk = new Bulk(
      { ...parts, actions },
      () => this.undo,
      (activity) => this.again(activity),
    );
  }

  preview(commands: readonly Command[], signal?: AbortSignal): Promise<Preview | undefined> {
    return previewOf(this.#reading, commands, signal);
  }

  /** A live view onto one person. */
  person(id: string): PersonWindow {
    const { adapter, call, line, notify, windows } = this.#parts;
    const released = (window: PersonWindow): void => windows.leave(window);
    const window = new PersonWindow(id, { adapter, call, line, changed: notify, released });
    windows.join(window);
    return window;
  }

  /** Reads from the backend: again after a wait where that may help, and again after sign-in. */
  read<T>(action: string, ask: (call: Call) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const { call, line } = this.#parts;
    return read(line, action, signal, () => ask({ ...call(), ...(signal && { signal }) }));
  }

  take(tickets: readonly Ticket[], act: Act): Promise<readonly Ticket[]> {
    return this.#path.take(tickets, act);
  }

  follow(outcomes: readonly Outcome[]): void {
    const topics = topicsOf(outcomes, this.#actions);
    if (this.#isBehind) topics.add('people');
    this.#isBehind = false;
    if (topics.size > 0) this.#invalidate(topics);
  }

  /** The page is about another sub-account: what happens there is listened to from now on. */
  moved(): void {
    this.#watching?.abort();
    this.#watching = undefined;
    this.access.reset();
    this.#watch();
  }

  /** The account was read, and what is known of it is up to date. */
  accountKnown(): void {
    this.reservations.known();
    // New facts may have closed what could be undone a moment ago.
    this.undo.closeImpossible();
    this.#watch();
  }

  /** The command that tries again what ended badly. */
  again(activity: Activity): Command {
    return again(activity, newId);
  }

  /** Listens to changes made elsewhere, where the backend tells of them. */
  #watch(): void {
    const { account, adapter, call, closed, line, subaccounts, windows } = this.#parts;
    if (this.#watching || account.state.status !== 'ready') return;
    const watching = (this.#watching = new AbortController());
    const stop = (): void => watching.abort();
    if (closed.aborted) stop();
    closed.addEventListener('abort', stop, { signal: watching.signal });
    if (account.state.capabilities.live === 'none') return;
    const isReading = (): boolean =>
      windows.refreshing || subaccounts.refreshing || this.access.refreshing;
    const changed = (topics: ReadonlySet<string>): void => {
      if (topics.has('people')) windows.refresh();
      if (topics.has('subaccounts')) this.#refreshSubaccounts();
      this.access.refresh(topics);
      // Who came or went changes the counts of the account, too.
      account.outdate();
      void account.again();
    };
    watchElsewhere({ adapter, call, line, isReading, changed }, watching.signal);
  }

  #invalidate(topics: ReadonlySet<Topic>): void {
    const { account, place, windows } = this.#parts;
    // Whoever is moved to another sub-account leaves the list of this one.
    const isPlaced = topics.has('subaccounts') && place.id !== undefined;
    if (topics.has('people') || isPlaced) windows.refresh();
    if (topics.has('subaccounts')) this.#refreshSubaccounts();
    this.access.refresh(topics);
    if (topics.has('account')) void account.again();
  }

  #refreshSubaccounts(): void {
    this.#parts.knownSubaccounts.outdate();
    this.#parts.subaccounts.refresh();
    this.#parts.notify();
  }

  /** A sub-account as the backend has just confirmed it. */
  #learnedSubaccount({ command, value }: Outcome & { readonly status: 'done' }): void {
    const { knownSubaccounts, subaccounts } = this.#parts;
    const isOnOne = this.#actions[command.action]?.on === 'subaccount';
    if (!isOnOne || !value || !('name' in value)) return;
    knownSubaccounts.note(value);
    subaccounts.learned(value.id, value);
  }
}

function isPerson(record: Thing | undefined): record is PersonRecord {
  return record !== undefined && isPersonRecord(record);
}
