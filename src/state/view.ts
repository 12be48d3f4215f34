import {
  PEOPLE_FIELDS,
  type PeopleField,
  type PeopleQuery,
  type SortKey,
} from '../domain/index.ts';
import { filteredTo, withFilter } from './query-filters.ts';

export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** How a list is looked at: which people, which columns in which order, how dense. Plain data. */
export interface PeopleView {
  readonly query: PeopleQuery;
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
  const { query, columns, density } = view;
  if (withSearch && query.search) parts.set('q', query.search);
  for (const field of FILTER_FIELDS) {
    const values = filteredTo(query, field);
    if (values.length > 0) parts.set(field, values.map(encode).join('.'));
  }
  const sort = sortText(query.sort);
  if (sort !== sortText(defaults.query.sort)) parts.set('sort', sort);
  if (columns.join() !== defaults.columns.join())
    parts.set('columns', columns.map(encode).join('.'));
  if (density !== defaults.density) parts.set('density', density);
  return parts.toString();
}

/** The view that a text of `encodeView` stands for. What it does not understand keeps its default; never throws. */
export function decodeView(text: string, { columns, defaults, withSearch }: ViewCodec): PeopleView {
  const parts = new URLSearchParams(text);
  let query: PeopleQuery = defaults.query;
  const search = parts.get('q');
  if (withSearch && search) query = { ...query, search };
  for (const field of FILTER_FIELDS) {
    const values = list(parts.get(field));
    if (values.length > 0) query = withFilter(query, field, values);
  }
  const sort = parts.get('sort');
  if (sort !== null) query = withSort(query, parseSort(sort, columns));
  const chosen = [...new Set(list(parts.get('columns')))].filter((id) => columns.includes(id));
  const density = DENSITIES.find((known) => known === parts.get('density'));
  return {
    query,
    columns: chosen.length > 0 ? chosen : defaults.columns,
    density: density ?? defaults.density,
  };
}

/** The query in this order; without one: in the backend's own. */
export function withSort(
  { sort: _old, ...query }: PeopleQuery,
  sort: readonly SortKey[],
): PeopleQuery {
  return sort.length > 0 ? { ...query, sort } : query;
}

function sortText(sort: readonly SortKey[] | undefined): string {
  return (sort ?? []).map(({ field, desc }) => `${desc ? '-' : ''}${field}`).join('.');
}

function parseSort(text: string, columns: readonly string[]): readonly SortKey[] {
  const keys = text
    .split('.')
    .map((key) => ({ field: key.replace(/^-/, ''), desc: key.startsWith('-') }));
  const known = (field: string): field is PeopleField =>
    (PEOPLE_FIELDS as readonly string[]).includes(field) ||
    (field.startsWith('x-') && columns.includes(field));
  return keys.flatMap(({ field, desc }) =>
    known(field) ? [{ field, ...(desc && { desc }) }] : [],
  );
}

function list(text: string | null): readonly string[] {
  return (text ?? '').split('.').filter(Boolean).map(decode);
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('.', '%2E');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
