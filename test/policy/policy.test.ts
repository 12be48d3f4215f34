import { expect } from 'chai';
import type { Person } from '../../src/domain/index.ts';
import { compilePolicy, toQuestion, type Question } from '../../src/policy/index.ts';
import { account, ana, bob, document, rule } from './ask.ts';

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
