import { expect } from 'chai';
import { getResponse } from 'msw';
import { toProblem, type AccountAdapter } from '../../src/adapter/index.ts';
import { createRestAdapter } from '../../src/adapter/rest/index.ts';
import {
  createMockBackend,
  handlers,
  scenarios,
  type MockBackend,
  type MockOptions,
  type ScenarioName,
} from '../../src/mock/index.ts';
import { problemOf } from '../adapter/memory/setup.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');

/** The adapter of a page on a mock backend, without a network in between. */
function over(backend: MockBackend): AccountAdapter {
  const answerers = handlers(backend, { baseUrl: 'https://mock.example/api/' });
  return createRestAdapter({
    baseUrl: 'https://mock.example/api',
    fetch: async (url, init) => {
      const response = await getResponse(answerers, new Request(url, init));
      if (!response || response.type === 'error') throw new TypeError('Failed to fetch');
      return response;
    },
  });
}

function play(name: ScenarioName, options: MockOptions = {}) {
  const scenario: MockOptions = scenarios[name];
  const backend = createMockBackend({ now: NOW, ...scenario, ...options });
  return { backend, adapter: over(backend) };
}

describe('the scenario', () => {
  it('has the names of the contract', () => {
    expect(Object.keys(scenarios)).to.deep.equal([
      'default', 'empty', 'one-person', 'last-owner', 'no-seats', 'slow', 'failing', 'offline', 'huge', 'no-access',
      'session-expires', 'drift',
    ]); // prettier-ignore
  });

  it('default is a company on a fair day', async () => {
    const { adapter } = play('default');
    const { actor, facts } = await adapter.account();
    expect((await adapter.people({})).total).to.equal(200);
    expect(actor.roleId).to.equal('owner');
    for (const { total, used } of Object.values(facts.seats ?? {})) expect(total).to.be.above(used);
  });

  it('empty lists nobody, to someone who may list them', async () => {
    const { adapter } = play('empty');
    expect(await adapter.people({})).to.deep.include({ items: [], total: 0 });
    const [verdict] = await adapter.can!([{ id: 'c1', action: 'user.invite' }]);
    expect(verdict).to.deep.equal({ allowed: true });
  });

  it('one-person lists whoever looks, alone', async () => {
    const { adapter } = play('one-person');
    const { items } = await adapter.people({});
    expect(items.map(({ id }) => id)).to.deep.equal([(await adapter.account()).actor.id]);
  });

  it('last-owner has one owner and no admin', async () => {
    const { adapter } = play('last-owner');
    const { actor, facts } = await adapter.account();
    const { owner, ...others } = facts.roleCounts ?? {};
    expect(owner).to.equal(1);
    expect(actor.roleId).to.equal('owner');
    expect(Object.keys(others).filter((role) => others[role])).to.deep.equal(['member']);
    expect((await adapter.people({})).total).to.equal(40);
  });

  it('no-seats has none left in any pool, and refuses who would take one', async () => {
    const { adapter } = play('no-seats');
    const { facts } = await adapter.account();
    expect(Object.keys(facts.seats ?? {})).to.have.length(3);
    for (const { total, used } of Object.values(facts.seats ?? {})) expect(total).to.equal(used);
    const change = { people: [{ email: 'a@b.example' }], roleId: 'member', userType: 'licensed' };
    const refused = await problemOf(adapter.run({ id: 'c1', action: 'user.invite', change }));
    expect(refused).to.include({ kind: 'quota', code: 'zoom/licence' });
  });

  it('slow takes seconds for every answer, the same ones for the same seed', async () => {
    const waited = async (): Promise<number[]> => {
      const waits: number[] = [];
      const { adapter } = play('slow', { sleep: async (ms) => void waits.push(ms) });
      await adapter.account();
      await adapter.roles();
      await adapter.people({});
      return waits;
    };
    const waits = await waited();
    expect(waits).to.have.length(3);
    for (const ms of waits) expect(ms).to.be.within(2000, 6000);
    expect(new Set(waits).size).to.be.above(1);
    expect(await waited()).to.deep.equal(waits);
  });

  it('failing answers everything with 503', async () => {
    const { adapter, backend } = play('failing');
    for (const call of [
      adapter.capabilities(),
      adapter.account(),
      adapter.people({}),
      adapter.roles(),
    ])
      expect(await problemOf(call)).to.include({
        kind: 'unavailable',
        status: 503,
        retryable: true,
      });
    const id = backend.memory.dump().people[5]?.id ?? '';
    await problemOf(
      adapter.run({ id: 'c1', action: 'user.delete', target: { kind: 'person', id } }),
    );
    expect(backend.memory.trail).to.have.length(0);
  });

  it('offline lets nothing through, until the network is back', async () => {
    const { adapter, backend } = play('offline');
    expect(await problemOf(adapter.account())).to.include({ kind: 'network' });
    backend.conditions.offline = false;
    expect((await adapter.people({ size: 1 })).total).to.equal(200);
  });

  it('huge has 40,000 people', async () => {
    const { adapter } = play('huge');
    const { total, items } = await adapter.people({ size: 3, at: { offset: 39_998 } });
    expect(total).to.equal(40_000);
    expect(items).to.have.length(2);
  });

  it('no-access signs someone in who may not see the people', async () => {
    const { adapter } = play('no-access');
    expect((await adapter.account()).actor.roleId).to.equal('member');
    expect(await problemOf(adapter.people({}))).to.include({ kind: 'forbidden', status: 403 });
  });

  it('session-expires ends it after a while, until somebody signs in again', async () => {
    const { adapter, backend } = play('session-expires');
    for (let n = 0; n < 12; n++) await adapter.people({ size: 1 });
    for (let n = 0; n < 2; n++)
      expect(await problemOf(adapter.people({ size: 1 }))).to.include({
        kind: 'unauthenticated',
        code: 'session-expired',
      });
    backend.conditions.expired = false;
    for (let n = 0; n < 20; n++) await adapter.people({ size: 1 });
  });

  it('drift refuses a change of role that the page’s policy allows', async () => {
    const { adapter, backend } = play('drift');
    const member = backend.memory
      .dump()
      .people.find(({ roleId, status }) => roleId === 'member' && status === 'active');
    const command = {
      id: 'c1',
      action: 'user.change-role',
      target: { kind: 'person', id: member?.id ?? '' },
      change: { roleId: 'admin' },
    } as const;
    const fair = play('default');
    await fair.adapter.run(command);
    expect(await problemOf(adapter.run(command))).to.include({ code: 'mock/drift' });
  });
});

describe('the mock backend', () => {
  it('fails as often as it is told to, in every way, and the same for the same seed', async () => {
    const play80 = async (): Promise<string[]> => {
      const { adapter } = play('default', { seed: 3, count: 1, failureRate: 0.5 });
      const ends: string[] = [];
      for (let n = 0; n < 80; n++) {
        const problem = await adapter.roles().then(() => undefined, toProblem);
        ends.push(problem ? `${problem.kind} ${problem.status ?? ''}`.trim() : 'answered');
      }
      return ends;
    };
    const ends = await play80();
    expect(ends.filter((end) => end === 'answered')).to.have.length.within(25, 55);
    const kinds = ['answered', 'network', 'rate-limited 429', 'unavailable 500', 'unavailable 503'];
    expect([...new Set(ends)].sort()).to.deep.equal(kinds);
    expect(await play80()).to.deep.equal(ends);
  });

  it('lets in only who brings the token it asks for', async () => {
    const { backend } = play('default', { token: 'abc', count: 3 });
    expect(await problemOf(over(backend).account())).to.include({
      kind: 'unauthenticated',
      status: 401,
    });
  });

  it('refuses what is not as the contract has it, and says where', async () => {
    const { backend } = play('default', { count: 3 });
    const answerers = handlers(backend, { baseUrl: 'https://mock.example/api' });
    const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
      const request = new Request(`https://mock.example/api${path}`, {
        method: 'POST',
        body,
        headers,
      });
      const response = await getResponse(answerers, request);
      expect(response?.headers.get('content-type')).to.equal('application/problem+json');
      return (await response?.json()) as object;
    };
    expect(await post('/people/search', 'no')).to.include({
      kind: 'invalid',
      code: 'not-json',
      status: 400,
    });
    const wrong = await post('/people/search', '{"size":"many","sort":[{"field":"shoe size"}]}');
    const { fields } = wrong as { fields: readonly { pointer: string }[] };
    expect(fields.map(({ pointer }) => pointer)).to.have.members(['/size', '/sort/0/field']);
    const command = { id: 'c1', action: 'user.list', ifVersion: 'v1' };
    const differing = await post('/commands', JSON.stringify(command), {
      'Idempotency-Key': 'c2',
      'If-Match': '"v2"',
    });
    expect(differing).to.have.property('code', 'headers-differ');
    expect(differing).to.have.nested.property('fields[1].pointer', '/ifVersion');
    expect(await post('/commands', JSON.stringify(command))).to.have.property('status', 400);
  });

  it('takes any account in place of the one it makes up', async () => {
    const people = [{ id: '1', email: 'ana@acme.example', roleId: 'boss' }];
    const adapter = over(createMockBackend({ account: { people } }));
    expect((await adapter.people({})).items).to.have.length(1);
  });

  it('changes while it runs, behind the back of whoever looks', async () => {
    const { adapter, backend } = play('default', { count: 5 });
    const [, second] = (await adapter.people({})).items;
    backend.memory.edit(second?.id ?? '', null);
    expect((await adapter.people({})).total).to.equal(4);
    expect(await problemOf(adapter.person(second?.id ?? ''))).to.include({ kind: 'not-found' });
  });
});
