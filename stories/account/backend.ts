import type { RequestHandler } from 'msw';
import { setupWorker, type SetupWorker } from 'msw/browser';
import type { MemoryAdapter } from '../../src/adapter/memory/index.ts';
import {
  createMockBackend,
  handlers,
  lessCapable,
  type Conditions,
  type Failure,
} from '../../src/mock/index.ts';
import type { Rule } from '../../src/policy/index.ts';
import { accountOf } from './accounts.ts';
import { noChanges } from './answers.ts';
import { NOW } from './clock.ts';
import type { AccountSetup, StoryAccount } from './setup.ts';
import type { Toolbar } from './toolbar.ts';

interface Served {
  readonly setup: string;
  readonly parameters: AccountSetup;
  readonly account: StoryAccount;
  readonly handlers: readonly RequestHandler[];
}

/** Nobody is listed: whoever set the account up runs it without being one of its people. */
const UNLISTED: Rule = {
  id: 'stories/unlisted',
  actions: ['user.view'],
  when: { fact: 'self', is: true },
  reason: { key: 'noPermission' },
};

let worker: SetupWorker | undefined;
const served = new Map<string, Served>();
let count = 0;

/** Lets the mock answer the page's requests. */
export async function startWorker(): Promise<void> {
  const url = new URL('./mockServiceWorker.js', document.baseURI).pathname;
  const started = (worker = setupWorker());
  const start = () =>
    started.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url } });
  // After a reload that of the page before may be just leaving: then it is registered anew.
  await start().catch(start);
}

/**
 * The backend of a story, at an address of its own, so that many can stand on one page. The same one for as long as the
 * toolbar says the same: what was changed in it stays while only colours or words do.
 */
export async function serve(
  id: string,
  toolbar: Toolbar,
  parameters: AccountSetup,
): Promise<StoryAccount> {
  const { product, as, people, seats, latency, failures } = toolbar;
  const setup = JSON.stringify([product, as, people, seats, latency, failures]);
  const before = served.get(id);
  if (before?.setup === setup && before.parameters === parameters) return before.account;
  const baseUrl = new URL(`./api/${++count}`, document.baseURI).href;
  const { adjust, policy, first, less, none: _none, ...conditions } = parameters;
  const made = accountOf(product, { count: Math.max(1, Number(people)), now: NOW });
  const backend = createMockBackend({
    account: people === '0' ? withRule(made, UNLISTED) : made,
    seed: 7,
    ...conditionsOf(toolbar),
    ...(as && { as }),
    ...(adjust && { adjust }),
    ...conditions,
  });
  if (seats) await leaveSeats(backend.memory, Number(seats));
  const account = { backend, baseUrl, policy: 'policy' in parameters ? policy : product };
  served.set(id, {
    setup,
    parameters,
    account,
    handlers: [
      ...(first?.(baseUrl) ?? []),
      ...(failures === 'changes' ? noChanges(baseUrl) : []),
      ...handlers(less ? { ...backend, memory: lessCapable(backend.memory, less) } : backend, {
        baseUrl,
      }),
    ],
  });
  answer();
  return account;
}

/** The story is no longer on the page. */
export function leave(id: string): void {
  if (served.delete(id)) answer();
}

function answer(): void {
  worker?.resetHandlers(...[...served.values()].flatMap(({ handlers: each }) => each));
}

function conditionsOf({ latency, failures }: Toolbar): Partial<Conditions> {
  const slow = latency === '0' ? {} : { latency: Number(latency) };
  switch (failures) {
    case 'none':
    case 'changes':
      return slow;
    case 'some':
      return { ...slow, failureRate: 0.2 };
    case 'offline':
      return { ...slow, offline: true };
    case 'expired':
      return { ...slow, expired: true };
    default:
      return { ...slow, failureRate: 1, failures: [failures as Failure] };
  }
}

/** Buys so many seats of every pool that this many are free. */
async function leaveSeats(memory: MemoryAdapter, left: number): Promise<void> {
  const { facts } = await memory.account();
  const pools = Object.entries(facts.seats ?? {}).map(([pool, { used }]) => [pool, used + left]);
  if (pools.length > 0) memory.set({ pools: Object.fromEntries(pools) as Record<string, number> });
}

function withRule<T extends ReturnType<typeof accountOf>>(account: T, rule: Rule): T {
  const { policy } = account;
  if (!policy || 'document' in policy) return account;
  return { ...account, policy: { ...policy, rules: [...policy.rules, rule] } };
}
