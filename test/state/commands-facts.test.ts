import { expect } from 'chai';
import type { Outcome } from '../../src/state/index.ts';
import { crowd, FakeBackend } from './fake-backend.ts';
import { open, setUp } from './setup.ts';

describe('command with a fact missing', () => {
  const seats = {
    format: 1,
    id: 'seats',
    roles: [{ id: 'owner', permissions: ['*'] }],
    seats: [{ id: 'seat', actions: ['user.change-type'], pool: 'change.userType' }],
    rules: [],
  } as const;
  const license = {
    action: 'user.change-type',
    target: { kind: 'person', id: 'p1' },
    change: { userType: 'licensed' },
  } as const;

  const basics = () => new FakeBackend(crowd(3).map((one) => ({ ...one, userType: 'basic' })));

  it('reads the account again where the backend can tell it', async () => {
    const { backend, scope } = setUp(basics(), { policy: seats });
    await open(scope);
    const decision = scope.decide({
      action: license.action,
      target: backend.find('p1'),
      change: license.change,
    });
    expect(scope.standing(decision)).to.equal('pending');
    backend.facts = { seats: { licensed: { total: 1, used: 0 } } };
    expect((await scope.run(license)).status).to.equal('done');
  });

  it('is not sent where it still is not told', async () => {
    const { backend, scope } = setUp(basics(), { policy: seats });
    await open(scope);
    const outcome = await scope.run(license);
    expect(outcome.status).to.equal('skipped');
    expect((outcome as Extract<Outcome, { status: 'skipped' }>).decision).to.deep.equal({
      effect: 'unknown',
      missing: ['account.seats'],
    });
    expect(backend.done).to.have.length(0);
  });

  it('leaves it to the server where this backend can never tell it', async () => {
    const backend = basics();
    backend.abilities = { ...backend.abilities, facts: ['roleCounts'] };
    const { scope } = setUp(backend, { policy: seats });
    await open(scope);
    const decision = scope.decide({
      action: license.action,
      target: backend.find('p1'),
      change: license.change,
    });
    expect(scope.standing(decision)).to.equal('server-decides');
    expect((await scope.run(license)).status).to.equal('done');
    expect(backend.asked('account')).to.have.length(2);
  });

  it('asks for the whole record where the list told too little of a person', async () => {
    const { backend, scope } = setUp(new FakeBackend(), {
      policy: {
        format: 1,
        id: 'typed',
        roles: [{ id: 'owner', permissions: ['*'] }],
        rules: [
          {
            id: 'no/basic',
            actions: ['user.suspend'],
            when: { fact: 'target.userType', is: 'basic' },
            reason: { key: 'noPermission' },
          },
        ],
      },
    });
    const window = await open(scope);
    backend.edit('p1', { userType: 'licensed' });
    expect(window.at(1)?.userType).to.equal(undefined);
    const outcome = await scope.run({
      action: 'user.suspend',
      target: { kind: 'person', id: 'p1' },
    });
    expect(outcome.status).to.equal('done');
  });
});
