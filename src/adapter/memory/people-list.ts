import type { PeopleField, PeopleQuery, PersonRecord, SortKey } from '../../domain/index.ts';
import { invalid } from './fail.ts';
import type { Field } from './fields.ts';
import { filterMatches, searchMatches, type Matches } from './filter.ts';
import type { Row, Store } from './store.ts';

/** A person in a sorted list, with what they were sorted by. */
interface Entry {
  readonly row: Row;
  readonly keys: readonly (string | number | undefined)[];
}

type Order = (a: Entry, b: Entry) => number;

/** Sorted lists that are kept: a page more costs a slice, and a change mends the list instead of sorting it again. */
const KEPT = 8;
/** More changes than this and sorting again is cheaper. */
const MENDED = 1000;

export interface ListView {
  readonly fields: ReadonlyMap<PeopleField, Field>;
  /** Who may be seen at all. */
  readonly visible: (person: PersonRecord) => boolean;
  /** Whatever `fields` and `visible` depend on beside the person. */
  readonly key: string;
}

/** Answers queries over the people of a store. */
export class PeopleLists {
  readonly #store: Store;
  readonly #lists = new Map<string, List>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Everyone who matches, in order. */
  query({ search, filter, sort, locale }: PeopleQuery, view: ListView): readonly PersonRecord[] {
    const key = JSON.stringify([search, filter, sort, locale, view.key]);
    let list = this.#lists.get(key);
    this.#lists.delete(key);
    if (!list) {
      const words = searchMatches(search);
      const test = filterMatches(filter, view.fields);
      list = new List(
        (row) => test(row) && words(row) && view.visible(row.record),
        sorter(sort ?? [], locale, view.fields),
      );
    }
    list.update(this.#store);
    // Last used last, so that the first is the one to go.
    this.#lists.set(key, list);
    for (const oldest of this.#lists.keys()) {
      if (this.#lists.size <= KEPT) break;
      this.#lists.delete(oldest);
    }
    return list.people;
  }
}

class List {
  people: readonly PersonRecord[] = [];
  #entries: Entry[] = [];
  #revision = -1;
  readonly #matches: Matches;
  readonly #sorter: Sorter;

  constructor(matches: Matches, sort: Sorter) {
    this.#matches = matches;
    this.#sorter = sort;
  }

  update(store: Store): void {
    if (this.#revision === store.revision) return;
    const changed = this.#revision < 0 ? undefined : store.changedSince(this.#revision);
    this.#revision = store.revision;
    if (changed && changed.size <= MENDED) this.#mend(store, changed);
    else this.#make(store);
    this.people = this.#entries.map(({ row }) => row.record);
  }

  #make(store: Store): void {
    const { entry, order } = this.#sorter;
    this.#entries = [];
    for (const row of store.rows()) if (this.#matches(row)) this.#entries.push(entry(row));
    this.#entries.sort(order);
  }

  #mend(store: Store, changed: ReadonlySet<string>): void {
    const { entry, order } = this.#sorter;
    this.#entries = this.#entries.filter(({ row }) => !changed.has(row.record.id));
    for (const id of changed) {
      const row = store.row(id);
      if (!row || !this.#matches(row)) continue;
      const one = entry(row);
      let [low, high] = [0, this.#entries.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const other = this.#entries[middle];
        if (other && order(other, one) < 0) low = middle + 1;
        else high = middle;
      }
      this.#entries.splice(low, 0, one);
    }
  }
}

interface Sorter {
  readonly entry: (row: Row) => Entry;
  readonly order: Order;
}

/** By each key in turn, blanks last either way; equals stay in the order in which they came to the account. */
function sorter(
  sort: readonly SortKey[],
  locale: string | undefined,
  fields: ListView['fields'],
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
