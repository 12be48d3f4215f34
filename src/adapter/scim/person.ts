import type { SourcePerson } from '../create-adapter/index.ts';
import { ENTERPRISE, type MultiValue, type ScimUser } from './resources.ts';

/** How roles are named on either side. */
export interface RoleNames {
  readonly defaultRole: string;
  idOf(value: string): string;
  valueOf(id: string): string;
}

export function roleNames(
  values: Readonly<Record<string, string>> = {},
  defaultRole = 'member',
): RoleNames {
  const ids = new Map(Object.entries(values).map(([id, value]) => [value, id]));
  return {
    defaultRole,
    idOf: (value) => ids.get(value) ?? value,
    valueOf: (id) => (Object.hasOwn(values, id) ? (values[id] ?? id) : id),
  };
}

/** The one that counts: the primary, else the first that is anything. */
function mainOf(list: readonly MultiValue[] | undefined): string | undefined {
  const filled = listed(list).filter(({ value }) => typeof value === 'string' && value !== '');
  return (filled.find(({ primary }) => primary === true) ?? filled[0])?.value;
}

/** Servers send `null` for an empty list as well, and a single value for a list of one. */
function listed<T>(list: readonly T[] | T | null | undefined): readonly T[] {
  if (Array.isArray(list)) return list as readonly T[];
  return list === null || list === undefined ? [] : [list as T];
}

/** Distinct values, the primary one first. */
export function valuesOf(list: readonly MultiValue[] | undefined): readonly string[] {
  const values = listed(list).flatMap((one) => one.value || []);
  const main = mainOf(list);
  return [...new Set(main === undefined ? values : [main, ...values])];
}

/** The roles of a user as the policy knows them, at least one. */
export function rolesOf({ roles }: ScimUser, names: RoleNames): readonly string[] {
  const ids = valuesOf(roles).map((value) => names.idOf(value));
  return ids.length > 0 ? [...new Set(ids)] : [names.defaultRole];
}

/**
 * A user as the kit shows them. SCIM has neither invitations nor their expiry: whoever is not `active: false` is active, whether
 * they ever signed in or not.
 */
export function personOf(
  user: ScimUser,
  names: RoleNames,
  groupIds: readonly string[] | undefined,
): SourcePerson {
  const { id, userName, name, displayName, title, active, photos, emails, addresses, meta } = user;
  const roleIds = rolesOf(user, names);
  const { department, manager } = user[ENTERPRISE] ?? {};
  const places = listed(addresses);
  const place = places.find(({ primary }) => primary) ?? places[0];
  const addons = valuesOf(user.entitlements);
  return {
    id,
    email: mainOf(emails) ?? userName,
    status: active === false ? 'suspended' : 'active',
    roleId: roleIds[0] ?? names.defaultRole,
    ...(roleIds.length > 1 && { roleIds }),
    firstName: name?.givenName,
    lastName: name?.familyName,
    displayName,
    jobTitle: title,
    department,
    manager: manager?.displayName ?? manager?.value,
    location: place?.locality,
    avatarUrl: mainOf(photos),
    ...(addons.length > 0 && { addons }),
    ...(groupIds && groupIds.length > 0 && { groupIds }),
    createdAt: dateOf(meta?.created),
  };
}

/** Dates are for reading here: one in another format is left out, and nobody with it. */
function dateOf(value: string | undefined): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(value)
    ? value
    : undefined;
}
