import { emailKey, type PersonRecord } from '../../../domain/index.ts';
import { AdapterError } from '../../problem.ts';
import type { Defaults } from '../account-data.ts';
import type { Act, Handlers } from '../act.ts';
import { fail, invalid } from '../fail.ts';
import { checkGroup } from './known.ts';

/** Does the command to everyone of a type. Those whom the policy spares are skipped; a lack of seats stops it whole. */
function everyone(act: Act, type: string | undefined): null {
  const { store, command, change } = act;
  const people = store
    .rows()
    .map(({ record }) => record)
    .filter((person) => isOf(person, type));
  for (const { id } of people) {
    try {
      act.also(command.action, { kind: 'person', id }, change);
    } catch (thrown) {
      const isSpared =
        thrown instanceof AdapterError && ['rule', 'forbidden'].includes(thrown.problem.kind);
      if (!isSpared) throw thrown;
    }
  }
  return null;
}

/** Suspended and deactivated people hold no licence that could be changed. */
function isOf({ status, userType }: PersonRecord, type: string | undefined): boolean {
  return userType === type && (status === 'active' || status === 'pending');
}

/** Sets what new people of a domain get, or without one everybody. */
function setDefaults({ store, change }: Act, parts: Defaults): null {
  const key = change.domain === undefined ? '*' : domainKey(change.domain);
  const { defaults } = store.account;
  store.account = {
    ...store.account,
    defaults: { ...defaults, [key]: { ...defaults[key], ...parts } },
  };
  return null;
}

/** A domain as addresses are compared by. */
export function domainKey(domain: string): string {
  return emailKey(`@${domain}`).slice(1);
}

/** Account-wide changes (ZM-23 to ZM-27). */
export const accountCommands: Handlers = {
  'account.convert-type': (act) => {
    const { fromType, userType } = act.change;
    if (!act.target) return everyone(act, fromType);
    const person = act.person();
    if (!isOf(person, fromType)) fail('conflict', 'Not of that type', { code: 'other-type' });
    return act.store.put({ ...person, ...(userType !== undefined && { userType }) });
  },
  'account.unlink-type': (act) => {
    const type = act.change.fromType ?? act.change.userType;
    if (!act.target) return everyone(act, type);
    const person = act.person();
    if (!isOf(person, type)) fail('conflict', 'Not of that type', { code: 'other-type' });
    act.store.remove(person.id);
    return null;
  },

  'account.set-default-type': (act) => setDefaults(act, { userType: act.change.userType ?? '' }),
  'account.set-default-group': (act) => {
    const { groupId = '', domain } = act.change;
    const part = checkGroup(act, groupId);
    setDefaults(act, part === 'groupIds' ? { groupId } : { chatGroupId: groupId });
    // ZM-26: whoever came through an associated domain is put there at once.
    if (domain !== undefined) {
      const suffix = `@${domainKey(domain)}`;
      for (const { record } of act.store.rows()) {
        if (record.viaDomain && emailKey(record.email).endsWith(suffix))
          act.store.put({ ...record, [part]: [groupId] });
      }
    }
    return null;
  },
  'account.move-group': (act) => {
    const { groupId = '', toId = '' } = act.change;
    const part = checkGroup(act, groupId);
    if (!toId || checkGroup(act, toId, '/change/toId') !== part) invalid('/change/toId', 'unknown');
    for (const { record } of act.store.rows()) {
      const mine = record[part];
      // Only those who are in no other group.
      if (mine?.length === 1 && mine[0] === groupId) act.store.put({ ...record, [part]: [toId] });
    }
    return null;
  },
};
