import type { AccountAdapter } from '../adapter/port.ts';
import type { Problem } from '../adapter/problem.ts';
import { actionShapes, type ActionRegistry, type Subaccount } from '../domain/index.ts';
import type { Policy } from '../policy/index.ts';
import { AccountStore } from './account-store.ts';
import { Activities } from './activities.ts';
import type { Clock } from './clock.ts';
import { chunkMissing, type CommandChunk } from './command-chunk.ts';
import { CommandIntake } from './command-intake.ts';
import type { DeskParts } from './commands/desk-parts.ts';
import type { CommandDesk } from './commands/desk.ts';
import { Decider } from './decider.ts';
import { AccountProblemEvent, SessionExpiredEvent } from './events.ts';
import { Listeners } from './listeners.ts';
import { ListWindows } from './list-windows.ts';
import { PeopleWindow, type PeopleWindows } from './people-window.ts';
import type { Line } from './read.ts';
import { Session } from './session.ts';
import { Entering } from './subaccounts/entering.ts';
import { KnownSubaccounts } from './subaccounts/known-subaccounts.ts';
import { Place } from './subaccounts/place.ts';
import { SubaccountWindow, type SubaccountWindows } from './subaccounts/subaccount-window.ts';

/** What a scope is made of. */
export interface Parts {
  readonly account: AccountStore;
  readonly activities: Activities;
  readonly decider: Decider;
  readonly entering: Entering;
  readonly intake: CommandIntake;
  readonly listeners: Listeners;
  readonly place: Place;
  readonly session: Session;
  readonly subaccounts: SubaccountWindows;
  readonly knownSubaccounts: KnownSubaccounts;
  readonly windows: PeopleWindows;
  /** What carries commands out, once it was fetched. */
  readonly desk: () => CommandDesk | undefined;
  /** The same, fetched now if it is not there. Rejects with the problem where it cannot be. */
  readonly fetchDesk: () => Promise<CommandDesk>;
}

export interface PartsOptions {
  readonly adapter: AccountAdapter;
  /** The host's own. */
  readonly actions: ActionRegistry | undefined;
  readonly policy: Policy | undefined;
  readonly clock: Clock;
  /** Aborts when the scope is closed. */
  readonly closed: AbortSignal;
  /** Where everything that concerns the host is dispatched. */
  readonly events: EventTarget;
  /** What carries commands out. */
  readonly chunk: CommandChunk;
}

/** Makes the parts of a scope and tells each what it needs of the others. */
export function connectParts(options: PartsOptions): Parts {
  const { adapter, policy, clock, closed, events, chunk } = options;
  const listeners = new Listeners();
  const notify = (): void => listeners.tell();
  const place = new Place();
  const { call } = place;
  const report = (problem: Problem, action: string, startedAt: number): void => {
    // Whoever wrote the adapter has to see this, whether or not an element shows it.
    if (problem.code === 'malformed') console.error(`rosterkit (${adapter.id}): ${problem.title}`);
    events.dispatchEvent(new AccountProblemEvent(problem, action, clock.now() - startedAt));
  };

  const session = new Session(
    (resume) => void events.dispatchEvent(new SessionExpiredEvent(resume)),
    notify,
  );
  const line: Line = { clock, session, report };
  const activities = new Activities(notify);
  const account = new AccountStore(adapter, line, call, () => {
    settle();
    if (account.state.status === 'ready' && !account.outdated) desk()?.accountKnown();
    notify();
  });
  const settle = (): void => {
    if (account.state.status === 'ready') entering.settle();
  };
  const decider = new Decider(
    policy,
    () => account.state,
    (facts, deciding) => desk()?.reservations.facts(facts, deciding) ?? facts,
    actionShapes(options.actions),
    { current: () => place.id, find: (id) => knownSubaccounts.peek(id) },
  );
  const capabilities = async () => (await account.ready()).capabilities;
  const source = { adapter, line, call, capabilities, changed: notify };
  const windows: PeopleWindows = new ListWindows(
    (query, released) => new PeopleWindow(query, source, released),
  );
  const knownSubaccounts = new KnownSubaccounts({
    adapter,
    line,
    closed,
    changed: () => {
      settle();
      notify();
    },
    outdated: () => settle(),
  });
  const seen = (one: Subaccount): void => knownSubaccounts.note(one);
  const subaccounts: SubaccountWindows = new ListWindows(
    (query, released) => new SubaccountWindow(query, { ...source, seen }, released),
  );
  const entering = new Entering({
    account,
    decider,
    events,
    isMissing: (id) => knownSubaccounts.isMissing(id),
    place,
    notify,
    moved: () => {
      windows.reset();
      desk()?.moved();
    },
  });

  let made: CommandDesk | undefined;
  const desk = (): CommandDesk | undefined =>
    (made ??= chunk.ready && new chunk.ready.CommandDesk(parts));
  const fetchDesk = async (): Promise<CommandDesk> => {
    await chunk.fetch();
    const fetched = desk();
    if (!fetched) throw chunkMissing();
    return fetched;
  };
  const intake = new CommandIntake({
    activities,
    call,
    events,
    line,
    desk: () => desk() ?? fetchDesk(),
  });
  const parts: DeskParts = {
    ...options,
    account,
    activities,
    call,
    decider,
    intake,
    knownSubaccounts,
    line,
    notify,
    place,
    subaccounts,
    windows,
  };
  return {
    account,
    activities,
    decider,
    desk,
    entering,
    fetchDesk,
    intake,
    knownSubaccounts,
    listeners,
    place,
    session,
    subaccounts,
    windows,
  };
}
