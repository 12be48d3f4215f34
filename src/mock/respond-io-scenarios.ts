import type { MemoryOptions } from '../adapter/memory/index.ts';
import type { MockOptions } from './mock-backend.ts';

/** States of an organisation that a page has to cope with, by name, beside those of every product (`scenarios`). */
export const respondIoScenarios = {
  /** One organisation admin is left; billing and user admins are there (RI-7). */
  'last-admin': { adjust: withOneOrgAdmin },
  /** Only as many workspaces as one step can give (RI-11). */
  'few-workspaces': { subaccounts: 8 },
  /** The subscription was cancelled (RI-18). */
  cancelled: { adjust: (account) => ({ ...account, state: 'cancelled' }) },
} as const satisfies Readonly<Record<string, MockOptions>>;

function withOneOrgAdmin(account: MemoryOptions): MemoryOptions {
  const [first, ...rest] = account.people;
  const others = rest.map((each) =>
    each.roleId === 'org-admin' ? { ...each, roleId: 'member' } : each,
  );
  return { ...account, people: [...(first ? [first] : []), ...others] };
}
