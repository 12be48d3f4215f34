import { emailKey, type Choice, type GroupKind } from '../../../domain/index.ts';
import type { Act } from '../act.ts';
import { invalid } from '../../fail.ts';

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

const GROUPS_OF = { user: 'groupIds', chat: 'chatGroupIds' } as const;

/**
 * Which part of a record a group belongs to. An empty id is no group, of users unless a kind is given; one that nobody made,
 * or that is of another kind, is refused.
 */
export function checkGroup(
  { store }: Act,
  id = '',
  { kind, pointer = '/change/groupId' }: GroupCheck = {},
): 'groupIds' | 'chatGroupIds' {
  const { groups = [], chatGroups = [] } = store.account;
  const has = (all: readonly Choice[]): boolean => all.some((one) => one.id === id);
  const found = has(groups) ? 'user' : has(chatGroups) ? 'chat' : undefined;
  if (!id) return GROUPS_OF[kind ?? 'user'];
  if (found === undefined || (kind ?? found) !== found) return invalid(pointer, 'unknown');
  return GROUPS_OF[found];
}

export interface GroupCheck {
  readonly kind?: GroupKind;
  readonly pointer?: string;
}

/** The domain of an address, as addresses are compared by. */
export function domainOf(email: string): string {
  return emailKey(email).replace(/^.*@/s, '');
}
