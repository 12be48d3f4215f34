import { expect } from 'chai';
import type { Capabilities } from '../../src/adapter/index.ts';
import type { Outcome } from '../../src/state/index.ts';
import { answers, crowd, doneThenFails, FakeBackend, fails } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { quietConsole } from './quiet.ts';
import { changeRole, only, open, setUp } from './setup.ts';

const problemOf = (outcome: Outcome) =>
  (outcome as Extract<Outcome, { status: 'refused' | 'uncertain' }>).problem;

const without = (...parts: ('idempotency' | 'versions')[]): FakeBackend => {
  const backend = new FakeBackend();
  const abilities: Capabilities = {
    ...backend.abilities,
    idempotency: !parts.includes('idempotency'),
    concurrency: parts.includes('versions') ? 'none' : 'version',
  };
  backend.abilities = abilities;
  return backend;
};

const role = changeRole('p1', 'admin', { id: 'c' });

describe('a command whose answer does not come', () => {
  quietConsole();

  it('is sent again with the same id where the backend does an id once', async () => {
    const { acts, asked, backend, clock, scope } = setUp();
    await open(scope);
    backend.next('run', fails({ kind: 'network' }), doneThenFails({ kind: 'network' }));
    const outcome = scope.run(role);
    await clock.runOut();
    expect((await outcome).status).to.equal('done');
    expect(backend.asked('run').map(([command]) => (command as { id: string }).id)).to.deep.equal([
      'c',
      'c',
      'c',
    ]);
    expect(backend.done).to.have.length(1);
    expect([asked.length, acts.length]).to.deep.equal([1, 1]);
  });

  it('is sent once where the backend might do it twice, and looked up', async () => {
    const { backend, clock, scope } = setUp(without('idempotency'));
    const window = await open(scope);
    backend.next('run', doneThenFails({ kind: 'network' }));
    const outcome = scope.run(role);
    await clock.runOut();
    expect((await outcome).status).to.equal('done');
    expect(backend.asked('run')).to.have.length(1);
    expect(window.at(1)?.roleId).to.equal('admin');
    expect(only(scope.recent).state).to.equal('open');
  });

  it('is uncertain where the record does not show it, and the same command when retried', async () => {
    const { backend, scope } = setUp(without('idempotency'));
    await open(scope);
    backend.next('run', fails({ kind: 'network' }));
    const outcome = await scope.run(role);
    expect(outcome.status).to.equal('uncertain');
    expect(only(scope.activitiesOn('p1'))).to.deep.include({ phase: 'uncertain' });
    const again = await scope.retry('c');
    expect([again?.status, again?.command.id]).to.deep.equal(['done', 'c']);
    expect(scope.activities).to.deep.equal([]);
    expect(backend.done).to.have.length(1);
  });

  it('is uncertain still, where the last try was merely turned away and nothing can be seen', async () => {
    const { backend, clock, scope } = setUp();
    await open(scope);
    const busy = fails({ kind: 'rate-limited' });
    backend.next('run', doneThenFails({ kind: 'network' }), busy, busy);
    backend.next('person', busy, busy, busy);
    const outcome = scope.run(role);
    await clock.runOut();
    expect((await outcome).status).to.equal('uncertain');
    expect((await scope.retry('c'))?.status).to.equal('done');
    expect(backend.done).to.have.length(1);
  });

  it('is not sent again, when retried, before it can be seen whether it was done', async () => {
    const { backend, clock, scope } = setUp(without('idempotency', 'versions'));
    await open(scope);
    const gone = Array.from({ length: 6 }, () => fails({ kind: 'network' }));
    backend.next('run', doneThenFails({ kind: 'network' }));
    backend.next('person', ...gone);
    const outcome = scope.run(role);
    await clock.runOut();
    expect((await outcome).status).to.equal('uncertain');
    const again = scope.retry('c');
    await clock.runOut();
    expect((await again)?.status).to.equal('uncertain');
    expect(backend.asked('run')).to.have.length(1);
    expect((await scope.retry('c'))?.status).to.equal('done');
    expect(backend.done).to.have.length(1);
  });

  it('is sent again, when retried, where nothing can tell', async () => {
    const { backend, scope } = setUp(without('idempotency'));
    backend.next('run', fails({ kind: 'network' }));
    const invitation = {
      id: 'c',
      action: 'user.invite',
      change: { people: [{ email: 'n@example.com' }], roleId: 'member' },
    };
    expect((await scope.run(invitation)).status).to.equal('uncertain');
    expect((await scope.retry('c'))?.status).to.equal('done');
    expect(backend.done).to.have.length(1);
  });

  it('is uncertain where someone else has changed the same since', async () => {
    const { backend, scope } = setUp(without('idempotency'));
    await open(scope);
    backend.next('run', () => {
      backend.edit('p1', { roleId: 'owner' });
      throw new DOMException('Aborted', 'AbortError');
    });
    expect((await scope.run(role)).status).to.equal('uncertain');
    backend.next('run', () => {
      backend.edit('p2', { roleId: 'owner' });
      return fails({ kind: 'unavailable' })();
    });
    expect((await scope.run(changeRole('p2', 'admin'))).status).to.equal('uncertain');
  });

  it('is done, when retried, if it turns out that it had been', async () => {
    const { backend, scope } = setUp(without('idempotency'));
    await open(scope);
    backend.next('run', doneThenFails({ kind: 'network' }));
    backend.next('person', fails({ kind: 'forbidden' }));
    expect((await scope.run(role)).status).to.equal('uncertain');
    const again = await scope.retry('c');
    expect(again?.status).to.equal('done');
    expect(backend.done).to.have.length(1);
    expect(backend.find('p1').roleId).to.equal('admin');
  });

  it('is uncertain for good where there is nothing to look up', async () => {
    const { backend, scope } = setUp(without('idempotency'));
    backend.next('run', doneThenFails({ kind: 'network' }));
    const outcome = await scope.run({
      action: 'user.invite',
      change: { people: [{ email: 'n@example.com' }], roleId: 'member' },
    });
    expect(outcome.status).to.equal('uncertain');
  });

  it('is refused where the server says it is down and shows the old value', async () => {
    const { backend, scope } = setUp(without('idempotency'));
    await open(scope);
    backend.next('run', fails({ kind: 'unavailable' }));
    expect(await scope.run(role)).to.deep.include({ status: 'refused' });
    expect(only(scope.activitiesOn('p1')).problem?.kind).to.equal('unavailable');
    expect((await scope.retry('c'))?.status).to.equal('done');
  });

  it('is uncertain where a try before was lost without a word', async () => {
    const { backend, clock, scope } = setUp();
    await open(scope);
    const down = fails({ kind: 'unavailable' });
    backend.next('run', fails({ kind: 'network' }), down, down);
    const outcome = scope.run(role);
    await clock.runOut();
    expect((await outcome).status).to.equal('uncertain');
  });

  it('compares what was changed where the backend has no versions', async () => {
    const { backend, scope } = setUp(without('idempotency', 'versions'));
    backend.records = backend.records.map(({ version: _version, ...rest }) => rest);
    backend.edit = (id, parts) => {
      backend.records = backend.records.map((one) => (one.id === id ? { ...one, ...parts } : one));
      return backend.find(id);
    };
    await open(scope);
    backend.next('run', doneThenFails({ kind: 'unavailable' }), fails({ kind: 'unavailable' }));
    const edit = (lastName: string) =>
      scope.run({
        action: 'user.edit',
        target: { kind: 'person', id: 'p1' },
        change: { values: { lastName } },
      });
    expect((await edit(' Åström ')).status).to.equal('done');
    expect((await edit('Else')).status).to.equal('refused');
  });

  for (const [name, action, done] of [
    ['gone', 'user.delete', true],
    ['suspended', 'user.suspend', true],
    ['active again', 'user.reactivate', true],
    ['there still', 'user.delete', false],
  ] as const) {
    it(`is looked up by whether the person is ${name}`, async () => {
      const { backend, scope } = setUp(without('idempotency'));
      const window = await open(scope);
      backend.next('run', (done ? doneThenFails : fails)({ kind: 'unavailable' }));
      const outcome = await scope.run({ action, target: { kind: 'person', id: 'p1' } });
      await turn();
      expect(outcome.status).to.equal(done ? 'done' : 'refused');
      expect(window.indexOf('p1') < 0).to.equal(done && action === 'user.delete');
    });
  }

  it('is not taken for a deletion where the person is merely suspended', async () => {
    const { backend, scope } = setUp(without('idempotency'));
    await open(scope);
    backend.edit('p1', { status: 'suspended' });
    await scope.refresh();
    await turn();
    backend.next('run', fails({ kind: 'unavailable' }));
    const outcome = await scope.run({
      action: 'user.delete',
      target: { kind: 'person', id: 'p1' },
    });
    expect(outcome.status).to.equal('refused');
  });

  it('is not taken for done where someone else changed something else', async () => {
    const { backend, scope } = setUp(without('idempotency'));
    await open(scope);
    backend.next('run', () => {
      backend.edit('p1', { department: 'Other' });
      throw new DOMException('Aborted', 'AbortError');
    });
    const outcome = await scope.run({
      action: 'user.edit',
      target: { kind: 'person', id: 'p1' },
      change: { values: { password: 'x' } },
    });
    expect(outcome.status).to.equal('uncertain');
  });

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

  it('is looked up when the answer is nonsense', async () => {
    const { backend, scope } = setUp();
    const window = await open(scope);
    backend.next('run', (proceed) => {
      proceed();
      return '<html>';
    });
    expect((await scope.run(role)).status).to.equal('done');
    expect(window.at(1)?.roleId).to.equal('admin');
    backend.next('run', answers(undefined));
    expect((await scope.run(changeRole('p1', 'member'))).status).to.equal('uncertain');
  });

  it('is found done by what the backend says is there, where it says stale after a loss', async () => {
    const backend = without();
    backend.carryOut = (
      (carryOut) => (command) =>
        carryOut.call(backend, { ...command, id: `${command.id}${Math.random()}` })
    )(backend.carryOut.bind(backend));
    const { clock, scope } = setUp(backend);
    await open(scope);
    backend.next('run', doneThenFails({ kind: 'network' }));
    const outcome = scope.run(role);
    await clock.runOut();
    expect((await outcome).status).to.equal('done');
    expect(backend.done).to.have.length(1);
  });
});

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
