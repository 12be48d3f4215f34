import { expect } from 'chai';
import type { Person } from '../../src/domain/index.ts';
import { account, ana, ask, bob } from './ask.ts';

describe('role limits', () => {
  const roles = [
    { id: 'boss', rank: 2, permissions: ['*' as const], min: 1, max: 2 },
    { id: 'worker', rank: 1, permissions: [] },
  ];
  const other: Person = { ...ana, id: 'abe' };
  const off: Person = { ...ana, id: 'olf', status: 'deactivated' };

  it('the last holder stays', () => {
    const demote = {
      action: 'user.change-role',
      target: other,
      change: { roleId: 'worker' },
      account,
    };
    expect(ask({ roles }, demote)).to.deep.include({
      rule: 'boss/min',
      reason: { key: 'roleMin', params: { role: 'boss', min: 1 } },
    });
    for (const action of ['user.delete', 'user.suspend', 'user.deactivate', 'user.unlink'])
      expect(ask({ roles }, { action, target: other, account })).to.include({ rule: 'boss/min' });
    expect(ask({ roles }, { action: 'user.leave', account })).to.include({ rule: 'boss/min' });
  });

  it('who gets the role they have does not lose it', () => {
    const change = { roleId: 'boss' };
    expect(
      ask({ roles }, { action: 'user.change-role', target: other, change, account }).effect,
    ).to.equal('allow');
  });

  it('only active holders count, and only they matter', () => {
    expect(ask({ roles }, { action: 'user.delete', target: off, account }).effect).to.equal(
      'allow',
    );
    const { status: _unknown, ...unclear } = off;
    expect(ask({ roles }, { action: 'user.delete', target: unclear, account })).to.deep.equal({
      effect: 'unknown',
      missing: ['target.status'],
    });
  });

  it('what cannot change the answer need not be known', () => {
    const many = { roleCounts: { boss: 2 } };
    const { status: _unknown, ...unclear } = other;
    expect(
      ask({ roles }, { action: 'user.delete', target: unclear, account: many }).effect,
    ).to.equal('allow');
    expect(ask({ roles }, { action: 'user.delete', target: bob }).effect).to.equal('allow');
    expect(ask({ roles }, { action: 'user.delete', target: other })).to.deep.equal({
      effect: 'unknown',
      missing: ['account.roleCounts'],
    });
  });

  it('an account-wide action is about nobody in particular', () => {
    const change = { fromType: 'basic' };
    expect(ask({ roles }, { action: 'account.unlink-type', change, account }).effect).to.equal(
      'allow',
    );
  });

  it('no more than so many hold a role, invitations included', () => {
    const invite = (count: number, pending = 0) =>
      ask(
        { roles },
        {
          action: 'user.invite',
          change: { roleId: 'boss', count },
          account: { roleCounts: { boss: 1 }, pendingRoleCounts: { boss: pending } },
        },
      );
    expect(invite(1).effect).to.equal('allow');
    expect(invite(2)).to.deep.include({
      rule: 'boss/max',
      reason: { key: 'roleMax', params: { role: 'boss', max: 2 } },
    });
    expect(invite(1, 1)).to.include({ rule: 'boss/max' });
    expect(invite(0, 1).effect).to.equal('allow');
  });

  it('a count that is no number is too many', () => {
    const change = { roleId: 'boss', count: NaN };
    expect(ask({ roles }, { action: 'user.invite', change, account })).to.include({
      rule: 'boss/max',
    });
  });

  it('a change of role counts, unless it changes nothing', () => {
    const full = { roleCounts: { boss: 2 }, pendingRoleCounts: {} };
    const change = { roleId: 'boss' };
    const action = 'user.change-role';
    expect(ask({ roles }, { action, target: bob, change, account: full })).to.include({
      rule: 'boss/max',
    });
    expect(ask({ roles }, { action, target: other, change, account: full }).effect).to.equal(
      'allow',
    );
    expect(ask({ roles }, { action: 'user.reactivate', target: off, account: full })).to.include({
      rule: 'boss/max',
    });
  });

  it('a role named like what every object has is counted like any other', () => {
    const odd = [
      { id: 'boss', permissions: ['*' as const] },
      { id: 'a.b', permissions: [], max: 1 },
    ];
    const change = { roleId: 'a.b' };
    const full = { roleCounts: { 'a.b': 1 }, pendingRoleCounts: {} };
    expect(ask({ roles: odd }, { action: 'user.invite', change, account: full })).to.include({
      rule: 'a.b/max',
    });
  });
});

describe('seats', () => {
  const seats = [
    {
      id: 'type',
      actions: ['user.invite', 'user.change-type'],
      pool: 'change.userType' as const,
      among: ['paid'],
    },
    { id: 'addon', actions: ['user.invite', 'user.assign-addon'], pool: 'change.addons' as const },
    { id: 'slot', actions: ['subaccount.create'], pool: { name: 'slot' } },
    {
      id: 'link',
      actions: ['link.create', 'user.change-role'],
      pool: { name: 'room' },
      roles: ['worker'],
    },
  ];
  const of = (paid: number, room = 0) => ({
    ...account,
    seats: { paid: { total: 5, used: 5 - paid }, room: { total: room, used: 0 } },
  });

  it('are needed for each of those added', () => {
    const change = { roleId: 'worker', userType: 'paid', count: 3 };
    expect(ask({ seats }, { action: 'user.invite', change, account: of(3) }).effect).to.equal(
      'allow',
    );
    expect(ask({ seats }, { action: 'user.invite', change, account: of(2) })).to.deep.include({
      rule: 'type',
      reason: { key: 'noSeat', params: { pool: 'paid', needed: 3, free: 2 } },
      remedy: { kind: 'buy', pool: 'paid' },
    });
  });

  it('what someone holds is not needed again', () => {
    const target = { ...bob, userType: 'paid', addons: ['a'] };
    const action = 'user.assign-addon';
    expect(
      ask(
        { seats },
        { action: 'user.change-type', target, change: { userType: 'paid' }, account: of(0) },
      ).effect,
    ).to.equal('allow');
    expect(
      ask({ seats }, { action, target, change: { addons: ['a'] }, account: of(0) }).effect,
    ).to.equal('allow');
    expect(
      ask({ seats }, { action, target, change: { addons: ['a', 'b'] }, account: of(0) }),
    ).to.deep.include({
      rule: 'addon',
      reason: { key: 'noSeat', params: { pool: 'b', needed: 1, free: 0 } },
    });
  });

  it('unknown where a free one is needed and nobody knows', () => {
    const change = { roleId: 'worker', userType: 'paid' };
    expect(ask({ seats }, { action: 'user.invite', change })).to.deep.equal({
      effect: 'unknown',
      missing: ['account.seats'],
    });
    expect(
      ask({ seats }, { action: 'user.invite', change: { ...change, userType: 'free' } }).effect,
    ).to.equal('allow');
  });

  it('what is not said could be any that takes one, unless there are enough', () => {
    const change = { roleId: 'worker' };
    expect(ask({ seats }, { action: 'user.invite', change, account: of(0) })).to.deep.equal({
      effect: 'unknown',
      missing: ['change.userType'],
    });
    expect(ask({ seats }, { action: 'user.invite', change, account: of(1) }).effect).to.equal(
      'allow',
    );
  });

  it('of a single pool, for each thing', () => {
    const slots = (total: number) => ({ seats: { slot: { total, used: 1 } } });
    expect(ask({ seats }, { action: 'subaccount.create', account: slots(2) }).effect).to.equal(
      'allow',
    );
    expect(ask({ seats }, { action: 'subaccount.create', account: slots(1) })).to.include({
      rule: 'slot',
    });
  });

  it('of a single pool, for some roles, unless one of them is held', () => {
    const link = (roleId: string, room: number) =>
      ask({ seats }, { action: 'link.create', change: { roleId }, account: of(0, room) });
    expect(link('worker', 1).effect).to.equal('allow');
    expect(link('worker', 0)).to.include({ rule: 'link' });
    expect(link('boss', 0).effect).to.equal('allow');
    const stays = { action: 'user.change-role', target: bob, change: { roleId: 'worker' } };
    expect(ask({ seats }, { ...stays, account: of(0) }).effect).to.equal('allow');
  });

  it('a pool with broken counts has none', () => {
    const change = { roleId: 'worker', userType: 'paid' };
    const broken = { seats: { paid: { total: 5 } } } as never;
    expect(ask({ seats }, { action: 'user.invite', change, account: broken })).to.include({
      rule: 'type',
    });
  });
});
