import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../src/adapter/memory/index.ts';
import { ReturnRefresh } from '../../src/controllers/return-refresh.ts';
import { lessCapable } from '../../src/mock/index.ts';
import { createScope, type AccountScope } from '../../src/state/index.ts';
import { until } from '../elements/people-page.ts';

/** A page that goes out of sight and comes back when a test says so. */
class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  turn(to: DocumentVisibilityState): void {
    this.visibilityState = to;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

const ADA = {
  id: 'ada',
  email: 'ada@example.com',
  firstName: 'Ada',
  lastName: 'Doe',
  roleId: 'owner',
};

interface Made {
  readonly page: Page;
  readonly scope: AccountScope;
  readonly follows: ReturnRefresh;
  /** How often the account was read. */
  reads(): number;
  away(ms: number): void;
}

async function followed(live: 'push' | 'none'): Promise<Made> {
  let now = Date.parse('2026-11-20T10:00:00Z');
  let reads = 0;
  const adapter = lessCapable(createMemoryAdapter({ people: [ADA], now: () => now }), { live });
  const scope = createScope({
    adapter: { ...adapter, account: (call) => (reads++, adapter.account(call)) },
    clock: { now: () => now, sleep: () => new Promise(() => undefined) },
  });
  await until(() => scope.account.status === 'ready', 'the account is known');
  const page = new Page();
  const follows = new ReturnRefresh(page as unknown as Document);
  follows.follow(scope);
  const away = (ms: number): void => {
    page.turn('hidden');
    now += ms;
    page.turn('visible');
  };
  return { page, scope, follows, reads: () => reads, away };
}

describe('a page that comes back into sight', () => {
  it('is read anew after a while, where the backend does not tell of changes', async () => {
    const { away, reads } = await followed('none');
    const before = reads();
    away(14_999);
    expect(reads(), 'a glance aside').to.equal(before);
    away(15_000);
    await until(() => reads() === before + 1, 'it is read');
  });

  it('is not where the backend tells of them by itself', async () => {
    const { away, reads } = await followed('push');
    const before = reads();
    away(3_600_000);
    expect(reads()).to.equal(before);
  });

  it('is left alone once it belongs to no account any more', async () => {
    const { away, reads, follows } = await followed('none');
    const before = reads();
    follows.follow(undefined);
    away(3_600_000);
    expect(reads()).to.equal(before);
  });
});
