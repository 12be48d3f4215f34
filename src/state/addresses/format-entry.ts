import type { AddressEntry } from './entry.ts';

/**
 * An entry as this reader reads it back with the same address and the same names: `"Silva, Ana" <ana@example.com>`. One that
 * is no address stays as it was typed.
 */
export function formatEntry({ email, firstName, kind, lastName, text }: AddressEntry): string {
  if (kind === 'invalid') return text;
  if (firstName === undefined && lastName === undefined) return email;
  const name =
    lastName === undefined && !/[\s,]/.test(firstName ?? '')
      ? firstName
      : `${lastName ?? ''}, ${firstName ?? ''}`;
  return `"${(name as string).trim().replace(/["\\]/g, '\\$&')}" <${email}>`;
}

/** Several, one a line; the semicolon keeps each line a list of its own. */
export function formatEntries(entries: readonly AddressEntry[]): string {
  return entries.map((entry) => `${formatEntry(entry)};`).join('\n');
}
