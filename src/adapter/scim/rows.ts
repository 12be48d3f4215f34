import { malformed } from '../malformed.ts';
import type { Call } from '../port.ts';
import type { Client } from './client.ts';
import { listOf } from './resources.ts';

export interface RowsAsked {
  readonly offset: number;
  readonly size: number;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

export interface Rows<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/**
 * So many rows from a place on. A server may give fewer than asked for, so it goes on by those **received**; past the end
 * some begin anew, which is an end as well.
 *
 * @throws AdapterError if the server does not heed where it is asked to begin: rows would be lost, or come again for ever
 */
export async function rowsOf<T extends { readonly id: string }>(
  client: Client,
  path: '/Users' | '/Groups',
  { offset, size, query = {} }: RowsAsked,
  call: Call | undefined,
): Promise<Rows<T>> {
  const found = new Map<string, T>();
  for (let start = offset + 1; ;) {
    const count = size - found.size;
    const answer = await client.ask(path, { query: { startIndex: start, count, ...query } }, call);
    const { items, totalResults: total, startIndex } = listOf<T>(answer, path);
    if (start > total || items.length === 0) return { items: [...found.values()], total };
    if (startIndex !== undefined && startIndex !== start)
      throw malformed(`${path} ignores startIndex (its query is not read: scimmy needs express 4)`);
    if (new Set(items.map(({ id }) => id)).size < items.length)
      throw malformed(`${path} gives one id to two rows`);
    const before = found.size;
    // Who came or went meanwhile has moved the rest: a row that comes again is the same row.
    for (const item of items.slice(0, count)) found.set(item.id, item);
    // Without an echo of startIndex, rows that came before are all that tells.
    if (found.size === before) throw malformed(`${path} gives the same rows again`);
    start += Math.min(items.length, count);
    if (found.size >= size || start > total) return { items: [...found.values()], total };
  }
}

/** Everything, up to a limit. */
export async function allRows<T extends { readonly id: string }>(
  client: Client,
  path: '/Users' | '/Groups',
  { limit, size, query }: { readonly limit: number; readonly size: number; readonly query?: RowsAsked['query'] },
  call?: Call,
): Promise<readonly T[]> {
  const found = new Map<string, T>();
  for (let offset = 0; ;) {
    const { items, total } = await rowsOf<T>(client, path, { offset, size, ...(query && { query }) }, call);
    for (const item of items) found.set(item.id, item);
    offset += items.length;
    if (items.length === 0 || offset >= total || offset >= limit) return [...found.values()];
  }
} // prettier-ignore
