import type { Paging } from '../adapter/capabilities.ts';
import type { Page, PageRequest } from '../domain/index.ts';
import { malformed } from './answers.ts';
import { BLOCK, blockOf, type Listed } from './rows.ts';

/** One page to be asked for. */
export interface PageAsked<T> {
  readonly at: PageRequest['at'];
  readonly size: number;
  /** Where its rows belong. */
  readonly offset: number;
  readonly signal: AbortSignal;
  /** What to take of the answer. May find it malformed. */
  readonly accept: (page: Page<T>) => Page<T>;
}

/** What reading a block needs of the window it reads for. */
export interface Pages<T> {
  /** The call that is read, in complaints about its answers: `people()`. */
  readonly path: string;
  /** Asks for a page and takes its rows in. `isMoved`: the list is no longer the one that was read before. */
  read(asked: PageAsked<T>): Promise<{ readonly page: Page<T>; readonly isMoved: boolean }>;
  /** The list ends here. */
  ended(at: number): void;
  /** Nothing is here any more; the list ends here or somewhere before. */
  endedBefore(at: number): void;
  /** All rows of this block are there. */
  complete(block: number): void;
  /** Rows came or went: what was read outside of this block may have moved. */
  moved(block: number): void;
}

export type ReadBlock = (block: number, signal: AbortSignal) => Promise<void>;

/** Empty pages in a row after which a list that claims to go on is not followed further. */
const EMPTY_PAGES = 20;

/** The way to read blocks that a backend allows. */
export function readerFor<T extends Listed>(paging: Paging, pages: Pages<T>): ReadBlock {
  return paging.jump ? byOffset(paging, pages) : byCursor(paging, pages);
}

/** Reads each block by itself; goes on from what was received, since a server may give fewer rows than asked. */
function byOffset<T extends Listed>({ maxSize }: Paging, pages: Pages<T>): ReadBlock {
  return async (block, signal) => {
    const end = (block + 1) * BLOCK;
    let offset = block * BLOCK;
    while (offset < end) {
      const size = Math.min(end - offset, maxSize);
      const { page, isMoved } = await pages.read({
        at: { offset },
        size,
        offset,
        signal,
        accept: (given) => ({ ...given, items: given.items.slice(0, size) }),
      });
      if (isMoved) pages.moved(block);
      offset += page.items.length;
      const isEmpty = page.items.length === 0;
      if (page.total !== undefined && page.totalIs !== 'estimate') {
        if (offset >= page.total) return;
        if (isEmpty)
          throw malformed(`${pages.path}.items`, `row ${offset} of a total of ${page.total}`, []);
      } else if (isEmpty && offset === block * BLOCK) {
        pages.endedBefore(offset);
        return;
      } else if (isEmpty || page.next === undefined) {
        pages.ended(offset);
        return;
      }
    }
  };
}

/** A place in the list, and the cursor that leads there; `undefined`: the start. */
interface Mark {
  readonly offset: number;
  readonly cursor: string | undefined;
}

/**
 * Reads one page after the other. The cursors stay, so that what was let go of is read again without going
 * all the way; only one reader walks at a time, and the next goes on from there.
 */
function byCursor<T extends Listed>({ maxSize }: Paging, pages: Pages<T>): ReadBlock {
  const marks: Mark[] = [{ offset: 0, cursor: undefined }];
  const seen = new Set<string>();
  let first: string | undefined;
  let last: Promise<void> = Promise.resolve();

  const walk = async (block: number, signal: AbortSignal): Promise<void> => {
    const end = (block + 1) * BLOCK;
    let step = marks.findLastIndex(({ offset }) => offset <= block * BLOCK);
    const start = marks[step]?.offset ?? 0;
    for (let empty = 0; ; step++) {
      const mark = marks[step];
      if (!mark || mark.offset >= end) return;
      const size = Math.min(BLOCK - (mark.offset % BLOCK), maxSize);
      const { page } = await pages.read({
        at: mark.cursor,
        size,
        offset: mark.offset,
        signal,
        accept: (given) => progressing(given, mark),
      });
      const offset = mark.offset + page.items.length;
      const whole = Math.max(Math.ceil(start / BLOCK), blockOf(mark.offset));
      for (let one = whole; (one + 1) * BLOCK <= offset; one++) pages.complete(one);
      if (page.next === undefined) {
        pages.ended(offset);
        return;
      }
      if (step === marks.length - 1) {
        if (seen.has(page.next))
          throw malformed(`${pages.path}.next`, 'a cursor that leads on', page.next);
        seen.add(page.next);
        marks.push({ offset, cursor: page.next });
      }
      empty = page.items.length === 0 ? empty + 1 : 0;
      if (empty >= EMPTY_PAGES)
        throw malformed(`${pages.path}.items`, `rows after ${EMPTY_PAGES} empty pages`, page.items);
    }
  };

  /** Some backends answer a cursor past the end with the first page again, which would go round for ever. */
  const progressing = (page: Page<T>, { offset }: Mark): Page<T> => {
    const ids = JSON.stringify(page.items.map(({ id }) => id));
    if (offset === 0) first = ids;
    else if (page.items.length > 0 && ids === first)
      throw malformed(`${pages.path}.items`, 'other rows than the first page', page.items[0]?.id);
    return page;
  };

  return (block, signal) => {
    const turn = last.then(() => walk(block, signal));
    last = turn.catch(() => undefined);
    return turn;
  };
}
