import { expect } from 'chai';
import { betterAuthPolicy } from '../../../src/adapter/better-auth/index.ts';
import { REASONS, type Person } from '../../../src/domain/index.ts';
import { compilePolicy, type Question } from '../../../src/policy/index.ts';

const policy = compilePolicy(betterAuthPolicy);
const person = (roleId: string, more: Partial<Person> = {}): Person => ({
  id: `${roleId}-1`,
  roleId,
  status: 'active',
  ...more,
});
const account = { roleCounts: { owner: 2, admin: 2, member: 5 } };
const decide = (actor: Person, question: Omit<Question, 'actor'>) =>
  policy.decide({ account, ...question, actor });
/** `allow`, or the rule that refuses. */
const word = (actor: Person, question: Omit<Question, 'actor'>): string => {
  const decision = decide(actor, question);
  return decision.effect === 'deny' ? decision.rule : decision.effect;
};

const [owner, admin, member] = ['owner', 'admin', 'member'].map((role) => person(role)) as [
  Person,
  Person,
  Person,
];
const other = (roleId: string) => person(roleId, { id: 'other' });
const invited = (roleId: string) => person(roleId, { id: 'invited', status: 'pending' });

describe('the policy of better-auth', () => {
  it('lets owners and admins invite; only an owner invites owners', () => {
    const invite = (roleId: string) => ({ action: 'user.invite', change: { roleId, count: 1 } });
    expect(['owner', 'admin', 'member'].map((role) => word(owner, invite(role)))).to.deep.equal([
      'allow', 'allow', 'allow',
    ]); // prettier-ignore
    expect(['owner', 'admin', 'member'].map((role) => word(admin, invite(role)))).to.deep.equal([
      'better-auth/owners-make-owners', 'allow', 'allow',
    ]); // prettier-ignore
    expect(word(member, invite('member'))).to.equal('builtin/no-permission');
  });

  it('lets admins change and remove everyone but owners, and says whom to ask', () => {
    for (const [action, change] of [
      ['user.change-role', { roleId: 'member' }],
      ['user.unlink', undefined],
    ] as const) {
      const question = { action, ...(change && { change }) };
      expect(word(admin, { ...question, target: other('admin') }), action).to.equal('allow');
      expect(decide(admin, { ...question, target: other('owner') }), action).to.deep.include({
        effect: 'deny',
        rule: 'better-auth/owners-touch-owners',
        reason: { key: 'exceptRole', params: { role: 'owner' } },
        remedy: { kind: 'ask', roles: ['owner'] },
      });
      expect(word(owner, { ...question, target: other('owner') }), action).to.equal('allow');
      expect(word(member, { ...question, target: other('member') })).to.equal(
        'builtin/no-permission',
      );
    }
    const promote = { action: 'user.change-role', target: other('member') };
    expect(word(admin, { ...promote, change: { roleId: 'owner' } })).to.equal(
      'better-auth/owners-make-owners',
    );
  });

  it('takes an owner by any of their roles', () => {
    const many = person('admin', { id: 'other', roleIds: ['admin', 'owner'] });
    expect(word(admin, { action: 'user.unlink', target: many })).to.equal(
      'better-auth/owners-touch-owners',
    );
    expect(word(many, { action: 'user.unlink', target: other('owner') })).to.equal('allow');
  });

  it('keeps the last owner, whichever way they would go', () => {
    const last = { account: { roleCounts: { owner: 1 } } };
    for (const question of [
      { action: 'user.change-role', target: owner, change: { roleId: 'admin' } },
      { action: 'user.unlink', target: owner },
      { action: 'user.leave' },
    ]) {
      expect(word(owner, { ...question, ...last }), question.action).to.equal('owner/min');
      expect(word(owner, question), question.action).to.equal('allow');
      expect(decide(owner, { ...question, account: {} }).effect, 'not known').to.equal('unknown');
    }
    const [one, two] = policy.decideAll(
      [owner, other('owner')].map((target) => ({
        action: 'user.change-role',
        actor: owner,
        target,
        change: { roleId: 'member' },
        account,
      })),
    );
    expect([one?.effect, two?.effect], 'both of two').to.deep.equal(['allow', 'deny']);
  });

  it('lets everyone leave, and nobody but an owner while there is one', () => {
    for (const actor of [owner, admin, member])
      expect(word(actor, { action: 'user.leave' })).to.equal('allow');
  });

  it('shows invitations to those who may send them, and those of owners to owners', () => {
    const view = (actor: Person, roleId: string) =>
      word(actor, { action: 'user.view', target: invited(roleId) });
    expect([view(owner, 'owner'), view(admin, 'admin'), view(admin, 'member')]).to.deep.equal([
      'allow', 'allow', 'allow',
    ]); // prettier-ignore
    expect(view(admin, 'owner')).to.equal('better-auth/invitations-unseen');
    expect(view(member, 'member')).to.equal('better-auth/invitations-unseen');
    expect(word(member, { action: 'user.view', target: other('owner') })).to.equal('allow');
  });

  it('sends invitations again and revokes them, and nothing else', () => {
    for (const action of ['invitation.resend', 'invitation.revoke']) {
      expect(word(admin, { action, target: invited('admin') })).to.equal('allow');
      expect(word(admin, { action, target: other('member') })).to.equal('better-auth/not-pending');
      expect(word(member, { action, target: invited('member') })).to.equal('builtin/no-permission');
    }
    expect(word(admin, { action: 'invitation.resend', target: invited('owner') })).to.equal(
      'better-auth/owners-touch-owners',
    );
    for (const [action, change] of [
      ['user.change-role', { roleId: 'admin' }],
      ['user.unlink', undefined],
    ] as const) {
      const question = { action, target: invited('member'), ...(change && { change }) };
      expect(word(owner, question)).to.equal('better-auth/still-pending');
    }
  });

  it('has no suspending inside an organization, nor seats', () => {
    for (const action of ['user.suspend', 'user.delete', 'user.edit', 'seat.buy'])
      expect(word(owner, { action, target: other('member') }), action).to.equal(
        'builtin/no-permission',
      );
  });

  it('holds a role of the host to what everyone is held to', () => {
    const billing = compilePolicy({
      ...betterAuthPolicy,
      roles: [
        ...betterAuthPolicy.roles,
        { id: 'people', permissions: ['user.list', 'user.view', 'user.unlink'] },
      ],
    });
    const actor = person('people');
    const ask = (target: Person) =>
      billing.decide({ action: 'user.unlink', actor, target, account }).effect;
    expect([ask(other('member')), ask(other('owner'))]).to.deep.equal(['allow', 'deny']);
  });

  it('has words for every rule that a server refuses by, in English and French alike', () => {
    const { en = {}, fr = {} } = betterAuthPolicy.messages ?? {};
    expect(Object.keys(fr)).to.deep.equal(Object.keys(en));
    for (const id of ['owner/min', 'better-auth/owners-make-owners', 'better-auth/not-pending'])
      expect(en).to.have.property(`problem.${id}`);
    for (const { reason } of betterAuthPolicy.rules) expect(REASONS).to.have.property(reason.key);
  });
});
