import { setupWorker } from 'msw/browser';
import type { Money } from '../../../src/adapter/index.ts';
import fr from '../../../src/i18n/locales/fr.ts';
import { registerMessages, type AccountCommandEvent } from '../../../src/index.ts';
import {
  createMockBackend,
  handlers,
  scenarios,
  type MockBackend,
  type MockOptions,
  type ScenarioName,
} from '../../../src/mock/index.ts';
import { controls, type Settings } from '../../controls.ts';

registerMessages(fr);

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
const VIEWERS = ['host', 'multi-user'];

const provider = document.querySelector('account-scope')!;
const baseUrl = provider.getAttribute('base-url') ?? '';
const signedOut = document.querySelector<HTMLElement>('#signed-out')!;

const worker = setupWorker();
let backend: MockBackend | undefined;
let made = '';
let hasHappened = false;

/** Puts a backend behind the address; what was changed stays while only the viewer changes. */
function serve({ as, scenario }: Settings): void {
  if (!backend || made !== scenario) {
    backend = createMockBackend({
      product: 'clickmeeting',
      seed: 7,
      latency: 250,
      ...SCENARIOS[scenario],
    });
    worker.resetHandlers(...handlers(backend, { baseUrl }));
    made = scenario;
    hasHappened = false;
  }
  const { memory } = backend;
  const actor = memory
    .dump()
    .people.find(({ roleId, status }) => roleId === as && status === 'active');
  if (actor) memory.actAs(actor.id);
}

let isUp = false;

async function connect(settings: Settings): Promise<void> {
  serve(settings);
  signedOut.hidden = true;
  if (!isUp) {
    isUp = true;
    const url = new URL('../../mockServiceWorker.js', document.baseURI).pathname;
    await worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url } });
    await import('../../../src/define.ts');
  } else {
    // Another address makes a new scope: what one person did is not offered to the next to undo.
    provider.baseUrl = undefined;
    await provider.updateComplete;
    provider.baseUrl = baseUrl;
  }
}

/** Once, just before something is sent: the price goes up, or the sub-account ends. */
provider.addEventListener('account-command', ({ commands }: AccountCommandEvent) => {
  const [command] = commands;
  if (!backend || !command || hasHappened) return;
  const { memory } = backend;
  if (made === 'price-changes' && command.change?.token) {
    const { prices = {} } = memory.dump();
    const bySize = (prices['subaccount'] ?? {}) as Readonly<Record<string, Money>>;
    const raised = Object.entries(bySize).map(([size, price]): [string, Money] => [
      size,
      { ...price, amount: Math.round(price.amount * 1.2) },
    ]);
    hasHappened = true;
    memory.set({ prices: { ...prices, subaccount: Object.fromEntries(raised) } });
  }
  const target = command.target;
  if (made === 'ended-meanwhile' && target && 'id' in target) {
    const { subaccounts = [] } = memory.dump();
    hasHappened = true;
    memory.set({
      subaccounts: subaccounts.map((one) =>
        one.id === target.id ? { ...one, status: 'ended' as const } : one,
      ),
    });
  }
});

provider.addEventListener('session-expired', (event) => {
  signedOut.hidden = false;
  signedOut.querySelector('button')!.onclick = () => {
    signedOut.hidden = true;
    if (backend) backend.conditions.expired = false;
    event.resume();
  };
});

controls({ as: VIEWERS, scenario: Object.keys(SCENARIOS) }, connect);
