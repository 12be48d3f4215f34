import type { Subaccount } from '../../../domain/index.ts';
import { iso, type Act, type Handlers } from '../act.ts';
import { fail, invalid } from '../../fail.ts';
import { emailFault } from '../profile.ts';
import { dropFromEveryone, neededValue, textValue } from './choices.ts';

/** What a sub-account may be given (CM-15, CM-18). All but the name is kept with it, and opaque to the kit. */
const DETAILS = ['name', 'pageName', 'userName', 'email', 'size'];

function put({ store }: Act, next: Subaccount): Subaccount {
  const { subaccounts = [] } = store.account;
  const made: Subaccount = { ...next, version: `s${store.accountRevision + 1}` };
  const isNew = !subaccounts.some(({ id }) => id === made.id);
  store.account = {
    ...store.account,
    subaccounts: isNew
      ? [...subaccounts, made]
      : subaccounts.map((one) => (one.id === made.id ? made : one)),
  };
  return made;
}

/** A sub-account with the values of the command put in. */
function withDetails(act: Act, before: Subaccount): Subaccount {
  const names = Object.keys(act.change.values ?? {});
  for (const name of names)
    if (!DETAILS.includes(name)) invalid(`/change/values/${name}`, 'unknown');
  const given = Object.fromEntries(names.map((name) => [name, textValue(act, name)]));
  const fault = given['email'] && emailFault(given['email']);
  if (fault) invalid('/change/values/email', fault);
  return { ...before, ...given, ...('name' in given && { name: neededValue(act, 'name') }) };
}

/** Who is to have it gets an activation mail, and it awaits them (CM-17). */
function awaiting(act: Act, email: string, next: Subaccount): Subaccount {
  act.mail(email, 'activation');
  return put(act, { ...next, status: 'awaiting-activation' });
}

/** The end of the billing period: the one of the options, or of the month. */
function periodEnd({ options, now }: Act): string {
  const date = new Date(now);
  return options.periodEnd ?? iso(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1));
}

const edit = (act: Act) => put(act, withDetails(act, act.subaccount));

export const subaccountCommands: Handlers = {
  'subaccount.list': () => null,
  'subaccount.view-data': ({ subaccount }) => subaccount,
  'subaccount.enter': ({ subaccount }) => subaccount,

  'subaccount.create': (act) => {
    const email = textValue(act, 'email');
    const next = withDetails(act, {
      id: act.store.newId('s'),
      name: neededValue(act, 'name'),
      parentId: act.target?.id ?? null,
      status: 'active',
    });
    return email ? awaiting(act, email, next) : put(act, next);
  },
  // What an inbox is set to is the host's own; it is kept with the sub-account (MS-12).
  'inbox.configure': (act) => {
    const one: Subaccount & { readonly inbox?: object } = act.subaccount;
    return put(act, { ...one, ...{ inbox: { ...one.inbox, ...act.change.values } } });
  },
  'subaccount.edit': edit,
  'subaccount.resize': edit,
  // CM-19: whoever had it loses it for good, and the next person starts with an activation mail.
  'subaccount.reassign': (act) => {
    const email = act.change.people?.[0]?.email ?? '';
    const fault = emailFault(email);
    if (fault) invalid('/change/people/0/email', fault);
    return awaiting(act, email, { ...act.subaccount, ...{ email } });
  },
  'subaccount.resend-activation': (act) => {
    const one: Subaccount & { readonly email?: string } = act.subaccount;
    if (one.status !== 'awaiting-activation') fail('conflict', 'not-awaiting');
    act.mail(one.email ?? '', 'activation');
    return one;
  },
  // CM-13: it lives until what was paid for is over.
  'subaccount.cancel': (act) => {
    const one = act.subaccount;
    if (one.status?.startsWith('end')) fail('conflict', `is-${one.status}`);
    return put(act, { ...one, status: 'ending', activeUntil: periodEnd(act) });
  },
  'subaccount.delete': (act) => {
    const { store, subaccount } = act;
    const subaccounts = store.account.subaccounts?.filter((one) => one.id !== subaccount.id) ?? [];
    if (subaccounts.some(({ parentId }) => parentId === subaccount.id))
      fail('conflict', 'has-subaccounts');
    store.account = { ...store.account, subaccounts };
    return dropFromEveryone(act, 'subaccountIds', subaccount.id);
  },
};
