import type { ChangeData, PersonRecord } from '../../domain/index.ts';

/**
 * What an act of many keeps of a record while it lasts: what a policy looks at, what undo restores, and what people are
 * called. A record may be much larger, and there may be any number of them.
 */
const KEPT: { readonly [Part in keyof PersonRecord]-?: boolean } = {
  id: true, version: true, email: true, firstName: true, lastName: true, displayName: true,
  roleId: true, roleIds: true, status: true, subaccountIds: true, userType: true, addons: true, products: true,
  restricted: true, ownedFields: true, viaDomain: true, billingContact: true, groupIds: true, chatGroupIds: true,
  avatarUrl: false, department: false, manager: false, jobTitle: false, location: false,
  attributes: false, externalContacts: false, createdAt: false, lastActiveAt: false, invitedAt: false,
  expiresAt: false, mail: false, awaiting: false,
}; // prettier-ignore

/** Makes of a record what an act with this change keeps of it. */
export function keeping(change: ChangeData | undefined): (person: PersonRecord) => PersonRecord {
  const fields = Object.keys(change?.values ?? {});
  const parts = new Set<string>(fields);
  // Custom attributes lie in a record of their own.
  if (fields.some((field) => field.startsWith('x-'))) parts.add('attributes');
  for (const [part, isKept] of Object.entries(KEPT)) if (isKept) parts.add(part);
  // What a set-expiry and the like restore goes by its own name.
  for (const part of Object.keys(change ?? {})) parts.add(part);
  return (person) =>
    Object.fromEntries(
      Object.entries(person).filter(([part]) => parts.has(part)),
    ) as unknown as PersonRecord;
}
