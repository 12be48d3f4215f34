import { expect } from 'chai';
import { PEOPLE_FIELDS, type PageRequest, type PeopleField } from '../../../src/domain/index.ts';
import { PEOPLE, person, POLICY, setup } from './setup.ts';

async function ids(request: PageRequest, people = PEOPLE) {
  const { items } = await setup({ people }).backend.people(request);
  return items.map(({ id }) => id);
}

describe('people of the memory backend in order', () => {
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
});
