import type { ManagerStanding } from '../../src/elements/subaccount-manager/standing.ts';

/** Every state that a `<subaccount-manager>` can be in, and what is to be seen of it. Each has a story of its name. */
export const states = {
  list: 'The sub-accounts, each with what can be done to it, and how many there are.',
  statuses: 'One awaits its activation, one is about to end.',
  'ten-thousand': 'Scrolled and searched without a pause.',
  adding: 'The form with its one field.',
  added: 'The new one is in the list, and marked.',
  missing: 'It was sent without a name.',
  taken: 'There is one of this name: said before anything is sent.',
  renaming: 'A name is changed in its place.',
  saving: 'It is on its way.',
  refused: 'The server said no: what was typed is kept.',
  renamed: 'It was done, and can be undone.',
  closed: 'This person may not: why, and whom to ask.',
  readonly: 'The host wants it to be looked at only.',
  empty: 'There are none yet, and the way to the first.',
  'no-match': 'None matches what was typed.',
  'no-access': 'This person may not see them.',
  failed: 'The list could not be read; it can be tried again.',
  loading: 'The account is being read.',
  paid: 'Each is paid for: whose it is, its size, and how it stands.',
  'row-menu': 'What can be done to one, where that is more than two things.',
  buying: 'Size and number, what is charged now and until when, and what next.',
  'price-changed': 'The price rose meanwhile: the new one is shown, and nothing was bought.',
  creating: 'The details of a new one, which uses up a slot that was bought.',
  'no-slots': 'None is left: it is bought in the same dialog, and what was typed stays.',
  details: 'The details of one, and why add-ons and plan are not to be had.',
  resizing: 'Another size, with its price.',
  reassigning: 'Another person in one step, whose first part is final.',
  cancelling: 'Until when it stays, said before.',
  deleting: 'What is erased, and the name to type.',
  unpaid: 'This person buys nothing: why, and whom to ask.',
  'no-account': 'The element stands outside of any account.',
} as const;

export type State = keyof typeof states;

/** What the code tells apart, and which state shows it. */
export const cases = [
  { waiting: 'loading', open: 'list', 'no-scope': 'no-account', failed: 'failed', 'no-access': 'no-access' } satisfies Record<ManagerStanding['status'], State>,
]; // prettier-ignore
