import { expect } from 'chai';
import type { Person } from '../../src/domain/index.ts';
import {
  compilePolicy,
  type Condition,
  type Decision,
  type PolicyDocument,
  type Question,
  type Rule,
} from '../../src/policy/index.ts';

const ana: Person = { id: 'ana', roleId: 'boss', status: 'active' };
const bob: Person = { id: 'bob', roleId: 'worker', status: 'active' };

const refuse = (id: string, when: Condition | true, more: Partial<Rule> = {}): Rule => ({
  id,
  actions: ['*'],
  when,
  reason: { key: 'limit' },
  ...more,
});

const document = (more: Partial<PolicyDocument> = {}): PolicyDocument => ({
  format: 1,
  id: 'test',
  roles: [
    { id: 'boss', rank: 2, permissions: ['*'] },
    { id: 'worker', rank: 1, permissions: ['user.view'] },
  ],
  rules: [],
  ...more,
});

const ask = (policy: Partial<PolicyDocument>, question: Partial<Question>): Decision =>
  compilePolicy(document(policy)).decide({ action: 'audit.view', actor: ana, ...question });

/** What a single rule makes of a question: denied, allowed, or what is missing. */
const holds = (when: Condition, question: Partial<Question> = {}) => {
  const decision = ask({ rules: [refuse('r', when)] }, question);
  return decision.effect === 'unknown' ? decision.missing : decision.effect === 'deny';
};

const plan = { account: { plan: 'pro' } };
const isPro: Condition = { fact: 'account.plan', is: 'pro' };
const isOther: Condition = { fact: 'account.plan', is: 'other' };
const isUnknown: Condition = { fact: 'account.state', is: 'active' };

describe('conditions', () => {
  it('know three truths', () => {
    expect(holds(isPro, plan)).to.equal(true);
    expect(holds(isOther, plan)).to.equal(false);
    expect(holds(isUnknown, plan)).to.deep.equal(['account.state']);
  });

  it('an unknown member decides nothing where another one does', () => {
    expect(holds({ all: [isUnknown, isOther] }, plan)).to.equal(false);
    expect(holds({ any: [isUnknown, isPro] }, plan)).to.equal(true);
    expect(holds({ all: [isUnknown, isPro] }, plan)).to.deep.equal(['account.state']);
    expect(holds({ any: [isUnknown, isOther] }, plan)).to.deep.equal(['account.state']);
    expect(holds({ not: isUnknown }, plan)).to.deep.equal(['account.state']);
  });

  it('report what is missing once, in order', () => {
    const more: Condition = { fact: 'account.customAttributes', atLeast: 1 };
    expect(holds({ any: [isUnknown, { all: [more, isUnknown] }] }, plan)).to.deep.equal([
      'account.customAttributes',
      'account.state',
    ]);
  });

  it('compare a list with what it shares', () => {
    const features = { account: { features: ['a', 'b'] } };
    expect(holds({ fact: 'account.features', overlaps: ['b', 'c'] }, features)).to.equal(true);
    expect(holds({ fact: 'account.features', overlaps: ['c'] }, features)).to.equal(false);
    expect(holds({ fact: 'account.features', within: ['a', 'b', 'c'] }, features)).to.equal(true);
    expect(holds({ fact: 'account.features', within: ['a'] }, features)).to.equal(false);
    expect(holds({ fact: 'account.features', atLeast: 2 }, features)).to.equal(true);
    expect(holds({ fact: 'account.features', atMost: 1 }, features)).to.equal(false);
  });

  it('an empty list settles what it is compared with', () => {
    const none = { account: { features: [] } };
    const some = { account: { features: ['a'] } };
    const unknown = { fact: 'account.features' } as const;
    expect(holds({ fact: 'actor.addons', overlaps: unknown })).to.equal(false);
    expect(holds({ fact: 'actor.addons', within: unknown })).to.equal(true);
    expect(holds({ fact: 'account.features', overlaps: { fact: 'actor.addons' } })).to.equal(false);
    expect(holds({ fact: 'account.features', within: { fact: 'actor.addons' } })).to.deep.equal([
      'account.features',
    ]);
    expect(holds({ fact: 'account.features', within: { fact: 'actor.addons' } }, none)).to.equal(
      true,
    );
    expect(holds({ fact: 'account.features', within: { fact: 'actor.addons' } }, some)).to.equal(
      false,
    );
  });

  it('take a single fact for a list of one', () => {
    const target = { id: 'ana', status: 'x' };
    const about = { action: 'user.view', target } as const;
    expect(holds({ fact: 'target.id', in: { fact: 'actor.id' } }, about)).to.equal(true);
    expect(holds({ fact: 'actor.roleIds', overlaps: { fact: 'actor.roleId' } })).to.equal(true);
    expect(holds({ fact: 'target.id', in: { fact: 'actor.roleIds' } }, about)).to.equal(false);
  });

  it('do not take what has no size for a size that is fine', () => {
    const about = { action: 'user.view', target: { id: 't', size: 'large' } as never } as const;
    expect(holds({ fact: 'target.size', atLeast: 3 }, about)).to.deep.equal(['target.size']);
    expect(
      holds(
        { fact: 'account.customAttributes', atLeast: 3 },
        { account: { customAttributes: NaN } },
      ),
    ).to.deep.equal(['account.customAttributes']);
  });

  it('a host may ask for facts of its own of a target', () => {
    const about = (more: object) => ({ action: 'user.view', target: { ...bob, ...more } });
    const isRed: Condition = { fact: 'target.colour', is: 'red' };
    expect(holds(isRed, about({ colour: 'red' }))).to.equal(true);
    expect(holds(isRed, about({ colour: 'blue' }))).to.equal(false);
    expect(holds(isRed, about({}))).to.deep.equal(['target.colour']);
  });
});

describe('what is absent', () => {
  const about = { action: 'user.view', target: bob } as const;

  it('booleans of a person are false', () => {
    expect(holds({ fact: 'actor.billingContact', is: false })).to.equal(true);
    expect(holds({ fact: 'target.viaDomain', is: true }, about)).to.equal(false);
  });

  it('lists of a person and of a change are empty', () => {
    expect(holds({ fact: 'actor.subaccountIds', atMost: 0 })).to.equal(true);
    expect(holds({ fact: 'target.products', atMost: 0 }, about)).to.equal(true);
    expect(holds({ fact: 'change.fields', atMost: 0 })).to.equal(true);
    expect(holds({ fact: 'change.fields', atMost: 0 }, { change: {} })).to.equal(true);
  });

  it('null is absent for a list, and a value for anything else', () => {
    const actor = { ...ana, subaccountIds: null } as never;
    expect(holds({ fact: 'actor.subaccountIds', atMost: 0 }, { actor })).to.equal(true);
    expect(
      holds({ fact: 'account.plan', is: null }, { account: { plan: null } as never }),
    ).to.equal(true);
  });

  it('a parent is null, a count is one', () => {
    const inside = { action: 'subaccount.edit', target: { id: 's' } } as const;
    expect(holds({ fact: 'target.parentId', is: null }, inside)).to.equal(true);
    expect(holds({ fact: 'change.count', is: 1 })).to.equal(true);
  });

  it('anything else that a rule needs is unknown', () => {
    expect(holds({ fact: 'change.roleId', is: 'boss' })).to.deep.equal(['change.roleId']);
    expect(holds({ fact: 'account.features', overlaps: ['a'] })).to.deep.equal([
      'account.features',
    ]);
    expect(
      holds({ fact: 'target.status', is: 'active' }, { action: 'user.view', target: { id: 'x' } }),
    ).to.deep.equal(['target.status']);
  });

  it('the roles of a person are those of both facts; without either they are unknown', () => {
    const isBoss: Condition = { fact: 'target.roleIds', overlaps: ['boss'] };
    const of = (target: object) => holds(isBoss, { action: 'user.view', target: target as Person });
    expect(of({ id: 'x', roleId: 'boss' })).to.equal(true);
    expect(of({ id: 'x', roleId: 'worker', roleIds: ['worker', 'boss'] })).to.equal(true);
    expect(of({ id: 'x', roleId: 'boss', roleIds: [] })).to.equal(true);
    expect(of({ id: 'x' })).to.deep.equal(['target.roleIds']);
    expect(holds(isBoss, { action: 'subaccount.edit', target: { id: 'x' } })).to.equal(false);
  });

  it('without a target no test on it holds', () => {
    const optional = { action: 'contact.list' } as const;
    expect(holds({ fact: 'target.roleId', is: 'boss' }, optional)).to.equal(false);
    expect(holds({ not: { fact: 'target.roleId', is: 'boss' } }, optional)).to.equal(true);
    expect(holds({ fact: 'actor.id', in: { fact: 'target.id' } }, optional)).to.equal(false);
    expect(holds({ fact: 'actor.addons', within: { fact: 'target.addons' } }, optional)).to.equal(
      false,
    );
    expect(holds({ fact: 'target.addons', atMost: 5 }, optional)).to.equal(false);
    expect(holds({ fact: 'self', is: false }, optional)).to.equal(true);
  });

  it('a target that is needed and not there is what is missing', () => {
    expect(ask({}, { action: 'user.view' })).to.deep.equal({
      effect: 'unknown',
      missing: ['target'],
    });
    const rules = [
      refuse('r', { all: [isPro, { fact: 'self', is: true }] }),
      refuse('s', isUnknown),
    ];
    expect(ask({ rules }, { action: 'user.view', ...plan })).to.deep.equal({
      effect: 'unknown',
      missing: ['target'],
    });
  });

  it('what is refused whomever it is about is refused', () => {
    const rules = [refuse('r', { any: [isPro, { fact: 'self', is: true }] })];
    expect(ask({ rules }, { action: 'user.view', ...plan })).to.include({
      effect: 'deny',
      rule: 'r',
    });
  });

  it('the organiser of an event may be the actor, of an event only', () => {
    const isOwn: Condition = { fact: 'target.organiserId', in: { fact: 'actor.id' } };
    expect(holds(isOwn, { action: 'event.start' })).to.equal(true);
    expect(holds(isOwn, { action: 'event.start', target: { id: 'e' } })).to.equal(true);
    expect(
      holds(isOwn, { action: 'event.start', target: { id: 'e', organiserId: 'bob' } }),
    ).to.equal(false);
    expect(holds(isOwn, { action: 'contact.list' })).to.equal(false);
    expect(holds({ fact: 'target.id', is: 'e' }, { action: 'event.start' })).to.equal(false);
  });
});

describe('self', () => {
  const isSelf: Condition = { fact: 'self', is: true };

  it('is the actor', () => {
    expect(holds(isSelf, { action: 'user.view', target: ana })).to.equal(true);
    expect(holds(isSelf, { action: 'user.view', target: bob })).to.equal(false);
  });

  it('is nothing that has the same id without being a person', () => {
    expect(holds(isSelf, { action: 'subaccount.edit', target: { id: 'ana' } })).to.equal(false);
  });

  it('an action about nobody is not swayed by a target that is sent along', () => {
    expect(holds(isSelf, { target: ana })).to.equal(false);
    expect(holds({ fact: 'target.status', is: 'active' }, { target: ana })).to.equal(false);
  });
});
