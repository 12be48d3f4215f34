import { expect } from 'chai';
import { answers, doneThenFails, fails } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { quietConsole } from './quiet.ts';
import { changeRole, only, open, setUp, without } from './setup.ts';

const role = changeRole('p1', 'admin', { id: 'c' });

describe('a command whose answer is lost', () => {
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
