import { expect } from 'chai';
import { compilePolicy } from '../../src/policy/index.ts';
import { ana, ask, bob, document, rule } from './ask.ts';

describe('a draft', () => {
  const rules = [
    rule('role', { actions: ['user.invite'], when: { fact: 'change.roleId', is: 'boss' } }),
    rule('fields', { actions: ['user.edit'], when: { fact: 'change.fields', overlaps: ['x'] } }),
    rule('both', {
      actions: ['user.invite'],
      when: {
        all: [
          { fact: 'change.kind', is: 'k' },
          { fact: 'account.plan', is: 'pro' },
        ],
      },
    }),
  ];
  const draft = true as const;

  it('leaves open what it does not say yet', () => {
    expect(ask({ rules }, { action: 'user.edit', target: bob, draft })).to.deep.equal({
      effect: 'allow',
      open: ['change.fields'],
    });
    expect(ask({ rules }, { action: 'user.edit', target: bob })).to.deep.equal({ effect: 'allow' });
  });

  it('leaves open what hangs on it, whatever else is missing', () => {
    const change = { roleId: 'worker' };
    expect(ask({ rules }, { action: 'user.invite', change, draft })).to.deep.equal({
      effect: 'allow',
      open: ['change.kind'],
    });
    expect(
      ask({ rules }, { action: 'user.invite', change: { ...change, kind: 'k' }, draft }),
    ).to.deep.equal({ effect: 'unknown', missing: ['account.plan'] });
  });

  it('is refused by what holds already', () => {
    const change = { roleId: 'boss' };
    expect(ask({ rules }, { action: 'user.invite', change, draft })).to.include({ rule: 'role' });
  });

  it('is of one, until it says how many', () => {
    const roles = [
      { id: 'boss', permissions: ['*' as const], max: 2 },
      { id: 'worker', permissions: [] },
    ];
    const seats = [{ id: 'seat', actions: ['user.invite'], pool: 'change.userType' as const }];
    const invite = (boss: number, free: number) =>
      ask(
        { roles, seats },
        {
          action: 'user.invite',
          change: { roleId: 'boss', userType: 'paid' },
          account: {
            roleCounts: { boss },
            pendingRoleCounts: {},
            seats: { paid: { total: free, used: 0 } },
          },
          draft,
        },
      );
    expect(invite(2, 5)).to.include({ rule: 'boss/max' });
    expect(invite(1, 0)).to.include({ rule: 'seat' });
    expect(invite(1, 5)).to.deep.equal({ effect: 'allow', open: ['change.count'] });
  });

  it('about one person is about one', () => {
    const seats = [{ id: 'seat', actions: ['user.change-type'], pool: 'change.userType' as const }];
    const question = { action: 'user.change-type', target: { ...bob, userType: 'free' }, draft };
    const free = { seats: { paid: { total: 1, used: 0 } } };
    expect(
      ask({ seats }, { ...question, change: { userType: 'paid' }, account: free }),
    ).to.deep.equal({ effect: 'allow' });
  });
});

describe('assignable roles', () => {
  it('are all of the document, highest first, each with its answer', () => {
    const rules = [rule('r', { when: { fact: 'change.roleId', is: 'boss' } })];
    const policy = compilePolicy(document({ rules }));
    const roles = policy.assignableRoles({ action: 'user.invite', actor: ana });
    expect([...roles.keys()]).to.deep.equal(['boss', 'worker']);
    expect(roles.get('boss')).to.include({ effect: 'deny', rule: 'r' });
    expect(roles.get('worker')).to.deep.equal({ effect: 'allow' });
  });
});
