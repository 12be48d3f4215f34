import type { Cursor, Page, PageRequest } from '../../domain/index.ts';
import { invalid } from '../fail.ts';

/** Rows in one answer at most. */
export const MAX_SIZE = 1000;
const DEFAULT_SIZE = 50;

interface Listed {
  readonly id: string;
  readonly version?: string;
}

/**
 * One page of a whole list. The cursor names the last row given as well as its place, so that rows which
 * came or went before it neither repeat nor skip any.
 */
export function pageOf<T, R extends Listed>(
  all: readonly T[],
  { size = DEFAULT_SIZE, at }: Pick<PageRequest, 'size' | 'at'>,
  give: (item: T) => R,
): Page<R> {
  if (!Number.isInteger(size) || size < 0) invalid('/size', 'range');
  const start = startOf(all, at, give);
  const end = Math.min(start + Math.min(size, MAX_SIZE), all.length);
  const items = all.slice(start, end).map(give);
  const last = items.at(-1);
  return Object.freeze({
    items: Object.freeze(items),
    ...(last && end < all.length && { next: `${end}~${last.version ?? ''}~${last.id}` }),
    total: all.length,
    totalIs: 'exact',
  });
}

function startOf<T>(
  all: readonly T[],
  at: Cursor | { readonly offset: number } | undefined,
  give: (item: T) => Listed,
): number {
  if (at === undefined) return 0;
  if (typeof at === 'object') {
    if (!Number.isInteger(at.offset) || at.offset < 0) invalid('/at/offset', 'range');
    return at.offset;
  }
  const [, digits, version, id] = /^(\d+)~([^~]*)~(.*)$/s.exec(at) ?? invalid('/at', 'cursor');
  const place = Number(digits);
  const before = all[place - 1];
  if (before !== undefined && give(before).id === id) return place;
  // Others came or went before it, or it went itself, or a change of its own moved it: then where it is now
  // says nothing about those that followed it, and a row twice is better than a row lost.
  const moved = all.findIndex((item) => give(item).id === id);
  const row = all[moved];
  const same = row !== undefined && (give(row).version ?? '') === version;
  return same ? moved + 1 : Math.max(0, place - 1);
}
