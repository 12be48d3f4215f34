import type { MockOptions } from '../../src/mock/index.ts';

/** For `adjust`: an account that has all there can be, so that nothing of the port is without an example. */
export const withEverything: NonNullable<MockOptions['adjust']> = (account) => ({
  ...account,
  subaccounts: ['North', 'Élan', 'South'].map((name) => ({ id: name, name })),
  roles: [{ id: 'guest', permissions: [], scope: 'event' }],
  events: [{ id: 'e1', name: 'Tour', status: 'planned' }],
  links: [{ id: 'l1', roleId: 'guest', eventId: 'e1' }],
});
