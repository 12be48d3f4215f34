import type { Message } from '../message.ts';

/** English of `<subaccount-switcher>`, which calls `addEnglish` with it. */
const subaccounts = {
  'subaccount.label': 'Sub-account',
  'subaccount.allOfThem': 'All sub-accounts',
  'subaccount.allOwn': 'All your sub-accounts',
  'subaccount.current': 'Sub-account: {name}',
  'subaccount.loading': 'Loading sub-accounts…',
  'subaccount.failed': 'The sub-accounts could not be loaded',
  'subaccount.noScope':
    'This element is not connected. Put it inside <account-scope>, or set its scope property.',
  'subaccount.search': 'Search sub-accounts',
  'subaccount.recent': 'Recent',
  'subaccount.others': 'Sub-accounts',
  'subaccount.none': 'There are no sub-accounts yet.',
  'subaccount.noMatch': 'No sub-account matches “{text}”.',
  'subaccount.found': { one: '{count} sub-account', other: '{count} sub-accounts' },
  'subaccount.entered': 'This page now shows {name}.',
  'subaccount.gone': '{name} is no longer there. This page now shows {place}.',
  'subaccount.fixed': 'You work in this sub-account only.',
  'subaccount.chooseFirst': 'Choose a sub-account first',
  'subaccount.chooseFirst.why': 'What you are about to do belongs to one sub-account.',

  'subaccount.list': 'Sub-accounts',
  'action.inbox.configure': 'Set up the inbox',
} as const satisfies Readonly<Record<string, Message>>;

export default subaccounts;
