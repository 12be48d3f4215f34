import { expect } from 'chai';
import { conformance, type AccountAdapter } from '../../src/adapter/index.ts';
import { createMemoryAdapter } from '../../src/adapter/memory/index.ts';
import { generatePeople } from '../../src/mock/people.ts';
import { LIES_READING } from './lies.ts';
import { LIES_WRITING } from './lies-writing.ts';

const LIES = [...LIES_READING, ...LIES_WRITING];
const now = Date.parse('2026-11-20T10:00:00Z');
const people = generatePeople({ count: 60, now, attributes: [{ id: 'cost-centre' }] }).map(
  ({ groupIds: _none, ...person }, i) => ({
    ...person,
    ...(i % 3 === 0 && { groupIds: ['sales'] }),
  }),
);

const GROUPS = [{ id: 'sales', label: 'Sales' }];

function honest(): AccountAdapter {
  return createMemoryAdapter({
    people,
    now: () => now,
    pools: { licensed: 100 },
    attributes: [{ id: 'cost-centre' }],
    groups: GROUPS,
    subaccounts: ['North', 'Élan', 'South', 'West'].map((name) => ({ id: name, name })),
    roles: [
      ...['owner', 'admin', 'member'].map((id) => ({ id, permissions: [] })),
      { id: 'guest', permissions: [], scope: 'event' },
    ],
    events: [
      { id: 'e1', name: 'Tour' },
      { id: 'e2', name: 'Talk', status: 'running' },
    ],
    links: [
      { id: 'l1', roleId: 'guest', eventId: 'e1' },
      { id: 'l2', roleId: 'guest', eventId: 'e2' },
    ],
  });
}

function checkNamed(name: string, adapter: AccountAdapter) {
  const check = conformance(adapter).find((one) => one.name === name);
  if (!check) throw new Error(`there is no check ${name}`);
  return check;
}

describe('conformance', () => {
  describe('of the memory backend', () => {
    for (const { name, promise, run } of conformance(honest)) {
      it(`${name}: ${promise}`, async () => {
        expect(await run()).to.deep.equal({ status: 'passed' });
      });
    }
  });

  describe('notices an adapter that', () => {
    for (const { what, check, tell } of LIES) {
      it(`${what} (${check})`, async () => {
        const adapter = honest();
        const liar: AccountAdapter = { ...adapter, ...tell(adapter) };
        let failure: unknown;
        await checkNamed(check, liar)
          .run()
          .catch((thrown: unknown) => (failure = thrown));
        expect(failure).to.be.an('error');
        expect((failure as Error).name).to.equal('ConformanceFailure');
      });
    }
  });

  it('has a name of its own for every check, and notices a lie by most of them', () => {
    const names = conformance(honest).map(({ name }) => name);
    expect(new Set(names).size).to.equal(names.length);
    const noticed = new Set(LIES.map(({ check }) => check));
    expect(noticed.size).to.be.greaterThan(names.length / 2);
  });

  it('changes nothing when it may only read', async () => {
    const adapter = createMemoryAdapter({ people, groups: GROUPS, now: () => now });
    const before = adapter.dump();
    for (const { run } of conformance(adapter, { readOnly: true })) await run();
    expect(adapter.dump()).to.deep.equal(before);
  });

  it('puts back what it changes', async () => {
    const adapter = createMemoryAdapter({ people, groups: GROUPS, now: () => now });
    const plain = () => adapter.dump().people.map(({ version: _version, ...person }) => person);
    const before = plain();
    for (const { run } of conformance(adapter)) await run();
    expect(plain()).to.deep.equal(before);
  });

  it('skips what a backend does not offer, and says why', async () => {
    const adapter = honest();
    const { batch: _batch, ...single } = adapter;
    const lean: AccountAdapter = {
      ...single,
      capabilities: async () => {
        const { batch: _native, ...all } = await adapter.capabilities();
        return {
          ...all,
          people: { ...all.people, search: false, sort: [], jump: false },
          concurrency: 'none',
          idempotency: false,
        };
      },
    };
    const skipped: string[] = [];
    for (const { name, run } of conformance(lean)) {
      const { status, reason } = await run();
      if (status === 'skipped') skipped.push(`${name}: ${reason ?? ''}`);
    }
    expect(skipped).to.include('the-same-id-is-done-once: commands are not idempotent');
    expect(skipped).to.include('past-the-end-is-empty: rows cannot be asked for by offset');
    expect(skipped).to.have.length.within(8, 14);
  });

  it('gives up on more people than it may read', async () => {
    const check = conformance(honest, { maxPeople: 20 }).find(
      ({ name }) => name === 'pages-lose-nobody',
    );
    expect(await check?.run()).to.include({ status: 'skipped' });
  });
});
