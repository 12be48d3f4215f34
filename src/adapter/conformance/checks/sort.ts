import type { PeopleField, PersonRecord } from '../../../domain/index.ts';
import type { Check } from '../check.ts';
import { ConformanceFailure, ensure, ensureSameIds, skip } from '../ensure.ts';
import { kindOf, readingsOf } from '../readings.ts';

type Compare = (a: string, b: string) => number;

/** The ways in which text may fairly be ordered: digits as numbers or not; accents and case decide nothing. */
function orders(field: PeopleField, locale: string): readonly Compare[] {
  if (kindOf(field) === 'date') return [(a, b) => Date.parse(a) - Date.parse(b)];
  return [true, false].map(
    (numeric) => new Intl.Collator(locale, { numeric, sensitivity: 'base' }).compare,
  );
}

/** What is wrong with an order, by one reading of the field. */
function disorder(
  rows: readonly PersonRecord[],
  read: (person: PersonRecord) => readonly string[],
  compare: Compare,
): string | undefined {
  const values = rows.map((row) => read(row)[0]);
  const filled = values.filter((value) => value !== undefined);
  const first = values.findIndex((value) => value !== undefined);
  if (first >= 0 && values.slice(first, first + filled.length).includes(undefined))
    return 'blanks stand in between';
  const at = filled.findIndex((value, i) => i > 0 && compare(filled[i - 1] ?? '', value) > 0);
  return at < 0
    ? undefined
    : `${JSON.stringify(filled[at])} comes after ${JSON.stringify(filled[at - 1])}`;
}

/** Codes have no order of their own here; what is the same has to stand together, and descending turns the runs round. */
function runsOf(
  rows: readonly PersonRecord[],
  read: (person: PersonRecord) => readonly string[],
): readonly string[] {
  return rows
    .flatMap((row) => read(row)[0] ?? [])
    .filter((value, i, values) => value !== values[i - 1]);
}

async function checkSort(
  field: PeopleField,
  up: readonly PersonRecord[],
  down: readonly PersonRecord[],
  locale: string,
): Promise<void> {
  const readings = readingsOf(field);
  if (kindOf(field) === 'code') {
    const read = readings[0] ?? (() => []);
    const [rising, falling] = [runsOf(up, read), runsOf(down, read)];
    const isSingle = up.every((row) => read(row).length < 2);
    if (!isSingle) return;
    ensure(
      new Set(rising).size === rising.length,
      `by ${field}: equal values do not stand together`,
    );
    ensureSameIds(falling, [...rising].reverse(), `by ${field} descending`);
    return;
  }
  for (const [rows, way] of [
    [up, 1],
    [down, -1],
  ] as const) {
    const wrong = readings.flatMap((read) =>
      orders(field, locale).map((compare) => disorder(rows, read, (a, b) => way * compare(a, b))),
    );
    // One fair reading is enough.
    if (wrong.every((one) => one !== undefined)) {
      throw new ConformanceFailure(
        `by ${field} ${way > 0 ? 'ascending' : 'descending'}: ${wrong[0] ?? ''}`,
      );
    }
  }
}

export const sortChecks: readonly Check[] = [
  {
    name: 'sorts-by-what-it-advertises',
    promise:
      'sorts everyone by every advertised field, up and down, by the collation of the locale',
    run: async (subject) => {
      const { sort } = subject.capabilities.people;
      if (sort.length === 0) skip('sorting is not offered');
      const { locale } = subject.options;
      const all = (await subject.everyone()).map(({ id }) => id);
      for (const field of sort) {
        const [up, down] = [
          await subject.read({ sort: [{ field }], locale }),
          await subject.read({ sort: [{ field, desc: true }], locale }),
        ];
        ensureSameIds(
          up.map(({ id }) => id),
          all,
          `sorted by ${field}`,
          true,
        );
        ensureSameIds(
          down.map(({ id }) => id),
          all,
          `sorted by ${field} descending`,
          true,
        );
        await checkSort(field, up, down, locale);
      }
    },
  },
  {
    name: 'sorts-the-same-in-any-page-size',
    promise: 'keeps one order however it is read, also where many people are equal',
    run: async (subject) => {
      const [field] = subject.capabilities.people.sort.filter((one) => kindOf(one) === 'code');
      if (!field) skip('no field with many equals can be sorted by');
      const whole = await subject.read({ sort: [{ field }] });
      const parts = await subject.read(
        { sort: [{ field }] },
        Math.max(1, Math.ceil(whole.length / 5)),
      );
      ensureSameIds(
        parts.map(({ id }) => id),
        whole.map(({ id }) => id),
        `by ${field} in pages`,
      );
    },
  },
  {
    name: 'refuses-fields-it-does-not-know',
    promise:
      'refuses to sort or filter by a field that it does not advertise, rather than ignoring it',
    run: async (subject) => {
      const field = 'x-conformance-unknown' as const;
      const kinds = ['invalid', 'unsupported'] as const;
      await subject.refused('sorting by an unknown field', kinds, () =>
        subject.adapter.people({ sort: [{ field }] }),
      );
      await subject.refused('filtering by an unknown field', kinds, () =>
        subject.adapter.people({ filter: { field, op: 'exists' } }),
      );
    },
  },
];
