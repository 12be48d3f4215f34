import { expect } from 'chai';
import { crowd, FakeBackend, fails } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { changeRole, only, open, problemOf, setUp } from './setup.ts';

const role = changeRole('p1', 'admin', { id: 'c' });

describe('a command that the backend refuses', () => {
  it('shows the record as it is now, and is tried again on that as a new command', async () => {
    const { backend, scope } = setUp();
    const window = await open(scope);
    backend.edit('p1', { department: 'Elsewhere' });
    const outcome = await scope.run({
      ...role,
      target: { kind: 'person', id: 'p1', version: '1' },
      ifVersion: '1',
    });
    expect(problemOf(outcome)).to.deep.include({ kind: 'stale' });
    expect(window.at(1)?.department).to.equal('Elsewhere');
    const again = await scope.retry('c');
    expect(again?.status).to.equal('done');
    expect(again?.command.id).to.not.equal('c');
    expect(backend.find('p1')).to.deep.include({ roleId: 'admin', department: 'Elsewhere' });
    expect(scope.activities).to.deep.equal([]);
  });

  it('takes the person away where there is none any more', async () => {
    const { backend, scope } = setUp();
    const window = await open(scope);
    backend.remove('p1');
    const outcome = await scope.run(role);
    await turn();
    expect(problemOf(outcome).kind).to.equal('not-found');
    expect(window.length).to.equal(2);
    expect(only(scope.activitiesOn('p1')).phase).to.equal('refused');
  });

  for (const kind of ['forbidden', 'rule', 'quota'] as const) {
    it(`with ${kind} though the policy allowed it, tells the host and reads the account again`, async () => {
      const { backend, problems, scope } = setUp();
      await open(scope);
      const before = backend.asked('account').length;
      backend.next('run', fails({ kind, code: 'x/y', detail: 'Not today' }));
      const outcome = await scope.run(role);
      await turn();
      expect(problemOf(outcome)).to.deep.include({ kind, detail: 'Not today' });
      expect(problems.map(({ code }) => code)).to.deep.equal(['x/y', 'policy-drift']);
      expect(backend.asked('account').length).to.equal(before + 1);
      const again = await scope.retry('c');
      expect(again?.status).to.equal('done');
      expect(again?.command.id).to.not.equal('c');
    });
  }

  it('is no news where the policy did not know, or there is none', async () => {
    const { backend, problems, scope } = setUp(new FakeBackend(), {
      policy: {
        format: 1,
        id: 'plans',
        roles: [
          { id: 'owner', permissions: ['*'] },
          { id: 'admin', permissions: [] },
        ],
        rules: [
          {
            id: 'plan',
            actions: ['user.change-role'],
            when: { fact: 'account.plan', is: 'free' },
            reason: { key: 'needsPlan' },
          },
        ],
      },
    });
    await open(scope);
    backend.next('run', fails({ kind: 'rule' }));
    await scope.run(role);
    expect(problems.map(({ code }) => code)).to.deep.equal([undefined]);
    expect(backend.asked('account')).to.have.length(2);
  });

  it('closes what could be undone a moment ago, once the account is known anew', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(4)));
    await open(scope);
    await scope.run(changeRole('p1', 'admin'));
    await turn();
    expect(only(scope.recent).state).to.equal('open');
    backend.edit('p0', { roleId: 'member' });
    backend.next('run', fails({ kind: 'forbidden' }));
    await scope.run(changeRole('p2', 'admin'));
    await turn();
    expect(only(scope.recent).state).to.equal('closed');
  });

  it('is offered no retry that would do nothing', async () => {
    const { scope } = setUp();
    expect(await scope.retry('never heard of')).to.equal(undefined);
  });
});
