import type { AccountAdapter, Call } from '../adapter/port.ts';
import type { Problem } from '../adapter/problem.ts';
import type { ActionRegistry, Topic } from '../domain/index.ts';
import type { Policy } from '../policy/index.ts';
import { AccountStore } from './account-store.ts';
import { Activities } from './activities.ts';
import type { Clock } from './clock.ts';
import { CommandRunner } from './command-runner.ts';
import { Decider } from './decider.ts';
import { AccountProblemEvent, SessionExpiredEvent } from './events.ts';
import { Listeners } from './listeners.ts';
import { newId } from './new-command.ts';
import { PeopleWindows } from './people-windows.ts';
import type { Line } from './read.ts';
import { Session } from './session.ts';
import { Undo } from './undo.ts';

/** What a scope is made of. */
export interface Parts {
  readonly account: AccountStore;
  readonly activities: Activities;
  readonly decider: Decider;
  readonly listeners: Listeners;
  readonly runner: CommandRunner;
  readonly session: Session;
  readonly undo: Undo;
  readonly windows: PeopleWindows;
}

export interface PartsOptions {
  readonly adapter: AccountAdapter;
  readonly actions: ActionRegistry;
  readonly policy: Policy | undefined;
  readonly clock: Clock;
  /** Where everything that concerns the host is dispatched. */
  readonly events: EventTarget;
}

/** Makes the parts of a scope and tells each what it needs of the others. */
export function connectParts({ adapter, actions, policy, clock, events }: PartsOptions): Parts {
  const listeners = new Listeners();
  const notify = (): void => listeners.tell();
  const call = (): Call => ({});
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
    // New facts may have closed what could be undone a moment ago.
    if (account.state.status === 'ready' && !account.outdated) undo.closeImpossible();
    notify();
  });
  const decider = new Decider(policy, () => account.state);
  const capabilities = async () => (await account.ready()).capabilities;
  const windows = new PeopleWindows({ adapter, line, call, capabilities, changed: notify });
  const find = windows.find.bind(windows);

  const runner = new CommandRunner({
    adapter,
    actions,
    line,
    call,
    newId,
    activities,
    events,
    known: find,
    ready: async () => {
      const { concurrency, idempotency } = await capabilities();
      return { versions: concurrency === 'version', idempotent: idempotency };
    },
    offers: (action) => account.offers(action),
    decideAll: (commands, personOf) => decider.commands(commands, personOf),
    maySend: (decision) => decider.maySend(decision),
    outdated: () => account.outdated,
    lookAgain: () => account.again(),
    learned: (id, person) => {
      windows.learned(id, person);
      notify();
    },
    done: (outcome, before, act) => {
      account.outdate();
      undo.done(outcome, before, act, clock.now());
    },
    invalidate: (topics: ReadonlySet<Topic>) => {
      if (topics.has('people')) windows.refresh();
      if (topics.has('account')) void account.again();
    },
  });
  const undo = new Undo({
    run: (inverses) => runner.run(inverses, { source: 'undo' }),
    find,
    decide: (command, target) => decider.commands([command], () => target)[0],
    restored: (id, from, to) => runner.restored(id, from, to),
    changed: notify,
  });
  return { account, activities, decider, listeners, runner, session, undo, windows };
}
