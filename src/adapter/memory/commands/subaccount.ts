import type { Subaccount } from '../../../domain/index.ts';
import type { Act, Handlers } from '../act.ts';
import { periodEnd } from '../cost.ts';
import { fail, invalid } from '../../fail.ts';
import { emailFault } from '../profile.ts';
import { dropFromEveryone, neededValue, textValue } from './choices.ts';

/** What a sub-account may be given (CM-15, CM-18). */
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
  // One that has a page goes by its name, unless it is given one of its own.
  const naming = 'name' in given ? 'name' : 'pageName';
  return { ...before, ...given, ...(naming in given && { name: neededValue(act, naming) }) };
}

/** Who is to have it gets an activation mail, and it awaits them (CM-17). */
function awaiting(act: Act, email: string, next: Subaccount): Subaccount {
  act.mail(email, 'activation');
  return put(act, { ...next, status: 'awaiting-activation' });
}

/** The one that the command is about, which has not ended: nothing but its deletion is left to be done to one that has. */
function living({ subaccount }: Act): Subaccount {
  return subaccount.status === 'ended' ? fail('conflict', 'has-ended') : subaccount;
}

/** Uses up the slot that was bought first, and takes its size (CM-12). */
function slot({ store }: Act): Pick<Subaccount, 'size'> {
  const [size, ...slots] = store.account.slots ?? [];
  if (size === undefined) return {};
  store.account = { ...store.account, slots };
  return { size };
}

/** The slot of one that is deleted is free again; that of one that has ended went with it (CM-13). */
function withoutSlotOf(
  { status, size }: Subaccount,
  { pools, slots = [] }: Act['store']['account'],
): Partial<Act['store']['account']> {
  if (status !== 'ended') return size === undefined ? {} : { slots: [...slots, size] };
  const { subaccount: bought = 0 } = pools ?? {};
  return pools ? { pools: { ...pools, subaccount: Math.max(0, bought - 1) } } : {};
}

const edit = (act: Act) => put(act, withDetails(act, living(act)));

export const subaccountCommands: Handlers = {
  'subaccount.list': () => null,
  'subaccount.view-data': ({ subaccount }) => subaccount,
  'subaccount.enter': living,

  'subaccount.create': (act) => {
    const email = textValue(act, 'email');
    const next = withDetails(act, {
      id: act.store.newId('s'),
      name: neededValue(act, act.change.values?.['name'] === undefined ? 'pageName' : 'name'),
      parentId: act.target?.id ?? null,
      status: 'active',
      ...slot(act),
    });
    return email ? awaiting(act, email, next) : put(act, next);
  },
  // What an inbox is set to is the host's own; it is kept with the sub-account (MS-12).
  'inbox.configure': (act) => {
    const one: Subaccount & { readonly inbox?: object } = act.subaccount;
    return put(act, { ...one, ...{ inbox: { ...one.inbox, ...act.change.values } } });
  },
  'subaccount.edit': edit,
  // CM-18: what one size costs more than the other is charged.
  'subaccount.resize': (act) => {
    const next = edit(act);
    if (next.size !== act.subaccount.size) {
      act.charge('subaccount', 1, next.size);
      act.charge('subaccount', -1, act.subaccount.size);
    }
    return next;
  },
  // CM-19: whoever had it loses it for good, and the next person starts with an activation mail.
  'subaccount.reassign': (act) => {
    const email = act.change.people?.[0]?.email ?? '';
    const fault = emailFault(email);
    if (fault) invalid('/change/people/0/email', fault);
    return awaiting(act, email, { ...withDetails(act, living(act)), email });
  },
  'subaccount.resend-activation': (act) => {
    const one = living(act);
    if (one.status !== 'awaiting-activation') fail('conflict', 'not-awaiting');
    act.mail(one.email ?? '', 'activation');
    return one;
  },
  // CM-13: it lives until what was paid for is over.
  'subaccount.cancel': (act) => {
    const one = living(act);
    if (one.status === 'ending') fail('conflict', 'is-ending');
    return put(act, { ...one, status: 'ending', activeUntil: periodEnd(act.options, act.now) });
  },
  'subaccount.delete': (act) => {
    const { store, subaccount } = act;
    const subaccounts = store.account.subaccounts?.filter((one) => one.id !== subaccount.id) ?? [];
    if (subaccounts.some(({ parentId }) => parentId === subaccount.id))
      fail('conflict', 'has-subaccounts');
    store.account = { ...store.account, subaccounts, ...withoutSlotOf(subaccount, store.account) };
    return dropFromEveryone(act, 'subaccountIds', subaccount.id);
  },
};
