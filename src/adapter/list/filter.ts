import {
  emailKey,
  type Filter,
  type FilterTest,
  type PeopleField,
  type PersonRecord,
} from '../../domain/index.ts';
import { invalid } from '../fail.ts';
import type { Field } from './fields.ts';
import { searchText, type Row } from './row.ts';
import { fold } from './text.ts';

export type Matches = (row: Row) => boolean;
type Fields = ReadonlyMap<PeopleField, Field>;

/** Every word of the search stands somewhere in the names, the address or the department. */
export function searchMatches(search = ''): Matches {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return (row) => words.every((word) => searchText(row).includes(word));
}

/** A filter as a test. What no field or operator of the backend is, is refused rather than ignored. */
export function filterMatches(
  filter: Filter | undefined,
  fields: Fields,
  pointer = '/filter',
): Matches {
  if (filter === undefined) return () => true;
  const inner = (parts: readonly Filter[], key: string) =>
    parts.map((part, i) => filterMatches(part, fields, `${pointer}/${key}/${i}`));
  if ('and' in filter) {
    const tests = inner(filter.and, 'and');
    return (row) => tests.every((test) => test(row));
  }
  if ('or' in filter) {
    const tests = inner(filter.or, 'or');
    return (row) => tests.some((test) => test(row));
  }
  const field = fields.get(filter.field);
  if (!field) return invalid(`${pointer}/field`, 'unknown');
  if (!field.operators.includes(filter.op)) return invalid(`${pointer}/op`, 'unknown');
  const test = testOf(filter, pointer);
  return ({ record }) => test(field.values(record), record);
}

type ValuesTest = (values: readonly string[], record: PersonRecord) => boolean;

function testOf({ field, op, value }: FilterTest, pointer: string): ValuesTest {
  if (op === 'exists') return (values) => values.length > 0 === (value ?? true);
  if (op === 'in' ? !Array.isArray(value) : value === undefined || typeof value === 'object') {
    return invalid(`${pointer}/value`, 'type');
  }
  // One person, however the address is spelled.
  const same = field === 'email' ? emailKey : String;
  if (op === 'eq' || op === 'ne' || op === 'in') {
    const wanted = new Set([value].flat().map((one) => same(String(one))));
    return (values) => values.some((one) => wanted.has(same(one))) === (op !== 'ne');
  }
  if (op === 'lt' || op === 'gt') {
    const limit = Date.parse(String(value));
    if (Number.isNaN(limit)) return invalid(`${pointer}/value`, 'date');
    return (values) =>
      values.some((one) => (op === 'lt' ? Date.parse(one) < limit : Date.parse(one) > limit));
  }
  const text = fold(String(value));
  return (values) =>
    values.some((one) =>
      op === 'contains' ? fold(one).includes(text) : fold(one).startsWith(text),
    );
}
