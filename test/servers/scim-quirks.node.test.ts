import { expect } from 'chai';
import { toProblem } from '../../src/adapter/problem.ts';
import type { AccountAdapter } from '../../src/adapter/port.ts';
import { createScimAdapter, type ScimOptions } from '../../src/adapter/scim/index.ts';
import { isPersonRecord, type Command, type PersonRecord } from '../../src/domain/index.ts';
import {
  startServer,
  type RunningServer,
  type ServerName,
  type ServerOptions,
} from './servers.mjs';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly filter: string | null;
  readonly body: unknown;
}

/** An adapter on a server of its own, with all that it sends. */
interface Bench {
  readonly server: RunningServer;
  readonly adapter: AccountAdapter;
  readonly sent: Sent[];
  /** The server's own answer, past the adapter. */
  raw(path: string, init?: RequestInit): Promise<{ status: number; body: Record<string, unknown> }>;
}

/** So few are read whole that the server has to do what it can. */
const LARGE = { readWhole: 10 };
const ACTOR = { actor: { id: 'console', roleId: 'admin' } } as const;

const running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function bench(
  name: ServerName,
  options: Partial<ScimOptions> = {},
  serverOptions?: ServerOptions,
): Promise<Bench> {
  const server = await startServer(name, serverOptions);
  running.push(server);
  const sent: Sent[] = [];
  const adapter = createScimAdapter({
    baseUrl: server.url,
    headers: { ...server.headers },
    ...ACTOR,
    ...options,
    fetch: (url, init) => {
      const { pathname, searchParams } = new URL(url);
      sent.push({
        method: init.method ?? 'GET',
        path: pathname.replace('/scim', ''),
        filter: searchParams.get('filter'),
        body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      });
      return fetch(url, init);
    },
  });
  const raw: Bench['raw'] = async (path, init = {}) => {
    const response = await fetch(server.url + path, {
      ...init,
      headers: { ...server.headers, 'Content-Type': 'application/scim+json' },
    });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text || '{}') as Record<string, unknown> };
  };
  return { server, adapter, sent, raw };
}

let commands = 0;
const command = (action: string, id: string, change?: Command['change']): Command => ({
  id: `c${commands++}`,
  action,
  target: { kind: 'person', id },
  ...(change && { change }),
});

async function everyone(adapter: AccountAdapter): Promise<readonly PersonRecord[]> {
  const { items } = await adapter.people({ size: 100 });
  return items;
}
const kindOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (thrown: unknown) => toProblem(thrown),
  );
/** How people were asked for last. */
const lastList = (sent: readonly Sent[]) => sent.filter(({ path }) => path === '/Users').at(-1);
const resources = (body: Record<string, unknown>) => body['Resources'] as Record<string, unknown>[];
const membersOf = async ({ raw }: Bench, id: string) => {
  const { body } = await raw(`/Groups/${id}`);
  return ((body['members'] ?? []) as { value: string }[]).map(({ value }) => value);
};

describe('the quirks of a rich server (scimmy)', () => {
  it('SCIM 1.2.1: a server that does not heed startIndex is found out, and its first page is not taken for the second', async () => {
    const { adapter, raw } = await bench('scimmy', {}, { express: 5 });
    const { body } = await raw('/Users?startIndex=21&count=20');
    expect(body).to.include({ startIndex: 1, itemsPerPage: 20 });
    const problem = await kindOf(adapter.people({ size: 100 }));
    expect(problem).to.include({ code: 'malformed' });
    expect(problem).to.have.property('title').that.contains('express 4');
  });

  it('SCIM 1.2.2: past the end is an empty page, although the server begins anew', async () => {
    const { adapter, raw } = await bench('scimmy');
    expect(resources((await raw('/Users?startIndex=100&count=5')).body)).to.have.length(5);
    const page = await adapter.people({ size: 5, at: { offset: 99 } });
    expect(page.items).to.deep.equal([]);
    expect(page.total).to.equal(47);
  });

  it('SCIM 1.2.3: one sparse record breaks a filter for all of them, and people are looked through here instead', async () => {
    const { adapter, raw, sent } = await bench('scimmy', LARGE, { sparse: false });
    expect((await adapter.capabilities()).people.filter.role).to.contain('eq');
    const find = async () =>
      (await adapter.people({ size: 100, filter: { field: 'role', op: 'eq', value: 'admin' } }))
        .items;
    const found = await find();
    expect(lastList(sent)?.filter).to.equal('roles.value eq "admin"');
    await raw('/Users', {
      method: 'POST',
      body: JSON.stringify({
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        userName: 'gap@scim.example',
      }),
    });
    expect((await raw('/Users?filter=roles.value%20eq%20%22admin%22')).status).to.equal(400);
    expect((await find()).map(({ id }) => id)).to.have.members(found.map(({ id }) => id));
    expect(found.length).to.be.greaterThan(3);
  });

  it('SCIM 1.2.3: a server with such a record from the start is not asked at all', async () => {
    const { adapter, sent } = await bench('scimmy', LARGE);
    await adapter.capabilities();
    sent.length = 0;
    const { items } = await adapter.people({
      size: 100,
      filter: { field: 'role', op: 'in', value: ['auditor'] },
    });
    expect(items.length).to.be.greaterThan(3);
    expect(sent.filter(({ filter }) => filter !== null)).to.deep.equal([]);
  });

  it('SCIM 1.2.4: an address is found in any case, although the server heeds it', async () => {
    const { adapter, raw } = await bench('scimmy', LARGE);
    expect((await raw('/Users?filter=userName%20eq%20%22ADMIN@scim.example%22')).body).to.include({
      totalResults: 0,
    });
    const { items } = await adapter.people({
      filter: { field: 'email', op: 'eq', value: 'ADMIN@scim.example' },
    });
    expect(items.map(({ email }) => email)).to.deep.equal(['admin@scim.example']);
  });

  it('SCIM 1.2.4: a name is found as it is typed, by a server that heeds case there too', async () => {
    const { adapter, raw } = await bench('scimmy', LARGE);
    expect((await raw('/Users?filter=displayName%20co%20%22okafor%22')).body).to.include({
      totalResults: 0,
    });
    for (const search of ['okafor', 'Okafor', 'OKAFOR']) {
      const { items } = await adapter.people({ search, size: 100 });
      expect(items.length, search).to.be.greaterThan(0);
      for (const { lastName } of items) expect(lastName).to.equal('Okafor');
    }
    const { items } = await adapter.people({ search: 'zoë å' });
    expect(items[0]?.displayName).to.equal('Zoë Ångström');
  });

  it('SCIM 1.2.5: departments are filtered here, since a path with an URN matches nobody; they are written by it all the same', async () => {
    const { adapter, raw, sent } = await bench('scimmy', LARGE);
    const urn = encodeURIComponent(
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "Sales"',
    );
    expect((await raw(`/Users?filter=${urn}`)).body).to.include({ totalResults: 0 });
    const filter = { field: 'department', op: 'eq', value: 'Sales' } as const;
    const { items } = await adapter.people({ size: 100, filter });
    expect(items.length).to.be.greaterThan(5);
    expect(sent.filter((one) => one.filter?.includes('urn:'))).to.deep.equal([]);
    const someone = items[0]!;
    await adapter.run(command('user.edit', someone.id, { values: { department: 'Legal' } }));
    expect((await adapter.person(someone.id)).department).to.equal('Legal');
  });

  it('SCIM 1.2.5: the department of somebody without the extension is written too, and cleared', async () => {
    const { adapter } = await bench('scimmy');
    const { id } = (await everyone(adapter)).find(({ email }) => email.startsWith('sparse'))!;
    await adapter.run(
      command('user.edit', id, { values: { department: 'Legal', lastName: 'Now' } }),
    );
    expect(await adapter.person(id)).to.include({ department: 'Legal', lastName: 'Now' });
    await adapter.run(command('user.edit', id, { values: { department: '', lastName: '' } }));
    expect(await adapter.person(id)).to.not.have.any.keys('department', 'lastName');
  });

  it('SCIM 1.2.6: nothing is negated on the server', async () => {
    const { adapter, sent } = await bench('scimmy', LARGE, { sparse: false });
    const { items } = await adapter.people({
      size: 100,
      filter: {
        and: [
          { field: 'role', op: 'ne', value: 'agent' },
          { field: 'status', op: 'eq', value: 'active' },
        ],
      },
    });
    expect(items.length).to.be.greaterThan(3);
    for (const { roleId, status } of items)
      expect([roleId, status]).to.deep.equal(['admin', 'active']);
    expect(sent.some(({ filter }) => filter === 'active eq true')).to.equal(true);
    expect(sent.filter(({ filter }) => /\bnot\b|\bne\b/.test(filter ?? ''))).to.deep.equal([]);
  });

  it('SCIM 1.2.7: roles are written whole, and without the type that the server refuses', async () => {
    const { adapter, raw, sent } = await bench('scimmy');
    const person = (await everyone(adapter)).find(({ roleIds }) => roleIds)!;
    expect(person.roleIds).to.deep.equal(['agent', 'auditor']);
    const after = await adapter.run(command('user.change-role', person.id, { roleId: 'admin' }));
    expect(after).to.include({ id: person.id, roleId: 'admin' });
    const [patch] = sent.filter(({ method }) => method === 'PATCH');
    expect(patch?.body).to.deep.include({
      Operations: [{ op: 'replace', path: 'roles', value: [{ value: 'admin', primary: true }] }],
    });
    const typed = await raw(`/Users/${person.id}`, {
      method: 'PATCH',
      body: JSON.stringify({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'replace', path: 'roles', value: [{ value: 'admin', type: 'work' }] }],
      }),
    });
    expect(typed.status).to.equal(400);
  });

  it('SCIM 1.2.8: a change without effect answers nothing, so the person is read again', async () => {
    const { adapter, sent } = await bench('scimmy');
    const person = (await everyone(adapter)).find(({ status }) => status === 'suspended')!;
    sent.length = 0;
    expect(await adapter.run(command('user.suspend', person.id))).to.deep.equal(person);
    expect(sent.map(({ method, path }) => `${method} ${path}`)).to.include.members([
      `PATCH /Users/${person.id}`,
      `GET /Users/${person.id}`,
    ]);
    expect(await adapter.run(command('user.reactivate', person.id))).to.include({
      status: 'active',
    });
  });

  it('SCIM 1.2.9: who is put into a group twice is in it once, and out of the one before', async () => {
    const bed = await bench('scimmy');
    const { adapter } = bed;
    const [berlin, zurich] = (await adapter.groups?.()) ?? [];
    expect([berlin?.label, zurich?.label]).to.deep.equal(['Berlin', 'Zürich']);
    const person = (await everyone(adapter)).find(
      ({ groupIds }) => groupIds?.length === 1 && groupIds[0] === berlin?.id,
    )!;
    for (let n = 0; n < 2; n++)
      expect(
        await adapter.run(command('user.assign-group', person.id, { groupId: zurich!.id })),
      ).to.deep.include({ groupIds: [zurich!.id] });
    expect((await membersOf(bed, zurich!.id)).filter((id) => id === person.id)).to.have.length(1);
    expect(await membersOf(bed, berlin!.id)).to.not.include(person.id);
  });

  it('SCIM 1.2.9: who is deleted is taken out of their groups, which the server leaves as they were', async () => {
    const bed = await bench('scimmy');
    const { adapter } = bed;
    const person = (await everyone(adapter)).find(({ groupIds }) => groupIds?.length === 2)!;
    expect(await adapter.run(command('user.delete', person.id))).to.equal(null);
    for (const id of person.groupIds!) expect(await membersOf(bed, id)).to.not.include(person.id);
    expect(await kindOf(adapter.person(person.id))).to.include({ kind: 'not-found' });
  });

  it('SCIM 1.2.10: what the server takes for an attribute without knowing it is no proof, and nothing unknown is sent', async () => {
    const { adapter, raw, sent } = await bench('scimmy', LARGE);
    expect(await raw('/Users?filter=shoeSize%20eq%20%2243%22')).to.deep.include({ status: 200 });
    await adapter.capabilities();
    const before = sent.length;
    const filter = { field: 'x-shoe-size', op: 'eq', value: '43' } as const;
    expect(await kindOf(adapter.people({ filter })))
      .to.have.property('kind')
      .that.is.oneOf(['invalid', 'unsupported']);
    const { id } = (await everyone(adapter))[1]!;
    const edit = command('user.edit', id, { values: { shoeSize: '43' } });
    expect(await kindOf(adapter.run(edit))).to.include({ kind: 'invalid' });
    expect(sent.slice(before).filter(({ method }) => method !== 'GET')).to.deep.equal([]);
  });

  it('SCIM 1.2.11: a text with quotes is looked for here, and the next one without on the server again', async () => {
    const { adapter, raw, sent } = await bench('scimmy', LARGE);
    expect(
      (await raw(`/Users?filter=${encodeURIComponent('displayName co "a\\"b"')}`)).status,
    ).to.equal(400);
    const { id } = (await everyone(adapter))[1]!;
    await adapter.run(
      command('user.edit', id, { values: { displayName: 'Bo "the\\bow" Müller' } }),
    );
    sent.length = 0;
    const { items } = await adapter.people({ search: '"the\\bow"' });
    expect(items.map((one) => one.id)).to.deep.equal([id]);
    expect(sent.every(({ filter }) => filter === null)).to.equal(true);
    await adapter.people({ search: 'mei' });
    expect(lastList(sent)?.filter).to.contain('userName co "mei" or ');
  });

  it('SCIM 1.2.12: addresses are never asked for without naming a part of them', async () => {
    const { adapter, raw, sent } = await bench('scimmy', LARGE);
    expect((await raw('/Users?filter=emails%20eq%20%22admin@scim.example%22')).status).to.equal(
      400,
    );
    await adapter.people({ filter: { field: 'email', op: 'contains', value: 'admin' } });
    await adapter.people({ sort: [{ field: 'email' }] });
    expect(sent.filter(({ filter }) => /\bemails /.test(filter ?? ''))).to.deep.equal([]);
  });

  it('SCIM 1.1: what is left to the server comes in its order, page by page', async () => {
    const { adapter, sent } = await bench('scimmy', LARGE);
    const { people } = await adapter.capabilities();
    expect(people).to.include({ search: 'server', maxSize: 200, jump: true });
    const { items, next } = await adapter.people({ size: 10, sort: [{ field: 'email' }] });
    expect(lastList(sent)).to.include({ path: '/Users', filter: null });
    const rest = await adapter.people({ size: 100, sort: [{ field: 'email' }], at: next! });
    const emails = [...items, ...rest.items].map(({ email }) => email);
    expect(emails).to.have.length(47);
    expect(emails).to.deep.equal([...emails].sort());
  });

  it('SCIM 1.1: many changes go in one request, with what became of each', async () => {
    const { adapter, sent } = await bench('scimmy');
    const people = (await everyone(adapter))
      .filter(({ status }) => status === 'active')
      .slice(1, 4);
    const { batch } = await adapter.capabilities();
    expect(batch).to.deep.equal({ max: 100, native: true });
    const results = await adapter.batch!([
      command('user.suspend', people[0]!.id),
      command('user.suspend', 'nobody'),
      command('user.change-role', people[1]!.id, { roleId: 'auditor' }),
      command('user.delete', people[2]!.id),
    ]);
    const said = results.map((one) =>
      one.ok
        ? one.value && isPersonRecord(one.value)
          ? `${one.value.status} ${one.value.roleId}`
          : null
        : one.problem.kind,
    );
    expect(said).to.deep.equal([
      `suspended ${people[0]!.roleId}`,
      'not-found',
      'active auditor',
      null,
    ]);
    expect(sent.filter(({ path }) => path === '/Bulk')).to.have.length(1);
    expect(
      sent.filter(({ method, path }) => method === 'PATCH' && path.startsWith('/Users')),
    ).to.have.length(0);
  });

  it('SCIM 1.5: an account is created where the host wants that, once', async () => {
    const { adapter } = await bench('scimmy', { create: true });
    const invite: Command = {
      id: 'i1',
      action: 'user.invite',
      change: {
        people: [{ email: 'new@scim.example', firstName: 'Ana', lastName: 'Núñez' }],
        roleId: 'agent',
        addons: ['webinar'],
        groupId: ((await adapter.groups?.()) ?? [])[0]!.id,
      },
    };
    expect(await adapter.run(invite)).to.deep.include({
      email: 'new@scim.example',
      firstName: 'Ana',
      displayName: 'Ana Núñez',
      roleId: 'agent',
      addons: ['webinar'],
      status: 'active',
      groupIds: [invite.change!.groupId],
    });
    expect(await kindOf(adapter.run({ ...invite, id: 'i2' }))).to.include({
      kind: 'conflict',
      code: 'email-taken',
    });
    expect((await adapter.people({ search: 'new@scim.example' })).items).to.have.length(1);
  });
});

describe('the limits of a lean server', () => {
  it('SCIM 1.5: what the server cannot do is neither believed nor asked for', async () => {
    const { adapter, sent, raw } = await bench('lean-scim', LARGE);
    expect((await raw('/ServiceProviderConfig')).body).to.deep.include({
      filter: { supported: true, maxResults: 100 },
    });
    const { people, batch } = await adapter.capabilities();
    expect(people).to.include({ search: 'client', maxSize: 100 });
    expect(batch?.native).to.equal(false);
    sent.length = 0;
    const { items } = await adapter.people({ search: 'müller', sort: [{ field: 'name' }] });
    expect(items.length).to.be.greaterThan(3);
    expect(sent.every(({ filter }) => filter === null)).to.equal(true);
  });

  it('SCIM 1.5: goes on by the rows received where a server gives fewer than asked for', async () => {
    const { adapter, sent } = await bench('lean-scim', {}, { rows: 7 });
    const { items, total } = await adapter.people({ size: 40 });
    expect([items.length, total]).to.deep.equal([40, 47]);
    expect(new Set(items.map(({ id }) => id)).size).to.equal(40);
    expect(sent.filter(({ path }) => path === '/Users').length).to.be.greaterThan(5);
  });

  it('SCIM 1.5: a member is taken out of a group by writing the rest, where a value filter is refused', async () => {
    const bed = await bench('lean-scim');
    const { adapter, sent } = bed;
    const [berlin] = (await adapter.groups?.()) ?? [];
    const before = await membersOf(bed, berlin!.id);
    const person = (await everyone(adapter)).find(({ groupIds }) =>
      groupIds?.includes(berlin!.id),
    )!;
    const after = await adapter.run(command('user.assign-group', person.id, { groupId: '' }));
    expect(after).to.not.have.any.keys('groupIds');
    expect(await membersOf(bed, berlin!.id)).to.deep.equal(before.filter((id) => id !== person.id));
    expect(sent.filter(({ method }) => method === 'PATCH')).to.have.length(2);
  });

  it('SCIM 1.5: roles and entitlements are written whole by a strict PATCH that answers nothing', async () => {
    const { adapter } = await bench('lean-scim');
    const person = (await everyone(adapter)).find(({ addons }) => addons)!;
    expect(
      await adapter.run(command('user.change-role', person.id, { roleId: 'auditor' })),
    ).to.include({ roleId: 'auditor' });
    const both = ['webinar', 'large-meeting'];
    expect(
      await adapter.run(command('user.assign-addon', person.id, { addons: both })),
    ).to.deep.include({ addons: both });
    expect(
      await adapter.run(command('user.assign-addon', person.id, { addons: [] })),
    ).to.not.have.any.keys('addons');
  });

  it('SCIM 1.5: many changes are sent one by one, each with what became of it', async () => {
    const { adapter } = await bench('lean-scim');
    const [, one, two] = await everyone(adapter);
    const results = await adapter.batch!([
      command('user.suspend', one!.id),
      command('user.suspend', 'nobody'),
      command('user.suspend', two!.id),
    ]);
    expect(results.map((each) => (each.ok ? 'done' : each.problem.kind))).to.deep.equal([
      'done',
      'not-found',
      'done',
    ]);
  });

  it('SCIM 1.5: a token that is not taken ends as unauthenticated', async () => {
    const { adapter } = await bench('lean-scim', { headers: {}, token: 'wrong' });
    expect(await kindOf(adapter.people({}))).to.include({ kind: 'unauthenticated', status: 401 });
  });

  it('SCIM 1.5: nobody is signed in where the server has no /Me and the host says nothing', async () => {
    const server = await startServer('lean-scim');
    running.push(server);
    const adapter = createScimAdapter({ baseUrl: server.url, headers: { ...server.headers } });
    expect(await kindOf(adapter.account())).to.include({ kind: 'unsupported', code: 'no-actor' });
    expect((await adapter.people({ size: 5 })).items).to.have.length(5);
  });
});
