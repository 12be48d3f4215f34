import type { PersonRecord } from '../domain/index.ts';

/** Records that the backend confirmed while pages were under way: a page asked for before may be older than they. */
export class Confirmed {
  readonly #records = new Map<string, { readonly at: number; readonly person: PersonRecord }>();
  #tick = 0;

  /** To be called when a page is asked for. Gives, for each row of its answer, the one to go by. */
  asked(): (row: PersonRecord) => PersonRecord {
    const at = ++this.#tick;
    return (row) => {
      const known = this.#records.get(row.id);
      return known && known.at > at ? known.person : row;
    };
  }

  note(person: PersonRecord): void {
    this.#records.set(person.id, { at: ++this.#tick, person });
  }

  /** No page is under way any more. */
  clear(): void {
    this.#records.clear();
  }
}
