import {
  PEOPLE_FIELDS,
  type Filter,
  type FilterTest,
  type PeopleField,
  type PeopleQuery,
} from '../domain/index.ts';

// A table's filters are a flat `and` with one `in` test per field. Other shapes (a host's own) are kept as they are.

type ValuesTest = FilterTest & { readonly value: readonly string[] };

function tests(filter: Filter | undefined): readonly Filter[] {
  if (!filter) return [];
  return 'and' in filter ? filter.and : [filter];
}

function isValues(filter: Filter): filter is ValuesTest {
  return 'field' in filter && filter.op === 'in' && Array.isArray(filter.value);
}

/** Which values a field is filtered to; empty: not filtered. */
export function filteredTo(query: PeopleQuery, field: PeopleField): readonly string[] {
  return (
    tests(query.filter)
      .filter(isValues)
      .find((test) => test.field === field)?.value ?? []
  );
}

/**
 * The query with a field filtered to these values; none: no longer filtered by it. The tests come in one order,
 * whichever was set first: the same people are the same query.
 */
export function withFilter(
  query: PeopleQuery,
  field: PeopleField,
  values: readonly string[],
): PeopleQuery {
  const others = tests(query.filter).filter((test) => !(isValues(test) && test.field === field));
  const own = others.filter(isValues);
  if (values.length > 0) own.push({ field, op: 'in', value: values });
  own.sort((a, b) => place(a.field) - place(b.field));
  return withTests(query, [...others.filter((test) => !isValues(test)), ...own]);
}

/** The query without any filter and search text: everyone, in the same order. */
export function withoutFilters({
  filter: _filter,
  search: _search,
  ...query
}: PeopleQuery): PeopleQuery {
  return query;
}

/** The query with only the tests that `keep` says yes to; of an `or`, all or nothing. */
export function onlyTests(query: PeopleQuery, keep: (test: FilterTest) => boolean): PeopleQuery {
  const isKept = (filter: Filter): boolean =>
    'and' in filter
      ? filter.and.every(isKept)
      : 'or' in filter
        ? filter.or.every(isKept)
        : keep(filter);
  const all = tests(query.filter);
  return all.every(isKept) ? query : withTests(query, all.filter(isKept));
}

/** Whether the query leaves anyone out. */
export function isFiltered(query: PeopleQuery): boolean {
  return Boolean(query.search?.trim()) || tests(query.filter).length > 0;
}

function withTests({ filter: _old, ...query }: PeopleQuery, and: readonly Filter[]): PeopleQuery {
  return and.length > 0 ? { ...query, filter: { and } } : query;
}

function place(field: PeopleField): number {
  const index = (PEOPLE_FIELDS as readonly string[]).indexOf(field);
  return index < 0 ? PEOPLE_FIELDS.length : index;
}
