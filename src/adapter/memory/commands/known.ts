import { emailKey } from '../../../domain/index.ts';
import type { Act } from '../act.ts';
import { invalid } from '../fail.ts';

/** Refuses a role that the account does not have. */
export function checkRole({ roles, change }: Act): void {
  if (roles.length && !roles.some(({ id }) => id === change.roleId))
    invalid('/change/roleId', 'unknown');
}

/** Refuses sub-accounts that the account does not have. */
export function checkSubaccounts({ store, change }: Act): void {
  const known = store.account.subaccounts ?? [];
  const isKnown = change.subaccountIds?.every((id) => known.some((one) => one.id === id)) ?? true;
  if (!isKnown) invalid('/change/subaccountIds', 'unknown');
}

/** Which part of a record a group belongs to. An empty id is no user group; one that nobody made is refused. */
export function checkGroup(
  { store }: Act,
  id = '',
  pointer = '/change/groupId',
): 'groupIds' | 'chatGroupIds' {
  const { groups = [], chatGroups = [] } = store.account;
  if (!id || groups.some((one) => one.id === id)) return 'groupIds';
  return chatGroups.some((one) => one.id === id) ? 'chatGroupIds' : invalid(pointer, 'unknown');
}

/** The domain of an address, as addresses are compared by. */
export function domainOf(email: string): string {
  return emailKey(email).replace(/^.*@/s, '');
}
