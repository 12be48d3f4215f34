import { malformed } from '../malformed.ts';
import type { Call } from '../port.ts';
import type { Cursor, Page, PageRequest } from '../../domain/index.ts';
import { invalid } from '../fail.ts';
import { isObject } from './records.ts';
import type { ListSource } from './source.ts';

interface Listed {
  readonly id: string;
}

/** One answer, each of its rows looked at. */
interface Answer<T> {
  readonly items: readonly T[];
  readonly total: number | undefined;
  /** A cursor, or whether there is more. */
  readonly next: string | boolean | undefined;
}

/** Everything of a list that could be read. */
export interface Scan<T> {
  readonly items: readonly T[];
  /** Set where there is more than was read. */
  readonly partial?: NonNullable<Page<T>['partial']>;
}

const DEFAULT_SIZE = 50;
const MAX_SIZE = 100;
/** Pages with nothing on them, one after the other: a list that goes on like that has no end. */
const EMPTY_PAGES = 20;
/** Steps from cursor to cursor that are remembered. */
const STEPS = 5000;

/** Reads a list as its source can be read: a page of it, or all there is. */
export class Lister<Asked, T extends Listed> {
  readonly #source: ListSource<Asked, unknown>;
  readonly #path: string;
  readonly #check: (item: unknown, path: string) => T;
  /** Which cursor led to which, per list: going round in a circle is noticed. */
  readonly #steps = new Map<string, string>();

  constructor(
    source: ListSource<Asked, unknown>,
    path: string,
    check: (item: unknown, path: string) => T,
  ) {
    this.#source = source;
    this.#path = path;
    this.#check = check;
  }

  get maxSize(): number {
    const { paging, maxSize } = this.#source;
    return maxSize ?? (paging === 'whole' ? 1000 : MAX_SIZE);
  }

  get totals(): 'exact' | 'estimate' | 'none' {
    return this.#source.totals ?? (this.#source.paging === 'cursor' ? 'none' : 'exact');
  }

  /** Rows can be asked for by their place. */
  get jump(): boolean {
    return this.#source.paging !== 'cursor' && this.totals !== 'none';
  }

  /** A page as the source pages. */
  async page(
    asked: Asked,
    { size: wanted = DEFAULT_SIZE, at }: Pick<PageRequest, 'size' | 'at'>,
    call: Call,
  ): Promise<Page<T>> {
    if (!Number.isInteger(wanted) || wanted < 0) invalid('/size', 'range');
    const size = Math.min(wanted, this.maxSize) || 1;
    const { totals } = this;
    if (this.#source.paging === 'cursor') {
      if (typeof at === 'object') return invalid('/at', 'offset');
      const cursor = at === undefined ? undefined : unmarked(at);
      const { items, total, next } = await this.#read(asked, { size, offset: 0, cursor }, call);
      if (typeof next === 'string') this.#noteStep(JSON.stringify(asked), cursor, next);
      return pageOf(wanted ? items : [], total, totals, wanted ? next : undefined);
    }
    const offset = offsetOf(at);
    const { items, total, hasMore } = await this.#rows(asked, offset, size, call);
    const next = hasMore && wanted ? String(offset + items.length) : undefined;
    return pageOf(wanted ? items : [], total, totals, next);
  }

  /** Everything, page after page, until the end or the limit. */
  async scan(asked: Asked, limit: number, call: Call): Promise<Scan<T>> {
    const { paging } = this.#source;
    if (paging === 'whole') {
      const { items, total = items.length } = await this.#read(asked, { size: limit, offset: 0 }, call);
      const isPart = total > items.length;
      return { items, ...(isPart && { partial: { reason: 'client-side', scanned: items.length } }) };
    } // prettier-ignore
    const found = new Map<string, T>();
    const seen = new Set<string>();
    let cursor: string | undefined;
    let empty = 0;
    for (let offset = 0; ;) {
      const answer = await this.#read(asked, { size: this.maxSize, offset, cursor }, call);
      const { items, total, next } = answer;
      const before = found.size;
      // Who came or went meanwhile has moved the rest: a row twice is the same row.
      for (const item of items) if (!found.has(item.id)) found.set(item.id, item);
      offset += items.length;
      if (items.length > 0 && found.size === before)
        throw this.#malformed('gives the same rows again');
      empty = items.length > 0 ? 0 : empty + 1;
      const isOver =
        paging === 'cursor'
          ? typeof next !== 'string'
          : items.length === 0 || !hasMore(answer, offset, this.maxSize);
      if (isOver) {
        // It says itself that it has more than it gives.
        const isShort = this.totals === 'exact' && total !== undefined && total > offset;
        return {
          items: [...found.values()],
          ...(isShort && { partial: { reason: 'client-side', scanned: found.size } }),
        };
      }
      if (found.size >= limit)
        return {
          items: [...found.values()],
          partial: { reason: 'scan-limit', scanned: found.size },
        };
      if (empty > EMPTY_PAGES) throw this.#malformed('goes on and on, and has nothing');
      if (typeof next !== 'string' || paging !== 'cursor') continue;
      if (seen.has(next)) throw this.#malformed('has cursors that go round in a circle');
      seen.add((cursor = next));
    }
  }

  /** Rows from a place on. A source that counts pages is asked for two where the place lies within one. */
  async #rows(asked: Asked, offset: number, size: number, call: Call) {
    const within = this.#source.paging === 'page' ? offset % size : 0;
    const answer = await this.#read(asked, { size, offset: offset - within }, call);
    let { items } = answer;
    let more = hasMore(answer, offset - within + items.length, size);
    // Past the end some begin anew.
    if (answer.total !== undefined && this.totals === 'exact' && offset >= answer.total)
      return { items: [], total: answer.total, hasMore: false };
    if (within > 0 && more) {
      const rest = await this.#read(asked, { size, offset: offset - within + size }, call);
      const all = [...items, ...rest.items];
      const isCut = all.length > within + size;
      more = isCut || hasMore(rest, offset - within + all.length, size);
      items = all;
    }
    items = items.slice(within, within + size);
    return { items, total: answer.total, hasMore: more && items.length > 0 };
  }

  async #read(
    asked: Asked,
    { size, offset, cursor }: { readonly size: number; readonly offset: number; readonly cursor?: string | undefined },
    call: Call,
  ): Promise<Answer<T>> {
    const place = { size, offset, page: Math.floor(offset / size) + 1, ...(cursor !== undefined && { cursor }) };
    const given: unknown = await this.#source.read({ ...asked, ...place }, call);
    if (!isObject(given) || !Array.isArray(given['items']))
      throw this.#malformed('should answer with a list of items');
    const { items, total, next } = given;
    if (this.#source.paging !== 'whole' && (items as readonly unknown[]).length > size)
      throw this.#malformed(`gave ${(items as readonly unknown[]).length} rows, asked for ${size}`);
    const isCount = Number.isInteger(total) && (total as number) >= 0;
    if (!isCount && (total ?? undefined) !== undefined)
      throw this.#malformed('should have a count for a total');
    if (!isCount && this.totals === 'exact' && this.#source.paging !== 'whole')
      throw this.#malformed('should tell the total, as declared');
    if (typeof next === 'number' || isObject(next)) throw this.#malformed('should have a text for next');
    return {
      items: this.#checked(items as readonly unknown[]),
      total: isCount ? (total as number) : undefined,
      next: next === '' ? undefined : (next as string | boolean | null) ?? undefined,
    };
  } // prettier-ignore

  #checked(items: readonly unknown[]): readonly T[] {
    const ids = new Set<string>();
    return items.map((item, i) => {
      const one = this.#check(item, `${this.#path}[${i}]`);
      if (ids.has(one.id)) throw this.#malformed('gives one id to two rows');
      ids.add(one.id);
      return one;
    });
  }

  #noteStep(list: string, from: string | undefined, to: string): void {
    const step = (cursor: string | undefined) => `${list}\n${cursor ?? ''}`;
    this.#steps.set(step(from), to);
    for (let at: string | undefined = to; at !== undefined; at = this.#steps.get(step(at)))
      if (at === from) {
        this.#steps.clear();
        throw this.#malformed('has cursors that go round in a circle');
      }
    if (this.#steps.size > STEPS) this.#steps.clear();
  }

  #malformed(what: string): Error {
    return malformed(`${this.#path} ${what}`);
  }
}

/** Whether there are rows after those of an answer. */
function hasMore({ items, total, next }: Answer<unknown>, end: number, size: number): boolean {
  if (next !== undefined) return next !== false;
  return total === undefined ? items.length === size : end < total;
}

function pageOf<T>(
  items: readonly T[],
  total: number | undefined,
  totals: 'exact' | 'estimate' | 'none',
  next: string | boolean | undefined,
): Page<T> {
  return Object.freeze({
    items: Object.freeze([...items]),
    ...(total !== undefined && totals !== 'none' && { total, totalIs: totals }),
    ...(typeof next === 'string' && { next: MARK + next }),
  });
}

/** Cursors of a source are told apart from those of a list that is held here. */
const MARK = '>';

function unmarked(at: Cursor): string {
  return at.startsWith(MARK) ? at.slice(MARK.length) : invalid('/at', 'cursor');
}

function offsetOf(at: PageRequest['at']): number {
  if (at === undefined) return 0;
  const offset = typeof at === 'object' ? at.offset : Number(unmarked(at));
  return Number.isInteger(offset) && offset >= 0 ? offset : invalid('/at', 'range');
}
