import type { SeatLevel } from '../../src/elements/seat-meter/level.ts';

/** Every state that a `<seat-meter>` can be in, and what is to be seen of it. Each has a story of its name. */
export const states = {
  room: 'In use, invited, free: by length, by pattern and in words.',
  nearly: 'Hardly any seat is free, and the way to more.',
  full: 'None is free: what that means, and the way to more.',
  over: 'More are taken than were bought.',
  'none-bought': 'The account has none of these.',
  reserved: 'A change that takes a seat is under way: it counts at once.',
  'all-pools': 'Every pool of the account.',
  'not-needed': 'This kind of user takes no seat.',
  'no-pools': 'The product has no seats.',
  untold: 'The backend does not tell; the server decides.',
  loading: 'The account is being read.',
  failed: 'The numbers could not be read; it can be tried again.',
  'no-account': 'The element stands outside of any account.',
  'buying-closed': 'This person may not buy: why, and whom to ask.',
  unsold: 'The page sells no seats, and says so.',
  'own-buying': 'The host’s own way to more, in place of the button.',
  billing: 'A link to billing, for whoever may see it.',
  'counts-open': 'What counts as a seat.',
} as const;

export type State = keyof typeof states;

/** What the code tells apart, and which state shows it. */
export const cases = [
  { none: 'none-bought', room: 'room', nearly: 'nearly', full: 'full', over: 'over' } satisfies Record<SeatLevel, State>,
]; // prettier-ignore
