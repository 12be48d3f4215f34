import { expect } from 'chai';
import { fails } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { changeRole, only, open, problemOf, setUp, without } from './setup.ts';

const role = changeRole('p1', 'admin', { id: 'c' });

describe('a session that ends', () => {
  const expired = fails({ kind: 'unauthenticated' });

  it('pauses the command; after signing in it goes on under the same id and is done once', async () => {
    const { backend, clock, expiries, scope } = setUp();
    await open(scope);
    backend.next('run', expired);
    const outcome = scope.run(role);
    await turn();
    expect(only(scope.activitiesOn('p1')).phase).to.equal('paused');
    expect(scope.sessionExpired).to.equal(true);
    await clock.advance(60_000);
    expect(only(scope.activitiesOn('p1')))
      .to.deep.include({ phase: 'paused' })
      .and.to.not.have.property('slow');
    let told = 0;
    scope.subscribe(() => told++);
    only(expiries).resume();
    expect(scope.sessionExpired).to.equal(false);
    expect(told).to.be.greaterThan(0);
    expect((await outcome).status).to.equal('done');
    expect(backend.asked('run').map(([command]) => (command as { id: string }).id)).to.deep.equal([
      'c',
      'c',
    ]);
    expect(backend.done).to.have.length(1);
  });

  it('has all its tries again after signing in', async () => {
    const { backend, clock, expiries, scope } = setUp();
    const window = await open(scope);
    const [lost, out] = [fails({ kind: 'network' }), expired];
    backend.next('run', lost, lost, out, lost, lost);
    backend.next('people', lost, lost, out, lost, lost);
    window.refresh();
    const outcome = scope.run(role);
    await clock.runOut();
    only(expiries).resume();
    await clock.runOut();
    expect((await outcome).status).to.equal('done');
    expect(window.problem).to.equal(undefined);
    expect(backend.asked('run')).to.have.length(6);
  });

  it('does so also where the backend does not do an id once', async () => {
    const { backend, expiries, scope } = setUp(without('idempotency'));
    await open(scope);
    backend.next('run', expired);
    const outcome = scope.run(role);
    await turn();
    only(expiries).resume();
    expect((await outcome).status).to.equal('done');
  });

  it('is told once for everything that meets it, and everything goes on', async () => {
    const { backend, expiries, scope } = setUp();
    const window = await open(scope);
    backend.next('run', expired, expired);
    backend.next('people', expired);
    backend.next('account', expired);
    const outcomes = [scope.run(role), scope.run(changeRole('p2', 'admin'))];
    const refreshed = scope.refresh();
    await turn();
    expect(window.status).to.equal('ready');
    only(expiries).resume();
    expect((await Promise.all(outcomes)).map(({ status }) => status)).to.deep.equal([
      'done',
      'done',
    ]);
    await refreshed;
    await turn();
    expect(window.problem).to.equal(undefined);
    expect(expiries).to.have.length(1);
  });

  it('is not told again by an answer to something sent before signing in', async () => {
    const { backend, expiries, scope } = setUp();
    await open(scope);
    const held = backend.hold('run');
    const outcomes = [scope.run(role), scope.run(changeRole('p2', 'admin'))];
    await turn();
    held.release();
    held.calls[0]!.fail({ kind: 'unauthenticated' });
    await turn();
    only(expiries).resume();
    held.calls[1]!.fail({ kind: 'unauthenticated' });
    expect((await Promise.all(outcomes)).map(({ status }) => status)).to.deep.equal([
      'done',
      'done',
    ]);
    expect(expiries).to.have.length(1);
  });

  it('may be resumed by whoever hears of it at once, or twice, or much later', async () => {
    const { backend, expiries, scope } = setUp();
    await open(scope);
    scope.addEventListener('session-expired', (event) => event.resume(), { once: true });
    backend.next('run', expired);
    expect((await scope.run(role)).status).to.equal('done');
    expiries[0]!.resume();
    backend.next('run', expired);
    const outcome = scope.run(changeRole('p2', 'admin'));
    await turn();
    expiries[0]!.resume();
    await turn();
    expect(scope.sessionExpired).to.equal(true);
    expiries[1]!.resume();
    expect((await outcome).status).to.equal('done');
  });

  it('can end again and again', async () => {
    const { backend, expiries, scope } = setUp();
    await open(scope);
    backend.next('run', expired, expired, expired);
    const outcome = scope.run(role);
    for (let n = 0; n < 3; n++) {
      await turn();
      expiries[n]!.resume();
    }
    expect((await outcome).status).to.equal('done');
  });

  it('does not go round for ever where signing in is of no use', async () => {
    const { backend, scope } = setUp();
    const window = await open(scope);
    scope.addEventListener('session-expired', (event) => event.resume());
    backend.next('run', ...Array.from({ length: 50 }, () => expired));
    backend.next('people', ...Array.from({ length: 50 }, () => expired));
    const outcome = await scope.run(role);
    expect(problemOf(outcome).kind).to.equal('unauthenticated');
    expect(only(scope.activitiesOn('p1')).phase).to.equal('refused');
    window.refresh();
    await turn();
    expect(window.problem?.kind).to.equal('unauthenticated');
    expect(backend.asked('run').length).to.be.below(10);
  });

  it('lets a paused command be given up', async () => {
    const { backend, expiries, scope } = setUp();
    await open(scope);
    backend.next('run', expired);
    const outcome = scope.run(role);
    await turn();
    scope.cancel('c');
    expect(problemOf(await outcome).kind).to.equal('aborted');
    expect(scope.activities).to.deep.equal([]);
    only(expiries).resume();
    await turn();
    expect(backend.done).to.have.length(0);
  });
});
