import type { Level } from '../../src/domain/reach.ts';

/** Every state that a `<permission-table>` can be in, and what is to be seen of it. Each has a story of its name. */
export const states = {
  'all-roles': 'Each role with how far it reaches in each area, and whose role it is.',
  chosen: 'The role that is about to be given, pointed out.',
  'no-policy': 'Without a policy only the server knows, and that is said.',
  narrow: 'Where there is no room, the table scrolls in its box.',
} as const;

export type State = keyof typeof states;

/** What the code tells apart, and which state shows it. */
export const cases = [
  { full: 'all-roles', limited: 'all-roles', view: 'all-roles', none: 'all-roles' } satisfies Record<Level, State>,
]; // prettier-ignore
