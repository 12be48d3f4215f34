import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createRestAdapter, type RestAdapter } from '../../../src/adapter/rest/index.ts';
import type { Command } from '../../../src/domain/index.ts';
import { problemOf } from '../memory/setup.ts';
import { contract, type Contract } from '../../tools/contract.ts';
import { serveMock, type MockServer } from '../../tools/mock-server.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');

describe('the rest adapter and the mock, over HTTP', () => {
  let server: MockServer;
  let held: Contract;
  let adapter: RestAdapter;
  let count = 0;

  beforeEach(async () => {
    server = await serveMock({ count: 30, now: NOW });
    held = contract(server.baseUrl);
    adapter = createRestAdapter({ baseUrl: server.baseUrl, fetch: held.fetch });
  });
  afterEach(async () => {
    await server.close();
    expect(held.complaints, 'what docs/openapi.json does not allow').to.deep.equal([]);
  });

  const someone = (nth = 5) => server.backend.memory.dump().people[nth]!;
  const rename = (lastName: string, rest: Partial<Command> = {}, nth = 5): Command => ({
    id: `c${count++}`,
    action: 'user.edit',
    target: { kind: 'person', id: someone(nth).id },
    change: { values: { lastName } },
    ...rest,
  });

  it('does once what is sent twice under one id, and answers alike', async () => {
    const command: Command = {
      id: 'invite-1',
      action: 'user.invite',
      change: { people: [{ email: 'new@lumiere.example' }], roleId: 'member', userType: 'basic' },
    };
    const first = await adapter.run(command);
    const second = await adapter.run(command);
    expect(second).to.deep.equal(first);
    expect(server.backend.memory.mails).to.have.length(1);
    const other = await problemOf(
      adapter.run({ ...command, change: { people: [{ email: 'b@lumiere.example' }] } }),
    );
    expect(other).to.include({ kind: 'conflict', code: 'command-id-reused', status: 409 });
  });

  it('does once what was done when its answer was lost', async () => {
    const { conditions, memory } = server.backend;
    const command = rename('Lost');
    Object.assign(conditions, { failureRate: 1, failures: ['drop-after'] });
    const lost = createRestAdapter({ baseUrl: server.baseUrl });
    expect(await problemOf(lost.run(command))).to.include({ kind: 'network', retryable: true });
    conditions.failureRate = 0;
    expect(await adapter.run(command)).to.include({ lastName: 'Lost' });
    expect(memory.trail.filter(({ action }) => action === 'user.edit')).to.have.length(1);
  });

  it('refuses what was changed meanwhile with 412, and brings the record as it is now', async () => {
    const { id, version } = someone();
    server.backend.memory.edit(id, { jobTitle: 'Elsewhere' });
    const problem = await problemOf(
      adapter.run(rename('Late', version === undefined ? {} : { ifVersion: version })),
    );
    expect(problem).to.include({ kind: 'stale', status: 412 });
    expect(problem.current).to.deep.equal(someone());
    expect(someone().lastName).not.to.equal('Late');
    expect(await adapter.run(rename('Now', { ifVersion: someone().version! }))).to.include({
      lastName: 'Now',
    });
  });

  it('answers a batch in order, with what became of each', async () => {
    const commands = [
      rename('One', {}, 6),
      rename('Two', { target: { kind: 'person', id: 'nobody' } }),
      rename('Three', { ifVersion: 'old' }, 7),
      { ...rename('Four', {}, 8), action: 'user.suspend' },
      rename('Five', {}, 9),
    ];
    const results = await adapter.batch(commands);
    const said = results.map((one) =>
      one.ok ? one.value && 'lastName' in one.value && one.value.lastName : one.problem.kind,
    );
    expect(said).to.deep.equal(['One', 'not-found', 'stale', 'unsupported', 'Five']);
    const { memory } = server.backend;
    const shapes = await memory.batch(commands.map((one) => ({ ...one, id: `${one.id}-again` })));
    expect(shapes.map(({ ok }) => ok)).to.deep.equal(results.map(({ ok }) => ok));
  });

  it('passes a preview and its price on as the backend gives them', async () => {
    const command: Command = {
      id: 'p1',
      action: 'user.invite',
      change: {
        people: [{ email: 'a@lumiere.example' }, { email: someone().email }],
        roleId: 'member',
        userType: 'licensed',
      },
    };
    const { perTarget, token, validUntil, ...rest } = await adapter.preview([command]);
    expect(rest, 'zoom has no prices here').to.deep.equal({});
    expect(perTarget[0]).to.deep.equal({
      id: 'a@lumiere.example',
      effects: [
        { code: 'sends-mail', params: { mail: 'activation' } },
        { code: 'takes-seats', params: { pool: 'licensed', count: 1 } },
      ],
    });
    expect(perTarget[1]?.problem).to.include({
      kind: 'conflict',
      code: 'email-taken',
    });
    expect(token).to.be.a('string');
    expect(Date.parse(validUntil ?? '')).to.equal(NOW + 300_000);
    const [allowed] = await adapter.can([command]);
    expect(allowed).to.deep.equal({ allowed: true });
  });

  it('asks for a token again, once for all, when the backend takes another', async () => {
    const { conditions } = server.backend;
    conditions.token = 't1';
    let asked = 0;
    const guarded = createRestAdapter({
      baseUrl: server.baseUrl,
      fetch: held.fetch,
      token: async () => `t${++asked}`,
    });
    await guarded.account();
    conditions.token = 't2';
    await Promise.all([guarded.account(), guarded.roles(), guarded.people({ size: 3 })]);
    expect(asked).to.equal(2);
    conditions.token = 'none of those';
    expect(await problemOf(guarded.account())).to.include({ kind: 'unauthenticated', status: 401 });
    expect(asked).to.equal(3);
  });

  it('tells how long to wait, and the clock of the server', async () => {
    Object.assign(server.backend.conditions, { failureRate: 1, failures: ['429'] });
    expect(await problemOf(adapter.account())).to.include({
      kind: 'rate-limited',
      retryAfterMs: 2000,
      retryable: true,
    });
    server.backend.conditions.failureRate = 0;
    server.backend.memory.clock.advance(86_400_000);
    expect((await adapter.account()).now).to.equal(new Date(NOW + 86_400_000).toISOString());
  });

  it('lets the server know that nobody waits any more', async () => {
    let gone: () => void = () => undefined;
    const left = new Promise<void>((done) => (gone = done));
    const hanging = await listen((_, response) => void response.on('close', gone));
    const given = new AbortController();
    const waiting = problemOf(
      createRestAdapter({ baseUrl: hanging.url }).account({ signal: given.signal }),
    );
    await hanging.asked;
    given.abort();
    expect(await waiting).to.include({ kind: 'aborted' });
    await left;
    await hanging.close();
  });
});

describe('the rest adapter, before a server that is', () => {
  const cases: readonly [what: string, answer: RequestListener, kind: string][] = [
    ['a gateway that redirects to a sign-in page', (_, response) => void response.writeHead(302, { Location: '/login' }).end(), 'unauthenticated'],
    ['cut off before it answers', (_, response) => void response.destroy(), 'network'],
    ['cut off in the middle of its answer', (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1000 });
      response.write('{"items":', () => response.destroy());
    }, 'network'],
    ['a web site', (_, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>'), 'unavailable'],
    ['not speaking HTTP as it should', (request) => void request.socket.end('220 smtp.example ESMTP\r\n'), 'network'],
  ]; // prettier-ignore

  for (const [what, answer, kind] of cases) {
    it(`${what}: ${kind}`, async () => {
      const { url, close } = await listen(answer);
      expect(await problemOf(createRestAdapter({ baseUrl: url }).people({}))).to.include({ kind });
      await close();
    });
  }

  it('not there: network', async () => {
    const { url, close } = await listen(() => undefined);
    await close();
    expect(await problemOf(createRestAdapter({ baseUrl: url }).people({}))).to.include({
      kind: 'network',
    });
  });
});

/** A server that answers everything alike. */
async function listen(answer: RequestListener) {
  let isAsked: () => void = () => undefined;
  const asked = new Promise<void>((done) => (isAsked = done));
  const server = createServer((request, response) => {
    isAsked();
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
