import type { Message } from '../message.ts';

/** English of `<seat-meter>`, which calls `addEnglish` with it: a page without a meter does not load it. */
const seats = {
  'seats.label': 'Seats',
  'seats.loading': 'Loading seats…',
  'seats.failed': 'The seats could not be read.',
  'seats.noScope':
    'This meter is not connected. Put it inside <account-scope>, or set its scope property.',
  'seats.noPools': 'This account has no seats to count.',
  'seats.untold': 'How many seats are free is not told here.',
  'seats.notNeeded': 'This takes no seat.',

  // One pool, in numbers.
  'seats.taken': '{taken} of {total} taken',
  'seats.noneBought': 'None bought',
  'seats.inUse': '{count} in use',
  'seats.invited': '{count} invited',
  'seats.reserved': '{count} being assigned',
  'seats.free': '{count} free',
  'seats.tooMany': { one: '{count} too many', other: '{count} too many' },

  // How it stands, and what follows from that.
  'seats.nearly': 'Nearly full',
  'seats.full': 'Full',
  'seats.full.why': 'Nobody else can get one before one becomes free.',
  'seats.over': 'Over the limit',
  'seats.over.why': 'More are taken than there are. Nobody else can get one.',
  'seats.now': '{pool}: {numbers}.',
  'seats.counts': 'What counts',
  'seats.counts.active': 'Everyone who is active and has it takes one.',
  'seats.counts.pending': 'An open invitation takes one, until it is accepted, revoked or expires.',
  'seats.counts.reserved': 'A change that is being saved takes one already.',
  'seats.counts.free': 'Whoever is suspended or deactivated takes none.',

  // More of them.
  'seats.buy': 'Get more',
  'seats.buyMore': 'Get more {pool} seats',
  'seats.billing': 'Billing',
  'seats.buyElsewhere': 'This page does not sell seats. Ask whoever runs it.',
} as const satisfies Readonly<Record<string, Message>>;

export default seats;
