import { expect } from 'chai';
import { generatePeople } from '../../../src/mock/people.ts';
import { NOW, person, POLICY, problemOf, setup } from './setup.ts';

describe('people of the memory backend in pages', () => {
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
});
