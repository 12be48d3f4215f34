import { expect } from 'chai';
import { doneThenFails, fails } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { changeRole, only, open, problemOf, setUp } from './setup.ts';

const role = changeRole('p1', 'admin', { id: 'c' });

describe('a command whose answer is late', () => {
  it('says after a while that it takes long, and still takes the answer', async () => {
    const { backend, clock, scope } = setUp();
    await open(scope);
    const held = backend.hold('run');
    const outcome = scope.run(role);
    await clock.advance(7_000);
    expect(only(scope.activitiesOn('p1')).slow).to.equal(undefined);
    await clock.advance(23_000);
    expect(only(scope.activitiesOn('p1'))).to.deep.include({ phase: 'sending', slow: true });
    held.calls[0]!.go();
    expect((await outcome).status).to.equal('done');
    expect(scope.activities).to.deep.equal([]);
    expect(clock.waiting).to.equal(0);
  });

  it('stays slow while it is tried again', async () => {
    const { backend, clock, scope } = setUp();
    await open(scope);
    backend.next('run', fails({ kind: 'rate-limited', retryAfterMs: 10_000 }));
    const held = backend.hold('run');
    const outcome = scope.run(role);
    await clock.advance(9_000);
    expect(only(scope.activitiesOn('p1')).slow).to.equal(true);
    await clock.advance(2_000);
    expect(only(scope.activitiesOn('p1')).slow).to.equal(true);
    held.calls[0]!.go();
    expect((await outcome).status).to.equal('done');
  });

  it('waits as long as the backend asks, and no try sooner', async () => {
    const { backend, clock, problems, scope } = setUp();
    await open(scope);
    backend.next('run', fails({ kind: 'rate-limited', retryAfterMs: 20_000 }));
    const outcome = scope.run(role);
    await clock.advance(19_000);
    expect(backend.asked('run')).to.have.length(1);
    await clock.advance(1_000);
    expect((await outcome).status).to.equal('done');
    expect(problems.map(({ kind, action }) => [kind, action])).to.deep.equal([
      ['rate-limited', 'user.change-role'],
    ]);
  });

  it('is refused, to be tried by hand, where the wait would be too long', async () => {
    const { backend, clock, scope } = setUp();
    await open(scope);
    backend.next('run', fails({ kind: 'rate-limited', retryAfterMs: 3_600_000 }));
    const outcome = await scope.run(role);
    expect(problemOf(outcome)).to.deep.include({ kind: 'rate-limited', retryAfterMs: 3_600_000 });
    expect(clock.waiting).to.equal(0);
  });

  it('given up between two tries, is not sent again', async () => {
    const { backend, clock, scope } = setUp();
    await open(scope);
    backend.next('run', fails({ kind: 'rate-limited', retryAfterMs: 5_000 }));
    const outcome = scope.run(role);
    await turn();
    scope.cancel('c');
    expect(problemOf(await outcome).kind).to.equal('aborted');
    await clock.runOut();
    expect(backend.asked('run')).to.have.length(1);
    expect(scope.activities).to.deep.equal([]);
  });

  it('given up between two tries of which the first may have arrived, is looked up', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    backend.next('run', doneThenFails({ kind: 'network' }));
    const outcome = scope.run(role);
    await turn();
    scope.cancel('c');
    expect((await outcome).status).to.equal('done');
    expect(backend.asked('run')).to.have.length(1);
  });
});
