import type { Subaccount } from '../../../domain/index.ts';
import { iso, type Act, type Handlers } from '../act.ts';
import { fail, invalid } from '../fail.ts';
import { emailFault } from '../profile.ts';
import { neededValue, textValue } from './choices.ts';

/** What a sub-account may be given beside its name (CM-15, CM-18); kept with it, and opaque to the kit. */
const DETAILS = ['pageName', 'userName', 'email', 'size'];

function put(act: Act, next: Subaccount): Subaccount {
  const { store } = act;
  const all = store.account.subaccounts ?? [];
  const made: Subaccount = { ...next, version: `s${(store.accountRevision + 1).toString(36)}` };
  const isNew = !all.some(({ id }) => id === made.id);
  store.account = {
    ...store.account,
    subaccounts: isNew ? [...all, made] : all.map((one) => (one.id === made.id ? made : one)),
  };
  return made;
}

/** The values of a command, if all of them are known. */
function details(act: Act): Record<string, string> {
  const names = Object.keys(act.change.values ?? {});
  const unknown = names.find((name) => name !== 'name' && !DETAILS.includes(name));
  if (unknown !== undefined) invalid(`/change/values/${unknown}`, 'unknown');
  const given = Object.fromEntries(names.map((name) => [name, textValue(act, name) ?? '']));
  if (given['name'] !== undefined) neededValue(act, 'name');
  const fault = given['email'] && emailFault(given['email']);
  if (fault) invalid('/change/values/email', fault);
  return given;
}

/** Who hears of it gets an activation mail, and the sub-account awaits them (CM-17). */
function awaiting(act: Act, email: string): Pick<Subaccount, 'status'> {
  act.mail(email, 'activation');
  return { status: 'awaiting-activation' };
}

/** The end of the billing period: the one of the options, or of the month. */
function periodEnd({ options, now }: Act): string {
  if (options.periodEnd !== undefined) return options.periodEnd;
  const date = new Date(now);
  return iso(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
}

export const subaccountCommands: Handlers = {
  'subaccount.list': () => null,
  'subaccount.view-data': (act) => act.subaccount(),
  'subaccount.enter': (act) => act.subaccount(),

  'subaccount.create': (act) => {
    const name = neededValue(act, 'name');
    const given = details(act);
    return put(act, {
      ...given,
      id: act.store.newId('s'),
      name,
      parentId: act.target?.id ?? null,
      status: 'active',
      ...(given['email'] && awaiting(act, given['email'])),
    });
  },
  'subaccount.edit': (act) => put(act, { ...act.subaccount(), ...details(act) }),
  'subaccount.resize': (act) => {
    neededValue(act, 'size');
    return put(act, { ...act.subaccount(), ...details(act) });
  },
  // CM-19: whoever had it loses it for good, and the next person starts with an activation mail.
  'subaccount.reassign': (act) => {
    const email = act.change.people?.[0]?.email.trim() ?? '';
    const fault = emailFault(email);
    if (fault) invalid('/change/people/0/email', fault);
    return put(act, { ...act.subaccount(), ...{ email }, ...awaiting(act, email) });
  },
  'subaccount.resend-activation': (act) => {
    const one: Subaccount & { readonly email?: string } = act.subaccount();
    if (one.status !== 'awaiting-activation')
      fail('conflict', 'Already activated', { code: 'not-awaiting' });
    act.mail(one.email ?? '', 'activation');
    return one;
  },
  // CM-13: it lives until what was paid for is over.
  'subaccount.cancel': (act) => {
    const one = act.subaccount();
    if (one.status === 'ending' || one.status === 'ended')
      fail('conflict', 'Already cancelled', { code: `is-${one.status}` });
    return put(act, { ...one, status: 'ending', activeUntil: periodEnd(act) });
  },
  'subaccount.delete': (act) => {
    const { store } = act;
    const { id } = act.subaccount();
    const left = (store.account.subaccounts ?? []).filter((one) => one.id !== id);
    if (left.some(({ parentId }) => parentId === id))
      fail('conflict', 'It holds sub-accounts', { code: 'has-subaccounts' });
    store.account = { ...store.account, subaccounts: left };
    for (const { record } of store.rows()) {
      const mine = record.subaccountIds;
      if (mine?.includes(id))
        store.put({ ...record, subaccountIds: mine.filter((one) => one !== id) });
    }
    return null;
  },
};
