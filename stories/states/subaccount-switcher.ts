/** Every state that a `<subaccount-switcher>` can be in, and what is to be seen of it. Each has a story of its name. */
export const states = {
  all: 'The page is about all sub-accounts.',
  open: 'The list, with all of them first and a field to search in.',
  asked: 'Something belongs to one sub-account: one has to be chosen first.',
  'no-match': 'None matches what was typed.',
  gone: 'The one that was chosen is no longer there: the page is about all of them again, and says so.',
  fixed: 'A manager is in their own, and sees why there is nothing to choose.',
  none: 'There are no sub-accounts yet.',
  failed: 'The list could not be read; it can be tried again.',
  loading: 'The account is being read.',
  'no-account': 'The element stands outside of any account.',
} as const;
