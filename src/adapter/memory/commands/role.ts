import type { Action, Choice, EventLink, PersonRecord } from '../../../domain/index.ts';
import type { RoleDef } from '../../../policy/index.ts';
import type { Act, Handlers } from '../act.ts';
import { fail, invalid } from '../../fail.ts';
import { textValue } from './choices.ts';
import { putLink } from './link.ts';

/** Puts the account's own roles in force, or refuses them with what the policy's parser says. */
function putRoles({ store, compile }: Act, roles: readonly RoleDef[]): void {
  store.account = { ...store.account, roles };
  try {
    compile();
  } catch (thrown) {
    fail('invalid', 'policy', { title: String(thrown) });
  }
}

/** Puts one role in, or in place of, the account's own, with `values` named as the policy's document names them. */
function putRole(act: Act, before: RoleDef): Choice {
  const role = { ...before, ...act.change.values, id: before.id };
  putRoles(act, [...act.store.account.roles.filter(({ id }) => id !== role.id), role]);
  return { id: role.id, ...(role.label !== undefined && { label: role.label }) };
}

/** The role that `change.roleId` says is meant. */
function roleOf({ change }: Act, roles: readonly RoleDef[]): RoleDef {
  return roles.find(({ id }) => id === change.roleId) ?? invalid('/change/roleId', 'unknown');
}

/** Takes actions from someone, or gives them back; without a target from everyone who has `roleId` (CM-8). */
function restrict(
  narrow: (had: readonly Action[], rights: readonly Action[]) => readonly Action[],
) {
  return (act: Act): PersonRecord | EventLink | Choice => {
    const { rights = [] } = act.change;
    if (act.target?.kind === 'link')
      return putLink(act, { ...act.link, restricted: narrow(act.link.restricted ?? [], rights) });
    if (act.target)
      return act.store.put({
        ...act.person,
        restricted: narrow(act.person.restricted ?? [], rights),
      });
    const role = roleOf(act, act.roles);
    return putRole(act, { ...role, except: narrow(role.except ?? [], rights) });
  };
}

/**
 * Custom roles. The registry gives them no target, so `change.roleId` says which one is meant; a new one has
 * `values.id`, since a policy refuses a role that it does not know. Those of its document are not for an account to change.
 */
export const roleCommands: Handlers = {
  'role.create': (act) => {
    const id = textValue(act, 'id') ?? act.store.newId('r');
    if (act.roles.some((one) => one.id === id)) invalid('/change/values/id', 'taken');
    return putRole(act, { id, permissions: [] });
  },
  'role.edit': (act) => putRole(act, roleOf(act, act.store.account.roles)),
  'role.delete': (act) => {
    const { active, pending, account } = act.store;
    const role = roleOf(act, account.roles);
    if (active.get(role.id) || pending.get(role.id)) fail('conflict', 'role-in-use');
    putRoles(act, account.roles.filter((one) => one !== role)); // prettier-ignore
    return null;
  },
  'role.restrict': restrict((had, rights) => [...new Set([...had, ...rights])]),
  'role.unrestrict': restrict((had, rights) => had.filter((right) => !rights.includes(right))),
};
