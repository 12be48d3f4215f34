import type { PersonRecord } from '../../domain/index.ts';
import { fail } from './fail.ts';
import type { Store } from './store.ts';

/** Longest value per field; an address by RFC 5321, the rest what a directory would hold. */
const LENGTHS = {
  firstName: 100, lastName: 100, displayName: 200, email: 254, department: 200, manager: 200,
  jobTitle: 200, location: 200, password: 1000,
} as const; // prettier-ignore

/** Fields of a profile that a command may set, beside the account's own attributes (`x-<id>`). */
export const PROFILE_FIELDS = Object.keys(LENGTHS);

interface Wrong {
  readonly pointer: string;
  readonly code: string;
}

/**
 * A record with values of a command put in, or one problem that names every field that is wrong. An empty text or
 * `null` clears a field. A password is checked and forgotten.
 */
export function withValues(
  person: PersonRecord,
  values: Readonly<Record<string, unknown>>,
  store: Store,
): PersonRecord {
  const wrong: Wrong[] = [];
  const next: Record<string, unknown> = { ...person };
  const attributes: Record<string, string | undefined> = { ...person.attributes };
  for (const [name, given] of Object.entries(values)) {
    const value = textOf(given);
    const code = codeOf(name, value, store);
    if (code) wrong.push({ pointer: `/change/values/${name}`, code });
    else if (name.startsWith('x-')) attributes[name.slice(2)] = value === '' ? undefined : value;
    else if (name !== 'password') next[name] = value === '' ? undefined : value;
  }
  if (wrong.length)
    fail('invalid', 'Some values are not valid', { code: 'invalid', fields: wrong });
  const email = String(next['email']);
  if (email !== person.email) refuseTaken(email, '/change/values/email', store, person.id);
  // `frozen` leaves out what is undefined, so a cleared field is absent from the record.
  return {
    ...(next as unknown as PersonRecord),
    ...(Object.keys(attributes).length > 0 && { attributes: attributes as Record<string, string> }),
  };
}

/** Refuses an address that someone on the account has, in any spelling. */
export function refuseTaken(email: string, pointer: string, store: Store, mine?: string): void {
  const owner = store.withEmail(email);
  if (owner && owner.id !== mine) {
    fail('conflict', 'The address is already on the account', {
      code: 'email-taken',
      fields: [{ pointer, code: 'email-taken' }],
    });
  }
}

/** What is wrong with an address, by its shape alone. */
export function emailFault(email: string): string | undefined {
  if (email.length > LENGTHS.email) return 'too-long';
  return /^[^\s@"<>,;]+@[^\s@"<>,;.]+(\.[^\s@"<>,;.]+)+$/.test(email) ? undefined : 'email';
}

/** A text as it is stored, or `undefined` for what is none. Nothing at all is an empty text. */
function textOf(given: unknown): string | undefined {
  if (given === null || given === undefined) return '';
  return typeof given === 'string' ? given.trim().normalize('NFC') : undefined;
}

function codeOf(name: string, value: string | undefined, store: Store): string | undefined {
  const isAttribute =
    name.startsWith('x-') && store.account.attributes?.some(({ id }) => `x-${id}` === name);
  if (!isAttribute && !Object.hasOwn(LENGTHS, name)) return 'unknown';
  if (value === undefined) return 'type';
  if (name === 'email') return emailFault(value);
  return value.length > (isAttribute ? 200 : LENGTHS[name as keyof typeof LENGTHS])
    ? 'too-long'
    : undefined;
}
