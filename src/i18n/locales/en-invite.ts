import type { Message } from '../message.ts';

/** English of the form in `<invite-dialog>`, which is fetched when it is opened and calls `addEnglish` with it. */
const invite = {
  // Adding people: the dialog, its addresses, its settings, what became of each.
  'invite.addresses': 'Email addresses',
  'invite.addresses.hint':
    'Type or paste addresses: separated by commas, spaces or lines, or copied from a mail, a calendar or a spreadsheet.',
  'invite.addresses.keys': 'Arrow keys move between addresses, Enter edits one, Delete removes it.',
  'invite.addresses.list': 'Addresses to invite',
  'invite.edit': 'Edit {address}',
  'invite.remove': 'Remove {address}',
  'invite.removed': '{address} removed.',
  'invite.more': { one: 'Show {count} more', other: 'Show {count} more' },
  'invite.reading': { one: '{count} address read…', other: '{count} addresses read…' },
  'invite.added': { one: '{count} address added.', other: '{count} addresses added.' },
  'invite.attention': { one: '{count} needs attention.', other: '{count} need attention.' },
  'invite.left': { one: '{count} will not be invited', other: '{count} will not be invited' },
  'invite.role': 'Role',
  'role.multi-user.hint':
    'Shares this account’s data with you: storage, recording time, files. For separate data, create a sub-account instead.',
  'invite.type': 'User type',
  'invite.subaccount': 'Sub-account',
  'invite.subaccount.all': 'All sub-accounts',
  'invite.subaccount.choose': 'Choose a sub-account',
  'invite.subaccount.search': 'Search sub-accounts',
  'invite.subaccount.nothing': 'No sub-account is called that.',
  'invite.subaccount.more': {
    one: '{count} more: type to find it.',
    other: '{count} more: type to find them.',
  },
  'invite.addons': 'Add-ons',
  'invite.products': 'Products',
  'invite.group.user': 'User group',
  'invite.group.chat': 'Chat group',
  'invite.group.none': 'No group',
  'invite.profile': 'Profile and password',
  'invite.profile.hint': 'The same for everyone invited now. Other users may see it.',
  'invite.password': 'Default password',
  'invite.password.hint':
    'It is sent once and not kept here. People should change it when they first sign in.',
  'invite.seats': {
    by: 'needed',
    one: 'Needs {needed} {pool} seat, {free} free.',
    other: 'Needs {needed} {pool} seats, {free} free.',
  },
  'invite.mail.activation': 'Gets a mail to activate a new account',
  'invite.mail.join': 'Has an account elsewhere: gets a mail to join',
  'invite.mails':
    'A new address gets a mail to activate its account; one that already has an account elsewhere gets a mail to accept and join.',
  'invite.joining': {
    one: '{count} has an account elsewhere and gets a mail to join.',
    other: '{count} have an account elsewhere and get a mail to join.',
  },
  'invite.foreseeing': '{known} of {total} looked up…',
  'invite.balance': 'Will be asked about the balance of their paid account',
  'invite.joins': 'When someone joins with an account they have elsewhere',
  'invite.moves': 'Moves with them',
  'invite.stays': 'Does not move',
  'moves.zoom':
    'Profile, scheduled meetings and webinars, cloud recordings, chat history, contacts and settings.',
  'stays.zoom': 'Licences: assign them anew. Reports: they should download them first.',
  'moves.zoom.note':
    'Settings may change where they conflict with those of this account or group. Admins of this account do not see chats from before.',
  'invite.send': { one: 'Invite {count} person', other: 'Invite {count} people' },
  'invite.sendNone': 'Invite',
  'invite.again': { one: 'Try {count} again', other: 'Try {count} again' },
  'invite.sending': { one: 'Inviting {count} person…', other: 'Inviting {count} people…' },
  'invite.nobody': 'Add at least one address first.',
  'invite.sent': { one: '{count} person invited', other: '{count} people invited' },
  'invite.failed': {
    one: '{count} not invited. It stays here to be tried again.',
    other: '{count} not invited. They stay here to be tried again.',
  },
  'invite.uncertain': 'It is not certain that this was sent. Try again: nobody is invited twice.',
  'invite.another': 'Invite more people',
  'invite.discard': {
    one: 'Discard {count} address that was not invited?',
    other: 'Discard {count} addresses that were not invited?',
  },
  'invite.discard.do': 'Discard',
  'invite.discard.keep': 'Keep editing',

  // What is wrong with an address, or odd about it.
  'address.no-at': 'No email address found.',
  'address.heading': 'This looks like a heading.',
  'address.two-ats': 'There is more than one @.',
  'address.no-local': 'Nothing stands before the @.',
  'address.no-domain': 'Nothing stands after the @.',
  'address.local-dots': 'A dot cannot be first, last or doubled before the @.',
  'address.local-too-long': 'More than 64 characters stand before the @.',
  'address.too-long': 'The address is too long.',
  'address.space': 'There is a space in the address.',
  'address.bad-character': 'An address cannot contain “{detail}”.',
  'address.open-quote': 'A quotation mark is not closed.',
  'address.domain-dots': 'A dot is missing a word after the @.',
  'address.domain-incomplete': 'The ending is missing, such as “.com”.',
  'address.domain-hyphen': 'A hyphen cannot be first or last in a domain.',
  'address.label-too-long': 'A part of the domain is too long.',
  'address.ip-address': 'Numbers cannot stand in for a domain here.',
  'address.domain-unknown': 'There can be no such domain.',
  'address.mixed-scripts': '“{detail}” mixes letters of several alphabets. Check who it is.',
  'address.look-alike': '“{detail}” only looks like Latin letters. Check who it is.',
  'address.twice': 'Already in this list.',
  'address.member': 'Already on the account.',
  'address.invited': 'Already invited.',
} as const satisfies Readonly<Record<string, Message>>;

export default invite;
