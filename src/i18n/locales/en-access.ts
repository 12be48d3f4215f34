import type { Message } from '../message.ts';

/** English of `<event-access>`, which calls `addEnglish` with it: a page without one does not load it. */
const access = {
  'access.label': 'Access by link',
  'access.loading': 'Loading links…',
  'access.failed': 'The links could not be loaded',
  'access.noAccess': 'You cannot see who is in events by a link',
  'access.unsupported': 'Nobody is in an event by a link here',
  'access.unsupported.next': 'This backend tells neither of events nor of links.',
  'access.noEvents': 'There are no events yet',
  'access.noEvents.next': 'Links lead into events. Plan one first.',
  'access.noEvent': 'This event is no longer there',
  'access.everyEvent': 'Every event',
  'access.otherEvent': 'Other event',
  'access.more': 'Show more links',
  'access.moreEvents': 'Show more events',

  // Seats.
  'access.seats': {
    by: 'total',
    one: '{pool}: {used} of {total} seat used',
    other: '{pool}: {used} of {total} seats used',
  },
  'access.seats.reserved': { one: '{count} being taken', other: '{count} being taken' },
  'access.seats.rule': 'A link takes a seat from the moment it is created.',
  'access.seats.free': 'A seat is free now. Create the link when you are ready.',
  'access.buy': 'Buy seats',
  'access.buyElsewhere': 'This page sells no seats. They are bought where the plan is.',

  // Who is in an event.
  'access.people': 'Who is in “{event}”',
  'access.you': 'You',
  'access.kept': 'Always has a place in the room. Takes no seat.',
  'access.organiser': 'Organiser',
  'access.organiser.how': 'Comes in with a login of their own, and runs the room. Takes no seat.',
  'access.none': 'Nobody is in this event by a link.',
  'access.link': '{role} link',
  'access.linkFor': '{role}, for {name}',
  'access.created': 'Created {when}',
  'access.withoutRights': 'Without: {rights}',

  // A new link.
  'access.create': 'Create a link',
  'access.createIn': 'Create a link into “{event}”',
  'access.role': 'What they will be',
  'access.may': 'May: {rights}',
  'access.mayNot': 'May not: {rights}',
  'access.for': 'Whom it is for (optional)',
  'access.for.hint': 'Only shown here, so that you can tell links apart.',
  'access.creating': 'Creating the link…',
  'access.made': 'The link for {role} is there. Copy it and send it to whom it is for.',
  'access.notMade': 'No link was created.',

  // What is done with one.
  'access.copy': 'Copy link',
  'access.copyOf': 'Copy link: {link}',
  'access.copied': 'Copied: {link}. Whoever opens it is in.',
  'access.notCopied': 'The browser did not let the link be copied. Copy it from here:',
  'access.notRead': 'The link could not be read.',
  'access.address': 'Address of the link',
  'access.revoke': 'Revoke',
  'access.revokeOf': 'Revoke: {link}',
  'access.revoking': 'Revoking…',
  'access.revoked': 'Revoked: {link}.',
  'access.out': 'Whoever holds this link is out at once, and the link no longer opens anything.',
  'access.seatFreed': 'Its seat is free for somebody else.',

  // Single rights.
  'access.rights': 'Rights',
  'access.rightsOf': 'Rights: {link}',
  'access.rights.hint': 'Take away what this link should not allow. Everything else stays.',
  'access.restricted': 'Taken away: {right}, from {link}.',
  'access.unrestricted': 'Given back: {right}, to {link}.',

  // Events.
  'access.planned': 'Planned',
  'access.running': 'Running',
  'access.ended': 'Ended',
  'access.start': 'Start',
  'access.startOf': 'Start “{event}”',
  'access.end': 'End',
  'access.endOf': 'End “{event}”',
  'access.starts': 'Starts {when}',
  'access.started': '“{event}” is running.',
  'access.closed': '“{event}” has ended.',
  'access.beside': 'Another event is running: “{event}”.',

  // What may be done in a room.
  'right.event.start': 'Start the event',
  'right.event.run': 'Run the room',
  'right.event.end': 'End the event',
  'right.event.share': 'Camera, microphone, screen, slides, annotations and the team’s chat',
  'right.event.record': 'Recordings',
  'right.event.view-attendees': 'See attendees’ data',
  'right.event.moderate-chat': 'Moderate the chat',
  'right.event.start-parallel': 'Start beside another event',

  'action.link.revoke': 'Revoke a link',
  'action.role.restrict': 'Take a right away',
  'action.role.unrestrict': 'Give a right back',
  'action.event.start': 'Start an event',
  'action.event.end': 'End an event',
  'action.event.start-parallel': 'Start beside another event',

  'problem.another-event-runs': 'Another event has been started meanwhile.',
  'problem.another-event-runs.next': 'End it first, or run both where the account may.',
  'problem.already-running': 'The event is running already.',
  'problem.not-running': 'The event is not running any more.',
} as const satisfies Readonly<Record<string, Message>>;

export default access;
