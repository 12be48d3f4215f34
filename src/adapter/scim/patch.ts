import type { Asked } from '../create-adapter/index.ts';
import { invalid } from '../fail.ts';
import type { RoleNames } from './person.ts';
import { ENTERPRISE, PATCH_OP, USER, type Json, type MultiValue } from './resources.ts';

/** One operation of a PATCH (RFC 7644, section 3.5.2). Always with a path: without one, servers differ. */
export interface Operation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: string;
  readonly value?: unknown;
}

export function patchBody(operations: readonly Operation[]): Json {
  return { schemas: [PATCH_OP], Operations: operations };
}

export function replace(path: string, value: unknown): Operation {
  return { op: 'replace', path, value };
}

/** What can be edited, and where it is. */
const PATHS: Readonly<Record<string, string>> = {
  firstName: 'name.givenName',
  lastName: 'name.familyName',
  displayName: 'displayName',
  jobTitle: 'title',
  department: `${ENTERPRISE}:department`,
};
export const FIELDS: readonly string[] = Object.keys(PATHS);

/** The operations of a command that changes a user, and nothing but a user; `undefined` for any other. */
export function operationsOf(
  { action, change }: Pick<Asked, 'action' | 'change'>,
  names: RoleNames,
): readonly Operation[] | undefined {
  switch (action) {
    case 'user.edit': return Object.entries(change.values ?? {}).map(([field, value]) => edited(field, value));
    case 'user.change-role': return [replace('roles', rolesWritten(change.roleId ?? '', names))];
    case 'user.assign-addon': return [written('entitlements', (change.addons ?? []).map((value) => ({ value })))];
    case 'user.suspend': return [replace('active', false)];
    case 'user.reactivate': return [replace('active', true)];
    default: return undefined;
  } // prettier-ignore
}

/** An empty text clears. */
function edited(field: string, value: unknown): Operation {
  const path = PATHS[field] ?? invalid(`/change/values/${field}`, 'unknown');
  if (typeof value !== 'string') return invalid(`/change/values/${field}`, 'type');
  return value === '' ? { op: 'remove', path } : replace(path, value);
}

/**
 * The whole attribute, always: taking one value out of it is refused by strict servers. And without a `type`: the list of
 * types is empty in the schema, so that some refuse any.
 */
function rolesWritten(roleId: string, names: RoleNames): readonly MultiValue[] {
  if (!roleId) return invalid('/change/roleId', 'missing');
  return [{ value: names.valueOf(roleId), primary: true }];
}

function written(path: string, values: readonly MultiValue[]): Operation {
  return values.length > 0 ? replace(path, values) : { op: 'remove', path };
}

/** The user that an invitation creates. */
export function createdUser({ change }: Pick<Asked, 'change'>, names: RoleNames): Json {
  const { people = [], roleId, addons = [], values = {} } = change;
  const { email = '', firstName, lastName } = people[0] ?? {};
  const { department, ...texts } = values;
  const full = [firstName, lastName].filter(Boolean).join(' ');
  for (const [field, value] of Object.entries(values)) edited(field, value);
  return {
    schemas: department ? [USER, ENTERPRISE] : [USER],
    userName: email,
    emails: [{ value: email, type: 'work', primary: true }],
    active: true,
    ...(full && {
      name: {
        ...(firstName && { givenName: firstName }),
        ...(lastName && { familyName: lastName }),
      },
    }),
    ...((texts['displayName'] || full) && { displayName: texts['displayName'] || full }),
    ...(texts['jobTitle'] ? { title: texts['jobTitle'] } : {}),
    ...(department ? { [ENTERPRISE]: { department } } : {}),
    ...(roleId && { roles: rolesWritten(roleId, names) }),
    ...(addons.length > 0 && { entitlements: addons.map((value) => ({ value })) }),
  };
}
