import type { PeopleField, PeopleQuery, PersonRecord } from '../../domain/index.ts';
import type { Field } from '../list/fields.ts';
import { filterMatches, searchMatches, type Matches } from '../list/filter.ts';
import { sorter, type Entry, type Sorter } from '../list/sorter.ts';
import type { Store } from './store.ts';

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
