import type { Capabilities } from '../adapter/capabilities.ts';
import type { AccountAdapter, Call } from '../adapter/port.ts';
import { toProblem, type Problem } from '../adapter/problem.ts';
import type { Page, PeopleQuery, PersonRecord } from '../domain/index.ts';
import { checkPage } from './answers.ts';
import { read, type Line } from './read.ts';

/** Rows asked for at a time. */
export const BLOCK = 100;
/** Blocks kept around the visible ones; what is further away is dropped and read again when needed. */
const KEPT_BLOCKS = 20;

export interface WindowSource {
  readonly adapter: AccountAdapter;
  readonly line: Line;
  readonly capabilities: () => Promise<Capabilities>;
  readonly call: () => Call;
  readonly changed: () => void;
  readonly released: (window: PeopleWindow) => void;
}

interface Loading {
  readonly abort: AbortController;
}

/**
 * A view onto a long list of people: sparse blocks of rows, read as they are shown, dropped as they are
 * left far behind. Where the backend cannot jump, blocks are read one after the other by cursor.
 */
export class PeopleWindow {
  readonly query: PeopleQuery;
  readonly #source: WindowSource;
  readonly #rows = new Map<number, PersonRecord>();
  /** Blocks that were read completely since the last refresh. */
  readonly #fresh = new Set<number>();
  readonly #loading = new Map<number, Loading>();
  readonly #problems = new Map<number, Problem>();
  #shown: readonly [first: number, last: number] = [0, 0];
  #total: number | undefined;
  #partial: Page<PersonRecord>['partial'];
  #answered = false;
  /** Counts refreshes; an answer to an earlier one never paints. */
  #generation = 0;
  /** Where the next page starts when the backend cannot jump. `undefined` cursor: the start. */
  #frontier: { offset: number; cursor: string | undefined; end: boolean } = {
    offset: 0,
    cursor: undefined,
    end: false,
  };
  #walking: Promise<void> = Promise.resolve();
  #released = false;

  constructor(query: PeopleQuery, source: WindowSource) {
    this.query = query;
    this.#source = source;
  }

  /** `loading` until the first rows or the first failure; rows once read stay while others are awaited. */
  get status(): 'loading' | 'ready' | 'failed' {
    if (this.#answered) return 'ready';
    return this.#problems.size > 0 ? 'failed' : 'loading';
  }

  /** How many rows there are to show; grows while a backend without totals is read. */
  get length(): number {
    if (this.#total !== undefined) return this.#total;
    return this.#frontier.end
      ? this.#frontier.offset
      : this.#frontier.offset + (this.#answered ? 1 : 0);
  }

  /** How many match, if the backend says or everything was read. */
  get total(): number | undefined {
    return this.#total ?? (this.#frontier.end ? this.#frontier.offset : undefined);
  }

  /** Set where search or sort cover only a part. */
  get partial(): Page<PersonRecord>['partial'] {
    return this.#partial;
  }

  /** What keeps some of the shown rows from being read. */
  get problem(): Problem | undefined {
    return this.#problems.values().next().value;
  }

  get refreshing(): boolean {
    return this.#loading.size > 0;
  }

  at(index: number): PersonRecord | undefined {
    return this.#rows.get(index);
  }

  indexOf(id: string): number {
    for (const [index, person] of this.#rows) if (person.id === id) return index;
    return -1;
  }

  find(id: string): PersonRecord | undefined {
    return this.#rows.get(this.indexOf(id));
  }

  /** Says which rows are on the screen (both inclusive): they are read, others are given up. */
  show(first: number, last: number): void {
    if (this.#released) return;
    this.#shown = [Math.max(0, first), Math.max(first, last)];
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
    this.#problems.clear();
    this.#source.changed();
    this.#loadShown();
  }

  /** Puts a record that the backend just confirmed in place of the one shown. */
  patch(person: PersonRecord): void {
    const index = this.indexOf(person.id);
    if (index >= 0) this.#rows.set(index, person);
  }

  /** The window is no longer needed: aborts what is under way. */
  release(): void {
    this.#released = true;
    this.#restart();
    this.#source.released(this);
  }

  #restart(): void {
    this.#generation++;
    for (const { abort } of this.#loading.values()) abort.abort();
    this.#loading.clear();
    this.#fresh.clear();
    this.#problems.clear();
    this.#frontier = { offset: 0, cursor: undefined, end: false };
  }

  #blocksShown(): [first: number, last: number] {
    const last =
      this.#total === undefined
        ? this.#shown[1]
        : Math.min(this.#shown[1], Math.max(0, this.#total - 1));
    return [Math.floor(Math.min(this.#shown[0], last) / BLOCK), Math.floor(last / BLOCK)];
  }

  #giveUpFarAway(): void {
    const [first, last] = this.#blocksShown();
    for (const [block, { abort }] of this.#loading) {
      if (block < first - 1 || block > last + 1) abort.abort();
    }
    if (this.#fresh.size <= KEPT_BLOCKS || this.#frontier.offset > 0) return;
    const distance = (block: number): number => Math.max(first - block, block - last, 0);
    const farthest = [...this.#fresh]
      .sort((a, b) => distance(b) - distance(a))
      .slice(0, this.#fresh.size - KEPT_BLOCKS);
    for (const block of farthest) {
      this.#fresh.delete(block);
      for (let index = block * BLOCK; index < (block + 1) * BLOCK; index++)
        this.#rows.delete(index);
    }
  }

  #loadShown(): void {
    if (this.#released) return;
    const [first, last] = this.#blocksShown();
    for (let block = first; block <= last; block++) {
      if (this.#fresh.has(block) || this.#loading.has(block) || this.#problems.has(block)) continue;
      void this.#load(block);
    }
  }

  async #load(block: number): Promise<void> {
    const generation = this.#generation;
    const abort = new AbortController();
    this.#loading.set(block, { abort });
    try {
      const capabilities = await this.#source.capabilities();
      if (generation !== this.#generation) return;
      if (capabilities.people.jump)
        await this.#jump(block, capabilities.people.maxSize, abort.signal, generation);
      else
        await this.#inTurn(() =>
          this.#follow((block + 1) * BLOCK, capabilities.people.maxSize, abort.signal, generation),
        );
    } catch (thrown) {
      const problem = toProblem(thrown);
      if (generation === this.#generation && problem.kind !== 'aborted')
        this.#problems.set(block, problem);
    }
    if (generation !== this.#generation) return;
    this.#loading.delete(block);
    this.#source.changed();
    this.#loadShown();
  }

  /** Reads a block by offset; goes on from what was received, since a server may give fewer rows than asked. */
  async #jump(
    block: number,
    maxSize: number,
    signal: AbortSignal,
    generation: number,
  ): Promise<void> {
    const end = (block + 1) * BLOCK;
    let offset = block * BLOCK;
    while (offset < end) {
      const size = Math.min(end - offset, maxSize);
      const page = await this.#ask({ offset }, size, signal);
      if (generation !== this.#generation) return;
      this.#install(page, offset);
      if (page.total !== undefined) this.#setTotal(page.total);
      offset += page.items.length;
      if (page.items.length === 0 || (this.#total !== undefined && offset >= this.#total)) break;
      if (this.#total === undefined && page.next === undefined) break;
    }
    if (this.#total === undefined && offset < end) this.#setTotal(offset);
    this.#fresh.add(block);
  }

  /** Reads pages by cursor until `end` rows are there, or there are no more. */
  async #follow(
    end: number,
    maxSize: number,
    signal: AbortSignal,
    generation: number,
  ): Promise<void> {
    while (this.#frontier.offset < end && !this.#frontier.end) {
      const { offset, cursor } = this.#frontier;
      const page = await this.#ask(cursor, Math.min(BLOCK, maxSize), signal);
      if (generation !== this.#generation || offset !== this.#frontier.offset) return;
      this.#install(page, offset);
      // A cursor that leads nowhere new would go round for ever.
      const stuck = page.next === cursor || (page.items.length === 0 && page.next !== undefined);
      this.#frontier = {
        offset: offset + page.items.length,
        cursor: page.next,
        end: page.next === undefined || stuck,
      };
      if (page.total !== undefined && !this.#frontier.end) this.#setTotal(page.total);
      if (this.#frontier.end) this.#setTotal(this.#frontier.offset);
    }
    for (let block = 0; (block + 1) * BLOCK <= this.#frontier.offset; block++)
      this.#fresh.add(block);
    if (this.#frontier.end) this.#fresh.add(Math.floor(this.#frontier.offset / BLOCK));
  }

  /** Cursors lead one to the next: only one reader walks at a time, and the next goes on from there. */
  #inTurn(walk: () => Promise<void>): Promise<void> {
    const turn = this.#walking.then(walk);
    this.#walking = turn.catch(() => undefined);
    return turn;
  }

  async #ask(
    at: string | { offset: number } | undefined,
    size: number,
    signal: AbortSignal,
  ): Promise<Page<PersonRecord>> {
    const { adapter, line, call } = this.#source;
    return read(line, 'user.list', signal, async () =>
      checkPage(
        await adapter.people(
          { ...this.query, size, ...(at !== undefined && { at }) },
          { ...call(), signal },
        ),
      ),
    );
  }

  #install(page: Page<PersonRecord>, offset: number): void {
    this.#answered = true;
    this.#partial = page.partial;
    page.items.forEach((person, index) => this.#rows.set(offset + index, person));
    this.#source.changed();
  }

  #setTotal(total: number): void {
    this.#total = total;
    for (const index of this.#rows.keys()) if (index >= total) this.#rows.delete(index);
  }
}
