import type { Message } from '../message.ts';

/** English of what is said of the account as a whole, above lists; fetched where there is something to say. */
const notes = {
  'note.few': {
    one: 'Only {count} person has the role {role}.',
    other: 'Only {count} people have the role {role}.',
  },
  'note.few.next': 'Better have {recommended}: if one cannot sign in, the other still can.',
  'note.few.add': 'Invite another',
  'note.cancelled': 'The subscription was cancelled.',
  'note.cancelled.next': 'Nothing can be changed here any more.',
  'note.cancelled.until':
    'Nothing can be changed here any more. On {date} the account is flagged for deletion.',
} as const satisfies Readonly<Record<string, Message>>;

export default notes;
