import { expect } from 'chai';
import { ScopeEventTarget, type AccountCommandEvent } from '../../src/state/index.ts';
import { crowd, FakeBackend, person } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { changeRole, holdNext, only, open, problemOf, setUp } from './setup.ts';
import { uncaughtDuring } from './uncaught.ts';

describe('a host that is asked', () => {
  it('can stop an act without a word', async () => {
    const { acts, backend, problems, scope } = setUp();
    await open(scope);
    scope.addEventListener('account-command', (event) => event.preventDefault());
    const outcome = await scope.run(changeRole('p1', 'admin'));
    expect(problemOf(outcome)).to.deep.include({ kind: 'aborted', code: 'vetoed' });
    expect(scope.activities).to.deep.equal([]);
    expect([backend.done.length, acts.length, problems.length]).to.deep.equal([0, 1, 0]);
  });

  it('can hold it, which shows, and let it go', async () => {
    const all = setUp();
    const { backend, scope } = all;
    await open(scope);
    const host = holdNext(all);
    const outcome = scope.run(changeRole('p1', 'admin'));
    await turn();
    expect(only(scope.activitiesOn('p1')).phase).to.equal('holding');
    expect(backend.asked('run')).to.have.length(0);
    host.answer();
    expect((await outcome).status).to.equal('done');
  });

  it('can veto with words for the person, which stay in the row', async () => {
    const all = setUp();
    const { backend, scope, problems } = all;
    await open(scope);
    const host = holdNext(all);
    const outcome = scope.run(changeRole('p1', 'admin'));
    host.answer({ veto: 'Ask Ana first' });
    expect(problemOf(await outcome)).to.deep.include({ code: 'vetoed', detail: 'Ask Ana first' });
    expect(only(scope.activitiesOn('p1')).problem?.detail).to.equal('Ask Ana first');
    expect([backend.done.length, problems.length]).to.deep.equal([0, 0]);
  });

  it('can drop some of an act', async () => {
    const all = setUp();
    const { acts, backend, scope } = all;
    await open(scope);
    const host = holdNext(all);
    const outcomes = scope.run([
      { ...changeRole('p1', 'admin'), id: 'one' },
      { ...changeRole('p2', 'admin'), id: 'two' },
    ]);
    host.answer({ drop: ['one', 'nothing of the kind'] });
    expect((await outcomes).map(({ status }) => status)).to.deep.equal(['refused', 'done']);
    expect(backend.done.map(({ id }) => id)).to.deep.equal(['two']);
    expect(acts).to.have.length(1);
    expect(scope.activities).to.deep.equal([]);
  });

  it('can drop one of two owners, and the other is demoted on what is true then', async () => {
    const all = setUp(new FakeBackend([...crowd(2), person('p2', { roleId: 'owner' })]));
    const { backend, scope } = all;
    await open(scope);
    const host = holdNext(all);
    const outcomes = scope.run([
      { ...changeRole('p2', 'member'), id: 'one' },
      { ...changeRole('p0', 'admin'), id: 'two' },
    ]);
    host.answer({ drop: ['one'] });
    expect((await outcomes).map(({ status }) => status)).to.deep.equal(['refused', 'skipped']);
    expect(backend.done).to.have.length(0);
  });

  it('vetoes by rejecting, and says why', async () => {
    const all = setUp();
    const { backend, scope } = all;
    await open(scope);
    const host = holdNext(all);
    const outcome = scope.run(changeRole('p1', 'admin'));
    host.fail(new Error('The key was not recognised'));
    expect(problemOf(await outcome)).to.deep.include({
      code: 'vetoed',
      detail: 'The key was not recognised',
    });
    expect(backend.done).to.have.length(0);
  });

  it('cancels in silence by rejecting with an abort', async () => {
    const all = setUp();
    await open(all.scope);
    const host = holdNext(all);
    const outcome = all.scope.run(changeRole('p1', 'admin'));
    host.fail(new DOMException('Closed', 'AbortError'));
    expect(problemOf(await outcome).kind).to.equal('aborted');
    expect(all.scope.activities).to.deep.equal([]);
  });

  it('is taken by its first veto, whatever else it still waits for', async () => {
    const all = setUp();
    await open(all.scope);
    holdNext(all);
    const host = holdNext(all);
    const outcome = all.scope.run(changeRole('p1', 'admin'));
    host.answer({ veto: 'No' });
    expect(problemOf(await outcome).detail).to.equal('No');
  });

  it('waits for every hold', async () => {
    const all = setUp();
    await open(all.scope);
    const hosts = [holdNext(all), holdNext(all)];
    const outcome = all.scope.run(changeRole('p1', 'admin'));
    hosts[0]!.answer();
    await turn();
    expect(only(all.scope.activitiesOn('p1')).phase).to.equal('holding');
    hosts[1]!.answer(null);
    expect((await outcome).status).to.equal('done');
  });

  for (const intent of [false, true, 'no', {}, { drop: 'one' }]) {
    it(`is not taken for a yes when it answers ${JSON.stringify(intent)}`, async () => {
      const all = setUp();
      await open(all.scope);
      const host = holdNext(all);
      const outcome = all.scope.run(changeRole('p1', 'admin'));
      host.answer(intent);
      expect(problemOf(await outcome).detail).to.contain(
        `waitUntil() resolved with ${JSON.stringify(intent)}`,
      );
      expect(all.backend.done).to.have.length(0);
    });
  }

  it('is told when it wants to hold what has already gone on', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    let kept: AccountCommandEvent | undefined;
    scope.addEventListener('account-command', (event) => (kept = event));
    await scope.run(changeRole('p1', 'admin'));
    expect(() => kept?.waitUntil(Promise.resolve())).to.throw(
      'while account-command is being dispatched',
    );
    expect(backend.done).to.have.length(1);
  });

  it('is asked once also where the question is passed on, and every answer counts', async () => {
    const all = setUp();
    await open(all.scope);
    const elsewhere = new ScopeEventTarget();
    const heard: AccountCommandEvent[] = [];
    all.scope.addEventListener('account-command', (event) => event.redispatch(elsewhere));
    elsewhere.addEventListener('account-command', (event) => {
      heard.push(event);
      event.waitUntil(Promise.resolve({ veto: 'From afar' }));
    });
    const outcome = await all.scope.run(changeRole('p1', 'admin'));
    expect(problemOf(outcome).detail).to.equal('From afar');
    expect(heard).to.have.length(1);
    elsewhere.addEventListener('account-command', (event) => event.preventDefault());
    expect(problemOf(await all.scope.run(changeRole('p1', 'admin'))).kind).to.equal('aborted');
  });

  it('that stops the act and rejects its hold as well leaves no error behind', async () => {
    const all = setUp();
    await open(all.scope);
    const host = holdNext(all);
    all.scope.addEventListener('account-command', (event) => event.preventDefault());
    const errors = await uncaughtDuring(async () => {
      const outcome = all.scope.run(changeRole('p1', 'admin'));
      host.fail(new Error('late'));
      expect((await outcome).status).to.equal('refused');
      await turn();
    });
    expect(errors).to.deep.equal([]);
  });

  it('may be answered by facts that moved while it held', async () => {
    const all = setUp(new FakeBackend([...crowd(2), person('p2', { roleId: 'owner' })]));
    const { backend, scope } = all;
    await open(scope);
    const host = holdNext(all);
    const outcome = scope.run(changeRole('p2', 'member'));
    await turn();
    backend.edit('p0', { roleId: 'admin' });
    backend.actorId = 'p2';
    await scope.refresh();
    host.answer();
    expect(await outcome).to.deep.include({ status: 'skipped' });
    expect(backend.done).to.have.length(0);
  });

  it('may be answered by a person who moved while it held', async () => {
    const all = setUp(new FakeBackend(), {
      policy: {
        format: 1,
        id: 'held',
        roles: [{ id: 'owner', permissions: ['*'] }],
        rules: [
          {
            id: 'not/suspended',
            actions: ['user.change-role'],
            when: { fact: 'target.status', is: 'suspended' },
            reason: { key: 'notActive' },
          },
        ],
      },
    });
    const { backend, scope } = all;
    await open(scope);
    const host = holdNext(all);
    const outcome = scope.run(changeRole('p1', 'admin'));
    await turn();
    backend.edit('p1', { status: 'suspended' });
    await scope.refresh();
    await turn();
    host.answer();
    expect((await outcome).status).to.equal('skipped');
  });
});
