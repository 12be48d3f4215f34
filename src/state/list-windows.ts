import type { Listed } from './rows.ts';

/** Something on the page that shows records as they were last read. */
export interface Shown<T> {
  /** It shows one record alone, and may have been read longer ago than the lists. */
  readonly isSingle?: boolean;
  readonly refreshing: boolean;
  find(id: string): T | undefined;
  /** -1 where it does not show this one. */
  indexOf(id: string): number;
  patch(record: T): void;
  refresh(): void;
  /** The page is about another sub-account: what was read is shown no more. */
  reset(): void;
  release(): void;
}

/** Every window of one kind that is open on the page. */
export class ListWindows<Query, T extends Listed, Window extends Shown<T>> {
  readonly #make: (query: Query, released: () => void) => Window;
  readonly #open = new Set<Shown<T>>();
  readonly #gone = new Set<string>();

  constructor(make: (query: Query, released: () => void) => Window) {
    this.#make = make;
  }

  open(query: Query): Window {
    const window: Window = this.#make(query, () => this.leave(window));
    this.join(window);
    return window;
  }

  /** From now on it hears of everything that is learned. */
  join(window: Shown<T>): void {
    this.#open.add(window);
  }

  leave(window: Shown<T>): void {
    this.#open.delete(window);
  }

  /** A record as last read by any of them. */
  find(id: string): T | undefined {
    let single: T | undefined;
    for (const window of this.#open) {
      const record = window.find(id);
      if (record && !window.isSingle) return record;
      single ??= record;
    }
    return single;
  }

  /** Whether the backend said that something is gone, and no window shows it since. */
  isGone(id: string): boolean {
    return this.#gone.has(id) && !this.find(id);
  }

  /** Something was taken away; the windows that show it will be read again. */
  left(id: string): void {
    this.#gone.add(id);
  }

  /** The backend said how something is, or (`null`) that it is gone. */
  learned(id: string, record: T | null): void {
    if (record) this.#gone.delete(id);
    else this.#gone.add(id);
    for (const window of this.#open) {
      if (record) window.patch(record);
      else if (window.indexOf(id) >= 0) window.refresh();
    }
  }

  get refreshing(): boolean {
    return [...this.#open].some(({ refreshing }) => refreshing);
  }

  /** The page is about something else from now on. */
  reset(): void {
    this.#gone.clear();
    for (const window of this.#open) window.reset();
  }

  refresh(): void {
    for (const window of this.#open) window.refresh();
  }

  close(): void {
    for (const window of [...this.#open]) window.release();
  }
}
