import type { PersonRecord } from '../../domain/index.ts';
import { fail } from '../fail.ts';
import type { Store } from './store.ts';

/** Longest value of a field whose own is not known: what a directory would hold. */
const LONGEST = 200;

/** Longest value per field of a profile; an address by RFC 5321. */
const LENGTHS: Readonly<Record<string, number>> = {
  firstName: 100, lastName: 100, displayName: LONGEST, email: 254, department: LONGEST, manager: LONGEST,
  jobTitle: LONGEST, location: LONGEST, password: 1000,
}; // prettier-ignore

/**
 * A record with values of a command put in, or one problem that names every field that is wrong. An empty text or
 * nothing clears a field; a password is checked and forgotten. `x-<id>` are the account's own attributes.
 */
export function withValues(
  person: PersonRecord,
  values: Readonly<Record<string, unknown>>,
  store: Store,
): PersonRecord {
  const next: Record<string, unknown> = { ...person };
  const attributes: Record<string, unknown> = { ...person.attributes };
  const fields = Object.entries(values).flatMap(([name, given]) => {
    const isOwn = store.account.attributes?.some(({ id }) => name === `x-${id}`);
    const value = typeof given === 'string' ? given.trim().normalize('NFC') : (given ?? '');
    const longest = isOwn ? LONGEST : Object.hasOwn(LENGTHS, name) && LENGTHS[name];
    const code =
      !longest ? 'unknown'
      : typeof value !== 'string' ? 'type'
      : value.length > longest ? 'too-long'
      : name === 'email' && emailFault(value); // prettier-ignore
    if (code) return [{ pointer: `/change/values/${name}`, code }];
    // `frozen` leaves out what is undefined, so a cleared field is absent from the record.
    if (isOwn) attributes[name.slice(2)] = value === '' ? undefined : value;
    else if (name !== 'password') next[name] = value === '' ? undefined : value;
    return [];
  });
  if (fields.length) fail('invalid', 'invalid', { fields });
  if (next['email'] !== person.email)
    refuseTaken(String(next['email']), '/change/values/email', store, person.id);
  if (Object.keys(attributes).length) next['attributes'] = attributes;
  return next as unknown as PersonRecord;
}

/** Refuses an address that someone on the account has, in any spelling. */
export function refuseTaken(email: string, pointer: string, store: Store, mine?: string): void {
  const owner = store.withEmail(email);
  if (owner && owner.id !== mine)
    fail('conflict', 'email-taken', { fields: [{ pointer, code: 'on-account' }] });
}

/** What is wrong with an address, by its shape alone. */
export function emailFault(email: string): string | undefined {
  if (email.length > 254) return 'too-long';
  return /^[^\s@"<>,;]+@([^\s@"<>,;.]+\.)+[^\s@"<>,;.]+$/.test(email) ? undefined : 'email';
}
