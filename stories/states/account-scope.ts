/** Every state that an `<account-scope>` can be in, and what is to be seen of it. Each has a story of its name. */
export const states = {
  shared: 'One account for everything inside: the seats follow what the table does.',
  'by-address': 'Markup is enough where a backend answers the contract.',
  'by-document': 'A policy of the host’s own, as a document.',
  'without-policy': 'No rules on this side: everything is offered, the server decides.',
  'unknown-preset': 'A preset that there is not; every element says so.',
  empty: 'Neither an adapter nor an address: the elements wait.',
} as const;
