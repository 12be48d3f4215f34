import type { Invitee, PersonRecord } from '../../../domain/index.ts';
import type { Defaults } from '../account-data.ts';
import { iso, type Act, type Handlers } from '../act.ts';
import { fail, invalid } from '../../fail.ts';
import { emailFault, refuseTaken, withValues } from '../profile.ts';
import { parts } from '../seats.ts';
import { checkGroup, checkRole, checkSubaccounts, domainOf } from './known.ts';

/** ZM-18: 30 days. */
const LIFETIME = 30 * 86_400_000;

/** When an invitation was sent, and when it lapses. */
function sent(now: number) {
  return { invitedAt: iso(now), expiresAt: iso(now + LIFETIME) };
}

function onlyPending({ person }: Act): PersonRecord {
  return person.status === 'pending' ? person : fail('conflict', 'not-pending');
}

export const invitationCommands: Handlers = {
  'user.invite': (act) => {
    const { people = [], roleId } = act.change;
    if (roleId !== undefined) checkRole(act);
    checkSubaccounts(act);
    groupsFor(act);
    const invited = people.map((invitee, i) => invite(act, invitee, `/change/people/${i}/email`));
    // One address gives its record back; of several the caller reads the list.
    return (invited.length === 1 && invited[0]) || null;
  },

  /** ZM-4: those who are new are invited, the others edited, each under the rules for that. */
  'user.import': ({ store, change, also }) => {
    const { people = [], ...shared } = change;
    for (const invitee of people) {
      const { email, ...names } = invitee;
      const known = store.withEmail(email);
      if (!known) also('user.invite', undefined, { ...shared, people: [invitee] });
      else
        also(
          'user.edit',
          { kind: 'person', id: known.id },
          { values: { ...names, ...shared.values } },
        );
    }
    return null;
  },

  'invitation.resend': (act) => {
    const person = onlyPending(act);
    act.mail(person.email, person.mail ?? 'activation');
    return act.store.put({ ...person, ...sent(act.now) });
  },
  'invitation.revoke': (act) => {
    act.store.remove(onlyPending(act).id);
    return null;
  },
  'invitation.copy-link': (act) => {
    const { id } = onlyPending(act);
    return { id, label: `https://account.example/join/${id}` };
  },
};

function invite(
  act: Act,
  { email: given, firstName, lastName }: Invitee,
  pointer: string,
): PersonRecord {
  const { change, store, options, now, roles } = act;
  const email = given.trim().normalize('NFC');
  const fault = emailFault(email);
  if (fault) invalid(pointer, fault);
  refuseTaken(email, pointer, store);
  const known = options.knownElsewhere?.(email);
  // LM-6: whoever owns the account there has to leave it first; nobody can act for them.
  if (known === 'taken')
    fail('conflict', 'email-taken', { fields: [{ pointer, code: 'taken-elsewhere' }] });

  const { defaults, pools = {} } = store.account;
  const standard = { ...defaults['*'], ...defaults[domainOf(email)] };
  // A seat is given where the policy was asked for one, never by default.
  const type =
    standard.userType !== undefined && !(standard.userType in pools)
      ? standard.userType
      : options.baseType;
  const mail = known ? 'join' : 'activation';
  const person: PersonRecord = {
    id: store.newId('p'),
    email,
    // Without a role, the one that says least about someone: the last by rank that an account can hold.
    roleId: change.roleId ?? roles.findLast(({ scope }) => scope !== 'event')?.id ?? 'member',
    status: 'pending',
    createdAt: iso(now),
    ...sent(now),
    mail,
    ...(known === 'paid' && { awaiting: 'balance-choice' }),
    ...parts({
      userType: change.userType ?? type,
      addons: change.addons,
      products: change.products,
      subaccountIds: change.subaccountIds,
    }),
    ...groupsFor(act, standard),
  };
  act.mail(email, mail);
  return store.put(withValues(person, { ...change.values, firstName, lastName }, store));
}

/** ZM-12, ZM-26, ZM-27: the groups that an invitation names, else those that are given to everyone new. */
function groupsFor(
  act: Act,
  standard: Defaults = {},
): Pick<PersonRecord, 'groupIds' | 'chatGroupIds'> {
  const { groupId = standard.groupId, chatGroupId = standard.chatGroupId } = act.change;
  checkGroup(act, groupId, { kind: 'user' });
  checkGroup(act, chatGroupId, { kind: 'chat', pointer: '/change/chatGroupId' });
  return {
    ...(groupId && { groupIds: [groupId] }),
    ...(chatGroupId && { chatGroupIds: [chatGroupId] }),
  };
}
