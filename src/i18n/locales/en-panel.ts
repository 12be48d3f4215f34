import type { Message } from '../message.ts';

/** English of `<user-panel>`, which calls `addEnglish` with it. */
const panel = {
  'panel.close': 'Close the details',
  'panel.back': 'Back',
  'panel.loading': 'Loading…',
  'panel.nobody': 'Nobody is open',
  'panel.nobody.next': 'Open someone in the list to see their details here.',
  'panel.noScope': 'This panel is not connected',
  'panel.noScope.next': 'Put it inside <account-scope>, or set its scope property.',
  'panel.missing': 'This person is not on the account',
  'panel.missing.next': 'They may have been removed, or the link is wrong.',
  'panel.noAccess': 'You cannot see this person',
  'panel.failedToLoad': 'The details could not be loaded',
  'panel.gone': 'This person is no longer on the account',
  'panel.gone.hidden': 'This person is no longer within your reach',
  'panel.elsewhere': 'This person is in another sub-account',
  'panel.elsewhere.next': 'Choose that sub-account, or all of them, to see their details.',
  'panel.gone.typed': 'What you typed was not saved. Copy it from here if you still need it.',

  'panel.profile': 'Profile',
  'panel.access': 'Role and licences',
  'panel.attributes': 'Custom attributes',
  'panel.facts': 'Activity',
  'panel.contacts': 'External contacts',
  'panel.pending': 'The invitation has not been accepted yet.',
  'panel.empty': 'Not set',
  'panel.add': 'Add',
  'field.chatGroup': 'Chat group',
  'panel.group.none': 'No group',
  'panel.subaccounts.search': 'Search sub-accounts',
  'panel.subaccounts.none': 'No sub-account matches.',
  'panel.closed': '{fields}: {reason}',
  'panel.someone': 'Someone',

  'panel.unsaved': 'Unsaved changes',
  'panel.edited': { one: '{count} change', other: '{count} changes' },
  'panel.save': 'Save',
  'panel.discard': 'Discard',
  'panel.discarded': 'The changes were discarded.',
  'panel.saved': {
    one: 'Saved: {count} change to {name}.',
    other: 'Saved: {count} changes to {name}.',
  },
  'panel.failed': {
    one: '{count} change was not saved.',
    other: '{count} changes were not saved.',
  },
  'panel.stale': 'Someone changed this person meanwhile. Check the values, then save again.',
  'panel.uncertain.next': 'Try again: nothing is done twice.',
  'panel.invalid.email': 'This is not an email address.',
  'panel.invalid.email-taken': 'Someone else has this address.',
  'panel.invalid.too-long': 'This is too long.',

  'panel.followed': 'Updated',
  'panel.changedElsewhere': 'Changed elsewhere: {fields}.',
  'panel.clash': '{field} changed meanwhile',
  'panel.clash.mine': 'Yours:',
  'panel.clash.theirs': 'Theirs:',
  'panel.clash.keep': 'Keep mine',
  'panel.clash.take': 'Take theirs',
  'panel.clashes': {
    one: '{count} field changed meanwhile: choose whose value stays.',
    other: '{count} fields changed meanwhile: choose whose values stay.',
  },

  'panel.leave': 'Leave without saving?',
  'panel.leave.lost': {
    one: '{count} change to {name} is lost.',
    other: '{count} changes to {name} are lost.',
  },
  'panel.leave.keep': 'Keep editing',
  'panel.leave.do': 'Discard changes',
} as const satisfies Readonly<Record<string, Message>>;

export default panel;
