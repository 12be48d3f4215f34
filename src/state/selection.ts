import type { PeopleQuery, Selection } from '../domain/index.ts';

/** Whom an act of many is on: people named one by one, or everyone who matches a query, with exceptions. */
export type SelectedPeople = { readonly ids: readonly string[] } | Selection;

/** Rows in their order on the screen, as far as they were read; a `PeopleWindow` is one. */
export interface SelectableRows {
  /** Where someone stands; -1 if that is not known. */
  indexOf(id: string): number;
  at(index: number): { readonly id: string } | undefined;
}

/** How many of some rows are selected: what a checkbox over them shows. */
export type SelectedShare = 'none' | 'some' | 'all';

/**
 * Who is selected in a list. It is about people, not places: paging, sorting and reading again leave it alone. "Everyone
 * who matches" is kept as the query with its exceptions, so that no list of ids is needed and people not read yet
 * are in it; a page of another search or filter ends it, since it stood for other people.
 */
export class PeopleSelection {
  readonly #changed: () => void;
  /** The people named; where everyone who matches is selected, those who are not. */
  #ids: ReadonlySet<string> = new Set();
  #query: PeopleQuery | undefined;
  #total: number | undefined;
  /** Where a range starts. */
  #anchor: string | undefined;
  #value: SelectedPeople | undefined;

  /** @param changed called after every change of who is selected */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Who is selected, as plain data; `undefined`: nobody. The same object until it changes. */
  get value(): SelectedPeople | undefined {
    return this.#value;
  }

  set value(value: SelectedPeople | undefined) {
    if (value === this.#value) return;
    this.#anchor = undefined;
    if (value && 'query' in value) {
      const total = value.count === undefined ? undefined : value.count + value.except.length;
      this.#set(value.except, value.query, total);
    } else this.#set(value?.ids ?? [], undefined, undefined);
  }

  get isEmpty(): boolean {
    return this.#value === undefined;
  }

  /** Everyone who matches is selected, but for exceptions. */
  get isMatching(): boolean {
    return this.#query !== undefined;
  }

  /** How many; `undefined` where everyone who matches is selected and nobody knows how many those are. */
  get count(): number | undefined {
    if (!this.#query) return this.#ids.size;
    return this.#total === undefined ? undefined : Math.max(0, this.#total - this.#ids.size);
  }

  has(id: string): boolean {
    return this.#ids.has(id) !== this.isMatching;
  }

  /** How many of these are selected: those of a page, say, for the checkbox in its header. */
  share(ids: readonly string[]): SelectedShare {
    const selected = ids.filter((id) => this.has(id)).length;
    if (selected === 0) return 'none';
    return selected === ids.length ? 'all' : 'some';
  }

  /** Selects someone or lets them go; a range with Shift starts from them. */
  toggle(id: string, isSelected = !this.has(id)): void {
    this.#anchor = id;
    this.setAll([id], isSelected);
  }

  /** Selects these, or lets them go: the rows of a page, say. */
  setAll(ids: readonly string[], isSelected = true): void {
    const next = new Set(this.#ids);
    for (const id of ids)
      if (isSelected === this.isMatching) next.delete(id);
      else next.add(id);
    this.#set(next, this.#query, this.#total);
  }

  /**
   * Makes everyone from the row toggled last to this one like that one, as Shift does. Rows in between that were not
   * read yet follow as soon as `read` tells their ids; without it they are left as they are.
   *
   * @param read ids of rows by their place, both inclusive (`scope.idsBetween`)
   * @throws what `read` rejects with; what was known is selected by then
   */
  async rangeTo(
    id: string,
    rows: SelectableRows,
    read?: (first: number, last: number) => Promise<readonly string[]>,
  ): Promise<void> {
    const anchor = this.#anchor;
    const [from, to] = [anchor === undefined ? -1 : rows.indexOf(anchor), rows.indexOf(id)];
    if (anchor === undefined || from < 0 || to < 0) {
      this.toggle(id);
      return;
    }
    const isSelected = this.has(anchor);
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    const ids: string[] = [];
    const missing: number[] = [];
    for (let index = first; index <= last; index++) {
      const row = rows.at(index);
      if (row) ids.push(row.id);
      else missing.push(index);
    }
    this.setAll(ids, isSelected);
    const [start] = missing;
    const end = missing.at(-1);
    if (!read || start === undefined || end === undefined) return;
    const found = await read(start, end);
    // Whoever let go of the anchor meanwhile means something else by now.
    if (this.#anchor === anchor && this.has(anchor) === isSelected) this.setAll(found, isSelected);
  }

  /** Selects everyone who matches, also those who were not read yet. */
  selectMatching(query: PeopleQuery, total?: number): void {
    this.#set([], query, total);
  }

  clear(): void {
    this.#anchor = undefined;
    this.#set([], undefined, undefined);
  }

  /**
   * Says which list is on the screen. Another order is followed; where everyone who matched another search or filter was
   * selected, that ends. People named one by one stay selected, whether or not the list shows them.
   */
  shown(query: PeopleQuery, total: number | undefined): void {
    if (!this.#query) return;
    if (whoOf(query) !== whoOf(this.#query)) this.clear();
    else if (total !== this.#total || JSON.stringify(query) !== JSON.stringify(this.#query))
      this.#set(this.#ids, query, total);
  }

  /** Lets go of people who are no longer there (`scope.isGone`). */
  drop(isGone: (id: string) => boolean): void {
    const left = [...this.#ids].filter((id) => !isGone(id));
    if (left.length < this.#ids.size) this.#set(left, this.#query, this.#total);
  }

  #set(ids: Iterable<string>, query: PeopleQuery | undefined, total: number | undefined): void {
    const before = JSON.stringify(this.#value);
    this.#ids = new Set(ids);
    this.#query = query;
    this.#total = total;
    // With nobody left, it no longer stands for whoever comes next.
    if (this.count === 0) {
      this.#ids = new Set();
      this.#query = this.#total = undefined;
    }
    const value = this.#asData();
    if (JSON.stringify(value) === before) return;
    this.#value = value;
    this.#changed();
  }

  #asData(): SelectedPeople | undefined {
    const ids = [...this.#ids];
    const { count } = this;
    if (this.#query)
      return { query: this.#query, except: ids, ...(count !== undefined && { count }) };
    return ids.length > 0 ? { ids } : undefined;
  }
}

/** Which people a query is about, whatever their order. */
function whoOf({ search, filter }: PeopleQuery): string {
  return JSON.stringify([search?.trim() ?? '', filter ?? null]);
}
