import { expect } from 'chai';
import { conformance } from '../../../src/adapter/index.ts';
import { createRestAdapter, type RestAdapter } from '../../../src/adapter/rest/index.ts';
import { contract, OPERATIONS, type Contract } from '../../tools/contract.ts';
import { serveMock, type MockServer } from '../../tools/mock-server.ts';
import { withEverything } from '../../tools/with-everything.ts';

describe('the rest adapter, over HTTP', () => {
  let server: MockServer;
  let held: Contract;
  const fresh = async (): Promise<RestAdapter> => {
    server = await serveMock({ count: 60, adjust: withEverything });
    held = contract(server.baseUrl);
    return createRestAdapter({ baseUrl: server.baseUrl, fetch: held.fetch });
  };
  afterEach(async () => {
    await server.close();
    expect(held.complaints, 'what docs/openapi.json does not allow').to.deep.equal([]);
  });

  describe('keeps every promise of the port', () => {
    for (const { name, promise, run } of conformance(fresh)) {
      it(`${name}: ${promise}`, async () => {
        expect(await run()).to.deep.equal({ status: 'passed' });
      });
    }
  });

  it('asks for everything that the document has', async () => {
    const adapter = await fresh();
    const {
      items: [person],
    } = await adapter.people({ size: 1, search: 'a' });
    const target = { kind: 'person', id: person?.id ?? '' } as const;
    const command = {
      id: 'c1',
      action: 'user.edit',
      target,
      change: { values: { lastName: 'Lee' } },
    };
    const gone = new AbortController();
    const told = new Promise((done) => {
      adapter.watch(done, { signal: gone.signal });
    });
    await adapter.capabilities();
    await adapter.account();
    await adapter.person(target.id);
    expect(await adapter.roles()).to.deep.equal(await server.backend.memory.roles());
    expect(await adapter.groups()).to.deep.equal(await server.backend.memory.groups());
    await adapter.subaccounts({ search: 'x', size: 5 });
    await adapter.events({ size: 5 });
    await adapter.links({ size: 5 });
    await adapter.linkAddress('l1');
    await adapter.audit({ targetId: target.id, size: 5 });
    await adapter.run(command);
    await adapter.batch([command]);
    await adapter.preview([command]);
    await adapter.can([command]);
    while (!held.seen.has('watch')) await new Promise((turn) => setImmediate(turn));
    server.backend.memory.edit(target.id, { department: 'Elsewhere' });
    expect(await told).to.deep.equal({ topic: 'people', ids: [target.id] });
    gone.abort();
    expect([...held.seen.keys()].sort()).to.deep.equal([...OPERATIONS].sort());
    for (const [operation, statuses] of held.seen)
      expect([...statuses], operation).to.deep.equal([200]);
  });
});
