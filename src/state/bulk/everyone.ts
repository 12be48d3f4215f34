import type { Capabilities } from '../../adapter/capabilities.ts';
import type { AccountAdapter, Call } from '../../adapter/port.ts';
import type { Page, PageRequest, PersonRecord, Selection } from '../../domain/index.ts';
import { checkPage, malformed } from '../answers.ts';
import { read, type Line } from '../read.ts';

export interface EveryoneSource {
  readonly adapter: AccountAdapter;
  readonly line: Line;
  readonly call: () => Call;
  readonly capabilities: () => Promise<Capabilities>;
}

export interface ReadingOptions {
  readonly signal?: AbortSignal;
  /** What to keep of each person; the rest of a page is let go of before the next one comes. Default: all. */
  readonly keep?: (person: PersonRecord) => PersonRecord;
  /** Stops once it has read this many rows. */
  readonly upTo?: number;
  /** Told after each page: how many were read, and of how many if that is known. */
  readonly progress?: (count: number, total: number | undefined) => void;
}

export interface Everyone {
  /** Those who are selected, in the order of the query, by id. */
  readonly people: ReadonlyMap<string, PersonRecord>;
  /** Set where the backend's answer covers only a part of those who match. */
  readonly partial?: NonNullable<Page<PersonRecord>['partial']>;
}

/** Rows asked for at a time. */
const PAGE = 200;
/** Readings after which a list that moves all the time is taken as it is. */
const READINGS = 3;
/** Empty pages in a row after which a list that claims to go on is not followed further. */
const EMPTY_PAGES = 20;

/**
 * Reads everyone whom a selection is about, page by page. A list whose length changed while it was read is read again,
 * so that nobody is left out because others moved.
 *
 * @throws AdapterError if a page cannot be read; AbortError as soon as the signal aborts
 */
export async function everyone(
  source: EveryoneSource,
  selection: Selection,
  options: ReadingOptions = {},
): Promise<Everyone> {
  for (let reading = 1; ; reading++) {
    const { isSteady, ...found } = await readThrough(source, selection, options);
    if (isSteady || reading === READINGS) return found;
  }
}

async function readThrough(
  { adapter, line, call, capabilities }: EveryoneSource,
  { query, except }: Selection,
  { signal, keep = (person) => person, progress, upTo = Infinity }: ReadingOptions,
): Promise<Everyone & { readonly isSteady: boolean }> {
  const { jump, maxSize, totals } = (await capabilities()).people;
  const size = Math.min(PAGE, maxSize);
  const spared = new Set(except);
  const people = new Map<string, PersonRecord>();
  const cursors = new Set<string>();
  const seen = new Set<string>();
  let first: number | undefined;
  let last: number | undefined;
  let partial: Everyone['partial'];
  let at: PageRequest['at'];
  for (let rows = 0, empty = 0; ;) {
    const request: PageRequest = { ...query, size, ...(at !== undefined && { at }) };
    const page = await read(line, 'user.list', signal, async () =>
      checkPage(await adapter.people(request, { ...call(), ...(signal && { signal }) })),
    );
    signal?.throwIfAborted();
    for (const person of page.items) {
      seen.add(person.id);
      if (!spared.has(person.id)) people.set(person.id, keep(person));
    }
    partial ??= page.partial;
    rows += page.items.length;
    const isExact = totals === 'exact' && page.totalIs !== 'estimate';
    last = isExact ? page.total : undefined;
    first ??= last;
    progress?.(people.size, page.total);

    empty = page.items.length === 0 ? empty + 1 : 0;
    if (rows >= upTo) return { people, isSteady: true };
    if (page.next !== undefined) {
      if (cursors.has(page.next) || empty >= EMPTY_PAGES)
        throw malformed('people().next', 'a cursor that leads on', page.next);
      cursors.add(page.next);
      at = page.next;
    } else if (jump && empty === 0 && last !== undefined && rows < last) at = { offset: rows };
    else break;
  }
  // Who moved from a page not yet read to one that was is missing, and somebody else was read twice.
  const isSteady = last === undefined || (first === last && seen.size >= last);
  return { people, isSteady, ...(partial && { partial }) };
}
