import { expect } from 'chai';
import {
  createAdapter,
  HttpRefusal,
  type AdapterSource,
  type PeopleSource,
} from '../../../src/adapter/index.ts';
import { problemOf } from '../memory/setup.ts';
import { crew } from './crew.ts';

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

async function everything(adapter: ReturnType<typeof createAdapter>, request: object) {
  const pages = [await adapter.people(request)];
  for (let page = pages[0]; page?.next !== undefined;)
    pages.push((page = await adapter.people({ ...request, at: page.next })));
  return pages;
}

describe('createAdapter', () => {
  describe('what a backend cannot do', () => {
    it('is done over everyone, and marked as whole when all were read', async () => {
      const { source, people } = crew({ paging: 'page', maxSize: 10 });
      const pages = await everything(createAdapter(source), {
        size: 10,
        sort: [{ field: 'email', desc: true }],
      });
      const emails = people.map(({ email }) => email ?? '').sort(new Intl.Collator().compare);
      expect(pages.flatMap(({ items }) => items).map(({ email }) => email)).to.deep.equal(
        emails.reverse(),
      );
      expect(pages.every(({ partial }) => partial === undefined)).to.equal(true);
      expect(pages[0]).to.include({ total: 47, totalIs: 'exact' });
    });

    it('is read once for all pages of it, and again after a change', async () => {
      const { source, asked } = crew({ maxSize: 10 });
      const adapter = createAdapter(source);
      await everything(adapter, { size: 5, search: 'a' });
      expect(asked).to.have.length(5);
      await adapter.people({ sort: [{ field: 'name' }] });
      expect(asked, 'another order of the same people').to.have.length(5);
      const [row] = (await adapter.people({ size: 1, search: 'a' })).items;
      await adapter.run({
        id: 'c',
        action: 'user.edit',
        target: { kind: 'person', id: row?.id ?? '' },
        change: { values: { jobTitle: 'X' } },
      });
      await adapter.people({ search: 'a' });
      expect(asked).to.have.length(10);
    });

    it('is done over as many as may be read, and says so', async () => {
      const { source, asked } = crew({ maxSize: 10 }, { scanLimit: 20 });
      const adapter = createAdapter(source);
      const page = await adapter.people({ sort: [{ field: 'email' }], size: 50 });
      expect(page.partial).to.deep.equal({ reason: 'scan-limit', scanned: 20 });
      expect(page).to.deep.include({ total: 20, totalIs: 'estimate' });
      expect(asked.map(({ offset }) => offset)).to.deep.equal([0, 10]);
      const plain = await adapter.people({ size: 10 });
      expect(plain.partial, 'what the backend does itself is whole').to.equal(undefined);
      expect(plain.total).to.equal(47);
    });

    it('is said to be a part where a backend keeps the rest to itself', async () => {
      const { source } = crew({ paging: 'whole', read: () => ({ items: [], total: 12 }) });
      const { partial } = await createAdapter(source).people({});
      expect(partial).to.deep.equal({ reason: 'client-side', scanned: 0 });
    });

    it('is parted: the backend does what it declared, the rest is done here', async () => {
      const { source, asked } = crew({
        maxSize: 100, filter: { role: ['in'], status: ['eq'] }, sort: ['email'], sortKeys: 1, combine: 'single',
      }); // prettier-ignore
      const filter = {
        and: [
          { field: 'role', op: 'in', value: ['member', 'admin'] },
          { field: 'status', op: 'eq', value: 'active' },
          { field: 'department', op: 'exists' },
        ],
      } as const;
      const { items } = await createAdapter(source).people({ filter, sort: [{ field: 'email' }] });
      expect(asked[0]?.tests).to.deep.equal([filter.and[0]]);
      expect(asked[0]?.sort, 'the order is kept').to.deep.equal([{ field: 'email' }]);
      for (const { roleId, status, department } of items) {
        expect(roleId).to.be.oneOf(['member', 'admin']);
        expect(status).to.equal('active');
        expect(department).to.be.a('string');
      }
      await createAdapter(source).people({ sort: [{ field: 'email' }, { field: 'name' }] });
      expect(asked[1]?.sort, 'two keys are one too many').to.deep.equal([]);
    });

    it('is done here as well when the backend refuses what it declared, from then on without asking', async () => {
      const { source, asked } = crew({ filter: { role: ['in'] } });
      const people = source.people as PeopleSource;
      const read: PeopleSource['read'] = (request, call) =>
        request.tests.length > 0
          ? (asked.push(request), Promise.reject(new HttpRefusal(501, new Headers(), undefined)))
          : people.read(request, call);
      const adapter = createAdapter({ ...source, people: { ...people, read } });
      const filter = { field: 'role', op: 'in', value: ['member'] } as const;
      const first = await adapter.people({ filter });
      expect(first.items.length).to.be.greaterThan(0);
      await adapter.people({ filter: { ...filter, value: ['admin'] } });
      expect(asked.filter(({ tests }) => tests.length > 0)).to.have.length(1);
    });

    it('never reaches it: not a field, not an operator that was not declared', async () => {
      const { source, asked } = crew({
        fields: [],
        filter: { role: ['in'] },
        sort: ['name'],
        search: false,
      });
      const adapter = createAdapter(source);
      const refused = [
        { sort: [{ field: 'email' }] },
        { filter: { field: 'role', op: 'eq', value: 'x' } },
        {
          filter: {
            or: [
              { field: 'role', op: 'in', value: ['x'] },
              { field: 'x-evil', op: 'exists' },
            ],
          },
        },
        { search: 'x' },
      ] as const;
      for (const request of refused)
        expect(await problemOf(adapter.people(request)), JSON.stringify(request)).to.include({
          kind: 'invalid',
        });
      expect(asked).to.deep.equal([]);
    });
  });

  it('finds one person in the list where a backend cannot be asked for one', async () => {
    const { source, people } = crew({ maxSize: 10 });
    const adapter = createAdapter(source);
    const last = String(people.at(-1)?.id);
    expect((await adapter.person(last)).id).to.equal(last);
    expect(await problemOf(adapter.person('nobody'))).to.include({ kind: 'not-found' });
    const short = createAdapter({ ...source, scanLimit: 10 });
    // Not to be found among the first is not to be gone.
    expect(await problemOf(short.person(last))).to.include({
      kind: 'unsupported',
      code: 'scan-limit',
    });
  });

  it('reads again who was changed with no word about them, and nobody who is gone', async () => {
    const { source, people } = crew({ maxSize: 50 });
    const adapter = createAdapter(source);
    const target = { kind: 'person', id: String(people[3]?.id) } as const;
    for (const [action, status] of [
      ['user.suspend', 'suspended'],
      ['user.reactivate', 'active'],
    ] as const)
      expect(await adapter.run({ id: action, action, target })).to.include({
        id: target.id,
        status,
      });
    expect(await adapter.run({ id: 'd', action: 'user.delete', target })).to.equal(null);
  });

  it('refuses a command before it is sent that is not offered, not complete, or goes beyond what was offered', async () => {
    let sent = 0;
    const run = () => void sent++;
    const { source } = crew(
      {},
      { commands: { 'user.edit': { run, fields: ['lastName'] }, 'user.invite': { run, max: 1 } } },
    );
    const adapter = createAdapter(source);
    const target = { kind: 'person', id: 'p' } as const;
    const people = [{ email: 'a@b.example' }, { email: 'c@d.example' }];
    const refused = [
      [{ action: 'user.suspend', target }, 'unsupported'],
      [{ action: 'constructor', target }, 'unsupported'],
      [{ action: 'user.edit', target }, 'invalid', '/change/values'],
      [{ action: 'user.edit', change: { values: {} } }, 'invalid', '/target'],
      [{ action: 'user.edit', target, change: { values: { roleId: 'owner' } } }, 'invalid', '/change/values/roleId'],
      [{ action: 'user.edit', target: { kind: 'person', id: '..' }, change: { values: { lastName: 'x' } } }, 'not-found'],
      [{ action: 'user.edit', target: { query: {}, except: [] }, change: { values: { lastName: 'x' } } }, 'unsupported'],
      [{ action: 'user.invite', change: { people } }, 'invalid', '/change/people'],
    ] as const; // prettier-ignore
    for (const [command, kind, pointer] of refused) {
      const problem = await problemOf(adapter.run({ id: 'c', ...command }));
      expect(problem.kind, JSON.stringify(command)).to.equal(kind);
      if (pointer) expect(problem.fields?.[0]?.pointer).to.equal(pointer);
    }
    expect(sent).to.equal(0);
    expect((await adapter.capabilities()).commands).to.deep.equal({
      'user.edit': { fields: ['lastName'] },
      'user.invite': { max: 1 },
    });
  });

  describe('holders of roles', () => {
    const facts: AdapterSource['facts'] = ['roleCounts', 'pendingRoleCounts', 'plan'];
    it('are counted where they are promised and not told', async () => {
      const { source, people } = crew({ maxSize: 10 }, { facts });
      const adapter = createAdapter(source);
      const active = people.filter(({ status }) => status === 'active');
      const { facts: told } = await adapter.account();
      expect((await adapter.capabilities()).facts).to.deep.equal(facts);
      expect(Object.values(told.roleCounts ?? {}).reduce((a, b) => a + b)).to.equal(active.length);
    });

    it('are not promised where not everybody can be read', async () => {
      const { source } = crew({ maxSize: 10 }, { facts, scanLimit: 20 });
      const adapter = createAdapter(source);
      expect((await adapter.capabilities()).facts).to.deep.equal(['plan']);
      expect((await adapter.account()).facts).to.deep.equal({});
    });

    it('are left to the backend where it tells them', async () => {
      const { source, asked } = crew({}, { facts: ['roleCounts'] });
      const account: AdapterSource['account'] = async (call) => ({
        ...(await source.account(call)),
        facts: { roleCounts: { owner: 1 }, plan: 'pro' },
      });
      const adapter = createAdapter({ ...source, account });
      expect((await adapter.account()).facts).to.deep.equal({ roleCounts: { owner: 1 } });
      expect(asked).to.deep.equal([]);
    });
  });

  describe('of a jump', () => {
    it('asks a backend that counts pages for the two pages that it lies in', async () => {
      const { source, people, asked } = crew({ paging: 'page', maxSize: 10 });
      const { items } = await createAdapter(source).people({ size: 10, at: { offset: 15 } });
      expect(idsOf(items)).to.deep.equal(people.slice(15, 25).map(({ id }) => id));
      expect(asked.map(({ page, size }) => [page, size])).to.deep.equal([
        [2, 10],
        [3, 10],
      ]);
    });

    it('offers none where there are no totals, or only cursors', async () => {
      const jump = async (own: Partial<PeopleSource>) =>
        (await createAdapter(crew(own).source).capabilities()).people.jump;
      expect(await jump({ paging: 'offset' })).to.equal(true);
      expect(await jump({ paging: 'offset', totals: 'none' })).to.equal(false);
      expect(await jump({ paging: 'cursor' })).to.equal(false);
    });
  });
});
