import type { Problem } from '../../src/adapter/index.ts';
import type { Command } from '../../src/domain/index.ts';
import type { PolicyDocument } from '../../src/policy/index.ts';
import {
  createScope,
  type AccountCommandEvent,
  type AccountProblemEvent,
  type AccountScope,
  type Intent,
  type NewCommand,
  type Outcome,
  type PeopleWindow,
  type ScopeOptions,
  type SessionExpiredEvent,
} from '../../src/state/index.ts';
import './chunk.ts';
import { FakeBackend } from './fake-backend.ts';
import { ManualClock, turn } from './manual-clock.ts';

/** An owner must remain; members may do nothing. */
export const POLICY: PolicyDocument = {
  format: 1,
  id: 'test',
  roles: [
    { id: 'owner', permissions: ['*'], rank: 3, min: 1 },
    { id: 'admin', permissions: ['user.*'], rank: 2 },
    { id: 'member', permissions: ['user.list', 'user.view'], rank: 1 },
  ],
  rules: [],
};

export interface SetUp {
  readonly backend: FakeBackend;
  readonly clock: ManualClock;
  readonly scope: AccountScope;
  /** What each act ended with. */
  readonly acts: (readonly Outcome[])[];
  /** What the host was asked. */
  readonly asked: AccountCommandEvent[];
  readonly problems: AccountProblemEvent[];
  readonly expiries: SessionExpiredEvent[];
}

/** A scope over a fake backend with a clock that stands still, and everything it dispatched. */
export function setUp(
  backend = new FakeBackend(),
  options: Partial<Omit<ScopeOptions, 'policy'>> & { policy?: ScopeOptions['policy'] | null } = {},
): SetUp {
  const clock = new ManualClock();
  const { policy = POLICY, ...rest } = options;
  const scope = createScope({ adapter: backend, clock, ...(policy && { policy }), ...rest });
  const seen: SetUp = { backend, clock, scope, acts: [], asked: [], problems: [], expiries: [] };
  scope.addEventListener('account-command', (event) => seen.asked.push(event));
  scope.addEventListener('account-outcome', ({ outcomes }) => seen.acts.push(outcomes));
  scope.addEventListener('account-problem', (event) => seen.problems.push(event));
  scope.addEventListener('session-expired', (event) => seen.expiries.push(event));
  return seen;
}

/** A window that shows its first rows. */
export async function open(scope: AccountScope, first = 0, last = 20): Promise<PeopleWindow> {
  const window = scope.query({});
  window.show(first, last);
  await turn();
  return window;
}

export function changeRole(id: string, roleId: string, rest: Partial<Command> = {}): NewCommand {
  return {
    action: 'user.change-role',
    target: { kind: 'person', id },
    change: { roleId },
    ...rest,
  };
}

/** Ids of the rows from `first` on, `undefined` where none is known. */
export function ids(window: PeopleWindow, first = 0, count = window.length - first): unknown[] {
  return Array.from({ length: count }, (_, n) => window.at(first + n)?.id);
}

/** The only one of them; anything else is a mistake. */
export function only<T>(list: readonly T[]): T {
  if (list.length !== 1) throw new Error(`Expected one, got ${list.length}`);
  return list[0]!;
}

/** What stands in a row: the phases of what is under way, or ended badly, on someone. */
export function phases(scope: AccountScope, id: string): string[] {
  return scope.activitiesOn(id).map(({ phase }) => phase);
}

/** Why a command was refused, or is uncertain. */
export function problemOf(outcome: Outcome | undefined): Problem {
  if (outcome && 'problem' in outcome) return outcome.problem;
  throw new Error(`Expected a problem, got ${outcome?.status ?? 'nothing'}`);
}

/** Holds the next act with a promise that the test settles. */
export function holdNext({ scope }: SetUp): {
  readonly answer: (intent?: unknown) => void;
  readonly fail: (reason: Error) => void;
} {
  let answer!: (intent?: unknown) => void;
  let fail!: (reason: Error) => void;
  const intent = new Promise((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  scope.addEventListener('account-command', (event) => event.waitUntil(intent as Promise<Intent>), {
    once: true,
  });
  return { answer: (given) => answer(given), fail: (reason) => fail(reason) };
}

/** A backend that may do a command as often as it is sent, or knows no versions. */
export function without(...parts: ('idempotency' | 'versions')[]): FakeBackend {
  const backend = new FakeBackend();
  backend.abilities = {
    ...backend.abilities,
    idempotency: !parts.includes('idempotency'),
    concurrency: parts.includes('versions') ? 'none' : 'version',
  };
  return backend;
}
