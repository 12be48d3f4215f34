import type { Filter, FilterTest, PeopleField, PeopleQuery } from '../domain/index.ts';

// A table's filters are a flat `and` with one `in` test per field. Other shapes (a host's own) are kept as they are.

function tests(filter: Filter | undefined): readonly Filter[] {
  if (!filter) return [];
  return 'and' in filter ? filter.and : [filter];
}

function isValues(
  filter: Filter,
  field: PeopleField,
): filter is FilterTest & { value: readonly string[] } {
  return (
    'field' in filter && filter.field === field && filter.op === 'in' && Array.isArray(filter.value)
  );
}

/** Which values a field is filtered to; empty: not filtered. */
export function filteredTo(query: PeopleQuery, field: PeopleField): readonly string[] {
  return tests(query.filter).find((filter) => isValues(filter, field))?.value ?? [];
}

/** The query with a field filtered to these values; none: no longer filtered by it. */
export function withFilter(
  query: PeopleQuery,
  field: PeopleField,
  values: readonly string[],
): PeopleQuery {
  const others = tests(query.filter).filter((filter) => !isValues(filter, field));
  return withTests(
    query,
    values.length > 0 ? [...others, { field, op: 'in', value: values }] : others,
  );
}

/** The query without any filter and search text: everyone, in the same order. */
export function withoutFilters({
  filter: _filter,
  search: _search,
  ...query
}: PeopleQuery): PeopleQuery {
  return query;
}

/** Whether the query leaves anyone out. */
export function isFiltered(query: PeopleQuery): boolean {
  return Boolean(query.search?.trim()) || tests(query.filter).length > 0;
}

function withTests({ filter: _old, ...query }: PeopleQuery, and: readonly Filter[]): PeopleQuery {
  return and.length > 0 ? { ...query, filter: { and } } : query;
}
