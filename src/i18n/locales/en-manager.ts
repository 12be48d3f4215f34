import type { Message } from '../message.ts';

/** English of `<subaccount-manager>`, which calls `addEnglish` with it: a page without one does not load it. */
const manager = {
  'manager.label': 'Sub-accounts',
  'manager.help': 'Arrow keys move, Enter renames, Escape gives up, Ctrl+Z undoes the last change.',
  'manager.loading': 'Loading sub-accounts…',
  'manager.failed': 'The sub-accounts could not be loaded',
  'manager.noAccess': 'You cannot see the sub-accounts here',
  'manager.empty': 'No sub-accounts yet',
  'manager.empty.next': 'Add the first one, for a team, a shop or a client.',
  'manager.noMatch': 'No sub-account matches “{text}”',
  'manager.noMatch.next': 'Change the search or clear it.',
  'manager.count': { one: '{count} sub-account', other: '{count} sub-accounts' },
  'manager.about': { one: 'About {count} sub-account', other: 'About {count} sub-accounts' },
  'manager.partial': {
    one: 'Only the first sub-account was searched.',
    other: 'Only the first {count} sub-accounts were searched.',
  },
  'manager.search': 'Search sub-accounts',

  // A name, for a new one or in place of another.
  'manager.add': 'Add a sub-account',
  'manager.newName': 'Name of the new sub-account',
  'manager.rename': 'Rename',
  'manager.renameOf': 'Rename {name}',
  'manager.save': 'Save',
  'manager.missing': 'A sub-account needs a name.',
  'manager.taken': 'There is a sub-account with the name “{name}” already.',
  'manager.taken.next': 'Choose another name, or have two with the same one.',
  'manager.anyway': 'Use it anyway',

  // What became of it.
  'manager.adding': 'Adding “{name}”…',
  'manager.added': '“{name}” was added.',
  'manager.notAdded': '“{name}” was not added.',
  'manager.show': 'Show it',
  'manager.renaming': 'Changing the name “{before}” to “{name}”…',
  'manager.renamed': '“{before}” is now called “{name}”.',
  'manager.kept': '“{name}” keeps its name.',
  'manager.changedTo': 'Its name is “{name}” by now.',

  // Where there is more to be done than to rename.
  'manager.help.menu':
    'Arrow keys move, Enter opens what can be done, Escape gives up, Ctrl+Z undoes the last change.',
  'manager.buy': 'Buy slots',
  'manager.here': 'This page',
  'manager.slots': { one: '{count} free slot', other: '{count} free slots' },
  'manager.size': 'Size {size}',

  // How it stands, where there is something to say.
  'manager.awaiting-activation': 'Awaiting activation',
  'manager.ending': 'Ending',
  'manager.until': 'Active until {date}',
  'manager.ended': 'Ended',

  'action.subaccount.create': 'Add a sub-account',
  'action.subaccount.edit': 'Rename',
} as const satisfies Readonly<Record<string, Message>>;

export default manager;
