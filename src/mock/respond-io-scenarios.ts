import type { MemoryOptions } from '../adapter/memory/index.ts';
import type { MockOptions } from './mock-backend.ts';

/** States of an organisation that a page has to cope with, by name, beside those of every product (`scenarios`). */
export const respondIoScenarios = {
  /** One organisation admin is left; billing and user admins are there (RI-7). */
  'last-admin': { adjust: withOneOrgAdmin },
  /** Only as many workspaces as one step can give (RI-11). */
  'few-workspaces': { subaccounts: 8 },
  /** The subscription was cancelled (RI-18). */
  cancelled: { adjust: cancelled },
} as const satisfies Readonly<Record<string, MockOptions>>;

function withOneOrgAdmin(account: MemoryOptions): MemoryOptions {
  const [first, ...rest] = account.people;
  const others = rest.map((each) =>
    each.roleId === 'org-admin' ? { ...each, roleId: 'member' } : each,
  );
  return { ...account, people: [...(first ? [first] : []), ...others] };
}

/** How long after that the organisation is flagged for deletion (RI-18). */
const KEPT_DAYS = 90;

function cancelled(account: MemoryOptions): MemoryOptions {
  const now = Number(account.now?.() ?? Date.now());
  const deletionAt = new Date(now + KEPT_DAYS * 86_400_000).toISOString();
  return { ...account, state: 'cancelled', deletionAt };
}
