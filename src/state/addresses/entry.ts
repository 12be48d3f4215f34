/** Why an address cannot be sent to, one code per sentence that a person can act on. */
export const ADDRESS_FAULTS = [
  /** Words, and no address among them. */
  'no-at',
  /** The names of columns, above a pasted table. */
  'heading',
  'two-ats',
  'no-local',
  'no-domain',
  /** A dot at the start or the end of what stands before the @, or two in a row. */
  'local-dots',
  /** More than 64 bytes before the @ (RFC 5321). */
  'local-too-long',
  /** More than 254 bytes in all (RFC 5321). */
  'too-long',
  'space',
  /** A character that no address has there; `detail` is the character. */
  'bad-character',
  'open-quote',
  'domain-dots',
  /** Nothing after a dot: `ana@localhost`. */
  'domain-incomplete',
  'domain-hyphen',
  /** A part between two dots of more than 63 bytes (RFC 1035). */
  'label-too-long',
  /** Numbers where a name has to be: `ana@127.0.0.1`, `ana@[::1]`. */
  'ip-address',
  /** A domain that no registry could hold (IDNA). */
  'domain-unknown',
] as const;
export type AddressFault = (typeof ADDRESS_FAULTS)[number];

/** Why an address can be sent to and yet looks wrong. */
export type AddressOddity =
  /** Letters of several scripts in one word: `аna` with a Cyrillic а. */
  | 'mixed-scripts'
  /** A whole part in letters of another script that look Latin, under a Latin ending. */
  | 'look-alike';

/** Why an address would be sent to twice. */
export type AddressRepeat =
  /** It stands in the list already. */
  | 'twice'
  /** Someone on the account has it. */
  | 'member'
  /** It is invited and has not answered yet. */
  | 'invited';

/** Every reason an entry may have. */
export type AddressReason = AddressFault | AddressOddity | AddressRepeat;

/** How an entry stands: `odd` can be sent to and deserves a look; `duplicate` and `invalid` are not sent. */
export type AddressKind = 'valid' | 'duplicate' | 'odd' | 'invalid';

/** Text in which someone is named, as found by the reader. */
export interface AddressEntry {
  /** Exactly what was pasted or typed for it, without what divides it from its neighbours. */
  readonly text: string;
  /** The address, without what was around it; empty where there is none. */
  readonly email: string;
  /** Its identity (`emailKey`); empty where there is none. */
  readonly key: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly kind: AddressKind;
  /** Absent for `valid`. */
  readonly reason?: AddressReason;
  /** What the reason is about: the character, the script names. */
  readonly detail?: string;
}

/** Whether an entry can be sent to. */
export function isSendable({ kind }: AddressEntry): boolean {
  return kind === 'valid' || kind === 'odd';
}
