import { expect } from 'chai';
import type { Person } from '../../src/domain/index.ts';
import {
  compilePolicy,
  toQuestion,
  type PolicyDocument,
  type Question,
  type Rule,
} from '../../src/policy/index.ts';

const ana: Person = { id: 'ana', roleId: 'boss', status: 'active' };
const bob: Person = { id: 'bob', roleId: 'worker', status: 'active' };
const account = { roleCounts: { boss: 1, worker: 2 }, pendingRoleCounts: {} };

const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id,
  actions: ['*'],
  when: true,
  reason: { key: 'limit' },
  ...more,
});

const document = (more: Partial<PolicyDocument> = {}): PolicyDocument => ({
  format: 1,
  id: 'test',
  roles: [
    { id: 'worker', rank: 1, permissions: ['user.view'] },
    { id: 'boss', rank: 2, permissions: ['*'] },
  ],
  rules: [],
  ...more,
});

const ask = (more: Partial<PolicyDocument>, question: Partial<Question>) =>
  compilePolicy(document(more)).decide({ action: 'audit.view', actor: ana, ...question });

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

describe('a host’s own actions', () => {
  const actions = {
    'acme.paint': { access: 'write', target: 'required', on: 'person' },
    'acme.look': { access: 'read' },
  } as const;
  const own = document({
    roles: [
      { id: 'boss', permissions: ['acme.*'] },
      { id: 'worker', permissions: ['acme.look'] },
    ],
    rules: [rule('r', { actions: ['acme.paint'], when: { fact: 'target.colour', is: 'red' } })],
  });
  const policy = compilePolicy(own, { actions });

  it('are granted, refused and need a target like the kit’s', () => {
    const paint = (target?: object) =>
      policy.decide({
        action: 'acme.paint',
        actor: ana,
        ...(target && { target: target as Person }),
      });
    expect(paint({ ...bob, colour: 'red' })).to.include({ rule: 'r' });
    expect(paint({ ...bob, colour: 'blue' }).effect).to.equal('allow');
    expect(paint()).to.deep.equal({ effect: 'unknown', missing: ['target'] });
    expect(policy.decide({ action: 'acme.look', actor: bob }).effect).to.equal('allow');
    expect(policy.decide({ action: 'acme.paint', actor: bob, target: ana }).effect).to.equal(
      'deny',
    );
  });

  it('are unknown where nobody registered them', () => {
    expect(compilePolicy(document()).decide({ action: 'acme.look', actor: ana })).to.include({
      rule: 'builtin/unknown-action',
    });
  });
});

describe('a policy', () => {
  it('is a copy of its document', () => {
    const given = JSON.parse(JSON.stringify(document())) as { rules: unknown[]; roles: unknown[] };
    const policy = compilePolicy(given as never);
    given.rules.push(rule('late'));
    given.roles.length = 0;
    expect(policy.decide({ action: 'audit.view', actor: ana }).effect).to.equal('allow');
    expect(policy.document).to.deep.equal(document());
    expect(Object.isFrozen(policy.document.roles)).to.equal(true);
  });

  it('answers also when its methods are taken off it', () => {
    const { decide, decideAll, assignableRoles } = compilePolicy(document());
    const question = { action: 'user.invite', actor: ana, change: { roleId: 'boss' } };
    expect(decide(question).effect).to.equal('allow');
    expect(decideAll([question])).to.have.length(1);
    expect(assignableRoles(question)).to.have.property('size', 2);
  });

  it('does not change what it is asked', () => {
    const question: Question = { action: 'user.delete', actor: ana, target: bob, account };
    const before = JSON.stringify(question);
    compilePolicy(document()).decideAll([question, question]);
    expect(JSON.stringify(question)).to.equal(before);
  });
});

describe('the question of a command', () => {
  it('derives the names of the values and the number of people', () => {
    const command = {
      id: 'c1',
      action: 'user.invite',
      change: {
        roleId: 'worker',
        count: 1,
        fields: [],
        people: [{ email: 'a@example.org' }, { email: 'b@example.org' }],
        values: { department: 'x', password: 'y' },
        until: '2030-01-01',
      },
    };
    expect(toQuestion(command, ana, { account, draft: true })).to.deep.equal({
      action: 'user.invite',
      actor: ana,
      change: { roleId: 'worker', count: 2, fields: ['department', 'password'] },
      account,
      draft: true,
    });
  });
});
