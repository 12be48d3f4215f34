import type {
  Filter,
  FilterOperator,
  FilterTest,
  PeopleField,
  PersonRecord,
} from '../../../domain/index.ts';
import type { Check } from '../check.ts';
import { differenceOf, ensure, ensureSameIds, skip } from '../ensure.ts';
import { kindOf, readingsOf } from '../readings.ts';
import type { Subject } from '../subject.ts';
import { plain } from './search.ts';

type Matches = (person: PersonRecord) => boolean;

/** Everything that a test may fairly mean: case and accents count or not, and who has no value may be unequal or left out. */
function meanings({ field, op, value }: FilterTest): readonly Matches[] {
  const asText = String(value);
  const foldings: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => text.toLowerCase(),
    plain,
  ];
  return readingsOf(field).flatMap((read) => {
    const some =
      (test: (one: string) => boolean): Matches =>
      (person) =>
        read(person).some(test);
    switch (op) {
      case 'exists': return [(person: PersonRecord) => read(person).length > 0 === (value ?? true)];
      case 'lt': return [some((one) => Date.parse(one) < Date.parse(asText))];
      case 'gt': return [some((one) => Date.parse(one) > Date.parse(asText))];
      case 'in': return foldings.map((fold) => some((one) => [value].flat().some((wanted) => fold(String(wanted)) === fold(one))));
      default: return foldings.flatMap((fold) => {
        const is = some((one) => {
          const [has, wanted] = [fold(one), fold(asText)];
          if (op === 'contains') return has.includes(wanted);
          return op === 'startsWith' ? has.startsWith(wanted) : has === wanted;
        });
        return op === 'ne' ? [(person: PersonRecord) => !is(person), (person: PersonRecord) => !is(person) && read(person).length > 0] : [is];
      });
    } // prettier-ignore
  });
}

/** Values to test by, taken from the people themselves, rarest first: they tell most. */
function valuesOf(field: PeopleField, people: readonly PersonRecord[]): readonly string[] {
  const read = readingsOf(field)[0] ?? (() => []);
  const counts = new Map<string, number>();
  for (const value of people.flatMap(read)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const byCount = [...counts].sort(([, a], [, b]) => a - b).map(([value]) => value);
  return byCount;
}

/** Tests of a field by an operator that are worth a question. */
function testsOf(
  field: PeopleField,
  op: FilterOperator,
  people: readonly PersonRecord[],
): readonly FilterTest[] {
  if (op === 'exists')
    return [
      { field, op, value: true },
      { field, op, value: false },
    ];
  const values = valuesOf(field, people);
  const [rare, common] = [values[0], values.at(-1)];
  if (rare === undefined || common === undefined) return [];
  const dated = [...values].sort((a, b) => Date.parse(a) - Date.parse(b));
  switch (op) {
    case 'in': return [{ field, op, value: [rare, common] }, { field, op, value: [] }];
    case 'lt': case 'gt': return [{ field, op, value: dated[dated.length >> 1] ?? common }];
    case 'contains': return [{ field, op, value: rare.slice(1, 4) || rare }, { field, op, value: common }];
    case 'startsWith': return [{ field, op, value: rare.slice(0, 3) }];
    default: return [{ field, op, value: rare }, { field, op, value: common }];
  } // prettier-ignore
}

async function checkFilter(
  subject: Subject,
  filter: Filter,
  everyone: readonly PersonRecord[],
  meant: readonly Matches[],
): Promise<void> {
  const found = (await subject.read({ filter })).map(({ id }) => id);
  const wrong = meant.map((matches) => {
    const expected = everyone.filter(matches).map(({ id }) => id);
    return differenceOf(found, expected, true);
  });
  // One fair meaning is enough.
  ensure(wrong.includes(undefined), `${JSON.stringify(filter)}: ${wrong[0] ?? ''}`);
}

/** Two fields that can be filtered by equality, with a test that tells for each. */
function pair(
  subject: Subject,
  people: readonly PersonRecord[],
): readonly [FilterTest, FilterTest] {
  const fields = subject.fields().filter((field) => {
    const isKnown =
      subject.capabilities.people.filter[field]?.includes('eq') && kindOf(field) !== 'date';
    return isKnown && valuesOf(field, people).length > 1;
  });
  const [one, two] = fields
    .slice(-2)
    .map((field): FilterTest => ({ field, op: 'eq', value: valuesOf(field, people).at(-1) ?? '' }));
  return one && two ? [one, two] : skip('fewer than two fields can be filtered by eq');
}

export const filterChecks: readonly Check[] = [
  {
    name: 'filters-by-what-it-advertises',
    promise: 'finds by every advertised field and operator exactly those who match',
    run: async (subject) => {
      const { filter } = subject.capabilities.people;
      const everyone = await subject.everyone();
      const tests = subject
        .fields()
        .flatMap((field) => (filter[field] ?? []).flatMap((op) => testsOf(field, op, everyone)));
      if (tests.length === 0) skip('filtering is not offered');
      for (const test of tests) await checkFilter(subject, test, everyone, meanings(test));
    },
  },
  {
    name: 'filters-by-all-of-several',
    promise: 'finds those whom every test of an `and` holds for',
    run: async (subject) => {
      const everyone = await subject.everyone();
      const [one, two] = pair(subject, everyone);
      const meant = meanings(one).flatMap((a) =>
        meanings(two).map(
          (b): Matches =>
            (person) =>
              a(person) && b(person),
        ),
      );
      await checkFilter(subject, { and: [one, two] }, everyone, meant);
    },
  },
  {
    name: 'filters-by-any-tree',
    promise: 'with `boolean: nested`, holds an `and` of `or`s to what it says',
    run: async (subject) => {
      if (subject.capabilities.people.boolean !== 'nested') skip('filters are flat');
      const everyone = await subject.everyone();
      const [one, two] = pair(subject, everyone);
      const either = meanings(one).flatMap((a) =>
        meanings(two).map(
          (b): Matches =>
            (person) =>
              a(person) || b(person),
        ),
      );
      await checkFilter(subject, { or: [one, two] }, everyone, either);
      const both = meanings(one).flatMap((a) =>
        meanings(two).map(
          (b): Matches =>
            (person) =>
              (a(person) || b(person)) && b(person),
        ),
      );
      await checkFilter(subject, { and: [{ or: [one, two] }, { or: [two] }] }, everyone, both);
      await checkFilter(subject, { and: [] }, everyone, [() => true]);
      await checkFilter(subject, { or: [] }, everyone, [() => false]);
    },
  },
  {
    name: 'combines-search-and-filter',
    promise: 'finds those who match the search and the filter',
    run: async (subject) => {
      if (!subject.capabilities.people.search) skip('search is not offered');
      const everyone = await subject.everyone();
      const [test] = pair(subject, everyone);
      const search =
        everyone.find(({ lastName = '' }) => /^\p{L}{4,}$/u.test(lastName))?.lastName ??
        skip('nobody has a plain last name');
      const [found, filtered] = [
        (await subject.read({ search, filter: test })).map(({ id }) => id),
        new Set((await subject.read({ filter: test })).map(({ id }) => id)),
      ];
      const expected = (await subject.read({ search }))
        .filter(({ id }) => filtered.has(id))
        .map(({ id }) => id);
      ensureSameIds(found, expected, `searching ${search} under a filter`, true);
    },
  },
];
