/** Every state that an `<event-access>` can be in, and what is to be seen of it. Each has a story of its name. */
export const states = {
  events: 'Every event with whoever is in it, by a link or without, and the seats that links take.',
  'one-event': 'The page names one event.',
  running: 'One event runs; a second one at a time needs the add-on.',
  'new-link': 'What its holder will be, with what that allows, and whom it is for.',
  created: 'The link is there, ready to be copied, and can be undone.',
  creating: 'It is on its way, and its seat is being taken.',
  refused: 'The server said no: what was chosen is kept.',
  'no-seat': 'Every seat is taken: why, and the way to more.',
  'no-seat-here': 'Every seat is taken, and somebody else buys.',
  revoking: 'The question before a link is revoked.',
  'not-revoked': 'It could not be revoked, and why.',
  rights: 'The single rights of a presenter’s link; what only support can change is locked.',
  restricted: 'A right was taken away.',
  'by-link': 'Whoever came by a link sees their event, and runs it.',
  readonly: 'The host wants it to be looked at only.',
  empty: 'There are no events yet.',
  gone: 'The event that the page names is no longer there.',
  'no-access': 'This person may not see who is in events.',
  unsupported: 'The backend tells neither of events nor of links.',
  failed: 'Nothing could be read; it can be tried again.',
  loading: 'It is being read.',
  'no-account': 'The element stands outside of any account.',
} as const;

export type State = keyof typeof states;
