import { expect } from 'chai';
import type { Filter, PageRequest } from '../../../src/domain/index.ts';
import { PEOPLE, person, problemOf, setup } from './setup.ts';

async function ids(request: PageRequest, people = PEOPLE) {
  const { items } = await setup({ people }).backend.people(request);
  return items.map(({ id }) => id);
}

describe('people of the memory backend', () => {
  describe('searched', () => {
    for (const [search, found] of [
      ['etoile', ['mia']],
      ['ÉTOILE', ['mia']],
      ['zieba', ['adam']],
      ['angstrom max', ['max']],
      ['qualite', ['mia']],
      ['pia@acme', ['pia']],
      ['odegard', ['olga']],
      ['ödegård', ['olga']],
      ['licensed', []],
      ['  ', ['olga', 'adam', 'mia', 'max', 'pia', 'stan']],
    ] as const) {
      it(`ZM-33 by ${JSON.stringify(search)}`, async () => {
        expect(await ids({ search })).to.deep.equal(found);
      });
    }

    it('by names of other scripts, with and without their marks', async () => {
      const people = [
        person('a', { firstName: 'Ελένη', lastName: 'Παπαδόπουλος' }),
        person('b', { firstName: 'İbrahim', lastName: 'Yılmaz' }),
        person('c', { firstName: 'さくら', lastName: '山本', displayName: '山本さくら' }),
        person('d', { lastName: 'O’Brien-Groß' }),
        person('e', { firstName: 'Søren', lastName: 'Þórsson' }),
      ];
      expect(await ids({ search: 'παπαδοπουλοσ' }, people)).to.deep.equal(['a']);
      expect(await ids({ search: 'ibrahim yilmaz' }, people)).to.deep.equal(['b']);
      expect(await ids({ search: '山本さく' }, people)).to.deep.equal(['c']);
      expect(await ids({ search: "o'brien gross" }, people)).to.deep.equal(['d']);
      expect(await ids({ search: 'soren thorsson' }, people)).to.deep.equal(['e']);
    });

    it('anew after a name has changed', async () => {
      const { backend, run } = setup();
      expect((await backend.people({ search: 'etoile' })).total).to.equal(1);
      await run('user.edit', 'mia', { values: { lastName: 'Lune' } });
      expect((await backend.people({ search: 'etoile' })).total).to.equal(0);
      expect((await backend.people({ search: 'lune' })).total).to.equal(1);
    });
  });

  describe('filtered', () => {
    const cases: readonly [Filter, readonly string[]][] = [
      [{ field: 'role', op: 'eq', value: 'admin' }, ['adam']],
      [{ field: 'role', op: 'ne', value: 'member' }, ['olga', 'adam']],
      [{ field: 'status', op: 'in', value: ['pending', 'suspended'] }, ['pia', 'stan']],
      [{ field: 'addon', op: 'eq', value: 'webinar' }, ['max']],
      [{ field: 'addon', op: 'exists', value: false }, ['olga', 'adam', 'mia', 'pia', 'stan']],
      [{ field: 'department', op: 'contains', value: 'QUAL' }, ['mia']],
      [{ field: 'name', op: 'startsWith', value: 'max ang' }, ['max']],
      [{ field: 'email', op: 'eq', value: ' MIA@Acme.Example' }, ['mia']],
      [{ field: 'expiresAt', op: 'lt', value: '2026-12-11T00:00:00+09:00' }, ['pia']],
      [{ field: 'expiresAt', op: 'gt', value: '2026-12-11T00:00:00+09:00' }, []],
      [{ and: [{ field: 'userType', op: 'eq', value: 'licensed' }, { or: [{ field: 'role', op: 'eq', value: 'owner' }, { field: 'addon', op: 'exists' }] }] }, ['olga', 'max']],
      [{ and: [] }, ['olga', 'adam', 'mia', 'max', 'pia', 'stan']],
      [{ or: [] }, []],
    ]; // prettier-ignore
    for (const [filter, found] of cases) {
      it(JSON.stringify(filter), async () => expect(await ids({ filter })).to.deep.equal(found));
    }

    for (const [what, request, pointer] of [
      ['an unknown field', { filter: { field: 'x-none', op: 'eq', value: 1 } }, '/filter/field'],
      [
        'an operator the field lacks',
        { filter: { and: [{ field: 'createdAt', op: 'contains', value: 'x' }] } },
        '/filter/and/0/op',
      ],
      [
        'a list where one value belongs',
        { filter: { field: 'role', op: 'eq', value: ['a'] } },
        '/filter/value',
      ],
      [
        'one value where a list belongs',
        { filter: { field: 'role', op: 'in', value: 'a' } },
        '/filter/value',
      ],
      [
        'a date that is none',
        { filter: { field: 'createdAt', op: 'lt', value: 'soon' } },
        '/filter/value',
      ],
      [
        'an unknown sort field',
        { sort: [{ field: 'name' }, { field: 'x-none' }] },
        '/sort/1/field',
      ],
      ['a locale that is none', { locale: 'not a locale' }, '/locale'],
      ['a negative size', { size: -1 }, '/size'],
      ['half an offset', { at: { offset: 0.5 } }, '/at/offset'],
      ['a cursor of someone else', { at: 'page-2' }, '/at'],
    ] as const satisfies readonly (readonly [string, PageRequest, string])[]) {
      it(`refuses ${what}`, async () => {
        const problem = await problemOf(setup().backend.people(request));
        expect(problem).to.include({ kind: 'invalid' });
        expect(problem.fields?.[0]?.pointer).to.equal(pointer);
      });
    }
  });

  it('are frozen, all the way down', async () => {
    const { backend } = setup();
    const { items } = await backend.people({});
    const max = items.find(({ id }) => id === 'max');
    expect(Object.isFrozen(items) && Object.isFrozen(max) && Object.isFrozen(max?.addons)).to.equal(
      true,
    );
    expect(await backend.person('max')).to.equal(max);
  });

  it('are not what the caller gave', async () => {
    const addons = ['webinar'];
    const given = { ...person('a'), addons };
    const { backend } = setup({ people: [given] });
    addons.push('more');
    given.email = 'other@acme.example';
    expect(await backend.person('a')).to.deep.include({
      addons: ['webinar'],
      email: 'a@acme.example',
    });
  });

  for (const [people, message] of [
    [[{ ...person('a'), id: '' }], 'people[0].id: expected a text, found ""'],
    [
      [person('a'), { ...person('b'), email: 7 as unknown as string }],
      'people[1].email: expected a text, found 7',
    ],
    [
      [{ ...person('a'), roleId: undefined as unknown as string }],
      'people[0].roleId: expected a text, found undefined',
    ],
    [[person('a'), person('a')], 'people[1].id: "a" is there twice'],
  ] as const) {
    it(`tells of a mistake in them: ${message}`, () => {
      expect(() => setup({ people })).to.throw(TypeError, message);
    });
  }
});
