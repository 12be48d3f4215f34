import type { Effect } from '../../domain/index.ts';
import type { Message } from '../message.ts';

/**
 * English, of what is fetched on demand: menus of a row, confirmations, acts on many. Whoever says one of these calls
 * `addEnglish` with them where it starts.
 */
const later = {
  // What an act does, before it is done.
  'effect.sends-mail': 'An email is sent.',
  'effect.loses-access': 'Access to this account ends at once.',
  'effect.regains-access':
    'Access to this account is given back. Licences have to be assigned anew.',
  'effect.frees-seats': 'Licences and add-ons become free for others.',
  'effect.leaves-account': 'The person leaves this account.',
  'effect.keeps-own-data': 'The person keeps their own profile and data, outside of this account.',
  'effect.keeps-data': 'Profile and data stay here, for the day the person comes back.',
  'effect.separate-data':
    'It has its own storage, recording time and private files: it shares nothing with this account.',
  'effect.erases-data': 'Profile and data are erased.',
  'effect.moves-seat': 'The seat goes to someone else.',
  'effect.gives-ownership': 'Ownership goes to this person. You get their role.',
  'effect.ends-sessions': 'The person is signed out everywhere.',
  'effect.resets-expiry': 'The invitation is valid for its full time again.',
  'effect.charges': 'This is charged.',
  'effect.ends-at-period': 'It ends with the paid period.',
  'effect.ends-service': 'The service ends.',
  'effect.leaves-channels':
    'The contact leaves the channels and group chats of the account. One-to-one chats stay.',
  'effect.loses-subaccounts': 'The person loses access to all sub-accounts.',
  'effect.unassigns-contacts': 'Contacts assigned to the person become unassigned.',
  'effect.closes-subaccounts': 'Sub-accounts and their data become inaccessible.',
  'effect.drops-messages': 'Incoming messages are no longer stored.',
  'effect.stops-workflows': 'Workflows no longer run.',
  'effect.flags-deletion': 'After 90 days the organization is flagged for deletion.',
  'effect.irreversible': 'This cannot be undone.',
  'effect.reversible': 'This can be undone.',

  'confirm.one': '{action}: {name}',
  'confirm.many': { one: '{action}: {count} person', other: '{action}: {count} people' },
  'confirm.more': { one: '{count} more', other: '{count} more' },
  'confirm.type': 'Type “{text}” to confirm',
  'confirm.typeEither': 'Type “{text}” or “{other}” to confirm',

  'csv.export': 'Export people…',
  'csv.import': 'Import people…',

  'row.linkCopied': 'The invitation link of {name} was copied.',
  'row.linkNotCopied': 'The link could not be copied: {link}',

  // One act on many people.
  'bulk.to': '{action} to {value}',
  'bulk.chatGroup': '{group} (chat group)',
  'bulk.reading': { one: 'Reading: {count} person', other: 'Reading: {count} people' },
  'bulk.readingOf': {
    by: 'total',
    one: 'Reading: {count} of {total}',
    other: 'Reading: {count} of {total}',
  },
  'bulk.notRead': 'The selected people could not be read',
  'bulk.nobody': '{action}: nobody is left',
  'bulk.spared': { one: '{count} is left out: {reason}', other: '{count} are left out: {reason}' },
  'bulk.unchanged': 'Nothing would change.',
  'bulk.gone': 'No longer there.',
  'bulk.started': { one: '{what}: {count} person…', other: '{what}: {count} people…' },
  'bulk.progress': { by: 'total', one: '{done} of {total}', other: '{done} of {total}' },
  'bulk.paused': 'Paused',
  'bulk.pause': 'Pause',
  'bulk.resume': 'Resume',
  'bulk.stop': 'Stop',
  'bulk.summary': '{what}: {parts}',
  'bulk.done': { one: '{count} done', other: '{count} done' },
  'bulk.refused': { one: '{count} refused', other: '{count} refused' },
  'bulk.uncertain': { one: '{count} uncertain', other: '{count} uncertain' },
  'bulk.skipped': { one: '{count} left out', other: '{count} left out' },
  'bulk.left': { one: '{count} not done', other: '{count} not done' },
  'bulk.retry': { one: 'Retry {count}', other: 'Retry {count}' },
  'bulk.cutOff':
    '{what}: the page was reloaded in the middle. {done} of {total} are done, {left} are not.',
  'bulk.cutOffWhole': '{what}: the page was reloaded in the middle. All {total} are done.',
  'bulk.cutOffBlind': 'What was to be set is not kept across a reload: select the people again.',
  'bulk.cutOffFile': 'Choose the same file again: what is done already stays as it is.',
  'bulk.goOn': { one: 'Continue with {count}', other: 'Continue with {count}' },
  'bulk.leave': 'Leave it',
  'bulk.report': 'Report',
  'bulk.undoing': 'Undo: {what}',
  'bulk.file': 'Report',
  'bulk.action': 'Action',
  'bulk.outcome': 'Outcome',
  'bulk.reason': 'Reason',
  'bulk.status.done': 'Done',
  'bulk.status.refused': 'Refused',
  'bulk.status.skipped': 'Left out',
  'bulk.status.uncertain': 'Not certain',
  'bulk.status.left': 'Not done',
} as const satisfies { readonly [E in Effect as `effect.${E}`]: string } & Readonly<
  Record<string, Message>
>;

export default later;
