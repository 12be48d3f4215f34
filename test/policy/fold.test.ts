import { expect } from 'chai';
import type { Person } from '../../src/domain/index.ts';
import { compilePolicy, type PolicyDocument, type Question } from '../../src/policy/index.ts';
import { ana, bob, document, rule } from './ask.ts';
import { answerOf } from './table.ts';

const roles = [
  { id: 'boss', rank: 2, permissions: ['*' as const], min: 1, max: 3 },
  { id: 'worker', rank: 1, permissions: ['user.view'] },
];
const seats = [
  {
    id: 'type',
    actions: ['user.invite', 'user.change-type'],
    pool: 'change.userType' as const,
    among: ['paid'],
  },
  { id: 'room', actions: ['link.create'], pool: { name: 'room' }, roles: ['worker'] },
];
const abe: Person = { ...ana, id: 'abe' };
const paid: Person = { ...bob, id: 'pia', userType: 'paid' };
const account = {
  roleCounts: { boss: 2 },
  pendingRoleCounts: {},
  seats: { paid: { total: 3, used: 3 }, room: { total: 1, used: 0 } },
};

type Step = Omit<Question, 'actor' | 'account'> & Partial<Pick<Question, 'actor' | 'account'>>;

const act = (more: Partial<PolicyDocument>, ...steps: readonly Step[]) =>
  compilePolicy(document({ roles, seats, ...more }))
    .decideAll(steps.map((step) => ({ actor: ana, account, ...step })))
    .map(answerOf);

const role = (target: Person, roleId: string) => ({
  action: 'user.change-role',
  target,
  change: { roleId },
});
const type = (target: Person, userType: string) => ({
  action: 'user.change-type',
  target,
  change: { userType },
});
const free: Person = { ...bob, userType: 'free' };

describe('an act', () => {
  it('of one question is that question', () => {
    expect(act({}, role(abe, 'worker'))).to.deep.equal(['allow']);
  });

  it('leaves the questions of another act alone', () => {
    const policy = compilePolicy(document({ roles }));
    const question = { actor: ana, account, ...role(abe, 'worker') };
    for (let i = 0; i < 3; i++)
      expect(policy.decideAll([question]).map(answerOf)).to.deep.equal(['allow']);
  });

  it('counts who has lost a role, also on the way out', () => {
    expect(act({}, role(abe, 'worker'), role(ana, 'worker'))).to.deep.equal(['allow', 'boss/min']);
    for (const action of ['user.delete', 'user.suspend', 'user.deactivate', 'user.unlink'])
      expect(act({}, { action, target: abe }, { action: 'user.leave' })).to.deep.equal([
        'allow',
        'boss/min',
      ]);
  });

  it('counts nobody twice', () => {
    expect(act({}, role(abe, 'worker'), role(abe, 'worker'), role(abe, 'boss'))).to.deep.equal([
      'allow',
      'allow',
      'allow',
    ]);
  });

  it('counts who was invited, and who was not refused only', () => {
    const invite = { action: 'user.invite', change: { roleId: 'boss', userType: 'free' } };
    expect(act({}, invite, invite)).to.deep.equal(['allow', 'boss/max']);
    const two = { ...invite, change: { ...invite.change, count: 2 } };
    expect(act({}, two, invite)).to.deep.equal(['boss/max', 'allow']);
  });

  it('counts who comes back', () => {
    const off = (id: string): Person => ({ ...ana, id, status: 'suspended' });
    const back = (id: string) => ({ action: 'user.reactivate', target: off(id) });
    expect(act({}, back('x'), back('y'))).to.deep.equal(['allow', 'boss/max']);
  });

  it('moves an invitation’s place when it is revoked', () => {
    const pending: Person = { ...ana, id: 'pen', status: 'pending' };
    const full = { ...account, pendingRoleCounts: { boss: 1 } };
    const invite = { action: 'user.invite', change: { roleId: 'boss', userType: 'free' } };
    const revoke = { action: 'invitation.revoke', target: pending };
    const steps = [invite, revoke, invite].map((step) => ({ ...step, account: full }));
    expect(act({}, ...steps)).to.deep.equal(['boss/max', 'allow', 'allow']);
  });

  it('takes someone without a status for active, so that the last one is not found too late', () => {
    const { status: _unknown, ...unclear } = abe;
    const three = { ...account, roleCounts: { boss: 3 } };
    const steps = [role(unclear, 'worker'), role({ ...unclear, id: 'x' }, 'worker')];
    expect(act({}, ...steps.map((step) => ({ ...step, account: three })))).to.deep.equal([
      'allow',
      'allow',
    ]);
    expect(
      act({}, ...[...steps, role(ana, 'worker')].map((step) => ({ ...step, account: three }))),
    ).to.deep.equal(['allow', 'allow', 'boss/min']);
  });

  it('does not invent counts that nobody knows', () => {
    const unknown = { action: 'user.delete', target: abe, account: { seats: {} } };
    expect(act({}, unknown, unknown)).to.deep.equal([
      'unknown: account.roleCounts',
      'unknown: account.roleCounts',
    ]);
  });

  it('frees the seat of who gives it up or goes, and takes that of who gets it', () => {
    expect(act({}, type(free, 'paid'), type(paid, 'free'), type(free, 'paid'))).to.deep.equal([
      'type',
      'allow',
      'allow',
    ]);
    expect(act({}, { action: 'user.delete', target: paid }, type(free, 'paid'))).to.deep.equal([
      'allow',
      'allow',
    ]);
    expect(
      act({}, type(paid, 'free'), type(free, 'paid'), type({ ...free, id: 'x' }, 'paid')),
    ).to.deep.equal(['allow', 'allow', 'type']);
  });

  it('frees no seat of who may hold none', () => {
    const { status: _unknown, ...unclear } = paid;
    expect(act({}, type(unclear, 'free'), type(free, 'paid'))).to.deep.equal(['allow', 'type']);
    expect(
      act({}, type({ ...paid, status: 'suspended' }, 'free'), type(free, 'paid')),
    ).to.deep.equal(['allow', 'type']);
  });

  it('counts a seat that may be taken, unless a draft leaves it open', () => {
    const { userType: _unknown, ...unclear } = free;
    const one = { ...account, seats: { paid: { total: 1, used: 0 } } };
    const steps = [type(unclear, 'paid'), type({ ...free, id: 'x' }, 'paid')];
    expect(act({}, ...steps.map((step) => ({ ...step, account: one })))).to.deep.equal([
      'allow',
      'type',
    ]);
    const open = { action: 'user.invite', change: { roleId: 'worker' }, draft: true as const };
    const all = [open, type(free, 'paid')].map((step) => ({ ...step, account: one }));
    expect(act({}, ...all)).to.deep.equal(['allow open: change.count, change.userType', 'allow']);
  });

  it('frees the place of a link that is revoked', () => {
    const link = { action: 'link.create', change: { roleId: 'worker' } };
    const held = { id: 'l1', roleId: 'worker', status: 'active' } as const;
    expect(act({}, link, link, { action: 'link.revoke', target: held }, link, link)).to.deep.equal([
      'allow',
      'room',
      'allow',
      'allow',
      'room',
    ]);
  });

  it('sees people as it left them', () => {
    const rules = [
      rule('suspended', {
        actions: ['user.edit'],
        when: { fact: 'target.status', is: 'suspended' },
      }),
      rule('gone', { actions: ['user.edit'], when: { fact: 'target.status', is: 'deactivated' } }),
      rule('moved', {
        actions: ['user.view'],
        when: { fact: 'target.subaccountIds', overlaps: ['south'] },
      }),
      rule('typed', { actions: ['user.view'], when: { fact: 'target.userType', is: 'late' } }),
      rule('boss', {
        actions: ['user.view'],
        when: { fact: 'target.roleIds', overlaps: ['boss'] },
      }),
    ];
    const edit = { action: 'user.edit', target: bob };
    const view = { action: 'user.view', target: bob };
    expect(act({ rules }, { action: 'user.suspend', target: bob }, edit)[1]).to.equal('suspended');
    expect(act({ rules }, { action: 'user.delete', target: bob }, edit)[1]).to.equal('gone');
    const typed = { ...bob, userType: 'early' };
    const toSouth = { subaccountIds: ['south'] };
    expect(
      act(
        { rules },
        { action: 'user.assign-subaccounts', target: typed, change: toSouth },
        view,
      )[1],
    ).to.equal('moved');
    expect(
      act(
        { rules },
        { action: 'user.change-role', target: typed, change: { roleId: 'worker', ...toSouth } },
        view,
      )[1],
    ).to.equal('moved');
    expect(act({ rules }, type(typed, 'late'), view)[1]).to.equal('typed');
    expect(act({ rules }, role(typed, 'boss'), { action: 'user.view', target: typed })[1]).to.equal(
      'boss',
    );
  });

  it('takes from a change only what its action sets', () => {
    const rules = [
      rule('typed', { actions: ['user.view'], when: { fact: 'target.userType', is: 'late' } }),
      rule('elsewhere', {
        actions: ['user.view'],
        when: { fact: 'actor.subaccountIds', overlaps: ['south'] },
      }),
    ];
    const sneak = { userType: 'late', subaccountIds: ['south'], fields: ['department'] };
    const target = { ...ana, userType: 'early' };
    expect(
      act(
        { rules },
        { action: 'user.edit', target, change: sneak },
        { action: 'user.view', target },
      ),
    ).to.deep.equal(['allow', 'allow']);
  });

  it('sees the actor as it left them', () => {
    const demote = [role(ana, 'worker'), { action: 'audit.view' }];
    expect(act({}, ...demote)).to.deep.equal(['allow', 'builtin/no-permission']);
    expect(act({}, { action: 'user.leave' }, { action: 'audit.view' })).to.deep.equal([
      'allow',
      'builtin/not-active',
    ]);
  });

  it('lets two people exchange their roles', () => {
    const handOver = { action: 'user.transfer-ownership', target: bob };
    expect(act({}, handOver, { action: 'audit.view' })).to.deep.equal([
      'allow',
      'builtin/no-permission',
    ]);
    expect(act({}, handOver, { action: 'audit.view', actor: bob })).to.deep.equal([
      'allow',
      'allow',
    ]);
  });

  it('does not take a link for the person with the same id', () => {
    const revoke = { action: 'link.revoke', target: { id: 'ana', status: 'active' } };
    expect(act({}, revoke, { action: 'audit.view' })).to.deep.equal(['allow', 'allow']);
  });

  it('goes on after what nobody registered', () => {
    expect(act({}, { action: 'user.fly' }, role(abe, 'worker'))).to.deep.equal([
      'builtin/unknown-action',
      'allow',
    ]);
  });
});
