import type { AddressFault } from './entry.ts';

/** What is wrong with an address; `detail` is the character that it is about. */
export interface Fault {
  readonly reason: AddressFault;
  readonly detail?: string;
}

/** RFC 5321, in bytes of UTF-8. */
const LONGEST = { local: 64, label: 63, all: 254 };

const QUOTED = /^"((?:[^"\\]|\\.)*)"$/s;
const BAD_IN_LOCAL = /[^\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const BAD_IN_DOMAIN = /[^\p{L}\p{M}\p{N}.-]/u;
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const BAD_IN_QUOTES = /[\u0000-\u001f\u007f]/;

/**
 * The first thing that is wrong with an address, by its shape alone: RFC 5321 and 6531 (any letters), with a domain that
 * has a dot.
 *
 * @param key `emailKey(email)`: it has the domain as registries know it
 */
export function checkAddress(email: string, key: string): Fault | undefined {
  const at = atOf(email);
  if (at < 0)
    return { reason: email.startsWith('"') && email.includes('@') ? 'open-quote' : 'no-at' };
  const local = email.slice(0, at);
  const domain = email.slice(at + 1);
  if (!local) return { reason: 'no-local' };
  if (domain.includes('@')) return { reason: 'two-ats' };
  if (!domain) return { reason: 'no-domain' };
  return localFault(local) ?? domainFault(domain, key) ?? lengthFault(email, local);
}

/** Where the address has its at sign; a quoted local part may hold others. */
function atOf(email: string): number {
  if (!email.startsWith('"')) return email.indexOf('@');
  const quote = /^"(?:[^"\\]|\\.)*"(?=@)/s.exec(email);
  return quote ? quote[0].length : -1;
}

function localFault(local: string): Fault | undefined {
  const quoted = QUOTED.exec(local)?.[1];
  if (quoted !== undefined) {
    const [bad] = BAD_IN_QUOTES.exec(quoted) ?? [];
    return bad === undefined ? undefined : { reason: 'bad-character', detail: bad };
  }
  if (/\s/.test(local)) return { reason: 'space' };
  const [bad] = BAD_IN_LOCAL.exec(local) ?? [];
  if (bad !== undefined) return { reason: 'bad-character', detail: bad };
  return /^\.|\.\.|\.$/.test(local) ? { reason: 'local-dots' } : undefined;
}

function domainFault(domain: string, key: string): Fault | undefined {
  if (/^\[.*\]$/.test(domain) || /^\d+(\.\d+){3}$/.test(domain)) return { reason: 'ip-address' };
  if (/\s/.test(domain)) return { reason: 'space' };
  const [bad] = BAD_IN_DOMAIN.exec(domain) ?? [];
  if (bad !== undefined) return { reason: 'bad-character', detail: bad };
  if (/^\.|\.\.|\.$/.test(domain)) return { reason: 'domain-dots' };
  const ascii = key.slice(key.lastIndexOf('@') + 1);
  const labels = ascii.split('.');
  if (labels.length < 2) return { reason: 'domain-incomplete' };
  if (labels.some((label) => /^-|-$/.test(label))) return { reason: 'domain-hyphen' };
  if (labels.some((label) => bytes(label) > LONGEST.label)) return { reason: 'label-too-long' };
  // The platform's IDNA did not encode it.
  if (/[^a-z\d.-]/.test(ascii)) return { reason: 'domain-unknown' };
  return /^\d+$/.test(labels.at(-1) as string) ? { reason: 'domain-unknown' } : undefined;
}

function lengthFault(email: string, local: string): Fault | undefined {
  if (bytes(local) > LONGEST.local) return { reason: 'local-too-long' };
  return bytes(email) > LONGEST.all ? { reason: 'too-long' } : undefined;
}

function bytes(text: string): number {
  let count = 0;
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}
