import type { Money } from '../../../src/adapter/index.ts';
import type { AccountCommandEvent } from '../../../src/index.ts';
import {
  scenarios,
  type MockBackend,
  type MockOptions,
  type ScenarioName,
} from '../../../src/mock/index.ts';
import { productPage } from '../../product-page.ts';

/** What is different from a fair day; the last two happen behind the page's back, while it sends. */
const SCENARIOS: Readonly<Record<string, MockOptions>> = {
  default: {},
  'no-slots-left': { freeSlots: 0 },
  'no-sub-accounts': { adjust: (account) => ({ ...account, subaccounts: [], pools: { ...account.pools, subaccount: 0 }, slots: [] }) }, // prettier-ignore
  'price-changes': {},
  'ended-meanwhile': {},
  ...Object.fromEntries(
    (['slow', 'failing', 'offline', 'session-expires'] satisfies ScenarioName[]).map((name) => [
      name,
      scenarios[name],
    ]),
  ),
};

const page = productPage({
  viewers: ['host', 'multi-user'],
  scenarios: SCENARIOS,
  account: () => ({ product: 'clickmeeting' }),
});
/** The backends behind whose pages it has happened. */
const happened = new WeakSet<MockBackend>();

/** Once, just before something is sent: the price goes up, or the sub-account ends. */
page.provider.addEventListener('account-command', ({ commands }: AccountCommandEvent) => {
  const [command] = commands;
  const behind = page.backend();
  if (!behind || !command || happened.has(behind)) return;
  const { memory } = behind;
  const scenario = page.scenario();
  if (scenario === 'price-changes' && command.change?.token) {
    const { prices = {} } = memory.dump();
    const bySize = (prices['subaccount'] ?? {}) as Readonly<Record<string, Money>>;
    const raised = Object.entries(bySize).map(([size, price]): [string, Money] => [
      size,
      { ...price, amount: Math.round(price.amount * 1.2) },
    ]);
    happened.add(behind);
    memory.set({ prices: { ...prices, subaccount: Object.fromEntries(raised) } });
  }
  const target = command.target;
  if (scenario === 'ended-meanwhile' && target && 'id' in target) {
    const { subaccounts = [] } = memory.dump();
    happened.add(behind);
    memory.set({
      subaccounts: subaccounts.map((one) =>
        one.id === target.id ? { ...one, status: 'ended' as const } : one,
      ),
    });
  }
});
