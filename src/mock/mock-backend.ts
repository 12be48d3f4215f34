import {
  createMemoryAdapter,
  type MemoryAdapter,
  type MemoryOptions,
} from '../adapter/memory/index.ts';
import { FAIR, type Conditions } from './conditions.ts';
import { createRandom, type Random } from './random.ts';
import { logmeinAccount, type LogmeinAccountOptions } from './logmein-account.ts';
import { messagingAccount, type MessagingAccountOptions } from './messaging-account.ts';
import { clickmeetingAccount, type ClickmeetingAccountOptions } from './clickmeeting-account.ts';
import { respondIoAccount, type RespondIoAccountOptions } from './respond-io-account.ts';
import { zoomAccount, type ZoomAccountOptions } from './zoom-account.ts';

/** A whole account of each product, made up from a seed. To add one: its file, and its line here. */
export const ACCOUNTS = {
  clickmeeting: clickmeetingAccount,
  logmein: logmeinAccount,
  messaging: messagingAccount,
  'respond-io': respondIoAccount,
  zoom: zoomAccount,
} as const;

/** A product that there is an account of. */
export type MockProduct = keyof typeof ACCOUNTS;

export interface MockOptions
  extends
    ClickmeetingAccountOptions,
    LogmeinAccountOptions,
    MessagingAccountOptions,
    RespondIoAccountOptions,
    ZoomAccountOptions,
    Partial<Conditions> {
  /** Whose account is made up. Default: `zoom`. */
  readonly product?: MockProduct;
  /** Who is on the account and what it has. Default: one of `product` with 200 people, made up from `seed`. */
  readonly account?: MemoryOptions;
  /** Whose role the one who is signed in has. Default: the highest. */
  readonly as?: string;
  /** Changes the account before the backend starts. */
  readonly adjust?: (account: MemoryOptions) => MemoryOptions;
  /** In place of real time, for whatever takes some. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** A backend to be reached over HTTP, and everything that a demo or a test may do behind its back. */
export interface MockBackend {
  /** The backend itself: `memory.actAs(id)` signs someone else in, `memory.edit(…)` changes things elsewhere. */
  readonly memory: MemoryAdapter;
  readonly conditions: Conditions;
  readonly sleep: (ms: number) => Promise<void>;
  /** What fails, and how long things take, is the same for the same seed and the same requests. */
  readonly random: Random;
}

const DEFAULT_COUNT = 200;

/**
 * A whole backend with made-up people; `handlers(backend)` let it be reached. Options name what is different from a
 * fair day, and there are sets of them by name: `createMockBackend(scenarios.slow)`.
 */
export function createMockBackend(options: MockOptions = {}): MockBackend {
  const { account, as, adjust, product = 'zoom' } = options;
  const { sleep = realTime, seed = 1, count = DEFAULT_COUNT } = options;
  const made = account ?? ACCOUNTS[product]({ ...options, seed, count });
  const memory = createMemoryAdapter(adjust ? adjust(made) : made);
  const actor = memory
    .dump()
    .people.find(({ roleId, status }) => roleId === as && status === 'active');
  if (actor) memory.actAs(actor.id);
  const given = Object.fromEntries(
    Object.keys(FAIR).flatMap((key) => {
      const value = options[key as keyof Conditions];
      return value === undefined ? [] : [[key, value]];
    }),
  ) as Partial<Conditions>;
  return { memory, conditions: { ...FAIR, ...given }, sleep, random: createRandom(seed) };
}

function realTime(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
