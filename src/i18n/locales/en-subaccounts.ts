import type { Message } from '../message.ts';

/** English of `<subaccount-switcher>` and `<subaccount-manager>`, which call `addEnglish` with it. */
const subaccounts = {
  'subaccount.label': 'Sub-account',
  'subaccount.allOfThem': 'All sub-accounts',
  'subaccount.allOwn': 'All your sub-accounts',
  'subaccount.current': 'Sub-account: {name}',
  'subaccount.unnamed': 'Sub-account without a name',
  'subaccount.loading': 'Loading sub-accounts…',
  'subaccount.failed': 'The sub-accounts could not be loaded',
  'subaccount.noScope':
    'This element is not connected. Put it inside <account-scope>, or set its scope property.',
  'subaccount.noAccess': 'You cannot see the sub-accounts here',
  'subaccount.search': 'Search sub-accounts',
  'subaccount.recent': 'Recent',
  'subaccount.others': 'Sub-accounts',
  'subaccount.none': 'There are no sub-accounts yet.',
  'subaccount.noMatch': 'No sub-account matches “{text}”.',
  'subaccount.found': { one: '{count} sub-account', other: '{count} sub-accounts' },
  'subaccount.entered': 'This page now shows {name}.',
  'subaccount.fixed': 'You work in this sub-account only.',
  'subaccount.chooseFirst': 'Choose a sub-account first',
  'subaccount.chooseFirst.why': 'What you are about to do belongs to one sub-account.',

  // The list of them.
  'subaccount.list': 'Sub-accounts',
  'subaccount.add': 'Add a sub-account',
  'subaccount.name': 'Name',
  'subaccount.name.missing': 'A sub-account needs a name.',
  'subaccount.save': 'Save',
  'subaccount.adding': 'Adding {name}…',
  'subaccount.added': '{name} was added.',
  'subaccount.notAdded': '{name} was not added.',
  'subaccount.rename': 'Rename',
  'subaccount.renameOf': 'Rename {name}',
  'subaccount.renaming': 'Renaming to {name}…',
  'subaccount.renamed': '{name} is now its name.',
  'subaccount.notRenamed': 'It keeps the name {name}.',
  'subaccount.empty.next': 'Add the first one: a team, a shop or a client.',
  'action.subaccount.create': 'Add a sub-account',
  'action.subaccount.edit': 'Rename',
  'action.inbox.configure': 'Set up the inbox',
} as const satisfies Readonly<Record<string, Message>>;

export default subaccounts;
