import { expect } from 'chai';
import { createRestAdapter } from '../../../src/adapter/rest/index.ts';
import { problemOf } from '../memory/setup.ts';
import { fakeServer, json, page, PERSON } from './fake-server.ts';

const COMMAND = { id: 'c1', action: 'user.list' } as const;

describe('a request of the rest adapter', () => {
  it('searches with what was typed in the body, where no log keeps it', async () => {
    const { adapter, sent } = fakeServer(() => json({ items: [], total: 0 }));
    const request = { search: 'Zoë', size: 10, at: { offset: 20 } };
    expect(await adapter.people(request)).to.deep.equal({ items: [], total: 0 });
    expect(sent[0]).to.deep.include({ body: request });
    expect(sent[0]?.url.href).to.equal('https://api.example/v1/people/search');
    expect(sent[0]?.init).to.include({
      method: 'POST',
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'same-origin',
    });
    expect(sent[0]?.headers.get('content-type')).to.equal('application/json');
  });

  it('names a person by an opaque id, whatever is in it', async () => {
    const ids = ['p1', 'a/b', 'a?b#c', '100%', 'ä €', '…', '9007199254740993', '%2e%2e'];
    for (const id of ids) {
      const { adapter, sent } = fakeServer(() => json({ ...PERSON, id }));
      expect(await adapter.person(id)).to.include({ id });
      const { pathname, search, hash } = sent[0]!.url;
      expect(pathname.split('/'), id).to.have.length(4);
      expect(decodeURIComponent(pathname.split('/')[3] ?? '')).to.equal(id);
      expect(search + hash).to.equal('');
    }
  });

  it('does not ask for ids that would be taken for a folder', async () => {
    const { adapter, sent } = fakeServer(() => json(PERSON));
    for (const id of ['', '.', '..'])
      expect(await problemOf(adapter.person(id))).to.include({ kind: 'not-found' });
    expect(sent).to.have.length(0);
  });

  it('says which sub-account the page is about', async () => {
    const { adapter, sent } = fakeServer(() => json({ items: [] }));
    await adapter.people({}, { subaccountId: 'a&b' });
    await adapter.roles({ subaccountId: 's1' });
    expect(sent.map(({ url }) => url.searchParams.get('subaccountId'))).to.deep.equal([
      'a&b',
      's1',
    ]);
  });

  it('carries a command with its id as key and its version as entity tag', async () => {
    const { adapter, sent } = fakeServer(() => json(PERSON));
    const command = {
      id: 'c-1',
      action: 'user.edit',
      target: { kind: 'person', id: 'p1' },
      change: { values: { jobTitle: 'Zoë «Ñ»' } },
      ifVersion: 'v7',
    } as const;
    expect(await adapter.run(command)).to.deep.equal(PERSON);
    expect(sent[0]?.body).to.deep.equal(command);
    expect(sent[0]?.headers.get('idempotency-key')).to.equal('c-1');
    expect(sent[0]?.headers.get('if-match')).to.equal('"v7"');
    await adapter.run(COMMAND);
    expect(sent[1]?.headers.has('if-match')).to.equal(false);
  });

  it('encodes what a header cannot hold', async () => {
    const { adapter, sent } = fakeServer(() => json(PERSON));
    await adapter.run({ ...COMMAND, id: 'é "1"\n%', ifVersion: 'W/"α"' });
    expect(sent[0]?.headers.get('idempotency-key')).to.equal('%C3%A9%20%221%22%0A%25');
    expect(sent[0]?.headers.get('if-match')).to.equal('"W/%22%CE%B1%22"');
  });

  it('sends half a character as what stands for one, as UTF-8 has it', async () => {
    const { adapter, sent } = fakeServer(() => json(PERSON));
    await adapter.person('a\ud800');
    await adapter.run({ ...COMMAND, id: 'a\ud800' });
    expect(sent[0]?.url.pathname).to.equal('/v1/people/a%EF%BF%BD');
    expect(sent[1]?.headers.get('idempotency-key')).to.equal('a%EF%BF%BD');
  });

  it('sends what the host wants sent', async () => {
    const { adapter, sent } = fakeServer(() => json({ items: [] }), {
      credentials: 'include',
      headers: { 'X-CSRF-Token': 'abc' },
    });
    await adapter.roles();
    expect(sent[0]?.init.credentials).to.equal('include');
    expect(sent[0]?.headers.get('x-csrf-token')).to.equal('abc');
    expect(sent[0]?.headers.has('authorization')).to.equal(false);
  });

  it('goes where the base says, with or without a slash at its end', async () => {
    for (const [baseUrl, url] of [
      ['https://api.example', 'https://api.example/roles'],
      ['https://api.example/', 'https://api.example/roles'],
      ['https://api.example/a/b/', 'https://api.example/a/b/roles'],
      ['https://api.example/a?tenant=1', 'https://api.example/a/roles?tenant=1'],
    ] as const) {
      const { adapter, sent } = fakeServer(() => json({ items: [] }), { baseUrl });
      await adapter.roles();
      expect(sent[0]?.url.href).to.equal(url);
    }
  });

  it('cannot begin where there is no address', () => {
    expect(() => createRestAdapter({ baseUrl: 'https://' })).to.throw(
      TypeError,
      'baseUrl: "https://"',
    );
  });

  it('that cannot be written down never goes out', async () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    const { adapter, sent } = fakeServer(() => json(PERSON));
    for (const values of [loop, { count: 10n }])
      expect(await problemOf(adapter.run({ ...COMMAND, change: { values } }))).to.include({
        kind: 'invalid',
        code: 'unsendable',
      });
    expect(sent).to.have.length(0);
  });

  it('takes the clock of the server from its answer, unless the body tells it', async () => {
    const Date = 'Fri, 20 Nov 2026 12:00:00 GMT';
    const body = { actor: PERSON, facts: {} };
    const { adapter } = fakeServer((_, nth) =>
      json(nth === 1 ? body : { ...body, now: '2026-11-20T12:00:00.500Z' }, {
        headers: nth < 3 ? { Date } : {},
      }),
    );
    expect((await adapter.account()).now).to.equal('2026-11-20T12:00:00.000Z');
    expect((await adapter.account()).now).to.equal('2026-11-20T12:00:00.500Z');
    const silent = fakeServer(() => json(body));
    expect(await silent.adapter.account()).not.to.have.property('now');
  });

  it('refused with 412 and nothing else is followed by a look at the record', async () => {
    const target = { kind: 'person', id: 'p1' } as const;
    const { adapter, sent } = fakeServer(({ url }) =>
      url.pathname.endsWith('/p1') ? json(PERSON) : page(412),
    );
    const problem = await problemOf(adapter.run({ ...COMMAND, target, ifVersion: 'v1' }));
    expect(problem).to.deep.include({ kind: 'stale', current: PERSON });
    expect(sent.map(({ init }) => init.method)).to.deep.equal(['POST', 'GET']);
    const blind = fakeServer(() => page(412));
    expect(await problemOf(blind.adapter.run({ ...COMMAND, target, ifVersion: 'v1' }))).to.include({
      kind: 'stale',
    });
  });
});
