import { expect } from 'chai';
import type { Person } from '../../src/domain/index.ts';
import { ana, ask, bob, rule } from './ask.ts';

describe('built-in refusals', () => {
  it('an action that nobody registered', () => {
    for (const action of ['user.fly', 'constructor', '__proto__', 'toString'])
      expect(ask({}, { action })).to.deep.equal({
        effect: 'deny',
        rule: 'builtin/unknown-action',
        reason: { key: 'unknownAction', params: { action } },
        rules: ['builtin/unknown-action'],
      });
  });

  it('a role that the document does not have', () => {
    const decision = ask({}, { actor: { ...ana, roleId: 'ghost' } });
    expect(decision).to.deep.include({
      rule: 'builtin/unknown-role',
      reason: { key: 'unknownRole', params: { role: 'ghost' } },
    });
    expect(ask({}, { action: 'user.invite', change: { roleId: 'constructor' } })).to.deep.include({
      rule: 'builtin/unknown-role',
      reason: { key: 'unknownRole', params: { role: 'constructor' } },
    });
  });

  it('one known role among several is enough', () => {
    const actor = { ...ana, roleId: 'ghost', roleIds: ['ghost', 'boss'] };
    expect(ask({}, { actor })).to.deep.equal({ effect: 'allow' });
  });

  it('someone without any role, and nobody at all', () => {
    for (const actor of [{ id: 'x', status: 'active' }, {}, null, undefined])
      expect(ask({}, { actor: actor as never })).to.include({ rule: 'builtin/unknown-role' });
  });

  it('someone who is not active', () => {
    for (const status of ['pending', 'suspended', 'deactivated'] as const)
      expect(ask({}, { actor: { ...ana, status } })).to.include({ rule: 'builtin/not-active' });
    const { status: _unknown, ...actor } = ana;
    expect(ask({}, { actor })).to.deep.equal({ effect: 'unknown', missing: ['actor.status'] });
  });

  it('a single action taken away from someone', () => {
    const actor = { ...ana, restricted: ['audit.view'] };
    expect(ask({}, { actor })).to.include({ rule: 'builtin/restricted' });
    expect(ask({}, { actor, action: 'settings.open' })).to.deep.equal({ effect: 'allow' });
  });

  it('no permission, with who has it', () => {
    expect(ask({}, { actor: bob })).to.deep.equal({
      effect: 'deny',
      rule: 'builtin/no-permission',
      reason: { key: 'noPermission' },
      remedy: { kind: 'ask', roles: ['boss'] },
      rules: ['builtin/no-permission'],
    });
  });
});

describe('permissions', () => {
  const may = (permissions: readonly string[], action: string, except: readonly string[] = []) =>
    ask({ roles: [{ id: 'boss', permissions, except }] }, { action, target: bob }).effect;

  it('are patterns', () => {
    expect(may(['user.delete'], 'user.delete')).to.equal('allow');
    expect(may(['user.delete'], 'user.view')).to.equal('deny');
    expect(may(['user.*'], 'user.delete')).to.equal('allow');
    expect(may(['user.*'], 'audit.view')).to.equal('deny');
    expect(may(['*:write'], 'user.delete')).to.equal('allow');
    expect(may(['*:write'], 'user.view')).to.equal('deny');
    expect(may(['*'], 'audit.view')).to.equal('allow');
    expect(may(['subaccount.buy'], 'subaccount.buy-addon')).to.equal('deny');
  });

  it('are taken back by exceptions', () => {
    expect(may(['*'], 'user.delete', ['user.delete'])).to.equal('deny');
    expect(may(['user.delete'], 'user.delete', ['user.delete'])).to.equal('deny');
  });

  it('of several roles are all of theirs, whatever one of them excepts', () => {
    const roles = [
      { id: 'a', permissions: ['*' as const], except: ['user.delete'] },
      { id: 'b', permissions: ['user.delete'] },
    ];
    const actor: Person = { id: 'x', roleId: 'a', roleIds: ['a', 'b'], status: 'active' };
    expect(ask({ roles }, { actor, action: 'user.delete', target: bob }).effect).to.equal('allow');
    expect(ask({ roles }, { actor, action: 'audit.view' }).effect).to.equal('allow');
  });
});

describe('of several refusals', () => {
  const rules = [rule('b'), rule('c', { rank: 1 }), rule('a'), rule('d', { rank: -1 })];

  it('the highest rank is reported, then the smallest id, then the others', () => {
    expect(ask({ rules }, {})).to.deep.include({ rule: 'c', rules: ['c', 'a', 'b', 'd'] });
  });

  it('a refusal weighs more than what is not known', () => {
    const unknown = rule('u', { rank: 9, when: { fact: 'account.plan', is: 'pro' } });
    expect(ask({ rules: [unknown, rule('r')] }, {})).to.include({ effect: 'deny', rule: 'r' });
    expect(ask({ rules: [unknown] }, {}).effect).to.equal('unknown');
  });
});

describe('reasons and remedies', () => {
  it('carry the facts they name', () => {
    const reason = {
      key: 'x',
      params: {
        plain: 3,
        role: { fact: 'actor.roleId' },
        list: { fact: 'change.fields' },
        none: { fact: 'account.plan' },
        nobody: { fact: 'target.id' },
      },
    } as const;
    const decision = ask({ rules: [rule('r', { reason })] }, { change: { fields: ['a', 'b'] } });
    expect(decision).to.deep.include({
      reason: {
        key: 'x',
        params: { plain: 3, role: 'boss', list: 'a, b', none: null, nobody: null },
      },
    });
  });

  const bossOnly = rule('r', {
    when: { not: { fact: 'actor.roleIds', overlaps: ['chief'] } },
    remedy: { kind: 'ask' },
  });
  const roles = [
    { id: 'worker', permissions: ['audit.view'] },
    { id: 'boss', rank: 1, permissions: ['*' as const] },
    { id: 'chief', rank: 2, permissions: ['*' as const] },
  ];

  it('`ask` says who may, highest first', () => {
    const two = { ...bossOnly, when: { fact: 'actor.roleIds', overlaps: ['worker'] } } as const;
    expect(ask({ roles, rules: [two] }, { actor: bob })).to.deep.include({
      remedy: { kind: 'ask', roles: ['chief', 'boss'] },
    });
    expect(ask({ roles, rules: [bossOnly] }, { actor: bob })).to.deep.include({
      remedy: { kind: 'ask', roles: ['chief'] },
    });
  });

  it('`ask` says it to someone else, who is not refused for being the target', () => {
    const notSelf = rule('r', { when: { fact: 'self', is: true }, remedy: { kind: 'ask' } });
    const question = { action: 'user.delete', target: ana } as const;
    expect(ask({ rules: [notSelf] }, question)).to.deep.include({
      remedy: { kind: 'ask', roles: ['boss'] },
    });
  });

  it('where nobody may, nobody is to be asked', () => {
    expect(ask({ rules: [rule('r', { remedy: { kind: 'ask' } })] }, {})).not.to.have.property(
      'remedy',
    );
  });

  it('other remedies are as the document has them', () => {
    const remedy = { kind: 'elsewhere', key: 'support', href: '/help' } as const;
    expect(ask({ rules: [rule('r', { remedy })] }, {})).to.deep.include({ remedy });
  });
});
