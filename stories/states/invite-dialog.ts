/** Every state that an `<invite-dialog>` can be in, and what is to be seen of it. Each has a story of its name. */
export const states = {
  open: 'Addresses first, then what everyone gets.',
  loading: 'The form is on its way.',
  addresses: 'Read from any form; each says what is wrong or odd about it.',
  'many-addresses': 'Hundreds at once: a few are drawn, all are counted.',
  'editing-an-address': 'One address, opened to be put right.',
  'roles-open': 'The roles they could have.',
  'types-open': 'The user types, and which are out of seats.',
  'enough-seats': 'What it takes, and that it is there.',
  'not-enough-seats': 'More are needed than are free, and the way to more.',
  'joins-from-elsewhere': 'Someone has an account elsewhere: which mail they get, and what moves.',
  sending: 'They are being invited; it can be given up.',
  sent: 'Who was invited, and which mail each of them got.',
  'partly-sent': 'Some were invited, the others say why not and stay.',
  discarding: 'What would be lost is asked about.',
  'not-allowed': 'This role invites nobody: why, and whom to ask.',
  'no-account': 'The element stands outside of any account.',
  phone: 'On a phone it fills the screen.',
} as const;

export type State = keyof typeof states;
