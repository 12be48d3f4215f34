import { setupWorker } from 'msw/browser';
import fr from '../../../src/i18n/locales/fr.ts';
import { registerMessages, SubaccountRequestEvent } from '../../../src/index.ts';
import {
  createMockBackend,
  handlers,
  scenarios,
  type MockBackend,
  type ScenarioName,
} from '../../../src/mock/index.ts';
import { controls, type Settings } from '../../controls.ts';

registerMessages(fr);

/** Those that are not about what only another product has. */
const SCENARIOS: readonly ScenarioName[] = [
  'default', 'empty', 'slow', 'failing', 'offline', 'huge', 'session-expires',
]; // prettier-ignore
/** Whose page it is: an admin, or one of three managers of different sub-accounts. */
const VIEWERS = ['admin', 'manager', 'manager-2', 'manager-3'];

const provider = document.querySelector('account-scope')!;
const baseUrl = provider.getAttribute('base-url') ?? '';
const signedOut = document.querySelector<HTMLElement>('#signed-out')!;

const worker = setupWorker();
let backend: MockBackend | undefined;
let made = '';

/** Puts a backend behind the address; what was changed stays while only the viewer changes. */
function serve({ as, count, scenario }: Settings): void {
  const key = `${scenario} ${count}`;
  if (!backend || made !== key) {
    backend = createMockBackend({
      product: 'messaging',
      seed: 7,
      count: 400,
      subaccounts: Number(count),
      latency: 250,
      ...scenarios[scenario as ScenarioName],
    });
    worker.resetHandlers(...handlers(backend, { baseUrl }));
    made = key;
  }
  const { memory } = backend;
  const [role, nth = '1'] = as.split('-');
  const active = memory
    .dump()
    .people.filter(({ roleId, status }) => roleId === role && status === 'active');
  const actor = active[Number(nth) - 1] ?? active[0];
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

const WORDS = {
  en: {
    first: 'Choose a sub-account first.',
    saved: 'Saved.',
    failed: 'It was not saved. Try again.',
  },
  fr: {
    first: 'Choisissez d’abord un sous-compte.',
    saved: 'Enregistré.',
    failed: 'Rien n’a été enregistré. Réessayez.',
  },
};

// The host's own widget: an inbox belongs to one sub-account, so one has to be chosen first (MS-12).
const form = document.querySelector<HTMLFormElement>('.inbox')!;
const why = form.querySelector<HTMLElement>('.inbox-why')!;
const said = form.querySelector<HTMLElement>('.inbox-said')!;
const words = () => WORDS[document.documentElement.lang === 'fr' ? 'fr' : 'en'];

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { scope } = provider;
  if (!scope) return;
  said.textContent = '';
  const decision = scope.decide({ action: 'inbox.configure', draft: true });
  const needsOne = scope.standing(decision) === 'needs-subaccount';
  why.hidden = !needsOne;
  why.textContent = words().first;
  if (needsOne) {
    scope.dispatchEvent(new SubaccountRequestEvent());
    return;
  }
  const values = Object.fromEntries(new FormData(form));
  void scope.run({ action: 'inbox.configure', change: { values } }).then(({ status }) => {
    said.textContent = status === 'done' ? words().saved : words().failed;
  });
});
provider.addEventListener('subaccount-changed', () => {
  why.hidden = true;
  said.textContent = '';
});

controls({ as: VIEWERS, scenario: SCENARIOS }, connect);
