import { expect } from 'chai';
import fc from 'fast-check';
import { PEOPLE_FIELDS, type PeopleQuery, type SortKey } from '../../src/domain/index.ts';
import {
  decodeView,
  DENSITIES,
  encodeView,
  FILTER_FIELDS,
  filteredTo,
  isFiltered,
  withFilter,
  withinReach,
  withoutFilters,
  withSort,
  type PeopleView,
  type ViewCodec,
} from '../../src/state/index.ts';
import { runs, SEED } from './seed.ts';

/** Half of a surrogate pair cannot stand in a URL at all. */
const isWhole = (text: string) =>
  !/[\ud800-\udfff]/.test(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''));

/** Odd on purpose: dots, percent signs, separators of URLs, other scripts, nothing at all. */
const anId = fc.oneof(
  fc.constantFrom(
    '',
    '.',
    '%',
    '%2E',
    '%25',
    '%zz',
    'a.b',
    '-x',
    'a b+c',
    'ä',
    '名',
    '🙂',
    'x&y=z',
    'a,b',
    '#',
  ),
  fc.string(),
  fc.string({ unit: 'grapheme' }),
);
const id = anId.filter(isWhole);
const ids = fc.uniqueArray(id, { maxLength: 5 });

const codec: fc.Arbitrary<ViewCodec> = fc
  .record({
    own: ids,
    custom: fc.uniqueArray(id, { maxLength: 3 }),
    withSearch: fc.boolean(),
    filters: fc.record({ role: ids, status: ids, userType: ids }),
    search: fc.option(fc.string({ minLength: 1 }).filter(isWhole), { nil: undefined }),
    sorted: fc.boolean(),
  })
  .map(({ own, custom, withSearch, filters, search, sorted }) => {
    const columns = [...new Set(['name', ...own, ...custom.map((text) => `x-${text}`)])];
    const query = viewQuery(filters, sorted ? [{ field: 'name' }] : [], search, { locale: 'fr' });
    return { columns, withSearch, defaults: { query, columns: ['name'], density: 'compact' } };
  });

/** Any view that someone could have put together with these columns. */
const viewOf = ({ columns, defaults }: ViewCodec): fc.Arbitrary<PeopleView> => {
  const fields = [
    ...PEOPLE_FIELDS,
    ...columns.filter((one): one is `x-${string}` => one.startsWith('x-')),
  ];
  const key: fc.Arbitrary<SortKey> = fc
    .record({ field: fc.constantFrom(...fields), desc: fc.boolean() })
    .map(({ field, desc }) => ({ field, ...(desc && { desc }) }));
  return fc
    .record({
      filters: fc.record({ role: ids, status: ids, userType: ids }),
      sort: fc.array(key, { maxLength: 3 }),
      search: fc.option(fc.string({ minLength: 1 }).filter(isWhole), { nil: undefined }),
      shown: fc.shuffledSubarray([...columns], { minLength: 1 }),
      density: fc.constantFrom(...DENSITIES),
    })
    .map(({ filters, sort, search, shown, density }) => ({
      query: viewQuery(filters, sort, search, { locale: defaults.query.locale ?? 'fr' }),
      columns: shown,
      density,
    }));
};

function viewQuery(
  filters: Record<(typeof FILTER_FIELDS)[number], readonly string[]>,
  sort: readonly SortKey[],
  search: string | undefined,
  base: PeopleQuery,
): PeopleQuery {
  let query = withSort({ ...base, ...(search !== undefined && { search }) }, sort);
  for (const field of FILTER_FIELDS) query = withFilter(query, field, filters[field]);
  return query;
}

const options = { seed: SEED, numRuns: runs(100) };

describe(`view in a URL (SEED=${SEED})`, () => {
  it('comes back as it was, whatever its ids', () => {
    fc.assert(
      fc.property(
        codec.chain((one) => fc.tuple(fc.constant({ ...one, withSearch: true }), viewOf(one))),
        ([one, view]) => {
          const text = new URL(`https://host/?people=${encodeURIComponent(encodeView(view, one))}`);
          expect(decodeView(text.searchParams.get('people') ?? '', one)).to.deep.equal(view);
        },
      ),
      options,
    );
  });

  it('leaves the search text out unless asked, and everything else in', () => {
    fc.assert(
      fc.property(
        codec.chain((one) => fc.tuple(fc.constant({ ...one, withSearch: false }), viewOf(one))),
        ([one, view]) => {
          const text = encodeView(view, one);
          expect(new URLSearchParams(text).has('q')).to.equal(false);
          const { search: _typed, ...query } = view.query;
          const { search } = one.defaults.query;
          const expected = {
            ...view,
            query: { ...query, ...(search !== undefined && { search }) },
          };
          expect(decodeView(text, one)).to.deep.equal(expected);
          expect(decodeView(`${text}&q=typed`, one)).to.deep.equal(expected);
        },
      ),
      options,
    );
  });

  it('never throws, whatever stands there, and only shows columns that exist', () => {
    const garbage = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc
        .dictionary(fc.constantFrom('q', 'role', 'status', 'sort', 'columns', 'density'), anId)
        .map((parts) => new URLSearchParams(parts).toString()),
    );
    fc.assert(
      fc.property(codec, garbage, (one, text) => {
        const view = decodeView(text, one);
        expect(view.columns.length).to.be.greaterThan(0);
        expect(one.columns).to.include.members([...view.columns]);
        expect(DENSITIES).to.include(view.density);
        encodeView(view, one);
      }),
      options,
    );
  });

  it('does not throw for ids that cannot be written down either', () => {
    fc.assert(
      fc.property(codec, fc.array(anId), (one, odd) => {
        const query = withFilter(one.defaults.query, 'role', ['\ud800', ...odd]);
        decodeView(encodeView({ ...one.defaults, query }, one), one);
      }),
      options,
    );
  });

  const plain: ViewCodec = {
    columns: ['name', 'role', 'x-a.b'],
    defaults: {
      query: { sort: [{ field: 'name' }] },
      columns: ['name', 'role'],
      density: 'comfortable',
    },
  };

  it('is empty for the defaults, and short for a little', () => {
    expect(encodeView(plain.defaults, plain)).to.equal('');
    const query = withFilter(plain.defaults.query, 'role', ['owner', 'admin']);
    expect(encodeView({ ...plain.defaults, query }, plain)).to.equal('role=owner.admin');
  });

  it('keeps the default order for an order it does not know, and none for none', () => {
    expect(decodeView('sort=nonsense', plain).query.sort).to.deep.equal([{ field: 'name' }]);
    expect(decodeView('sort=-nonsense.-email', plain).query.sort).to.deep.equal([
      { field: 'email', desc: true },
    ]);
    expect(decodeView('sort=', plain).query.sort).to.equal(undefined);
    expect(decodeView('sort=x-a%2Eb', plain).query.sort).to.deep.equal([{ field: 'name' }]);
    expect(decodeView('sort=-x-a%252Eb', plain).query.sort).to.deep.equal([
      { field: 'x-a.b', desc: true },
    ]);
  });

  it('shows the default columns rather than none', () => {
    expect(decodeView('columns=', plain).columns).to.deep.equal(['name', 'role']);
    expect(decodeView('columns=gone', plain).columns).to.deep.equal(['name', 'role']);
    expect(decodeView('columns=role.gone.role', plain).columns).to.deep.equal(['role']);
  });
});

describe('filters of a query', () => {
  const host = { field: 'department', op: 'contains', value: 'a' } as const;

  it('are one test per field, in one order, whichever came first', () => {
    const query = { filter: host };
    const one = withFilter(withFilter(query, 'status', ['active']), 'role', ['owner']);
    const two = withFilter(withFilter(query, 'role', ['owner']), 'status', ['active']);
    expect(one).to.deep.equal(two);
    expect(filteredTo(one, 'role')).to.deep.equal(['owner']);
    expect(filteredTo(one, 'userType')).to.deep.equal([]);
    expect(withFilter(withFilter(one, 'role', []), 'status', [])).to.deep.equal({
      filter: { and: [host] },
    });
  });

  it('leave alone what a host filters by', () => {
    const either = { or: [host, { field: 'role', op: 'in', value: ['x'] }] } as const;
    const query = withFilter({ filter: either }, 'role', ['owner']);
    expect(query.filter).to.deep.equal({
      and: [either, { field: 'role', op: 'in', value: ['owner'] }],
    });
    const text = { filter: { field: 'role', op: 'in', value: 'owner' } } as const;
    expect(filteredTo(text, 'role')).to.deep.equal([]);
  });

  it('can all be taken away, with the search', () => {
    const query = withFilter({ search: 'x', sort: [{ field: 'name' }] }, 'role', ['owner']);
    expect(isFiltered(query)).to.equal(true);
    expect(withoutFilters(query)).to.deep.equal({ sort: [{ field: 'name' }] });
    expect(isFiltered(withoutFilters(query))).to.equal(false);
    expect(isFiltered({ search: '  ' })).to.equal(false);
  });
});

describe('a view within reach of a backend', () => {
  const can = {
    search: false, sort: ['name'], filter: { role: ['in'] }, boolean: 'flat',
    jump: true, totals: 'exact', maxSize: 100, invitations: 'none',
  } as const; // prettier-ignore
  const role = { field: 'role', op: 'in', value: ['owner'] } as const;
  const view = { query: { sort: [{ field: 'name' }], filter: role }, columns: ['name'], density: 'compact' } as const; // prettier-ignore

  it('is the same where all of it can be done', () => {
    expect(withinReach(view, can)).to.equal(view);
  });

  it('has no search, order, filter or list that cannot be', () => {
    const status = { field: 'status', op: 'in', value: ['active'] } as const;
    const asked = {
      ...view,
      list: 'users',
      query: {
        search: 'ann',
        sort: [{ field: 'email' }, { field: 'name', desc: true }],
        filter: { and: [role, status, { or: [role, status] }, { field: 'role', op: 'eq', value: 'x' }] },
      },
    } as const; // prettier-ignore
    expect(withinReach(asked, can)).to.deep.equal({
      ...view,
      query: { sort: [{ field: 'name', desc: true }], filter: { and: [role] } },
    });
  });
});
