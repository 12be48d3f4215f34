import { scenarios } from '../../../src/mock/index.ts';
import { productPage } from '../../product-page.ts';

const { provider } = productPage({
  viewers: ['account-admin', 'account-admin-2', 'user'],
  scenarios: {
    default: {},
    'no-seats': scenarios['no-seats'],
    'one-person': scenarios['one-person'],
    slow: scenarios.slow,
    failing: scenarios.failing,
    offline: scenarios.offline,
    huge: scenarios.huge,
    'session-expires': scenarios['session-expires'],
  },
  account: ({ count }) => ({ product: 'logmein', count: Number(count) }),
});

// This page has a shop: five more, on the house.
provider.addEventListener('seat-buy', (event) => {
  event.preventDefault();
  const change = { values: { pool: event.pool }, count: 5 };
  void provider.scope?.run({ action: 'license.add', change });
});
