import type { MockOptions } from '../../src/mock/index.ts';

/** For `adjust`: an account that has sub-accounts, so that nothing of the port is without an example. */
export const withSubaccounts: NonNullable<MockOptions['adjust']> = (account) => ({
  ...account,
  subaccounts: ['North', 'Élan', 'South'].map((name) => ({ id: name, name })),
});
