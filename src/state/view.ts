import {
  PEOPLE_FIELDS,
  type PeopleField,
  type PeopleQuery,
  type SortKey,
} from '../domain/index.ts';
import type { PeopleCapabilities } from '../adapter/capabilities.ts';
import { filteredTo, onlyTests, withFilter } from './query-filters.ts';

export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** The lists of people that a product may keep apart (ZM-2): who is on the account, and who is invited. */
export const PEOPLE_LISTS = ['users', 'pending'] as const;
export type PeopleList = (typeof PEOPLE_LISTS)[number];

/** How a list is looked at: which people, which columns in which order, how dense. Plain data. */
export interface PeopleView {
  readonly query: PeopleQuery;
  /** Which of the lists; absent: everyone in one. */
  readonly list?: PeopleList;
  /** Ids of the visible columns, in their order. */
  readonly columns: readonly string[];
  readonly density: Density;
}

/** Fields that a table offers filters for, and that a URL carries. */
export const FILTER_FIELDS = [
  'role',
  'status',
  'userType',
] as const satisfies readonly PeopleField[];
export type FilterField = (typeof FILTER_FIELDS)[number];

export interface ViewCodec {
  /** Column ids that exist. A stored id that does not is left out. */
  readonly columns: readonly string[];
  readonly defaults: PeopleView;
  /** Search text is personal data; by default it stays out of the URL. */
  readonly withSearch?: boolean;
}

/**
 * A view as one compact text for the URL, with only what differs from the defaults; empty if nothing does.
 * The inverse of `decodeView`.
 */
export function encodeView(view: PeopleView, { defaults, withSearch }: ViewCodec): string {
  const parts = new URLSearchParams();
  const put = (name: string, text: string, byDefault: string): void => {
    if (text !== byDefault) parts.set(name, text);
  };
  const { query, list: of, columns, density } = view;
  put('list', of ?? '', defaults.list ?? '');
  if (withSearch) put('q', query.search ?? '', defaults.query.search ?? '');
  for (const field of FILTER_FIELDS)
    put(field, listText(filteredTo(query, field)), listText(filteredTo(defaults.query, field)));
  put('sort', sortText(query.sort), sortText(defaults.query.sort));
  put('columns', listText(columns), listText(defaults.columns));
  put('density', density, defaults.density);
  return parts.toString();
}

/** The view that a text of `encodeView` stands for. What it does not understand keeps its default; never throws. */
export function decodeView(text: string, { columns, defaults, withSearch }: ViewCodec): PeopleView {
  const parts = new URLSearchParams(text);
  let query: PeopleQuery = defaults.query;
  const search = parts.get('q');
  if (withSearch && search !== null) query = withSearchText(query, search);
  for (const field of FILTER_FIELDS) {
    const values = parts.get(field);
    if (values !== null) query = withFilter(query, field, list(values));
  }
  const sort = parts.get('sort');
  const keys = parseSort(sort ?? '', columns);
  if (sort === '' || keys.length > 0) query = withSort(query, keys);
  const chosen = [...new Set(list(parts.get('columns') ?? ''))].filter((id) =>
    columns.includes(id),
  );
  const density = DENSITIES.find((known) => known === parts.get('density'));
  const of = PEOPLE_LISTS.find((known) => known === parts.get('list')) ?? defaults.list;
  return {
    query,
    ...(of && { list: of }),
    columns: chosen.length > 0 ? chosen : defaults.columns,
    density: density ?? defaults.density,
  };
}

const ON_ACCOUNT: readonly string[] = ['active', 'suspended', 'deactivated'];

/** The people that a view shows: those of its list who match its query. */
export function queryOf({ query, list: of }: PeopleView): PeopleQuery {
  if (of === undefined) return query;
  if (of === 'pending') return withFilter(query, 'status', ['pending']);
  const chosen = filteredTo(query, 'status').filter((status) => ON_ACCOUNT.includes(status));
  return withFilter(query, 'status', chosen.length > 0 ? chosen : ON_ACCOUNT);
}

/**
 * The view without what the backend cannot do: an address that was kept, or a host, may name an order or a filter that it has not.
 * The same object where all of it can be done.
 */
export function withinReach(view: PeopleView, can: PeopleCapabilities): PeopleView {
  const { list: of, ...rest } = view;
  const canTell = can.filter.status?.includes('in') ?? false;
  const query = queryWithin(view.query, can);
  if (query === view.query && (of === undefined || canTell)) return view;
  return { ...rest, query, ...(of !== undefined && canTell && { list: of }) };
}

function queryWithin(query: PeopleQuery, can: PeopleCapabilities): PeopleQuery {
  const sort = query.sort?.filter(({ field }) => can.sort.includes(field));
  const sorted = sort?.length === query.sort?.length ? query : withSort(query, sort ?? []);
  const found = sorted.search && !can.search ? withSearchText(sorted, '') : sorted;
  return onlyTests(found, ({ field, op }) => can.filter[field]?.includes(op) ?? false);
}

/** The query in this order; without one: in the backend's own. */
export function withSort(
  { sort: _old, ...query }: PeopleQuery,
  sort: readonly SortKey[],
): PeopleQuery {
  return sort.length > 0 ? { ...query, sort } : query;
}

function withSearchText({ search: _old, ...query }: PeopleQuery, search: string): PeopleQuery {
  return search ? { ...query, search } : query;
}

function sortText(sort: readonly SortKey[] | undefined): string {
  return (sort ?? []).map(({ field, desc }) => `${desc ? '-' : ''}${encode(field)}`).join('.');
}

function parseSort(text: string, columns: readonly string[]): readonly SortKey[] {
  const known = (field: string): field is PeopleField =>
    (PEOPLE_FIELDS as readonly string[]).includes(field) ||
    (field.startsWith('x-') && columns.includes(field));
  return list(text).flatMap((key): SortKey[] => {
    const desc = key.startsWith('-');
    const field = desc ? key.slice(1) : key;
    return known(field) ? [{ field, ...(desc && { desc }) }] : [];
  });
}

// Ids are any text, and stand in a list with dots between them. The URL's own escaping comes on top.

function listText(ids: readonly string[]): string {
  return ids.map(encode).join('.');
}

function list(text: string): readonly string[] {
  return text.split('.').filter(Boolean).map(decode);
}

/** Without dots, and not empty: an id that is the empty text becomes a lone `%`. */
function encode(id: string): string {
  return id.replaceAll('%', '%25').replaceAll('.', '%2E') || '%';
}

function decode(text: string): string {
  return text === '%' ? '' : text.replace(/%2E/gi, '.').replaceAll('%25', '%');
}
