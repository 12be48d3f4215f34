import type { PeopleField, SortKey } from '../../domain/index.ts';
import { invalid } from '../fail.ts';
import type { Field } from './fields.ts';
import type { Row } from './row.ts';

/** A person in a sorted list, with what they were sorted by. */
export interface Entry {
  readonly row: Row;
  readonly keys: readonly (string | number | undefined)[];
}

type Order = (a: Entry, b: Entry) => number;

export interface Sorter {
  readonly entry: (row: Row) => Entry;
  readonly order: Order;
}

/** By each key in turn, blanks last either way; equals stay in the order in which they came to the account. */
export function sorter(
  sort: readonly SortKey[],
  locale: string | undefined,
  fields: ReadonlyMap<PeopleField, Field>,
): Sorter {
  const keys = sort.map(
    ({ field }, i) => fields.get(field) ?? invalid(`/sort/${i}/field`, 'unknown'),
  );
  const { compare } = collator(locale);
  return {
    entry: (row) => ({ row, keys: keys.map((field) => field.sortKey(row.record)) }),
    order: (a, b) => {
      for (let i = 0; i < keys.length; i++) {
        const [one, two] = [a.keys[i], b.keys[i]];
        if (one === two) continue;
        if (one === undefined) return 1;
        if (two === undefined) return -1;
        const by = order(one, two, compare);
        if (by) return sort[i]?.desc ? -by : by;
      }
      return a.row.seq - b.row.seq;
    },
  };
}

/** Numbers by size, text by collation, and numbers before text. */
function order(
  one: string | number,
  two: string | number,
  compare: Intl.Collator['compare'],
): number {
  if (typeof one === 'string') return typeof two === 'string' ? compare(one, two) : 1;
  return typeof two === 'string' ? -1 : one - two;
}

function collator(locale: string | undefined): Intl.Collator {
  try {
    return new Intl.Collator(locale, { numeric: true });
  } catch {
    return invalid('/locale', 'unknown');
  }
}
