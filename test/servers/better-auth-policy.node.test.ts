import { expect } from 'chai';
import { betterAuthPolicy } from '../../src/adapter/better-auth/policy.ts';
import type { Person } from '../../src/domain/index.ts';
import { compilePolicy, type Question } from '../../src/policy/index.ts';
import { start, type BetterAuthServer, type Joined } from './better-auth.mjs';

const ROLES = ['owner', 'admin', 'member'] as const;
const ACTORS = [...ROLES, 'admin,member', 'member,owner'] as const;

const personOf = (id: string, role: string, status: Person['status'] = 'active'): Person => {
  const [roleId = '', ...more] = role.split(',');
  return { id, roleId, status, ...(more.length > 0 && { roleIds: [roleId, ...more] }) };
};

/** Whether the policy and the server agree, asked of both: the server for real. */
describe('the policy of better-auth agrees with the server', () => {
  const policy = compilePolicy(betterAuthPolicy);
  let server: BetterAuthServer;
  const actors: Record<string, Joined> = {};
  let count = 0;

  before(async () => {
    // More invitations than the hundred that it would list.
    server = await start({
      invited: [],
      auth: { advanced: { database: { defaultFindManyLimit: 10_000 } } },
    });
    for (const role of ACTORS) actors[role] = await member(role);
  });
  after(() => server.stop());

  const address = () => `someone${++count}@lumiere.example`;
  const member = (role: string): Promise<Joined> =>
    server.join({ name: `Someone ${count}`, email: address(), role });
  const pending = async (role: string) => {
    const email = address();
    return { email, role, id: await server.invite({ email, role }) };
  };

  const decide = (question: Omit<Question, 'actor' | 'account'>, actor: Person): boolean => {
    const account = { roleCounts: { owner: 3 }, pendingRoleCounts: {} };
    const { effect } = policy.decide({ ...question, actor, account });
    expect(effect, JSON.stringify(question)).to.be.oneOf(['allow', 'deny']);
    return effect === 'allow';
  };
  const did = async (by: string, path: string, body: object): Promise<boolean> => {
    const { organizationId } = server;
    const { status, json } = await server.ask(actors[by]?.token, `/organization/${path}`, {
      organizationId,
      ...body,
    });
    expect(status, JSON.stringify(json)).to.be.oneOf([200, 400, 401, 403]);
    return status === 200;
  };
  /** Somebody to try it on, again and again until it is done. */
  const kept = <T>(make: (role: string) => Promise<T>) => {
    const held = new Map<string, T>();
    return {
      of: async (role: string): Promise<T> => {
        const one = held.get(role) ?? (await make(role));
        held.set(role, one);
        return one;
      },
      forget: (role: string) => held.delete(role),
    };
  };

  for (const by of ACTORS) {
    const actor = personOf('actor', by);

    it(`on whom a ${by} may invite`, async () => {
      for (const roleId of ROLES) {
        const change = { roleId, count: 1 };
        expect(await did(by, 'invite-member', { email: address(), role: roleId }), roleId).to.equal(
          decide({ action: 'user.invite', change }, actor),
        );
      }
    });

    it(`on whose role a ${by} may change, and to which`, async () => {
      const targets = kept(member);
      for (const from of [...ROLES, 'admin,owner']) {
        for (const roleId of ROLES) {
          const { memberId } = await targets.of(from);
          const isDone = await did(by, 'update-member-role', { memberId, role: roleId });
          if (isDone) targets.forget(from);
          const question = {
            action: 'user.change-role',
            target: personOf(memberId, from),
            change: { roleId },
          };
          expect(isDone, `${from} to ${roleId}`).to.equal(decide(question, actor));
        }
      }
    });

    it(`on whom a ${by} may remove`, async () => {
      for (const from of [...ROLES, 'admin,owner']) {
        const { memberId } = await member(from);
        const question = { action: 'user.unlink', target: personOf(memberId, from) };
        expect(await did(by, 'remove-member', { memberIdOrEmail: memberId }), from).to.equal(
          decide(question, actor),
        );
      }
    });

    it(`on which invitations a ${by} sees, sends again and revokes`, async () => {
      for (const role of ROLES) {
        const { id, email } = await pending(role);
        const target = personOf(id, role, 'pending');
        const { json } = await server.ask<readonly { readonly id: string }[] | object>(
          actors[by]?.token,
          `/organization/list-invitations?organizationId=${server.organizationId}`,
        );
        const isSeen =
          Array.isArray(json) && json.some((one: { readonly id: string }) => one.id === id);
        expect(isSeen, `${role} seen`).to.equal(decide({ action: 'user.view', target }, actor));
        const isResent = await did(by, 'invite-member', { email, role, resend: true });
        const resend = { action: 'invitation.resend', target };
        expect(isResent, `${role} sent again`).to.equal(decide(resend, actor));
        const isRevoked = await did(by, 'cancel-invitation', { invitationId: id });
        const revoke = { action: 'invitation.revoke', target };
        expect(isRevoked, `${role} revoked`).to.equal(decide(revoke, actor));
      }
    });

    it(`on what a ${by} may do to themselves`, async () => {
      for (const roleId of ROLES) {
        const self = await member(by);
        const me = personOf(self.memberId, by);
        actors['self'] = self;
        const isDone = await did('self', 'update-member-role', {
          memberId: self.memberId,
          role: roleId,
        });
        const question = { action: 'user.change-role', target: me, change: { roleId } };
        expect(isDone, `to ${roleId}`).to.equal(decide(question, me));
      }
      const [leaving, removed] = [await member(by), await member(by)];
      actors['self'] = leaving;
      expect(await did('self', 'leave', {}), 'leaves').to.equal(
        decide({ action: 'user.leave' }, personOf(leaving.memberId, by)),
      );
      actors['self'] = removed;
      const me = personOf(removed.memberId, by);
      expect(await did('self', 'remove-member', { memberIdOrEmail: me.id }), 'removed').to.equal(
        decide({ action: 'user.unlink', target: me }, me),
      );
    });

    it(`on the list, which a ${by} may read`, async () => {
      const path = `/organization/list-members?organizationId=${server.organizationId}`;
      const { status } = await server.ask(actors[by]?.token, path);
      expect(status === 200).to.equal(decide({ action: 'user.list' }, actor));
    });
  }
});

describe('the last owner of better-auth stays', () => {
  const policy = compilePolicy(betterAuthPolicy);
  let server: BetterAuthServer;
  before(async () => {
    server = await start({
      people: [{ name: 'Olga', email: 'olga@a.example', role: 'owner' }],
      invited: [],
    });
  });
  after(() => server.stop());

  const decisions = (owners: number) => {
    const actor = personOf('o', 'owner');
    const ask = (question: Omit<Question, 'actor'>) =>
      policy.decide({ ...question, actor, account: { roleCounts: { owner: owners } } });
    return [
      ask({ action: 'user.change-role', target: actor, change: { roleId: 'admin' } }),
      ask({ action: 'user.unlink', target: actor }),
      ask({ action: 'user.leave' }),
    ];
  };

  it('alone they cannot step down, be removed or leave, and with another they can', async () => {
    const { organizationId, ask } = server;
    const olga = server.members['olga@a.example'] as Joined;
    const attempts = async (one: Joined) => [
      (await ask(one.token, '/organization/update-member-role', { organizationId, memberId: one.memberId, role: 'admin' })).json.code,
      (await ask(one.token, '/organization/remove-member', { organizationId, memberIdOrEmail: one.memberId })).json.code,
      (await ask(one.token, '/organization/leave', { organizationId })).json.code,
    ]; // prettier-ignore
    expect(await attempts(olga)).to.deep.equal([
      'YOU_CANNOT_LEAVE_THE_ORGANIZATION_WITHOUT_AN_OWNER',
      'YOU_CANNOT_LEAVE_THE_ORGANIZATION_AS_THE_ONLY_OWNER',
      'YOU_CANNOT_LEAVE_THE_ORGANIZATION_AS_THE_ONLY_OWNER',
    ]);
    for (const decision of decisions(1))
      expect(decision).to.deep.include({
        effect: 'deny',
        rule: 'owner/min',
        reason: { key: 'roleMin', params: { role: 'owner', min: 1 } },
      });

    await server.join({ name: 'Two', email: 'two@a.example', role: 'owner' });
    const { status } = await ask(olga.token, '/organization/update-member-role', {
      organizationId,
      memberId: olga.memberId,
      role: 'admin',
    });
    expect(status).to.equal(200);
    expect(decisions(2).map(({ effect }) => effect)).to.deep.equal(['allow', 'allow', 'allow']);
  });
});
