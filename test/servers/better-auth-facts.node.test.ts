import { expect } from 'chai';
import {
  createBetterAuthAdapter,
  type BetterAuthOptions,
} from '../../src/adapter/better-auth/index.ts';
import type { PersonRecord } from '../../src/domain/index.ts';
import { command, invite, problemOf } from './acts.ts';
import {
  PASSWORD,
  ROOT,
  start,
  withRole,
  type BetterAuthServer,
  type BetterAuthServerOptions,
  type Joined,
  type Somebody,
} from './better-auth.mjs';

const PEOPLE = [
  { name: 'Olga', email: 'olga@a.example', role: 'owner' },
  { name: 'Oscar', email: 'oscar@a.example', role: 'owner' },
  { name: 'Max', email: 'max@a.example', role: 'member' },
];

let server: BetterAuthServer;

const up = async (options: BetterAuthServerOptions = {}) => {
  server = await start({ people: PEOPLE, invited: [], ...options });
};
const one = (name: string) => server.members[`${name}@a.example`] as Joined;
const as = (who: Somebody, more: BetterAuthOptions = {}) =>
  createBetterAuthAdapter({
    baseUrl: server.url,
    organizationId: server.organizationId,
    token: who.token,
    ...more,
  });
const olga = (more?: BetterAuthOptions) => as(one('olga'), more);

/** What the adapter rests on, found out of the server itself. */
describe('better-auth', () => {
  afterEach(() => server.stop());

  it('lets an invitation lapse that goes on saying pending; sent again it is another one, with the same role', async () => {
    await up({ people: PEOPLE.slice(0, 1), plugin: { invitationExpiresIn: -1 } });
    const adapter = olga();
    const lapsed = (await adapter.run(invite('noor@b.example', 'admin'))) as PersonRecord;
    expect(lapsed).to.include({ status: 'pending', roleId: 'admin' });
    const { now = '' } = await adapter.account();
    expect(Date.parse(lapsed.expiresAt ?? '')).to.be.lessThan(Date.parse(now) + 1);
    const again = (await adapter.run(command('invitation.resend', lapsed.id))) as PersonRecord;
    expect(again.id).not.to.equal(lapsed.id);
    expect(again).to.include({ email: 'noor@b.example', roleId: 'admin', status: 'pending' });
    const pending = async () =>
      (await adapter.people({})).items.filter(({ status }) => status === 'pending');
    expect(
      (await pending()).map(({ id }) => id),
      'one row per address',
    ).to.deep.equal([again.id]);
    await adapter.run(command('invitation.revoke', again.id));
    expect(await pending(), 'the lapsed one does not come back').to.deep.equal([]);
  });

  it('takes no more invitations than its limit: a quota', async () => {
    await up({ plugin: { invitationLimit: 1 } });
    await olga().run(invite('a@b.example'));
    expect(await problemOf(olga().run(invite('b@b.example')))).to.include({
      kind: 'quota',
      code: 'INVITATION_LIMIT_REACHED',
      status: 403,
    });
  });

  it('lists invitations by the hundred, unless its database is told otherwise', async () => {
    const many = Array.from({ length: 103 }, (_, n) => ({
      email: `p${n}@b.example`,
      role: 'member',
    }));
    const people = PEOPLE.slice(0, 1);
    await up({ people, invited: many });
    expect((await olga().people({})).total).to.equal(1 + 100);
    await server.stop();
    await up({
      people,
      invited: many,
      auth: { advanced: { database: { defaultFindManyLimit: 1000 } } },
    });
    expect((await olga().people({})).total).to.equal(1 + 103);
  });

  it('says in a header of its own how long to wait', async () => {
    await up({
      people: PEOPLE.slice(0, 1),
      auth: { rateLimit: { enabled: true, window: 60, max: 8 } },
    });
    const asked = await Promise.all(
      Array.from({ length: 12 }, () =>
        fetch(`${server.url}/get-session`, { headers: { Origin: server.origin } }),
      ),
    );
    expect(asked.map(({ status }) => status)).to.include(429);
    const problem = await problemOf(
      createBetterAuthAdapter({ baseUrl: server.url, organizationId: 'x' }).account(),
    );
    expect(problem).to.include({ kind: 'rate-limited', retryable: true });
    expect(problem.retryAfterMs).to.be.within(1000, 60_000);
  });

  it('takes its cookie only from origins that it trusts', async () => {
    await up();
    const signedIn = await fetch(`${server.url}/sign-in/email`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: server.origin },
      body: JSON.stringify({ email: 'olga@a.example', password: PASSWORD }),
    });
    const [cookie = ''] = (signedIn.headers.get('set-cookie') ?? '').split(';');
    expect(cookie).to.match(/^better-auth\.session_token=/);
    const from = (origin: string | undefined) =>
      createBetterAuthAdapter({
        baseUrl: server.url,
        organizationId: server.organizationId,
        // In a page the browser adds both.
        headers: { Cookie: cookie, ...(origin && { Origin: origin }) },
      });
    expect((await from(undefined).people({})).total, 'reading needs no origin').to.equal(3);
    expect(await problemOf(from(undefined).run(invite('a@b.example')))).to.include({
      kind: 'forbidden',
      code: 'MISSING_OR_NULL_ORIGIN',
    });
    expect(await problemOf(from('https://evil.example').run(invite('a@b.example')))).to.include({
      kind: 'forbidden',
      code: 'INVALID_ORIGIN',
    });
    expect(await from(server.origin).run(invite('a@b.example'))).to.include({ status: 'pending' });
  });

  it('has no CORS of its own: a page of another origin needs a proxy', async () => {
    await up();
    const preflight = await fetch(`${server.url}/organization/invite-member`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://app.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(preflight.status).to.equal(404);
    expect(preflight.headers.get('access-control-allow-origin')).to.equal(null);
  });

  it('signs out whoever the platform bans, which no owner can do', async () => {
    await up();
    const root = await server.signUp({ name: 'Root', email: ROOT });
    const ban = (token: string) =>
      server.ask(token, '/admin/ban-user', { userId: one('max').userId });
    expect((await ban(one('olga').token)).status).to.equal(403);
    const adapter = as(one('max'));
    expect((await adapter.account()).actor.roleId).to.equal('member');
    expect((await ban(root.token)).status).to.equal(200);
    expect(await problemOf(adapter.account())).to.include({ kind: 'unauthenticated' });
    expect(
      (await olga().people({})).items.map(({ email }) => email),
      'still a member',
    ).to.include('max@a.example');
  });

  it('cannot list members while one has no user any more: that is not the fault of who asks', async () => {
    await up();
    const root = await server.signUp({ name: 'Root', email: ROOT });
    await server.ask(root.token, '/admin/remove-user', { userId: one('max').userId });
    expect(await problemOf(olga().people({}))).to.include({
      kind: 'unavailable',
      status: 500,
      retryable: true,
    });
  });

  it('has no organizations where the plugin is not there: the route is what is missing', async () => {
    await up();
    const lost = olga({ baseUrl: `${server.origin}/elsewhere` });
    expect(await problemOf(lost.account())).to.include({ kind: 'unsupported', code: 'no-route' });
  });

  it('lets one of two owners step down, and then not the other', async () => {
    await up();
    const step = (name: string) =>
      as(one(name)).run(command('user.change-role', one(name).memberId, { roleId: 'admin' }));
    await step('olga');
    expect(await problemOf(step('oscar'))).to.include({ kind: 'rule', code: 'owner/min' });
  });

  it('puts whoever is invited into a team, where there are any', async () => {
    await up({ plugin: { teams: { enabled: true } } });
    const adapter = olga({ teams: true });
    const { json: team } = await server.ask(one('olga').token, '/organization/create-team', {
      name: 'Support',
      organizationId: server.organizationId,
    });
    const groups = (await adapter.groups?.()) ?? [];
    expect(groups).to.deep.include({ id: team.id, label: 'Support' });
    expect(
      await adapter.run(invite('a@b.example', 'member', { groupId: team.id })),
    ).to.deep.include({ groupIds: [team.id] });
    expect(
      await problemOf(adapter.run(invite('b@b.example', 'member', { groupId: 'nowhere' }))),
    ).to.deep.include({
      kind: 'invalid',
      fields: [{ pointer: '/change/groupId', code: 'unknown' }],
    });
    expect(olga(), 'nobody said that there are teams').not.to.have.property('groups');
  });

  it('knows roles of the host by what it is told, and they come in its order', async () => {
    await up({
      plugin: withRole('people', { member: ['update'], invitation: ['create', 'cancel'] }),
    });
    const roles = [
      { id: 'owner' },
      { id: 'admin' },
      { id: 'people', label: 'HR' },
      { id: 'member' },
    ];
    const adapter = olga({ roles });
    expect(await adapter.roles()).to.deep.equal(roles);
    const { memberId } = one('max');
    await server.ask(one('olga').token, '/organization/update-member-role', {
      organizationId: server.organizationId,
      memberId,
      role: ['member', 'people'],
    });
    expect(await adapter.person(memberId)).to.deep.include({
      roleId: 'people',
      roleIds: ['people', 'member'],
    });
    expect(await as(one('max'), { roles }).run(invite('a@b.example'))).to.include({
      status: 'pending',
    });
  });
});
