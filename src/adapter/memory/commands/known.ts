import type { Act } from '../act.ts';
import { invalid } from '../fail.ts';

/** Refuses a role that the account does not have. */
export function checkRole({ roles }: Act, roleId: string | undefined): void {
  if (roles.length && !roles.some(({ id }) => id === roleId)) invalid('/change/roleId', 'unknown');
}

/** Refuses sub-accounts that the account does not have. */
export function checkSubaccounts({ store }: Act, ids: readonly string[] = []): void {
  const known = store.account.subaccounts ?? [];
  if (!ids.every((id) => known.some((one) => one.id === id)))
    invalid('/change/subaccountIds', 'unknown');
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
