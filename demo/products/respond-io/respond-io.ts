import { setupWorker } from 'msw/browser';
import fr from '../../../src/i18n/locales/fr.ts';
import { registerMessages } from '../../../src/index.ts';
import {
  createMockBackend,
  handlers,
  respondIoScenarios,
  scenarios,
  type MockBackend,
  type MockOptions,
} from '../../../src/mock/index.ts';
import { controls, type Settings } from '../../controls.ts';

registerMessages(fr);

/** States of every product, and those that only this one has. */
const SCENARIOS: Readonly<Record<string, MockOptions>> = {
  default: scenarios.default,
  ...respondIoScenarios,
  'one-person': scenarios['one-person'],
  slow: scenarios.slow,
  failing: scenarios.failing,
  offline: scenarios.offline,
  'session-expires': scenarios['session-expires'],
};
const VIEWERS = ['org-admin', 'billing-admin', 'user-admin', 'member'];

const provider = document.querySelector('account-scope')!;
const baseUrl = provider.getAttribute('base-url') ?? '';
// As the product lists them (RI-8): who is pending stands where the last login would.
provider.querySelector('user-table')!.columns = [
  'name',
  'role',
  'email',
  'subaccount',
  'lastActiveAt',
];
const signedOut = document.querySelector<HTMLElement>('#signed-out')!;

const worker = setupWorker();
let backend: MockBackend | undefined;
let made = '';

/** Puts a backend behind the address; what was changed stays while only the viewer changes. */
function serve({ as, count, scenario }: Settings): void {
  const key = `${scenario} ${count}`;
  if (!backend || made !== key) {
    backend = createMockBackend({
      product: 'respond-io',
      seed: 7,
      count: Number(count),
      latency: 250,
      ...SCENARIOS[scenario],
    });
    worker.resetHandlers(...handlers(backend, { baseUrl }));
    made = key;
  }
  const { memory } = backend;
  const { people } = memory.dump();
  const actor = people.find(({ roleId, status }) => roleId === as && status === 'active');
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

provider.addEventListener('session-expired', (event) => {
  signedOut.hidden = false;
  signedOut.querySelector('button')!.onclick = () => {
    signedOut.hidden = true;
    if (backend) backend.conditions.expired = false;
    event.resume();
  };
});

controls({ as: VIEWERS, scenario: Object.keys(SCENARIOS) }, connect);
