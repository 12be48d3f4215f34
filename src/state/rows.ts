/** Whatever a list is of. */
export interface Listed {
  readonly id: string;
}

/** Rows asked for at a time. */
export const BLOCK = 100;

export function blockOf(index: number): number {
  return Math.floor(index / BLOCK);
}

/** Rows of a long list, of which only some blocks are held; found by their place and by their id alike. */
export class Rows<T extends Listed> {
  readonly #rows = new Map<number, T>();
  readonly #places = new Map<string, number>();
  readonly #held = new Set<number>();

  at(index: number): T | undefined {
    return this.#rows.get(index);
  }

  /** Where something stands; -1 if it is not held. */
  indexOf(id: string): number {
    return this.#places.get(id) ?? -1;
  }

  holds(block: number): boolean {
    return this.#held.has(block);
  }

  /** Puts something in a place, and says where it stood before. */
  put(index: number, row: T): number {
    const before = this.indexOf(row.id);
    this.#forgetPlace(index);
    this.#rows.set(index, row);
    this.#places.set(row.id, index);
    this.#held.add(blockOf(index));
    return before;
  }

  /** Takes a newer record of something that is held. */
  patch(row: T): void {
    const index = this.#places.get(row.id);
    if (index !== undefined) this.#rows.set(index, row);
  }

  /** Drops what lies at or behind the end of the list. */
  truncate(length: number): void {
    for (const block of this.#held) {
      if ((block + 1) * BLOCK <= length) continue;
      this.#dropRows(Math.max(length, block * BLOCK), (block + 1) * BLOCK);
      if (block * BLOCK >= length) this.#held.delete(block);
    }
  }

  /** Keeps at most so many blocks, those nearest to the given ones, and says which were dropped. */
  evict(first: number, last: number, kept: number): readonly number[] {
    if (this.#held.size <= kept) return [];
    const distance = (block: number): number => Math.max(first - block, block - last, 0);
    const farthest = [...this.#held].sort((a, b) => distance(b) - distance(a));
    const dropped = farthest.slice(0, this.#held.size - kept);
    for (const block of dropped) {
      this.#dropRows(block * BLOCK, (block + 1) * BLOCK);
      this.#held.delete(block);
    }
    return dropped;
  }

  #dropRows(from: number, end: number): void {
    for (let index = from; index < end; index++) {
      this.#forgetPlace(index);
      this.#rows.delete(index);
    }
  }

  /** What stands in this place no longer does. It may already be known to stand elsewhere. */
  #forgetPlace(index: number): void {
    const id = this.#rows.get(index)?.id;
    if (id !== undefined && this.#places.get(id) === index) this.#places.delete(id);
  }
}
