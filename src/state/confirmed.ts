import type { Listed } from './rows.ts';

/** Records that the backend confirmed while pages were under way: a page asked for before may be older than they. */
export class Confirmed<T extends Listed> {
  readonly #records = new Map<string, { readonly at: number; readonly record: T }>();
  #tick = 0;

  /** To be called when a page is asked for. Gives, for each row of its answer, the one to go by. */
  asked(): (row: T) => T {
    const at = ++this.#tick;
    return (row) => {
      const known = this.#records.get(row.id);
      return known && known.at > at ? known.record : row;
    };
  }

  note(record: T): void {
    this.#records.set(record.id, { at: ++this.#tick, record });
  }

  /** No page is under way any more. */
  clear(): void {
    this.#records.clear();
  }
}
