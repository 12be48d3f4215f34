import type { Action, PersonRecord } from '../../../domain/index.ts';
import type { RoleDef } from '../../../policy/index.ts';
import type { Act, Handlers } from '../act.ts';
import { fail, invalid } from '../fail.ts';
import { textValue } from './choices.ts';

/** Puts the account's own roles in force, or refuses them with what the policy's parser says. */
function putRoles(act: Act, roles: readonly RoleDef[]): void {
  act.store.account = { ...act.store.account, roles };
  try {
    act.compile();
  } catch (thrown) {
    fail('invalid', thrown instanceof Error ? thrown.message : 'Not a role', { code: 'policy' });
  }
}

/** A role made of `values: { label?, permissions, rank?, except?, … }`, named as the policy's document names them. */
function roleOf(act: Act, id: string, before?: RoleDef): RoleDef {
  const values = act.change.values ?? {};
  const label = textValue(act, 'label') ?? before?.label;
  return { permissions: [], ...before, ...values, id, ...(label !== undefined && { label }) };
}

/** A role of the account's own. Those of the policy's document are not for an account to change. */
function own({ store, change }: Act): RoleDef {
  return (
    store.account.roles.find(({ id }) => id === change.roleId) ??
    invalid('/change/roleId', 'unknown')
  );
}

function choice({ id, label }: RoleDef) {
  return { id, ...(label !== undefined && { label }) };
}

/** Takes actions from someone, or gives them back; without a target from everyone who has `roleId` (CM-8). */
function restrict(
  narrow: (had: readonly Action[], rights: readonly Action[]) => readonly Action[],
) {
  return (act: Act): PersonRecord | { readonly id: string } => {
    const { rights = [], roleId } = act.change;
    if (act.target) {
      const person = act.person();
      return act.store.put({ ...person, restricted: narrow(person.restricted ?? [], rights) });
    }
    const role = act.roles.find(({ id }) => id === roleId) ?? invalid('/change/roleId', 'unknown');
    const others = act.store.account.roles.filter(({ id }) => id !== role.id);
    putRoles(act, [...others, { ...role, except: narrow(role.except ?? [], rights) }]);
    return choice(role);
  };
}

/** Custom roles. The registry gives them no target, so `change.roleId` says which one is meant. */
export const roleCommands: Handlers = {
  'role.create': (act) => {
    const id = act.change.roleId ?? textValue(act, 'id') ?? act.store.newId('r');
    if (act.roles.some((one) => one.id === id)) invalid('/change/roleId', 'taken');
    const role = roleOf(act, id);
    putRoles(act, [...act.store.account.roles, role]);
    return choice(role);
  },
  'role.edit': (act) => {
    const before = own(act);
    const role = roleOf(act, before.id, before);
    putRoles(
      act,
      act.store.account.roles.map((one) => (one === before ? role : one)),
    );
    return choice(role);
  },
  'role.delete': (act) => {
    const role = own(act);
    const { active, pending, account } = act.store;
    if (active.get(role.id) || pending.get(role.id))
      fail('conflict', 'Someone holds the role', { code: 'role-in-use' });
    putRoles(
      act,
      account.roles.filter((one) => one !== role),
    );
    return null;
  },
  'role.restrict': restrict((had, rights) => [...new Set([...had, ...rights])]),
  'role.unrestrict': restrict((had, rights) => had.filter((right) => !rights.includes(right))),
};
