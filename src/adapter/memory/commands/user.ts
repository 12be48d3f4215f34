import type { PersonRecord } from '../../../domain/index.ts';
import { iso, type Act, type Handlers } from '../act.ts';
import { fail, invalid } from '../../fail.ts';
import { withValues } from '../profile.ts';
import { parts, withoutSeats } from '../seats.ts';
import { licencesOf } from '../store.ts';
import { checkGroup, checkRole, checkSubaccounts } from './known.ts';

/** Puts parts of the change, or others, in place of what the person had. */
function set(act: Act, next: Parameters<typeof parts>[0]): PersonRecord {
  return act.store.put({ ...act.person, ...parts(next) });
}

/** Refuses what makes no sense for someone who stands where they stand. */
function only({ person: { status } }: Act, ...statuses: readonly PersonRecord['status'][]): void {
  if (!statuses.includes(status)) fail('conflict', `is-${status}`);
}

function remove({ store, person }: Act): null {
  store.remove(person.id);
  return null;
}

/**
 * Gives someone another standing, from one of those. Whoever stops frees their seats, and whoever comes back has none:
 * it may be someone else's by now.
 */
function stand(status: PersonRecord['status'], ...from: readonly PersonRecord['status'][]) {
  return (act: Act): PersonRecord => {
    only(act, ...from);
    return act.store.put({ ...withoutSeats(act.person, act), status });
  };
}

export const userCommands: Handlers = {
  'user.list': () => null,
  'user.export': () => null,
  // Reading the trail is a method of the port; as a command it only asks whether one may.
  'audit.view': () => null,
  'user.view': (act) => act.person,

  'user.edit': (act) => act.store.put(withValues(act.person, act.change.values ?? {}, act.store)),
  'user.change-role': (act) => {
    checkRole(act);
    checkSubaccounts(act);
    const { roleId = '', subaccountIds = act.person.subaccountIds } = act.change;
    return set(act, { roleId, roleIds: undefined, subaccountIds });
  },
  'user.change-type': (act) => set(act, { userType: act.change.userType }),
  'user.assign-addon': (act) => set(act, { addons: act.change.addons }),
  'user.assign-product': (act) => set(act, { products: act.change.products }),
  'user.assign-subaccounts': (act) => {
    checkSubaccounts(act);
    return set(act, { subaccountIds: act.change.subaccountIds });
  },
  'user.assign-group': (act) => {
    const { groupId, kind } = act.change;
    const part = checkGroup(act, groupId, kind === 'chat' ? { kind } : {});
    return set(act, { [part]: groupId ? [groupId] : [] });
  },

  'user.suspend': stand('suspended', 'active'),
  'user.deactivate': stand('deactivated', 'active', 'suspended'),
  'user.reactivate': stand('active', 'suspended', 'deactivated'),

  // An unlinked person keeps their data and a deleted one does not; either way nothing of it stays here.
  'user.unlink': remove,
  'user.delete': remove,
  'user.leave': ({ store, actor }) => {
    store.remove(actor.id);
    return null;
  },

  'user.transfer-seat': (act) => {
    const { store, change, person } = act;
    const toId = change.toId ?? '';
    const to = store.get(toId) ?? store.withEmail(toId);
    if (!to || to.id === person.id) return invalid('/change/toId', 'unknown');
    const freed = withoutSeats(person, act);
    const left = licencesOf(freed);
    const moved = licencesOf(person).filter((id) => !left.includes(id));
    if (!moved.length) fail('conflict', 'no-seat-held');
    store.put(freed);
    const joined = (mine: readonly string[] = [], theirs: readonly string[] = []) => [
      ...new Set([...mine, ...theirs.filter((id) => moved.includes(id))]),
    ];
    return store.put({
      ...to,
      ...parts({
        userType: [person.userType].find((type) => moved.includes(type ?? '')) ?? to.userType,
        addons: joined(to.addons, person.addons),
        products: joined(to.products, person.products),
      }),
    });
  },

  'user.transfer-ownership': (act) => {
    const { store, actor, person } = act;
    if (person.id === actor.id) invalid('/target/id', 'self');
    only(act, 'active');
    // They change places, so that every role keeps as many holders as it had.
    const rolesOf = ({ roleId, roleIds }: PersonRecord) => parts({ roleId, roleIds });
    store.put({ ...actor, ...rolesOf(person) });
    return set(act, rolesOf(actor));
  },

  'user.reset-password': ({ person, mail }) => {
    mail(person.email, 'reset-password');
    return person;
  },
  'user.revoke-sessions': ({ person }) => person,
  'user.set-expiry': (act) => {
    const { until = '' } = act.change;
    const at = until && Date.parse(until);
    if (Number.isNaN(at)) invalid('/change/until', 'date');
    return set(act, { expiresAt: at ? iso(at) : undefined });
  },
};
