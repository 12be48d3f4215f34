import type { Invitee, PersonRecord } from '../../../domain/index.ts';
import { iso, type Act, type Handlers } from '../act.ts';
import { fail, invalid } from '../fail.ts';
import { emailFault, refuseTaken, withValues } from '../profile.ts';
import { checkGroup, checkRole, checkSubaccounts } from './known.ts';

/** ZM-18. */
export const INVITATION_DAYS = 30;

const DAY = 86_400_000;

/** When an invitation sent at a moment lapses. */
export function expiryFrom(now: number): string {
  return iso(now + INVITATION_DAYS * DAY);
}

function onlyPending(act: Act): PersonRecord {
  const person = act.person();
  if (person.status !== 'pending')
    fail('conflict', 'The invitation was accepted', { code: 'not-pending' });
  return person;
}

export const invitationCommands: Handlers = {
  'user.invite': (act) => {
    const { people = [], roleId, subaccountIds, groupId } = act.change;
    if (roleId !== undefined) checkRole(act, roleId);
    checkSubaccounts(act, subaccountIds);
    checkGroup(act, groupId);
    const invited = people.map((invitee, i) => invite(act, invitee, `/change/people/${i}`));
    // One address gives its record back; of several the caller reads the list.
    return invited.length === 1 ? (invited[0] ?? null) : null;
  },

  /** ZM-4: those who are new are invited, the others edited, each under the rules for that. */
  'user.import': (act) => {
    const { people = [], values: given = {}, ...shared } = act.change;
    for (const { email, ...names } of people) {
      const known = act.store.withEmail(email);
      const values = { ...names, ...given };
      if (!known)
        act.also('user.invite', undefined, {
          ...shared,
          people: [{ email, ...names }],
          ...(act.change.values && { values: given }),
        });
      else if (Object.keys(values).length)
        act.also('user.edit', { kind: 'person', id: known.id }, { values });
    }
    return null;
  },

  'invitation.resend': (act) => {
    const person = onlyPending(act);
    act.mail(person.email, person.mail ?? 'activation');
    return act.store.put({ ...person, invitedAt: iso(act.now), expiresAt: expiryFrom(act.now) });
  },
  'invitation.revoke': (act) => {
    act.store.remove(onlyPending(act).id);
    return null;
  },
  'invitation.copy-link': (act) => {
    const { id } = onlyPending(act);
    return { id, label: `https://account.example/join/${encodeURIComponent(id)}` };
  },
};

function invite(act: Act, invitee: Invitee, pointer: string): PersonRecord {
  const { change, store, options, now } = act;
  const given: unknown = invitee.email;
  if (typeof given !== 'string') return invalid(`${pointer}/email`, 'missing');
  const email = given.trim().normalize('NFC');
  const fault = emailFault(email);
  if (fault) return invalid(`${pointer}/email`, fault);
  refuseTaken(email, `${pointer}/email`, store);
  const known = options.knownElsewhere?.(email);
  if (known === 'taken') {
    // LM-6: whoever owns the account there has to leave it first; nobody can act for them.
    fail('conflict', 'The address belongs to another account', {
      code: 'email-taken',
      fields: [{ pointer: `${pointer}/email`, code: 'taken-elsewhere' }],
    });
  }

  const { addons, products, subaccountIds, groupId, values } = change;
  const defaults = store.account.defaults['*'] ?? {};
  const group = groupId ?? defaults.groupId;
  const userType = change.userType ?? options.baseType;
  const mail = known ? 'join' : 'activation';
  const { firstName, lastName } = invitee;
  const person: PersonRecord = {
    id: store.newId('p'),
    email,
    roleId: change.roleId ?? lowestRole(act),
    status: 'pending',
    createdAt: iso(now),
    invitedAt: iso(now),
    expiresAt: expiryFrom(now),
    mail,
    ...(known === 'paid' && { awaiting: 'balance-choice' }),
    ...(userType !== undefined && { userType }),
    ...(addons && { addons }),
    ...(products && { products }),
    ...(subaccountIds && { subaccountIds }),
    ...(group && { [checkGroup(act, group)]: [group] }),
  };
  act.mail(email, mail);
  return store.put(withValues(person, { ...values, firstName, lastName }, store));
}

/** The role that says least about someone: the last by rank that is held by account. */
function lowestRole({ roles }: Act): string {
  return roles.findLast(({ scope }) => scope !== 'event')?.id ?? 'member';
}
