import type { AddressEntry } from '../../../src/state/addresses/index.ts';

/**
 * An entry on one line: `ana@example.com`, `Ana|Silva <ana@example.com>` (first and last name), `twice ana@example.com`,
 * `mixed-scripts аna@example.com`, and of an invalid one the reason with the text as it was typed.
 */
export function told({ email, firstName, kind, lastName, reason, text }: AddressEntry): string {
  if (kind === 'invalid') return `${reason}: ${text}`;
  const name = lastName === undefined ? firstName : `${firstName ?? ''}|${lastName}`;
  const address = name === undefined ? email : `${name} <${email}>`;
  return reason ? `${reason} ${address}` : address;
}
