import type { Decision } from '../../src/policy/index.ts';

/** Every state that a `<role-picker>` can be in, and what is to be seen of it. Each has a story of its name. */
export const states = {
  empty: 'Nothing is chosen yet.',
  chosen: 'The role that will be given.',
  loading: 'The account is still being read.',
  open: 'The roles, the chosen one marked.',
  closed: 'Roles that cannot be given say why and whom to ask.',
  'server-decides': 'What this page cannot know is offered: the server has the last word.',
  'own-roles': 'Roles of the host’s own, without any account.',
  required: 'A role has to be chosen, and none is.',
  invalid: 'A role that cannot be given was set; the form says why.',
  disabled: 'It cannot be changed now.',
  'in-a-form': 'Labelled, submitted and reset like a native control.',
} as const;

export type State = keyof typeof states;

/** What the code tells apart, and which state shows it. */
export const cases = [
  { allow: 'open', deny: 'closed', unknown: 'server-decides' } satisfies Record<
    Decision['effect'],
    State
  >,
];
