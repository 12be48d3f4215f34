import { respondIoScenarios, scenarios } from '../../../src/mock/index.ts';
import { productPage } from '../../product-page.ts';

const { provider } = productPage({
  viewers: ['org-admin', 'billing-admin', 'user-admin', 'member'],
  // States of every product, and those that only this one has.
  scenarios: {
    default: scenarios.default,
    ...respondIoScenarios,
    'one-person': scenarios['one-person'],
    slow: scenarios.slow,
    failing: scenarios.failing,
    offline: scenarios.offline,
    'session-expires': scenarios['session-expires'],
  },
  account: ({ count }) => ({ product: 'respond-io', count: Number(count) }),
});

// As the product lists them (RI-8): who is pending stands where the last login would.
provider.querySelector('user-table')!.columns = [
  'name',
  'role',
  'email',
  'subaccount',
  'lastActiveAt',
];
