import { heldRoles, type PersonRecord } from '../../../domain/index.ts';
import type { Act, Handlers } from '../act.ts';
import { fail, invalid } from '../fail.ts';
import { withValues } from '../profile.ts';
import { withoutSeats } from '../seats.ts';
import { licencesOf } from '../store.ts';
import { checkGroup, checkRole, checkSubaccounts } from './known.ts';

/** Puts parts of a record in place of what it had. `undefined` takes a part away. */
function set(
  act: Act,
  parts: { readonly [Part in keyof PersonRecord]?: PersonRecord[Part] | undefined },
): PersonRecord {
  return act.store.put({ ...act.person(), ...parts } as PersonRecord);
}

/** Refuses what makes no sense for someone who stands where they stand. */
function only(act: Act, ...statuses: readonly PersonRecord['status'][]): void {
  const { status } = act.person();
  if (!statuses.includes(status))
    fail('conflict', `The person is ${status}`, { code: `is-${status}` });
}

function gone(act: Act): null {
  act.store.remove(act.person().id);
  return null;
}

/** Suspended and deactivated people hold no seat, so theirs go back to the pools and are assigned anew later. */
function stopped(status: 'suspended' | 'deactivated') {
  return (act: Act): PersonRecord => {
    only(act, 'active', status === 'deactivated' ? 'suspended' : 'active');
    return act.store.put({ ...withoutSeats(act.person(), act), status });
  };
}

export const userCommands: Handlers = {
  'user.list': () => null,
  'user.view': (act) => act.person(),
  'user.export': () => null,

  'user.edit': (act) => act.store.put(withValues(act.person(), act.change.values ?? {}, act.store)),

  'user.change-role': (act) => {
    const { roleId, subaccountIds } = act.change;
    checkRole(act, roleId);
    checkSubaccounts(act, subaccountIds);
    return set(act, {
      roleId: String(roleId),
      roleIds: undefined,
      ...(subaccountIds && { subaccountIds }),
    });
  },
  'user.change-type': (act) => set(act, { userType: act.change.userType }),
  'user.assign-addon': (act) => set(act, { addons: act.change.addons }),
  'user.assign-product': (act) => set(act, { products: act.change.products }),
  'user.assign-subaccounts': (act) => {
    checkSubaccounts(act, act.change.subaccountIds);
    return set(act, { subaccountIds: act.change.subaccountIds });
  },
  'user.assign-group': (act) => {
    const { groupId } = act.change;
    const part = checkGroup(act, groupId);
    return set(act, { [part]: groupId ? [groupId] : [] });
  },

  'user.suspend': stopped('suspended'),
  'user.deactivate': stopped('deactivated'),
  'user.reactivate': (act) => {
    only(act, 'suspended', 'deactivated');
    // Nobody comes back with a seat that may be someone else's by now.
    return act.store.put({ ...withoutSeats(act.person(), act), status: 'active' });
  },

  // An unlinked person keeps their data and a deleted one does not; either way nothing of it stays here.
  'user.unlink': gone,
  'user.delete': gone,
  'user.leave': (act) => {
    act.store.remove(act.actor.id);
    return null;
  },

  'user.transfer-seat': (act) => {
    const { store, change } = act;
    const from = act.person();
    const to = store.get(change.toId ?? '') ?? store.withEmail(change.toId ?? '');
    if (!to || to.id === from.id) return invalid('/change/toId', 'unknown');
    const freed = withoutSeats(from, act);
    const moved = licencesOf(from).filter((id) => !licencesOf(freed).includes(id));
    if (moved.length === 0) fail('conflict', 'The person holds no seat', { code: 'no-seat-held' });
    store.put(freed);
    const type = moved.includes(from.userType ?? '') ? from.userType : to.userType;
    const joined = (mine: readonly string[] = [], theirs: readonly string[] = []) => [
      ...new Set([...mine, ...theirs.filter((id) => moved.includes(id))]),
    ];
    return store.put({
      ...to,
      ...(type !== undefined && { userType: type }),
      addons: joined(to.addons, from.addons),
      products: joined(to.products, from.products),
    });
  },

  'user.transfer-ownership': (act) => {
    const { store, actor } = act;
    const to = act.person();
    if (to.id === actor.id) invalid('/target', 'self');
    only(act, 'active');
    // They change places, so that every role keeps as many holders as it had.
    store.put({ ...withRoles(actor, to) });
    return store.put({ ...withRoles(to, actor) });
  },

  'user.reset-password': (act) => {
    act.mail(act.person().email, 'reset-password');
    return act.person();
  },
  'user.revoke-sessions': (act) => act.person(),
  'user.set-expiry': (act) => {
    const until = act.change.until ?? '';
    const at = Date.parse(until);
    if (until && Number.isNaN(at)) invalid('/change/until', 'date');
    return set(act, { expiresAt: until ? new Date(at).toISOString() : undefined });
  },
};

function withRoles(person: PersonRecord, as: PersonRecord): PersonRecord {
  const { roleIds, ...rest } = person;
  return { ...rest, roleId: as.roleId, ...((as.roleIds ?? roleIds) && { roleIds: heldRoles(as) }) };
}
