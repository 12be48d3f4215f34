/** Every state that a `<subaccount-manager>` can be in, and what is to be seen of it. Each has a story of its name. */
export const states = {
  list: 'The sub-accounts, each with what can be done to it.',
  adding: 'The form with its one field.',
  missing: 'It was sent without a name.',
  renaming: 'A name is changed in its place.',
  closed: 'This person may not: why, and whom to ask.',
  empty: 'There are no sub-accounts yet.',
  'no-match': 'None matches what was typed.',
  failed: 'The list could not be read; it can be tried again.',
  loading: 'The account is being read.',
  'no-account': 'The element stands outside of any account.',
} as const;
