import { expect } from 'chai';
import {
  createBetterAuthAdapter,
  type BetterAuthOptions,
} from '../../../src/adapter/better-auth/index.ts';
import { AdapterError, type Problem } from '../../../src/adapter/problem.ts';
import type { Command } from '../../../src/domain/index.ts';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown> | undefined;
  readonly init: RequestInit;
  readonly headers: Headers;
}

const json = (value: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(value), {
    headers: { 'Content-Type': 'application/json', ...headers },
  });

const MEMBER = {
  id: 'm1',
  organizationId: 'o1',
  userId: 'u1',
  role: 'owner',
  createdAt: '2026-11-01T10:00:00.000Z',
  user: { id: 'u1', name: 'Olga Ortiz', email: 'olga@a.example', image: null },
};
const INVITATION = {
  id: 'i1',
  organizationId: 'o1',
  email: 'noor@b.example',
  role: 'member,billing',
  status: 'pending',
  createdAt: '2026-11-02T10:00:00.000Z',
  expiresAt: '2026-11-04T10:00:00.000Z',
};
const ANSWERS: Readonly<Record<string, unknown>> = {
  '/get-session': { session: { activeOrganizationId: 'o1' }, user: { id: 'u1' } },
  '/organization/list-members': { members: [MEMBER], total: 1 },
  '/organization/list-invitations': [INVITATION],
  '/organization/update-member-role': { ...MEMBER, user: undefined },
};

/** An adapter whose requests go nowhere: what is not said here is answered as a server would. */
function fake(
  answers: Readonly<Record<string, (sent: Sent) => Response | Error>> = {},
  options: BetterAuthOptions = {},
) {
  const sent: Sent[] = [];
  const adapter = createBetterAuthAdapter({
    baseUrl: 'https://app.example/api/auth/',
    fetch: async (url, init) => {
      const { pathname, searchParams } = new URL(url);
      const request: Sent = {
        method: init.method ?? 'GET',
        path: pathname.replace('/api/auth', ''),
        query: searchParams,
        body:
          typeof init.body === 'string'
            ? (JSON.parse(init.body) as Record<string, unknown>)
            : undefined,
        init,
        headers: new Headers(init.headers),
      };
      sent.push(request);
      const answer = answers[request.path]?.(request) ?? json(ANSWERS[request.path]);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    ...options,
  });
  return { adapter, sent };
}

async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(thrown).to.be.instanceOf(AdapterError);
  return (thrown as AdapterError).problem;
}

const command = (action: string, id?: string, change?: Command['change']): Command => ({
  id: 'c1',
  action,
  ...(id !== undefined && { target: { kind: 'person', id } }),
  ...(change && { change }),
});

describe('the better-auth adapter asks', () => {
  it('with the cookie of the session, for members in an order that nothing changes', async () => {
    const { adapter, sent } = fake({}, { organizationId: 'o7' });
    await adapter.people({ size: 20 });
    const members = sent.find(({ path }) => path === '/organization/list-members');
    expect(Object.fromEntries(members?.query ?? [])).to.deep.equal({
      organizationId: 'o7', sortBy: 'id', sortDirection: 'asc', limit: '200', offset: '0',
    }); // prettier-ignore
    for (const { method, init, headers } of sent) {
      expect(method).to.equal('GET');
      expect(init).to.include({
        credentials: 'same-origin',
        redirect: 'manual',
        cache: 'no-store',
      });
      expect(headers.has('Authorization')).to.equal(false);
    }
  });

  it('with a bearer token where there is one, asked for each time', async () => {
    let n = 0;
    const { adapter, sent } = fake(
      {},
      { organizationId: 'o1', token: async () => `t${++n}`, credentials: 'omit' },
    );
    await adapter.person('m1');
    await adapter.person('m1');
    expect(sent.map(({ headers }) => headers.get('Authorization'))).to.deep.equal([
      'Bearer t1',
      'Bearer t2',
    ]);
    expect(sent[0]?.init.credentials).to.equal('omit');
    const lost = fake({}, { token: () => Promise.reject(new Error('secret')) });
    expect(await problemOf(lost.adapter.account())).to.include({
      kind: 'unauthenticated',
      code: 'no-token',
    });
  });

  it('about the organization that was active at first, whichever is later', async () => {
    let active = 'o1';
    const { adapter, sent } = fake({
      '/get-session': () => json({ session: { activeOrganizationId: active }, user: { id: 'u1' } }),
    });
    await adapter.account();
    active = 'o2';
    await adapter.run(command('user.change-role', 'm1', { roleId: 'admin' }));
    const asked = sent.filter(({ path }) => path !== '/get-session');
    for (const { query, body } of asked)
      expect(body?.['organizationId'] ?? query.get('organizationId')).to.equal('o1');
  });

  it('again for it, where nobody was signed in', async () => {
    let isIn = false;
    const { adapter } = fake({
      '/get-session': () => json(isIn ? ANSWERS['/get-session'] : null),
    });
    expect(await problemOf(adapter.people({}))).to.include({ kind: 'unauthenticated' });
    isIn = true;
    expect((await adapter.people({})).items).to.have.length(2);
  });

  it('for one person without reading the others, whatever their id holds', async () => {
    const { adapter, sent } = fake({}, { organizationId: 'o1' });
    await problemOf(adapter.person('a&b=c/../d'));
    expect(sent).to.have.length(1);
    expect(sent[0]?.query.get('filterValue')).to.equal('a&b=c/../d');
  });

  it('never for a field that was typed', async () => {
    const { adapter, sent } = fake({}, { organizationId: 'o1' });
    await adapter.people({
      search: 'x',
      sort: [{ field: 'email' }],
      filter: { field: 'name', op: 'eq', value: 'y' },
    });
    for (const { query } of sent) {
      expect(query.get('sortBy') ?? 'id').to.equal('id');
      expect(query.has('filterField')).to.equal(false);
    }
    expect(await problemOf(adapter.people({ sort: [{ field: 'department' }] }))).to.include({
      kind: 'invalid',
    });
  });

  it('at an address that is one', () => {
    expect(() => createBetterAuthAdapter({ baseUrl: 'http://' })).to.throw(TypeError, 'baseUrl');
  });
});

describe('the better-auth adapter reads', () => {
  it('several roles out of one text, and the time of the server', async () => {
    const { adapter } = fake({
      '/organization/list-members': () =>
        json(
          { members: [{ ...MEMBER, role: ' billing, member,admin ,' }], total: 1 },
          { Date: 'Sat, 28 Nov 2026 00:42:51 GMT' },
        ),
    });
    const { actor, now } = await adapter.account();
    expect(actor).to.deep.equal({
      id: 'm1',
      roleId: 'admin',
      roleIds: ['admin', 'member', 'billing'],
      status: 'active',
    });
    expect(now).to.equal('2026-11-28T00:42:51.000Z');
  });

  it('how many hold a role, without reading everybody where they are many', async () => {
    const coOwner = { ...MEMBER, id: 'm2', role: 'co-owner' };
    const { adapter, sent } = fake({
      '/organization/list-members': ({ query }) => {
        const role = query.get('filterValue');
        if (query.get('filterField') === 'userId') return json({ members: [MEMBER], total: 1 });
        if (role === 'owner') return json({ members: [MEMBER, coOwner], total: 2 });
        return json({ members: [MEMBER], total: role === 'admin' ? 900 : 39_000 });
      },
    });
    const { facts } = await adapter.account();
    expect(facts).to.deep.equal({
      roleCounts: { owner: 1, admin: 900, member: 39_000 },
      pendingRoleCounts: { member: 1, billing: 1 },
    });
    expect(sent.length).to.be.lessThan(9);
  });

  it('members as they joined while they fit into one answer, and loses nobody where they do not', async () => {
    for (const count of [150, 450]) {
      const all = Array.from({ length: count }, (_, n) => ({
        ...MEMBER,
        id: `m${1000 + n}`,
        createdAt: new Date(Date.UTC(2026, 0, 1) - n * 1000).toISOString(),
        user: { ...MEMBER.user, email: `m${n}@a.example` },
      }));
      const { adapter } = fake({
        '/organization/list-members': ({ query }) => {
          const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))];
          return json({ members: all.slice(offset, offset + limit), total: count });
        },
      });
      const ids: string[] = [];
      for (let at: string | undefined, isFirst = true; isFirst || at; isFirst = false) {
        const page = await adapter.people({ size: 70, ...(at && { at }) });
        ids.push(...page.items.map(({ id }) => id));
        expect(page.total).to.equal(count + 1);
        at = page.next;
      }
      const expected = all.map(({ id }) => id);
      if (count < 200) expected.reverse();
      expect(ids).to.deep.equal([...expected, 'invitation:i1']);
    }
  });

  it('an invitation as somebody who has not come yet, under an id that no member has', async () => {
    const { adapter } = fake({
      '/organization/list-members': () => json({ members: [{ ...MEMBER, id: 1 }], total: 1 }),
      '/organization/list-invitations': () => json([{ ...INVITATION, id: 1, teamId: 't1,t2' }]),
    });
    const { items } = await adapter.people({});
    expect(items.map(({ id }) => id)).to.deep.equal(['1', 'invitation:1']);
    expect(items[1]).to.deep.equal({
      id: 'invitation:1',
      email: 'noor@b.example',
      status: 'pending',
      roleId: 'member',
      roleIds: ['member', 'billing'],
      groupIds: ['t1', 't2'],
      createdAt: INVITATION.createdAt,
      invitedAt: INVITATION.createdAt,
      expiresAt: INVITATION.expiresAt,
    });
  });

  it('of each address the last invitation, unless it was answered', async () => {
    const at = (day: number) => `2026-11-0${day}T10:00:00.000Z`;
    const sent = (id: string, email: string, day: number, status = 'pending') => ({
      ...INVITATION, id, email, status, createdAt: at(day), expiresAt: at(day + 2),
    }); // prettier-ignore
    const { adapter } = fake({
      '/organization/list-invitations': () =>
        json([
          sent('new', 'a@b.example', 5),
          sent('lapsed', 'A@b.example', 1),
          sent('joined-1', 'b@b.example', 1),
          sent('joined-2', 'b@b.example', 2, 'accepted'),
          sent('revoked', 'c@b.example', 1, 'canceled'),
          sent('declined', 'd@b.example', 1, 'rejected'),
        ]),
    });
    const { items, total } = await adapter.people({});
    expect(items.map(({ id }) => id)).to.deep.equal(['m1', 'invitation:new']);
    expect(total).to.equal(2);
  });

  const WRONG: readonly (readonly [what: string, answer: () => Response | Error, kind: string])[] = [
    ['a page in HTML', () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }), 'unavailable'],
    ['nothing', () => new Response(''), 'invalid'],
    ['null', () => json(null), 'invalid'],
    ['a list where an object is due', () => json([]), 'invalid'],
    ['members without a total', () => json({ members: [] }), 'invalid'],
    ['a member without a user', () => json({ members: [{ ...MEMBER, user: null }], total: 1 }), 'invalid'],
    ['a member without a role', () => json({ members: [{ ...MEMBER, role: ' , ' }], total: 1 }), 'invalid'],
    ['an id that has lost digits', () => json({ members: [{ ...MEMBER, id: 2 ** 60 }], total: 1 }), 'invalid'],
    ['one id twice', () => json({ members: [MEMBER, MEMBER], total: 2 }), 'invalid'],
    ['a redirect to a sign-in page', () => new Response(null, { status: 302, headers: { Location: '/login' } }), 'unauthenticated'],
    ['a lost connection', () => new TypeError('Failed to fetch'), 'network'],
    ['500 with nothing', () => new Response('', { status: 500 }), 'unavailable'],
  ]; // prettier-ignore

  for (const [what, answer, kind] of WRONG)
    it(`${what} as a problem: ${kind}`, async () => {
      const { adapter } = fake({ '/organization/list-members': answer }, { organizationId: 'o1' });
      const problem = await problemOf(adapter.people({}));
      expect(problem).to.include({ kind });
      expect(problem.title).not.to.contain('olga');
    });

  it('an invitation of which the id cannot be relied on as none at all', async () => {
    const { adapter } = fake({
      '/organization/list-invitations': () => json([{ ...INVITATION, id: 2 ** 60 }]),
    });
    expect(await problemOf(adapter.people({}))).to.include({ kind: 'invalid', code: 'malformed' });
  });
});

describe('the better-auth adapter changes', () => {
  it('a role, and reads who it is now, since it is answered without the person', async () => {
    const { adapter, sent } = fake({}, { organizationId: 'o1' });
    const after = await adapter.run(command('user.change-role', 'm1', { roleId: 'admin' }));
    expect(after).to.include({ id: 'm1', email: 'olga@a.example' });
    expect(sent.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'POST /organization/update-member-role',
      'GET /organization/list-members',
    ]);
    expect(sent[0]?.body).to.deep.equal({ organizationId: 'o1', memberId: 'm1', role: 'admin' });
    expect(sent[0]?.headers.get('Content-Type')).to.equal('application/json');
  });

  it('an invitation, as the least unless it is said', async () => {
    const { adapter, sent } = fake(
      { '/organization/invite-member': () => json(INVITATION) },
      { organizationId: 'o1' },
    );
    const people = [{ email: ' noor@b.example ' }];
    const invited = await adapter.run(command('user.invite', undefined, { people }));
    expect(invited).to.include({ id: 'invitation:i1', status: 'pending' });
    expect(sent[0]?.body).to.deep.equal({
      organizationId: 'o1',
      email: 'noor@b.example',
      role: 'member',
    });
    const two = { people: [...people, { email: 'ravi@b.example' }] };
    expect(await problemOf(adapter.run(command('user.invite', undefined, two)))).to.include({
      kind: 'invalid',
    });
    expect(sent, 'nobody was invited by that').to.have.length(1);
  });

  it('with the roles and the team that a lapsed invitation had', async () => {
    const { adapter, sent } = fake(
      {
        '/organization/list-invitations': () => json([{ ...INVITATION, teamId: 't1' }]),
        '/organization/invite-member': () => json({ ...INVITATION, id: 'i2' }),
      },
      { organizationId: 'o1' },
    );
    await adapter.run(command('invitation.resend', 'invitation:i1'));
    expect(sent.at(-1)?.body).to.deep.equal({
      organizationId: 'o1',
      email: 'noor@b.example',
      role: ['member', 'billing'],
      teamId: ['t1'],
      resend: true,
    });
  });
});
