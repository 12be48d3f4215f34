import type { PersonRecord } from '../../../domain/index.ts';
import { toProblem } from '../../problem.ts';
import type { Defaults } from '../account-data.ts';
import type { Act, Handlers } from '../act.ts';
import { fail, invalid } from '../../fail.ts';
import { checkGroup, domainOf } from './known.ts';

/**
 * Does something to everyone of a type. Asked of the account, each person is a command of their own: those whom the
 * policy spares are skipped, while a lack of seats stops it whole.
 */
function eachOf(
  typeOf: (change: Act['change']) => string | undefined,
  doIt: (act: Act) => PersonRecord | null,
) {
  return (act: Act): PersonRecord | null => {
    const { store, command, change, target, also } = act;
    // Suspended and deactivated people hold no licence that could be changed.
    const isOf = ({ status, userType }: PersonRecord) =>
      userType === typeOf(change) && (status === 'active' || status === 'pending');
    if (target) return isOf(act.person) ? doIt(act) : fail('conflict', 'other-type');
    for (const { record } of store.rows().filter((row) => isOf(row.record))) {
      try {
        also(command.action, { kind: 'person', id: record.id }, change);
      } catch (thrown) {
        const { kind } = toProblem(thrown);
        if (kind !== 'rule' && kind !== 'forbidden') throw thrown;
      }
    }
    return null;
  };
}

/** Sets what new people of a domain get, or without one everybody. */
function setDefaults({ store, change: { domain } }: Act, given: Defaults): null {
  const key = domain === undefined ? '*' : domainOf(`@${domain}`);
  const { defaults } = store.account;
  store.account = {
    ...store.account,
    defaults: { ...defaults, [key]: { ...defaults[key], ...given } },
  };
  return null;
}

/** Account-wide changes (ZM-23 to ZM-27). */
export const accountCommands: Handlers = {
  'account.convert-type': eachOf(
    ({ fromType }) => fromType,
    ({ store, person, change }) => store.put({ ...person, userType: change.userType ?? '' }),
  ),
  'account.unlink-type': eachOf(
    ({ fromType, userType }) => fromType ?? userType,
    ({ store, person }) => {
      store.remove(person.id);
      return null;
    },
  ),

  'account.set-default-type': (act) => setDefaults(act, { userType: act.change.userType ?? '' }),
  'account.set-default-group': (act) => {
    const { groupId = '', domain } = act.change;
    const part = checkGroup(act, groupId);
    // ZM-26: whoever came through an associated domain is put there at once.
    for (const { record } of domain === undefined ? [] : act.store.rows()) {
      if (record.viaDomain && domainOf(record.email) === domainOf(`@${domain ?? ''}`)) {
        act.store.put({ ...record, [part]: [groupId] });
      }
    }
    return setDefaults(act, part === 'groupIds' ? { groupId } : { chatGroupId: groupId });
  },
  'account.move-group': (act) => {
    const { groupId = '', toId = '' } = act.change;
    const part = checkGroup(act, groupId);
    if (!toId || checkGroup(act, toId, { pointer: '/change/toId' }) !== part)
      invalid('/change/toId', 'unknown');
    for (const { record } of act.store.rows()) {
      // Only those who are in no other group.
      if (record[part]?.length === 1 && record[part][0] === groupId)
        act.store.put({ ...record, [part]: [toId] });
    }
    return null;
  },
};
