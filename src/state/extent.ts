import type { Page } from '../domain/index.ts';

/** What is known of the length of a list of which only parts were read. */
export class Extent {
  /** Rows known to be there. */
  #reach = 0;
  /** The backend's own word. */
  #total: number | undefined;
  #exact = false;
  /** Where the list was seen to end. */
  #end: number | undefined;
  #answered = false;

  /** Whether anything was read at all. */
  get answered(): boolean {
    return this.#answered;
  }

  /** How many rows there are to show. One more than were read, where there are more but nobody says how many. */
  get length(): number {
    if (this.#end !== undefined) return this.#end;
    if (this.#total !== undefined && this.#exact) return this.#total;
    return Math.max(this.#total ?? 0, this.#reach + (this.#answered ? 1 : 0));
  }

  /** How many match, if anybody knows. */
  get total(): number | undefined {
    return this.#end ?? this.#total;
  }

  get totalIs(): Page<unknown>['totalIs'] {
    if (this.total === undefined) return undefined;
    return this.#end !== undefined || this.#exact ? 'exact' : 'estimate';
  }

  /** Notes what a page tells. Says whether the list was not as long before as it is now. */
  took({ items, total, totalIs }: Page<unknown>, offset: number): boolean {
    const exact = total !== undefined && totalIs !== 'estimate';
    const changed = exact && this.#answered && this.length !== total;
    this.#answered = true;
    if (total !== undefined) {
      this.#total = total;
      this.#exact = exact;
    }
    if (exact) this.#end = undefined;
    if (items.length > 0) this.#reach = Math.max(this.#reach, offset + items.length);
    if (this.#end !== undefined && this.#reach > this.#end) this.#end = undefined;
    return changed;
  }

  /** The list was seen to end here. */
  ended(at: number): void {
    this.#end = at;
    this.#reach = at;
  }

  /** Nothing is here any more, and nobody says where the list ends; so far it is known to reach. */
  shrank(reach: number): void {
    this.#end = undefined;
    this.#reach = reach;
  }
}
