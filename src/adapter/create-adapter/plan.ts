import type { Filter, FilterTest, PeopleQuery, SortKey } from '../../domain/index.ts';
import { invalid } from '../fail.ts';
import type { PeopleAsked, PeopleSource } from './source.ts';

/** A query, parted: what the backend does, and what is left to be done here. */
export interface Plan {
  readonly asked: PeopleAsked;
  readonly left: Pick<PeopleQuery, 'search' | 'filter' | 'sort'>;
  /** The backend does all of it. */
  readonly isWhole: boolean;
}

const isTest = (filter: Filter): filter is FilterTest => 'field' in filter;

/** Every test of a filter. */
export function testsOf(filter: Filter | undefined): readonly FilterTest[] {
  if (!filter) return [];
  if (isTest(filter)) return [filter];
  return ('and' in filter ? filter.and : filter.or).flatMap(testsOf);
}

/** The parts that all have to hold. */
function partsOf(filter: Filter | undefined): readonly Filter[] {
  if (!filter) return [];
  return 'and' in filter ? filter.and.flatMap(partsOf) : [filter];
}

/** Parts a query by what a source declared. Whatever it did not declare never reaches it. */
export function planOf(
  { search = '', filter, sort = [], locale }: PeopleQuery,
  source: PeopleSource,
): Plan {
  const { combine = 'flat', sortKeys = Infinity } = source;
  const isKnown = ({ field, op }: FilterTest) => !!source.filter?.[field]?.includes(op);
  const parts = partsOf(filter);
  const done = parts.filter((part) =>
    combine === 'nested' ? testsOf(part).every(isKnown) : isTest(part) && isKnown(part),
  );
  if (combine === 'single') done.splice(1);
  const rest = parts.filter((part) => !done.includes(part));
  const isSearched = source.search === 'server';
  const isSorted =
    sort.length <= sortKeys && sort.every(({ field }) => source.sort?.includes(field));
  const text = search.trim();
  const order: readonly SortKey[] = isSorted ? sort : [];
  return {
    asked: {
      search: isSearched ? text : '',
      tests: combine === 'nested' ? [] : done.filter(isTest),
      ...(combine === 'nested' && done.length > 0 && { filter: { and: done } }),
      sort: order,
      ...(order.length > 0 && locale !== undefined && { locale }),
    },
    left: {
      ...(!isSearched && text && { search: text }),
      ...(rest.length > 0 && { filter: { and: rest } }),
      ...(!isSorted && { sort }),
    },
    isWhole: (isSearched || !text) && rest.length === 0 && isSorted,
  };
}

/** The same query with all of it left to be done here: for a backend that refused its part. */
export function planAlone({ search, filter, sort }: PeopleQuery): Plan {
  return {
    asked: { search: '', tests: [], sort: [] },
    left: { ...(search && { search }), ...(filter && { filter }), ...(sort && { sort }) },
    isWhole: false,
  };
}

/** Refuses what neither side can do. */
export function checkQuery(
  { search, filter, sort = [] }: PeopleQuery,
  offered: Pick<PeopleSource, 'search'> & {
    readonly sort: readonly string[];
    readonly filter: Readonly<Record<string, readonly string[] | undefined>>;
  },
): void {
  if (offered.search === false && search?.trim()) invalid('/search', 'unknown');
  sort.forEach(({ field }, i) => {
    if (!offered.sort.includes(field)) invalid(`/sort/${i}/field`, 'unknown');
  });
  for (const { field, op } of testsOf(filter)) {
    if (!offered.filter[field]) invalid('/filter/field', 'unknown');
    if (!offered.filter[field].includes(op)) invalid('/filter/op', 'unknown');
  }
}
