import type { Paging } from '../adapter/capabilities.ts';
import { toProblem, type Problem } from '../adapter/problem.ts';
import type { Page, PageRequest } from '../domain/index.ts';
import { readerFor, type PageAsked, type Pages, type ReadBlock } from './block-reader.ts';
import { orAbort } from './clock.ts';
import { Confirmed } from './confirmed.ts';
import { Extent } from './extent.ts';
import { read, type Line } from './read.ts';
import { BLOCK, blockOf, Rows, type Listed } from './rows.ts';

/** Blocks kept around the visible ones; what is further away is dropped and read again when needed. */
const KEPT_BLOCKS = 20;
/** How often what is shown is read again because the list moved under it, before that is left alone. */
const MENDS = 3;

/** Where the rows of a list come from. */
export interface ListSource<T> {
  readonly line: Line;
  /** Names the reading in telemetry. */
  readonly action: string;
  /** The call, in complaints about its answers: `people()`. */
  readonly path: string;
  readonly paging: () => Promise<Paging>;
  /** Asks for one page; rejects one that is malformed. */
  readonly ask: (part: Pick<PageRequest, 'size' | 'at'>, signal: AbortSignal) => Promise<Page<T>>;
  readonly changed: () => void;
  readonly released: () => void;
}

/** A block that is being read. */
interface Loading {
  readonly abort: AbortController;
  /** The list moved meanwhile: what is read may be outdated already. */
  isMoved: boolean;
}

/**
 * A view onto a long list: sparse blocks of rows, read as they are shown, dropped as they are
 * left far behind. Where the backend cannot jump, blocks are read one after the other by cursor.
 */
export class ListWindow<T extends Listed> {
  readonly #source: ListSource<T>;
  #rows = new Rows<T>();
  #extent = new Extent();
  /** Blocks that were read completely since the last refresh. */
  readonly #fresh = new Set<number>();
  readonly #loading = new Map<number, Loading>();
  readonly #problems = new Map<number, Problem>();
  readonly #confirmed = new Confirmed<T>();
  #shown: readonly [first: number, last: number] | undefined;
  #partial: Page<T>['partial'];
  #reader: ReadBlock | undefined;
  #isEstimate = false;
  #mends = MENDS;
  #released = false;

  constructor(source: ListSource<T>) {
    this.#source = source;
  }

  /** `loading` until the first rows or the first failure; rows once read stay while others are awaited. */
  get status(): 'loading' | 'ready' | 'failed' {
    if (this.#extent.answered) return 'ready';
    return this.#problems.size > 0 ? 'failed' : 'loading';
  }

  /** How many rows there are to show; grows while a backend without totals is read. */
  get length(): number {
    return this.#extent.length;
  }

  /** How many match, if the backend says or everything was read. */
  get total(): number | undefined {
    return this.#extent.total;
  }

  /** Whether `total` is to be believed to the last one; `undefined` as long as there is none. */
  get totalIs(): Page<T>['totalIs'] {
    return this.#extent.totalIs;
  }

  /** Set where search or sort cover only a part. */
  get partial(): Page<T>['partial'] {
    return this.#partial;
  }

  /** What keeps some of the shown rows from being read. */
  get problem(): Problem | undefined {
    return this.#problems.values().next().value;
  }

  get refreshing(): boolean {
    return this.#loading.size > 0;
  }

  at(index: number): T | undefined {
    return this.#rows.at(index);
  }

  indexOf(id: string): number {
    return this.#rows.indexOf(id);
  }

  find(id: string): T | undefined {
    return this.#rows.at(this.#rows.indexOf(id));
  }

  /** Says which rows are on the screen (both inclusive): they are read, others are given up. */
  show(first: number, last: number): void {
    if (this.#released) return;
    const from = Math.max(0, Math.trunc(first) || 0);
    // No screen is larger than what is kept.
    const to = Math.min(Math.max(from, Math.trunc(last) || 0), from + (KEPT_BLOCKS - 1) * BLOCK);
    const before = this.#blocksShown().join();
    this.#shown = [from, to];
    if (this.#blocksShown().join() !== before) this.#mends = MENDS;
    this.#giveUpFarAway();
    this.#loadShown();
  }

  /** Reads everything shown again; what is on the screen stays until the answer is there. */
  refresh(): void {
    this.#restart();
    this.#loadShown();
  }

  /** After a failure: once more. */
  retry(): void {
    if (this.#released) return;
    // What will not pass by itself may hang on a cursor that has run out: then the way begins anew.
    if ([...this.#problems.values()].some(({ retryable }) => !retryable)) this.#reader = undefined;
    this.#problems.clear();
    this.#source.changed();
    this.#loadShown();
  }

  /** Puts a record that the backend just confirmed in place of the one shown. */
  patch(record: T): void {
    this.#rows.patch(record);
    if (this.#loading.size > 0) this.#confirmed.note(record);
  }

  /** It is another list from now on: what was read of the former is let go of, and what is still on its way is dropped. */
  reset(): void {
    if (this.#released) return;
    this.#restart();
    this.#rows = new Rows();
    this.#extent = new Extent();
    this.#confirmed.clear();
    this.#partial = undefined;
    if (this.#shown) this.#shown = [0, this.#shown[1] - this.#shown[0]];
    this.#loadShown();
  }

  /** The window is no longer needed: aborts what is under way. */
  release(): void {
    this.#released = true;
    this.#restart();
    this.#source.released();
  }

  #restart(): void {
    for (const { abort } of this.#loading.values()) abort.abort();
    this.#loading.clear();
    this.#fresh.clear();
    this.#problems.clear();
    this.#reader = undefined;
    this.#mends = MENDS;
  }

  #blocksShown(): [first: number, last: number] {
    const [first, last] = this.#shown ?? [0, 0];
    const end = this.#extent.answered ? Math.max(0, this.#extent.length - 1) : Infinity;
    return [blockOf(Math.min(first, end)), blockOf(Math.min(last, end))];
  }

  #giveUpFarAway(): void {
    const [first, last] = this.#blocksShown();
    for (const [block, { abort }] of this.#loading)
      if (block < first - 1 || block > last + 1) abort.abort();
    for (const block of this.#problems.keys())
      if (block < first || block > last) this.#problems.delete(block);
    this.#evict();
  }

  #evict(): void {
    for (const block of this.#rows.evict(...this.#blocksShown(), KEPT_BLOCKS))
      this.#fresh.delete(block);
  }

  #loadShown(): void {
    if (this.#released || !this.#shown) return;
    const [first, last] = this.#blocksShown();
    for (let block = first; block <= last; block++) {
      if (this.#fresh.has(block) || this.#loading.has(block) || this.#problems.has(block)) continue;
      void this.#load(block);
    }
  }

  async #load(block: number): Promise<void> {
    const loading: Loading = { abort: new AbortController(), isMoved: false };
    const { signal } = loading.abort;
    this.#loading.set(block, loading);
    try {
      const paging = await orAbort(this.#source.paging(), signal);
      this.#isEstimate = paging.totals === 'estimate';
      this.#reader ??= readerFor(paging, this.#pages());
      await this.#reader(block, signal);
      signal.throwIfAborted();
      if (!loading.isMoved) this.#fresh.add(block);
    } catch (thrown) {
      if (!signal.aborted) this.#problems.set(block, toProblem(thrown));
    }
    // A refresh has begun anew meanwhile: what it reads is no business of this one.
    if (this.#loading.get(block) !== loading) return;
    this.#loading.delete(block);
    if (this.#loading.size === 0) this.#confirmed.clear();
    this.#evict();
    this.#source.changed();
    this.#loadShown();
  }

  /** What a reader does to the list that it was made for; one that is left over from a former list does nothing. */
  #pages(): Pages<T> {
    const rows = this.#rows;
    const ifSame = (act: () => void): void => {
      if (rows === this.#rows) act();
    };
    return {
      path: this.#source.path,
      read: (asked) => this.#readPage(asked),
      ended: (at) => ifSame(() => this.#endedAt(at)),
      endedBefore: (at) => ifSame(() => this.#endedBefore(at)),
      complete: (block) =>
        ifSame(() => {
          if (rows.holds(block)) this.#fresh.add(block);
        }),
      moved: (block) => ifSame(() => this.#moved(block)),
    };
  }

  async #readPage({ at, size, offset, signal, accept }: PageAsked<T>) {
    const { action, ask, line } = this.#source;
    const part = { size, ...(at !== undefined && { at }) };
    let newest = this.#confirmed.asked();
    const answer = await read(line, action, signal, () => {
      newest = this.#confirmed.asked();
      return ask(part, signal);
    });
    // It may have been given up in the very moment that it was answered.
    signal.throwIfAborted();
    // From here on nothing is waited for: a record confirmed in between would be painted over.
    const totalIs = answer.totalIs ?? (this.#isEstimate ? 'estimate' : 'exact');
    const page = accept({ ...answer, totalIs });
    let isMoved = this.#extent.took(page, offset);
    this.#partial = page.partial;
    page.items.forEach((row, n) => {
      const before = this.#rows.put(offset + n, newest(row));
      if (before >= 0 && before !== offset + n && this.#fresh.has(blockOf(before))) isMoved = true;
    });
    this.#rows.truncate(this.#extent.length);
    this.#evict();
    this.#source.changed();
    return { page, isMoved };
  }

  #endedAt(at: number): void {
    this.#extent.ended(at);
    this.#rows.truncate(at);
  }

  #moved(block: number): void {
    if (this.#mends-- <= 0) return;
    for (const other of this.#fresh) if (other !== block) this.#fresh.delete(other);
    for (const [other, loading] of this.#loading) if (other !== block) loading.isMoved = true;
  }

  #endedBefore(at: number): void {
    if (at === 0 || this.#fresh.has(blockOf(at - 1))) this.#extent.ended(at);
    else {
      // The list shrank, and nobody says to where. What was read lately is there; the rest is read from there on.
      const ends = [...this.#fresh].map((block) => (block + 1) * BLOCK);
      this.#extent.shrank(Math.max(0, ...ends.filter((end) => end < at)));
    }
    this.#rows.truncate(at);
  }
}
