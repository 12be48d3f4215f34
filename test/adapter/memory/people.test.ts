import { expect } from 'chai';
import {
  PEOPLE_FIELDS,
  type Filter,
  type PageRequest,
  type PeopleField,
} from '../../../src/domain/index.ts';
import { generatePeople } from '../../../src/mock/people.ts';
import { NOW, PEOPLE, person, POLICY, problemOf, setup } from './setup.ts';

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

  describe('sorted', () => {
    it('by name in the collation of the locale', async () => {
      const people = ['Zoe', 'Åke', 'Ärla', 'Adam', 'öst'].map((firstName) =>
        person(firstName, { firstName }),
      );
      const sort = [{ field: 'name' as const }];
      expect(await ids({ sort, locale: 'de' }, people)).to.deep.equal([
        'Adam',
        'Åke',
        'Ärla',
        'öst',
        'Zoe',
      ]);
      expect(await ids({ sort, locale: 'sv' }, people)).to.deep.equal([
        'Adam',
        'Zoe',
        'Åke',
        'Ärla',
        'öst',
      ]);
    });

    it('by role in the order of the policy, by status in the order of a life', async () => {
      const { backend } = setup({ policy: POLICY });
      const sorted = async (field: PeopleField, desc = false) =>
        (await backend.people({ sort: [{ field, desc }] })).items.map(({ id }) => id);
      expect(await sorted('role')).to.deep.equal(['olga', 'adam', 'mia', 'max', 'pia', 'stan']);
      expect(await sorted('role', true)).to.deep.equal([
        'mia',
        'max',
        'pia',
        'stan',
        'adam',
        'olga',
      ]);
      expect((await sorted('status')).slice(-2)).to.deep.equal(['pia', 'stan']);
    });

    it('with blanks last, whichever way', async () => {
      expect((await ids({ sort: [{ field: 'department' }] })).slice(0, 3)).to.deep.equal([
        'olga',
        'adam',
        'mia',
      ]);
      expect(
        (await ids({ sort: [{ field: 'department', desc: true }] })).slice(0, 3),
      ).to.deep.equal(['mia', 'adam', 'olga']);
    });

    it('with equals in the order in which they came', async () => {
      expect(await ids({ sort: [{ field: 'userType' }, { field: 'status', desc: true }] })).to.deep.equal([
        'stan', 'mia', 'pia', 'olga', 'adam', 'max',
      ]); // prettier-ignore
    });

    it('by every field, custom attributes too (ZM-28)', async () => {
      const people = [
        person('a', { attributes: { desk: '10' } }),
        person('b', { attributes: { desk: '9' } }),
        person('c'),
      ];
      const { backend } = setup({ people, attributes: [{ id: 'desk' }] });
      const { sort } = (await backend.capabilities()).people;
      expect(sort).to.include.members([...PEOPLE_FIELDS, 'x-desk']);
      for (const field of sort) await backend.people({ sort: [{ field }] });
      const { items } = await backend.people({ sort: [{ field: 'x-desk' }] });
      expect(items.map(({ id }) => id)).to.deep.equal(['b', 'a', 'c']);
    });

    it('anew after a change, as if sorted from scratch', async () => {
      const { backend, run } = setup();
      const sort = [{ field: 'name' as const }];
      await backend.people({ sort });
      await run('user.edit', 'olga', { values: { firstName: 'Zz' } });
      await run('user.delete', 'max');
      await run('user.invite', undefined, {
        people: [{ email: 'a@b.example', firstName: 'Aa' }],
        roleId: 'member',
      });
      const mended = (await backend.people({ sort })).items;
      const fresh = (await setup({ people: backend.dump().people }).backend.people({ sort })).items;
      expect(mended.map(({ id }) => id)).to.deep.equal(fresh.map(({ id }) => id));
      expect(mended.map(({ firstName = '' }) => firstName).slice(0, 2)).to.deep.equal([
        'Aa',
        'Adam',
      ]);
    });
  });

  describe('paged', () => {
    const people = generatePeople({ count: 95, now: NOW });

    it('to the end, and empty past it', async () => {
      const { backend } = setup({ people });
      const seen: string[] = [];
      let at: string | undefined;
      do {
        const page = await backend.people({
          size: 10,
          sort: [{ field: 'name' }],
          ...(at && { at }),
        });
        expect(page).to.include({ total: 95, totalIs: 'exact' });
        seen.push(...page.items.map(({ id }) => id));
        at = page.next;
      } while (at);
      expect(new Set(seen).size).to.equal(95);
      const past = await backend.people({ at: { offset: 95 }, size: 10 });
      expect(past).to.deep.equal({ items: [], total: 95, totalIs: 'exact' });
    });

    it('in as many pages as it takes, and no empty one after them', async () => {
      const { backend } = setup({ people });
      const last = await backend.people({ size: 19, at: { offset: 76 } });
      expect(last.items).to.have.length(19);
      expect(last).not.to.have.property('next');
      expect(await backend.people({ size: 19, at: { offset: 75 } })).to.have.property('next');
    });

    it('by offset like page after page', async () => {
      const { backend } = setup({ people });
      const { items } = await backend.people({ size: 95 });
      expect((await backend.people({ size: 5, at: { offset: 40 } })).items).to.deep.equal(
        items.slice(40, 45),
      );
    });

    it('with nobody twice or lost while others come and go', async () => {
      const { backend } = setup({ people });
      const sort = [{ field: 'name' as const }];
      const first = await backend.people({ size: 10, sort });
      const all = (await backend.people({ size: 95, sort })).items.map(({ id }) => id);
      backend.edit(all[2] ?? '', null);
      backend.edit(all[4] ?? '', null);
      backend.add(person('new', { firstName: ' ' }));
      const second = await backend.people({ size: 10, sort, at: first.next ?? '' });
      expect(second.items.map(({ id }) => id)).to.deep.equal(all.slice(10, 20));
    });

    it('with nobody lost when the last row of a page moves away', async () => {
      const { backend } = setup({ people });
      const sort = [{ field: 'name' as const }];
      const first = await backend.people({ size: 10, sort });
      const all = (await backend.people({ size: 95, sort })).items.map(({ id }) => id);
      backend.edit(all[9] ?? '', { firstName: 'ZZZ', displayName: undefined });
      const second = await backend.people({ size: 10, sort, at: first.next ?? '' });
      expect(second.items.map(({ id }) => id)).to.include.members(all.slice(10, 19));
    });

    it('with at most as many rows as it says', async () => {
      const { backend } = setup({ people });
      expect((await backend.people({})).items).to.have.length(50);
      expect((await backend.people({ size: 5000 })).items).to.have.length(95);
      expect((await backend.people({ size: 0 })).items).to.have.length(0);
      expect(await backend.people({ size: 0 })).not.to.have.property('next');
    });
  });

  describe('seen', () => {
    it('ZM-1 by nobody without the permission, with the reason', async () => {
      const { backend } = setup({ policy: POLICY, actor: 'mia' });
      expect(await problemOf(backend.people({}))).to.include({
        kind: 'forbidden',
        code: 'builtin/no-permission',
      });
    });

    it('MS-9 as far as `user.view` goes, counted and paged by it', async () => {
      const policy = {
        ...POLICY,
        roles: [...POLICY.roles, { id: 'manager', permissions: ['user.list', 'user.view'] }],
        rules: [{
          id: 'acme/own', actions: ['user.view'], reason: { key: 'ownSubaccount' },
          when: { not: { fact: 'target.subaccountIds', overlaps: { fact: 'actor.subaccountIds' } } },
        }],
      } as const; // prettier-ignore
      const people = ['a', 'b', 'c', 'd'].map((id, i) =>
        person(id, {
          subaccountIds: [i % 2 ? 'north' : 'south'],
          roleId: i ? 'member' : 'manager',
        }),
      );
      const { backend } = setup({ policy, people, actor: 'a' });
      const page = await backend.people({ size: 1 });
      expect(page.total).to.equal(2);
      expect(await problemOf(backend.person('b'))).to.include({ kind: 'rule', code: 'acme/own' });
      expect((await backend.person('c')).id).to.equal('c');
      backend.edit('a', { subaccountIds: ['north'] });
      expect((await backend.people({})).items.map(({ id }) => id)).to.deep.equal(['a', 'b', 'd']);
    });

    it('by whether it is oneself', async () => {
      const rules = [
        { id: 'acme/self', actions: ['user.view'], reason: { key: 'notYourself' }, when: { fact: 'self', is: false } },
      ] as const; // prettier-ignore
      const roles = [{ id: 'member', permissions: ['user.*'] }] as const;
      const people = ['a', 'b', 'c'].map((id) => person(id));
      const { backend } = setup({
        policy: { format: 1, id: 'acme', roles, rules },
        people,
        actor: 'b',
      });
      expect((await backend.people({})).items.map(({ id }) => id)).to.deep.equal(['b']);
      backend.actAs('c');
      expect((await backend.people({})).items.map(({ id }) => id)).to.deep.equal(['c']);
    });

    it('MS-11 within the sub-account that the page is about', async () => {
      const people = [
        person('a', { subaccountIds: ['s1'] }),
        person('b', { subaccountIds: ['s1', 's2'] }),
        person('c'),
      ];
      const { backend } = setup({
        people,
        subaccounts: [
          { id: 's1', name: 'One' },
          { id: 's2', name: 'Two' },
        ],
      });
      const within = async (subaccountId: string) =>
        (await backend.people({}, { subaccountId })).total;
      expect([await within('s1'), await within('s2'), await within('s3')]).to.deep.equal([2, 1, 0]);
    });
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
