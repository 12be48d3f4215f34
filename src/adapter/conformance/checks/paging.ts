import type { Check } from '../check.ts';
import { ensure, ensureSameIds, skip } from '../ensure.ts';

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

/** A size that makes several pages of a list, the last one not full. */
function smallSize(total: number): number {
  return Math.max(1, Math.ceil(total / 4));
}

export const pagingChecks: readonly Check[] = [
  {
    name: 'pages-lose-nobody',
    promise: 'pages through everyone: nobody twice, nobody lost, as many as the total says',
    run: async (subject) => {
      const all = await subject.everyone();
      if (all.length < 2) skip('fewer than two people');
      ensure(new Set(idsOf(all)).size === all.length, 'someone is listed twice');
      // Sizes that fit the list in different ways: a lost or repeated row cannot hide behind all of them.
      for (const size of new Set([
        smallSize(all.length),
        smallSize(all.length) + 1,
        Math.min(7, all.length),
      ])) {
        const rows = [];
        for await (const page of subject.pages({ size })) {
          rows.push(...page.items);
          if (subject.capabilities.people.totals === 'exact') {
            ensure(
              page.total === all.length,
              `the total says ${page.total ?? 'nothing'}, and there are ${all.length} people`,
            );
          }
        }
        ensureSameIds(idsOf(rows), idsOf(all), `in pages of ${size}`);
      }
    },
  },
  {
    name: 'pages-are-no-larger-than-asked',
    promise: 'never gives more rows than asked for, nor more than it advertises',
    run: async ({ adapter, capabilities }) => {
      const { maxSize } = capabilities.people;
      for (const size of [1, 2, maxSize, maxSize + 1]) {
        const { items } = await adapter.people({ size });
        ensure(items.length <= Math.min(size, maxSize), `asked for ${size}, got ${items.length}`);
      }
    },
  },
  {
    name: 'past-the-end-is-empty',
    promise: 'answers an empty page past the end, never the first one again',
    run: async (subject) => {
      const { adapter, capabilities } = subject;
      if (!capabilities.people.jump) skip('rows cannot be asked for by offset');
      const { length } = await subject.everyone();
      for (const offset of [length, length + 1, length + 1000]) {
        const page = await adapter.people({ size: 3, at: { offset } });
        ensure(
          page.items.length === 0,
          `from row ${offset} of ${length} there are ${page.items.length} rows`,
        );
        ensure(page.next === undefined, `after row ${offset} of ${length} there is a next page`);
      }
    },
  },
  {
    name: 'jumps-land-where-they-should',
    promise: 'gives by offset the same rows as page after page',
    run: async (subject) => {
      const { adapter, capabilities } = subject;
      if (!capabilities.people.jump) skip('rows cannot be asked for by offset');
      const all = await subject.everyone();
      const size = smallSize(all.length);
      for (const offset of [0, 1, Math.floor(all.length / 2), Math.max(0, all.length - 1)]) {
        const { items } = await adapter.people({ size, at: { offset } });
        const expected = all.slice(offset, offset + Math.min(size, capabilities.people.maxSize));
        ensureSameIds(idsOf(items), idsOf(expected), `from row ${offset}`);
      }
    },
  },
];
