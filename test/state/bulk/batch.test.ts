import { expect } from 'chai';
import type { Command } from '../../../src/domain/index.ts';
import { crowd, doneThenFails, FakeBackend, fails, problem } from '../fake-backend.ts';
import { turn } from '../manual-clock.ts';
import { changeRole, only, open, phases, setUp, without } from '../setup.ts';
import { quietConsole } from '../quiet.ts';
import { noUnhandledRejections } from '../unhandled.ts';
import { statuses, TO_ADMIN } from './people.ts';

const ALL = { query: {}, except: ['p0'] } as const;

/** A backend that takes batches; `forgetful`: it does a command as often as it is sent. */
function batching({ people = 250, max = 1000, forgetful = false } = {}): FakeBackend {
  const backend = forgetful ? without('idempotency') : new FakeBackend();
  backend.records = crowd(people);
  backend.takesBatches(max);
  return backend;
}

async function start(backend: FakeBackend) {
  const all = setUp(backend);
  await open(all.scope);
  return { ...all, run: (await all.scope.plan(TO_ADMIN, ALL)).run() };
}

const sizes = (backend: FakeBackend): number[] =>
  backend.asked('batch').map(([commands]) => (commands as Command[]).length);

describe('an act on many in batches', () => {
  quietConsole();
  noUnhandledRejections();

  it('sends as many at once as is good for everyone, in order, each with its version and id', async () => {
    const backend = batching();
    const { acts, run } = await start(backend);
    await run.ended;
    expect(sizes(backend)).to.deep.equal([100, 100, 49]);
    expect(backend.asked('run')).to.have.length(0);
    expect(backend.done.map(({ target }) => (target as { id: string }).id)).to.deep.equal(
      backend.records.slice(1).map(({ id }) => id),
    );
    expect(backend.done.every(({ ifVersion }) => ifVersion === '1')).to.equal(true);
    expect(run.progress).to.deep.include({ total: 249, done: 249, left: 0 });
    expect(only(acts)).to.have.length(249);
  });

  it('sends no more at once than the backend takes', async () => {
    const backend = batching({ people: 21, max: 8 });
    await (
      await start(backend)
    ).run.ended;
    expect(sizes(backend)).to.deep.equal([8, 8, 4]);
  });

  it('sends one by one where batches are only emulated', async () => {
    const backend = batching({ people: 21 });
    backend.abilities = { ...backend.abilities, batch: { max: 10, native: false } };
    const { run } = await start(backend);
    await run.ended;
    expect([sizes(backend).length, backend.asked('run').length]).to.deep.equal([0, 20]);
  });

  it('tells each row its own ending', async () => {
    const backend = batching({ people: 5 });
    const [stale] = [backend];
    const all = setUp(backend);
    await open(all.scope);
    const plan = await all.scope.plan(TO_ADMIN, ALL);
    stale.edit('p2', { lastName: 'Changed' });
    backend.remove('p3');
    const run = plan.run();
    await run.ended;
    expect(statuses(run)).to.deep.equal(['done', 'refused', 'refused', 'done']);
    expect(run.report().map(({ problem: why }) => why?.kind)).to.deep.equal([
      undefined,
      'stale',
      'not-found',
      undefined,
    ]);
    expect(phases(all.scope, 'p2')).to.deep.equal(['refused']);
    await run.retryFailed();
    expect(statuses(run)).to.deep.equal(['done', 'done', 'refused', 'done']);
    expect(backend.find('p2').roleId).to.equal('admin');
  });

  it('pauses between batches, and is given up between and within them', async () => {
    const backend = batching({ people: 401 });
    const held = backend.hold('batch');
    const { run, scope } = await start(backend);
    while (held.calls.length < 2) await turn();
    run.pause();
    held.calls[0]!.go();
    await turn();
    expect(held.calls).to.have.length(2);
    expect(run.progress).to.include({ done: 100, left: 300 });
    run.cancel();
    await run.ended;
    expect(held.calls[1]!.signal?.aborted).to.equal(true);
    // What was on the line is looked up: nothing of it shows in the records, and the backend cannot tell.
    expect(run.progress).to.include({ done: 100, left: 200, uncertain: 100 });
    expect(scope.activitiesOn('p150').map(({ phase }) => phase)).to.deep.equal(['uncertain']);
    expect(phases(scope, 'p350')).to.deep.equal([]);
  });

  it('lets one be given up while the others of its batch go on', async () => {
    const backend = batching({ people: 6 });
    const held = backend.hold('batch');
    const { run, scope } = await start(backend);
    await turn();
    const [{ command } = { command: { id: '' } }] = scope.activitiesOn('p3');
    scope.cancel(command.id);
    await turn();
    held.calls[0]!.go();
    await run.ended;
    expect(held.calls[0]!.signal?.aborted).to.equal(false);
    expect(statuses(run)).to.deep.equal(['done', 'done', 'uncertain', 'done', 'done']);
  });

  it('never has two commands on one person in one batch', async () => {
    const backend = batching({ people: 30 });
    const all = setUp(backend);
    await open(all.scope);
    const twice = Array.from({ length: 25 }, (_, n) => changeRole(`p${n + 1}`, 'admin'));
    const outcomes = await all.scope.run([
      ...twice,
      ...twice.map((one) => ({ ...one, change: { roleId: 'member' } })),
    ]);
    expect(outcomes.every(({ status }) => status === 'done')).to.equal(true);
    const first = (await all.scope.plan(TO_ADMIN, ALL)).run();
    const second = (await all.scope.plan({ action: 'user.suspend' }, ALL)).run();
    await Promise.all([first.ended, second.ended]);
    expect([first.progress.done, second.progress.done]).to.deep.equal([29, 29]);
    expect(
      backend.records
        .slice(1)
        .every(({ roleId, status }) => `${roleId} ${status}` === 'admin suspended'),
    ).to.equal(true);
  });

  it('waits for sign-in, and goes on with the same batch', async () => {
    const backend = batching({ people: 30 });
    backend.next('batch', fails({ kind: 'unauthenticated' }));
    const { expiries, run, scope } = await start(backend);
    await turn();
    expect(phases(scope, 'p5')).to.deep.equal(['paused']);
    expect(run.progress.left).to.equal(29);
    only(expiries).resume();
    await run.ended;
    expect(run.progress.done).to.equal(29);
    expect(backend.done).to.have.length(29);
  });

  it('sends again what is refused for a while alone, where that is safe', async () => {
    const backend = batching({ people: 6 });
    backend.next('batch', (go) => {
      const results = go() as object[];
      const later = problem({ kind: 'rate-limited', retryAfterMs: 2000, retryable: true }).problem;
      return results.map((result, n) => (n === 1 ? { ok: false, problem: later } : result));
    });
    const { clock, run } = await start(backend);
    await clock.advance(1999);
    expect(run.progress.done).to.equal(4);
    await clock.runOut();
    await run.ended;
    expect(run.progress.done).to.equal(5);
    expect(sizes(backend)).to.deep.equal([5, 1]);
  });
});

describe('a batch that is lost on the way', () => {
  quietConsole();
  noUnhandledRejections();

  it('is sent again where the backend does each command once, and is done once', async () => {
    const backend = batching({ people: 30 });
    backend.next('batch', doneThenFails({ kind: 'network' }), fails({ kind: 'unavailable' }));
    const { clock, run } = await start(backend);
    await clock.runOut();
    await run.ended;
    expect(run.progress).to.include({ done: 29, uncertain: 0 });
    expect(backend.done).to.have.length(29);
    expect(sizes(backend)).to.deep.equal([29, 29, 29]);
  });

  it('is looked up where it does not: done if the records show it', async () => {
    const backend = batching({ people: 30, forgetful: true });
    backend.next('batch', doneThenFails({ kind: 'network' }));
    const { clock, run } = await start(backend);
    await clock.runOut();
    await run.ended;
    expect(run.progress).to.include({ done: 29 });
    expect([backend.done.length, sizes(backend).length]).to.deep.equal([29, 1]);
    expect(backend.asked('person')).to.have.length(29);
    expect(run.undoable).to.equal(29);
  });

  it('is looked up a few at a time', async () => {
    const backend = batching({ people: 30, forgetful: true });
    backend.next('batch', doneThenFails({ kind: 'network' }));
    const held = backend.hold('person');
    const { run } = await start(backend);
    await turn();
    expect(held.calls).to.have.length(6);
    for (let n = 0; n < 29; n++) {
      await turn();
      held.calls[n]!.go();
    }
    await run.ended;
    expect(run.progress.done).to.equal(29);
  });

  it('is uncertain where nothing shows it; a retry looks before it sends', async () => {
    const backend = batching({ people: 4, forgetful: true });
    backend.next('batch', fails({ kind: 'network' }));
    const { clock, run } = await start(backend);
    await clock.runOut();
    await run.ended;
    expect(run.progress).to.include({ uncertain: 3, done: 0 });
    // One of them went through after all, late.
    backend.edit('p2', { roleId: 'admin' });
    await run.retryFailed();
    expect(run.progress).to.include({ uncertain: 0, done: 3 });
    expect(backend.done.map(({ target }) => (target as { id: string }).id)).to.deep.equal([
      'p1',
      'p3',
    ]);
  });

  for (const [name, answer] of Object.entries({
    'too few results': () => [],
    'no list': () => ({ ok: true }),
    'nonsense for one': (go: () => unknown) => (go() as object[]).with(1, { ok: 'yes' }),
    'a record without an id': (go: () => unknown) =>
      (go() as object[]).with(1, { ok: true, value: { email: 'x' } }),
    'no reason': (go: () => unknown) => (go() as object[]).with(1, { ok: false }),
  })) {
    it(`or answered with ${name} is settled by looking`, async () => {
      const backend = batching({ people: 4, forgetful: true });
      backend.next('batch', (go) => {
        const results = answer(go);
        if (backend.done.length === 0) go();
        return results;
      });
      const { clock, problems, run } = await start(backend);
      await clock.runOut();
      await run.ended;
      expect(run.progress).to.include({ done: 3 });
      expect(backend.done).to.have.length(3);
      expect(problems.length).to.be.greaterThan(0);
    });
  }
});
