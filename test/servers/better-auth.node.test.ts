import { expect } from 'chai';
import { conformance, type AccountAdapter } from '../../src/adapter/index.ts';
import {
  betterAuthPolicy,
  createBetterAuthAdapter,
  type BetterAuthOptions,
} from '../../src/adapter/better-auth/index.ts';
import type { PersonRecord } from '../../src/domain/index.ts';
import { compilePolicy } from '../../src/policy/index.ts';
import { command, invite, problemOf } from './acts.ts';
import { start, type BetterAuthServer, type Joined } from './better-auth.mjs';

const OLGA = 'olga@lumiere.example';
const ADA = 'ada@lumiere.example';
const ZOE = 'zoe@lumiere.example';
const NOOR = 'noor@elsewhere.example';

let server: BetterAuthServer;

/** The adapter as somebody sees it. */
const as = (who: { readonly token: string } | undefined, more: BetterAuthOptions = {}) =>
  createBetterAuthAdapter({
    baseUrl: server.url,
    organizationId: server.organizationId,
    ...(who && { token: who.token }),
    ...more,
  });
const one = (email: string): Joined => server.members[email] as Joined;
const olga = () => as(one(OLGA));

const everyone = async (adapter: AccountAdapter): Promise<readonly PersonRecord[]> =>
  (await adapter.people({ size: 200 })).items;
const find = async (adapter: AccountAdapter, email: string): Promise<PersonRecord> => {
  const found = (await everyone(adapter)).find((person) => person.email === email);
  expect(found, email).not.to.equal(undefined);
  return found as PersonRecord;
};

describe('the better-auth adapter, on a server', () => {
  describe('keeps every promise of the port', () => {
    before(async () => {
      server = await start({ count: 23 });
    });
    after(() => server.stop());

    /** What is about something that an organization does not have: profiles, versions, a trail, prices, sub-accounts, groups, events. */
    const NOT_HERE = [
      ...['search-finds-who-matches', 'combines-search-and-filter'],
      ...['changes-are-there-afterwards', 'text-comes-back-as-it-was', 'versions-guard-changes'],
      ...['the-same-id-is-done-once', 'the-trail-tells-of-changes', 'batches-answer-one-by-one'],
      ...['previews-change-nothing', 'previews-tell-refusals', 'verdicts-answer-one-by-one'],
      ...[
        'sub-accounts-are-all-listed',
        'sub-accounts-are-found-by-name',
        'other-lists-heed-an-abort',
      ],
      ...['groups-are-those-people-are-in', 'events-are-told', 'links-keep-their-address'],
    ];
    for (const { name, promise, run } of conformance(olga)) {
      it(`${name}: ${promise}`, async () => {
        expect((await run()).status).to.equal(NOT_HERE.includes(name) ? 'skipped' : 'passed');
      });
    }
  });

  describe('reads an organization', () => {
    before(async () => {
      server = await start();
    });
    after(() => server.stop());

    it('as one list: members, and then those invited', async () => {
      const { items, total } = await olga().people({ size: 200 });
      expect(total).to.equal(7);
      expect(items.map(({ status }) => status)).to.deep.equal([
        ...Array<string>(5).fill('active'),
        ...Array<string>(2).fill('pending'),
      ]);
      const { memberId } = one(ZOE);
      const { createdAt, ...zoe } = await find(olga(), ZOE);
      expect(zoe).to.deep.equal({
        id: memberId,
        email: ZOE,
        displayName: 'Zoë Núñez',
        roleId: 'member',
        status: 'active',
      });
      expect(Date.parse(createdAt ?? '')).to.be.closeTo(Date.now(), 60_000);
      const noor = await find(olga(), NOOR);
      expect(noor).to.include({ roleId: 'member', status: 'pending' });
      // 48 hours, unless the host says otherwise.
      const life = Date.parse(noor.expiresAt ?? '') - Date.parse(noor.invitedAt ?? '');
      expect(life).to.be.closeTo(48 * 3_600_000, 1000);
    });

    it('in pages, across the seam of its two lists', async () => {
      const adapter = olga();
      const all = (await everyone(adapter)).map(({ id }) => id);
      for (const size of [1, 2, 3, 4, 5, 6]) {
        const ids: string[] = [];
        let at: string | undefined;
        do {
          const page = await adapter.people({ size, ...(at && { at }) });
          ids.push(...page.items.map(({ id }) => id));
          at = page.next;
        } while (at);
        expect(ids, `in pages of ${size}`).to.deep.equal(all);
      }
    });

    it('finds by name and address, and sorts by them, which the server cannot', async () => {
      const adapter = olga();
      const { status } = await server.ask(
        one(OLGA).token,
        `/organization/list-members?organizationId=${server.organizationId}&sortBy=email`,
      );
      expect(status, 'sorted by what is no column').to.equal(500);
      const found = async (search: string) =>
        (await adapter.people({ search })).items.map(({ email }) => email);
      expect(await found('nunez')).to.deep.equal([ZOE]);
      expect(await found('山田')).to.deep.equal(['hanako@lumiere.example']);
      expect(await found('ELSEWHERE.example')).to.have.members([NOOR, 'ravi@elsewhere.example']);
      const sorted = await adapter.people({ sort: [{ field: 'email', desc: true }] });
      const emails = sorted.items.map(({ email }) => email);
      expect(emails).to.deep.equal([...emails].sort().reverse());
      const admins = await adapter.people({
        filter: { field: 'role', op: 'in', value: ['admin'] },
      });
      expect(admins.total).to.equal(3);
    });

    it('with several roles per person, the first of which says most', async () => {
      expect(await find(olga(), 'hanako@lumiere.example')).to.deep.include({
        roleId: 'admin',
        roleIds: ['admin', 'member'],
      });
      const { capabilities } = { capabilities: await olga().capabilities() };
      expect(capabilities.roles).to.deep.equal({ many: true, editable: false });
    });

    it('tells who is signed in, how many hold which role, and the time', async () => {
      const { actor, facts, now } = await as(one(ADA)).account();
      expect(actor).to.deep.equal({ id: one(ADA).memberId, roleId: 'admin', status: 'active' });
      expect(facts).to.deep.equal({
        roleCounts: { owner: 1, admin: 2, member: 3 },
        pendingRoleCounts: { member: 1, admin: 1 },
      });
      expect(Date.parse(now ?? '')).to.be.closeTo(Date.now(), 5000);
    });

    it('for a plain member without the invitations, which they may not list', async () => {
      const adapter = as(one(ZOE));
      const { items, total } = await adapter.people({});
      expect(total).to.equal(5);
      expect(items.every(({ status }) => status === 'active')).to.equal(true);
      const { id } = await find(olga(), NOOR);
      expect(await problemOf(adapter.person(id))).to.include({ kind: 'not-found' });
    });

    it('the one that is active in the session, and stays with it', async () => {
      const adapter = as(one(OLGA), {});
      const active = createBetterAuthAdapter({ baseUrl: server.url, token: one(OLGA).token });
      expect(await everyone(active)).to.deep.equal(await everyone(adapter));
      const other = await server.ask(one(OLGA).token, '/organization/create', {
        name: 'Other',
        slug: 'other',
      });
      expect(other.status).to.equal(200);
      await active.run(invite('late@elsewhere.example'));
      expect(await find(adapter, 'late@elsewhere.example')).to.include({ status: 'pending' });
      const anew = createBetterAuthAdapter({ baseUrl: server.url, token: one(OLGA).token });
      expect((await anew.people({})).total).to.equal(1);
      await adapter.run(
        command('invitation.revoke', (await find(adapter, 'late@elsewhere.example')).id),
      );
    });

    it('for nobody: 200 with null is signed out, as is 401', async () => {
      const anonymous = as(undefined);
      expect(await problemOf(anonymous.account())).to.include({ kind: 'unauthenticated' });
      expect(await problemOf(anonymous.people({}))).to.include({ kind: 'unauthenticated' });
    });

    it('for somebody who does not belong to it', async () => {
      const stranger = await server.signUp({ name: 'Stranger', email: 'stranger@else.example' });
      const adapter = as(stranger);
      for (const refused of [
        () => adapter.account(),
        () => adapter.people({}),
        () => adapter.run(invite('x@a.example')),
      ])
        expect(await problemOf(refused())).to.include({ kind: 'forbidden' });
      const lost = createBetterAuthAdapter({ baseUrl: server.url, token: stranger.token });
      expect(await problemOf(lost.account())).to.include({
        kind: 'forbidden',
        code: 'NO_ACTIVE_ORGANIZATION',
      });
    });
  });

  describe('changes an organization', () => {
    beforeEach(async () => {
      server = await start();
    });
    afterEach(() => server.stop());

    it('inviting one address after the other, each with its own outcome', async () => {
      const adapter = olga();
      const results = await adapter.batch([
        invite('new@elsewhere.example', 'admin'),
        invite(ZOE),
        invite(NOOR),
        invite('no address'),
        invite('role@elsewhere.example', 'nobody'),
        invite('Last@Elsewhere.Example'),
      ]);
      const said = results.map((result) =>
        result.ok
          ? result.value && 'email' in result.value && result.value.email
          : [result.problem.kind, result.problem.code, result.problem.fields?.[0]?.code],
      );
      expect(said).to.deep.equal([
        'new@elsewhere.example',
        ['conflict', 'email-taken', 'member'],
        ['conflict', 'email-taken', 'invited'],
        ['invalid', 'INVALID_EMAIL', 'email'],
        ['invalid', 'ROLE_NOT_FOUND', 'unknown'],
        'last@elsewhere.example',
      ]);
      expect(server.mails.slice(-2)).to.deep.equal([
        'new@elsewhere.example',
        'last@elsewhere.example',
      ]);
    });

    it('sending an invitation again: the same one, later, with the role it had', async () => {
      const adapter = olga();
      const before = await find(adapter, NOOR);
      await new Promise((done) => setTimeout(done, 5));
      const after = (await adapter.run(
        command('invitation.resend', before.id, { roleId: 'admin' }),
      )) as PersonRecord;
      expect(after).to.include({ id: before.id, roleId: 'member', status: 'pending' });
      expect(Date.parse(after.expiresAt ?? '')).to.be.greaterThan(
        Date.parse(before.expiresAt ?? ''),
      );
      expect(server.mails.at(-1)).to.equal(NOOR);
    });

    it('revoking an invitation, again without harm, and none that was accepted', async () => {
      const adapter = olga();
      const { id } = await find(adapter, NOOR);
      expect(await adapter.run(command('invitation.revoke', id))).to.equal(null);
      expect((await everyone(adapter)).some(({ email }) => email === NOOR)).to.equal(false);
      expect(await adapter.run(command('invitation.revoke', id))).to.equal(null);
      expect(await problemOf(adapter.run(command('invitation.resend', id)))).to.include({
        kind: 'conflict',
        code: 'better-auth/not-pending',
      });

      const ravi = await find(adapter, 'ravi@elsewhere.example');
      const guest = await server.signUp({ name: 'Ravi', email: ravi.email });
      const accepted = await server.ask(guest.token, '/organization/accept-invitation', {
        invitationId: ravi.id.replace('invitation:', ''),
      });
      expect(accepted.status).to.equal(200);
      for (const action of ['invitation.revoke', 'invitation.resend'])
        expect(await problemOf(adapter.run(command(action, ravi.id))), action).to.include({
          kind: 'conflict',
          code: 'better-auth/not-pending',
        });
      const rows = (await everyone(adapter)).filter(({ email }) => email === ravi.email);
      expect(rows.map(({ status, roleId }) => [status, roleId])).to.deep.equal([
        ['active', 'admin'],
      ]);
    });

    it('finding nothing where there is nothing, though that is a 400', async () => {
      const adapter = olga();
      for (const action of ['invitation.resend', 'invitation.revoke'])
        for (const id of ['nobody', 'invitation:nobody'])
          expect(await problemOf(adapter.run(command(action, id))), `${action} ${id}`).to.include({
            kind: 'not-found',
          });
      for (const [action, change] of [
        ['user.change-role', { roleId: 'admin' }],
        ['user.unlink', undefined],
      ] as const)
        expect(await problemOf(adapter.run(command(action, 'nobody', change)))).to.include({
          kind: 'not-found',
          status: 400,
        });
      expect(await problemOf(adapter.person('nobody'))).to.include({ kind: 'not-found' });
    });

    it('changing a role, and reading who it is now', async () => {
      const adapter = olga();
      const { memberId } = one(ZOE);
      expect(
        await adapter.run(command('user.change-role', memberId, { roleId: 'admin' })),
      ).to.include({
        id: memberId,
        email: ZOE,
        displayName: 'Zoë Núñez',
        roleId: 'admin',
      });
      expect(
        await problemOf(adapter.run(command('user.change-role', memberId, { roleId: 'nobody' }))),
      ).to.deep.include({
        kind: 'invalid',
        fields: [{ pointer: '/change/roleId', code: 'unknown' }],
      });
      const noor = await find(adapter, NOOR);
      for (const [action, change] of [
        ['user.change-role', { roleId: 'admin' }],
        ['user.unlink', undefined],
      ] as const)
        expect(await problemOf(adapter.run(command(action, noor.id, change)))).to.include({
          kind: 'rule',
          code: 'better-auth/still-pending',
        });
    });

    it('removing a member, who keeps their account; and leaving', async () => {
      const adapter = olga();
      expect(await adapter.run(command('user.unlink', one(ZOE).memberId))).to.equal(null);
      expect((await everyone(adapter)).some(({ email }) => email === ZOE)).to.equal(false);
      const session = await server.ask(one(ZOE).token, '/get-session');
      expect(session.json.user.email).to.equal(ZOE);
      expect(await as(one(ADA)).run(command('user.leave'))).to.equal(null);
      expect((await everyone(adapter)).some(({ email }) => email === ADA)).to.equal(false);
    });

    it('never without an owner, told as the rule of the policy', async () => {
      const adapter = olga();
      const { memberId } = one(OLGA);
      const rule = compilePolicy(betterAuthPolicy).decide({
        action: 'user.leave',
        actor: { id: memberId, roleId: 'owner', status: 'active' },
        account: (await adapter.account()).facts,
      });
      expect(rule).to.include({ effect: 'deny', rule: 'owner/min' });
      for (const last of [
        command('user.change-role', memberId, { roleId: 'member' }),
        command('user.unlink', memberId),
        command('user.leave'),
      ])
        expect(await problemOf(adapter.run(last)), last.action).to.include({
          kind: 'rule',
          code: 'owner/min',
          status: 400,
        });
    });

    it('keeping owners from admins, who are told why, and not that it is the last', async () => {
      const two = await server.join({ name: 'Two', email: 'two@lumiere.example', role: 'owner' });
      const adapter = as(one(ADA));
      const touch = { kind: 'forbidden', code: 'better-auth/owners-touch-owners' };
      const make = { kind: 'forbidden', code: 'better-auth/owners-make-owners' };
      expect(await problemOf(adapter.run(command('user.unlink', two.memberId)))).to.include(touch);
      expect(
        await problemOf(
          adapter.run(command('user.change-role', two.memberId, { roleId: 'member' })),
        ),
      ).to.include(touch);
      expect(
        await problemOf(
          adapter.run(command('user.change-role', one(ZOE).memberId, { roleId: 'owner' })),
        ),
      ).to.include(make);
      expect(await problemOf(adapter.run(invite('x@elsewhere.example', 'owner')))).to.include(make);
    });

    it('not for a plain member, though one refusal is a 401', async () => {
      const adapter = as(one(ZOE));
      const ada = one(ADA).memberId;
      const refusals = await Promise.all(
        [
          invite('x@elsewhere.example'),
          command('user.change-role', ada, { roleId: 'member' }),
          command('user.unlink', ada),
        ].map((each) => problemOf(adapter.run(each))),
      );
      expect(refusals.map(({ kind, status }) => [kind, status])).to.deep.equal([
        ['forbidden', 403],
        ['forbidden', 403],
        ['forbidden', 401],
      ]);
    });

    it('not suspending anyone: that is not offered', async () => {
      const { commands } = await olga().capabilities();
      expect(Object.keys(commands).sort()).to.deep.equal([
        'invitation.resend', 'invitation.revoke', 'user.change-role', 'user.invite', 'user.leave', 'user.unlink',
      ]); // prettier-ignore
      expect(await problemOf(olga().run(command('user.suspend', one(ZOE).memberId)))).to.include({
        kind: 'unsupported',
      });
    });
  });
});
