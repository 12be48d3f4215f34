import { SubaccountRequestEvent } from '../../../src/index.ts';
import { scenarios } from '../../../src/mock/index.ts';
import { productPage } from '../../product-page.ts';

const { provider } = productPage({
  // An admin, or one of three managers of different sub-accounts.
  viewers: ['admin', 'manager', 'manager-2', 'manager-3'],
  // Those that are not about what only another product has.
  scenarios: {
    default: scenarios.default,
    empty: scenarios.empty,
    slow: scenarios.slow,
    failing: scenarios.failing,
    offline: scenarios.offline,
    huge: scenarios.huge,
    'session-expires': scenarios['session-expires'],
  },
  account: ({ count }) => ({ product: 'messaging', count: 400, subaccounts: Number(count) }),
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
