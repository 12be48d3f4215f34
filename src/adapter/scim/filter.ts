import type { FilterTest } from '../../domain/index.ts';
import type { PeopleAsked } from '../create-adapter/index.ts';
import { fail } from '../fail.ts';
import type { RoleNames } from './person.ts';

/** A filter in SCIM's grammar; `false`: whom it is about cannot exist, so nothing need be asked. */
export type ScimFilter = string | false | undefined;

/**
 * A text between quotes. One that holds quotes or backslashes would have to be escaped, which servers answer with a 400: then
 * people are looked through here.
 */
export function quoted(value: string): string {
  return /["\\]/.test(value) ? hereInstead() : `"${value}"`;
}

/** This value cannot be sent, though others like it can. */
function hereInstead(): never {
  fail('unsupported', 'this-value', { title: 'Cannot be written as a filter' });
}

/**
 * Where what was typed is looked for. A server that heeds case is asked for it as it was typed, in small letters, as addresses
 * are, and with large ones first, as names are.
 */
function searchParts(text: string, heedsCase: boolean): readonly string[] {
  const small = text.toLowerCase();
  const large = small.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  const texts = heedsCase ? [...new Set([text, small, large])] : [text];
  return ['userName', 'displayName'].flatMap((name) =>
    texts.map((one) => `${name} co ${quoted(one)}`),
  );
}

/**
 * What the server is asked for. Only attributes of the core schema by their short names: paths that begin with an URN match
 * nothing on some servers, whose parsers split them at the dot of "2.0". And never `not`, which one of them reads as "all".
 */
export function filterOf(
  { search, tests }: Pick<PeopleAsked, 'search' | 'tests'>,
  names: RoleNames,
  heedsCase = false,
): ScimFilter {
  const parts = tests.map((test) => testParts(test, names));
  if (search) parts.unshift(searchParts(search, heedsCase));
  if (parts.some((part) => part.length === 0)) return false;
  if (parts.length === 0) return undefined;
  const isAlone = parts.length === 1;
  return parts
    .map((part) => part.join(' or '))
    .map((text, i) => (isAlone || (parts[i]?.length ?? 0) < 2 ? text : `(${text})`))
    .join(' and ');
}

/** A test as alternatives, any of which holds. */
function testParts({ field, op, value }: FilterTest, names: RoleNames): readonly string[] {
  const values = [value].flat().map(String);
  switch (field) {
    case 'role': return values.map((id) =>
      // Who has no role at all has this one here, and no filter finds them.
      id === names.defaultRole ? hereInstead() : `roles.value eq ${quoted(names.valueOf(id))}`);
    case 'status': return values.flatMap((status) => {
      if (status === 'active') return ['active eq true'];
      return status === 'suspended' ? ['active eq false'] : [];
    });
    case 'createdAt': return values.map((date) => `meta.created ${op} ${quoted(date)}`);
    default: return fail('unsupported', 'filter');
  } // prettier-ignore
}
