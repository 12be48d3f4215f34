import { expect } from 'chai';
import type { Command } from '../../../src/domain/index.ts';
import type { BulkRun } from '../../../src/state/index.ts';
import { doneThenFails, FakeBackend, fails, person } from '../fake-backend.ts';
import { turn } from '../manual-clock.ts';
import { holdNext, only, open, phases, setUp, type SetUp } from '../setup.ts';
import { EVERYONE, staff, statuses, TO_ADMIN } from './people.ts';

/** Members `p1` to `p…` of a staff in which nobody is an admin yet, besides the owner. */
const members = (count: number) =>
  staff(count).map((one) => (one.roleId === 'admin' ? { ...one, roleId: 'member' } : one));

async function start(all: SetUp, ids?: readonly string[]): Promise<BulkRun> {
  const plan = await all.scope.plan(TO_ADMIN, ids ? { ids } : { query: {}, except: ['p0'] });
  return plan.run({ source: 'bulk-bar' });
}

/** Lets everything go on until nothing moves any more; answers what is held as it comes. */
async function drain(held: { readonly calls: readonly { go(): void }[] }): Promise<void> {
  for (let answered = 0, still = 0; still < 3; still++) {
    await turn();
    while (answered < held.calls.length) {
      held.calls[answered++]?.go();
      still = 0;
    }
  }
}

describe('an act on many', () => {
  it('ZM-21 changes the role of everyone selected: asked once, told once, one outcome for each', async () => {
    const all = setUp(new FakeBackend(members(26)));
    const { acts, asked, backend, scope } = all;
    await open(scope);
    const plan = await scope.plan(TO_ADMIN, EVERYONE);
    const run = plan.run({ source: 'bulk-bar' });
    expect(plan.run()).to.equal(run);
    expect(run.status).to.equal('running');
    expect(run.progress).to.deep.equal({
      total: 26, done: 0, refused: 0, skipped: 1, uncertain: 0, left: 25,
    }); // prettier-ignore
    await run.ended;
    expect(run.status).to.equal('ended');
    expect(run.progress).to.deep.include({ total: 26, done: 25, skipped: 1, left: 0 });
    expect(only(asked).source).to.equal('bulk-bar');
    expect(only(asked).commands).to.have.length(25);
    expect(only(acts)).to.have.length(25);
    expect(backend.records.filter(({ roleId }) => roleId === 'admin')).to.have.length(25);
    expect(backend.asked('person')).to.have.length(0);
    expect([scope.activities, scope.bulkRuns]).to.deep.equal([[], []]);
  });

  it('sends a few at a time, and tells of each as it ends', async () => {
    const all = setUp(new FakeBackend(members(26)));
    await open(all.scope);
    const held = all.backend.hold('run');
    const run = await start(all);
    const told: number[] = [];
    run.subscribe(() => told.push(run.progress.done));
    let scoped = 0;
    all.scope.subscribe(() => scoped++);
    await turn();
    expect(held.calls).to.have.length(4);
    expect(phases(all.scope, 'p1')).to.deep.equal(['sending']);
    expect(phases(all.scope, 'p20')).to.deep.equal(['queued']);
    held.calls[0]!.go();
    await turn();
    expect(held.calls).to.have.length(5);
    expect(run.progress).to.include({ done: 1, left: 24 });
    expect(all.scope.bulkRuns).to.deep.equal([run]);
    await drain(held);
    expect(told).to.include.members(Array.from({ length: 25 }, (_, n) => n + 1));
    expect(scoped).to.be.greaterThan(25);
    expect(run.status).to.equal('ended');
  });

  it('pauses between two, and goes on', async () => {
    const all = setUp(new FakeBackend(members(26)));
    await open(all.scope);
    const held = all.backend.hold('run');
    const run = await start(all);
    await turn();
    run.pause();
    expect(run.status).to.equal('paused');
    await drain(held);
    expect(held.calls).to.have.length(4);
    expect(run.progress).to.include({ done: 4, left: 21 });
    run.resume();
    expect(run.status).to.equal('running');
    await drain(held);
    expect(run.progress).to.include({ done: 25, left: 0 });
    expect(run.status).to.equal('ended');
    run.pause();
    expect(run.status).to.equal('ended');
  });

  for (const isPaused of [false, true]) {
    it(`is given up${isPaused ? ' while it is paused' : ''}: what is done stays done, the rest is left`, async () => {
      const all = setUp(new FakeBackend(members(26)));
      await open(all.scope);
      const held = all.backend.hold('run');
      const run = await start(all);
      await turn();
      if (isPaused) run.pause();
      for (const call of held.calls.slice(0, 4)) call.go();
      await turn();
      held.release();
      const sent = held.calls.length;
      for (const call of held.calls.slice(4)) call.go();
      run.cancel();
      await run.ended;
      expect(run.status).to.equal('ended');
      const { done, left, uncertain } = run.progress;
      expect(done).to.equal(all.backend.done.length);
      expect([done + left, uncertain]).to.deep.equal([25, 0]);
      expect(done).to.be.at.most(sent);
      expect(left).to.be.greaterThan(10);
      expect(all.scope.activities).to.deep.equal([]);
      await run.retryFailed();
      expect(run.progress.left).to.equal(left);
    });
  }

  it('follows the signal of whoever ran it', async () => {
    const all = setUp(new FakeBackend(members(26)));
    const plan = await all.scope.plan(TO_ADMIN, { ids: ['p1', 'p2'] });
    const run = plan.run({ signal: AbortSignal.abort() });
    await run.ended;
    expect(run.progress).to.include({ left: 2, done: 0 });
    expect([all.backend.done.length, all.asked.length]).to.deep.equal([0, 0]);
  });

  it('is held, vetoed or thinned out by its host like any act', async () => {
    const all = setUp(new FakeBackend(members(6)));
    await open(all.scope);
    const host = holdNext(all);
    const run = await start(all);
    await turn();
    expect(phases(all.scope, 'p1')).to.deep.equal(['holding']);
    const [{ id } = { id: '' }] = only(all.asked).commands;
    host.answer({ drop: [id] });
    await run.ended;
    expect(statuses(run)).to.deep.equal(['refused', 'done', 'done', 'done', 'done']);
    const second = holdNext(all);
    const again = (await all.scope.plan({ action: 'user.suspend' }, { ids: ['p2'] })).run();
    second.answer({ veto: 'Not today' });
    await again.ended;
    expect(again.report()[0]?.problem?.detail).to.equal('Not today');
  });

  it('decides again after the hold, on what is true then', async () => {
    const all = setUp(new FakeBackend([...members(3), person('p3', { roleId: 'owner' })]));
    await open(all.scope);
    const host = holdNext(all);
    const plan = await all.scope.plan(
      { action: 'user.change-role', change: { roleId: 'member' } },
      { ids: ['p3'] },
    );
    const run = plan.run();
    await turn();
    all.backend.edit('p0', { roleId: 'admin' });
    all.backend.actorId = 'p3';
    await all.scope.refresh();
    host.answer();
    await run.ended;
    expect(run.report()[0]?.reason?.kind).to.equal('policy');
    expect(run.progress).to.include({ skipped: 1, left: 0 });
  });

  it('does what comes after it on one person when it is done with them', async () => {
    const all = setUp(new FakeBackend(members(26)));
    await open(all.scope);
    const held = all.backend.hold('run');
    const run = await start(all);
    await turn();
    const outcome = all.scope.run({
      action: 'user.suspend',
      target: { kind: 'person', id: 'p1' },
    });
    await drain(held);
    expect((await outcome).status).to.equal('done');
    const onP1 = all.backend.done.filter(
      ({ target }) => target && 'id' in target && target.id === 'p1',
    );
    expect(onP1.map(({ action }) => action)).to.deep.equal(['user.change-role', 'user.suspend']);
    expect(run.progress.done).to.equal(25);
  });
});

describe('what went badly for some of many', () => {
  it('is tried again alone, under a new id where the backend had judged it', async () => {
    const all = setUp(new FakeBackend(members(5)));
    await open(all.scope);
    all.backend.next('run', fails({ kind: 'conflict', code: 'busy' }));
    const run = await start(all);
    await run.ended;
    expect(run.progress).to.include({ done: 3, refused: 1 });
    expect(run.failed.map(({ id }) => id)).to.deep.equal(['p1']);
    expect(run.report()[0]).to.deep.include({ status: 'refused', action: 'user.change-role' });
    expect(run.report()[0]?.problem?.code).to.equal('busy');
    expect(phases(all.scope, 'p1')).to.deep.equal(['refused']);
    await run.retryFailed();
    expect(run.progress).to.include({ done: 4, refused: 0 });
    expect(phases(all.scope, 'p1')).to.deep.equal([]);
    const sent = all.backend.asked('run').map(([command]) => (command as Command).id);
    expect(sent).to.have.length(5);
    expect(new Set(sent).size).to.equal(5);
    expect(all.asked).to.have.length(2);
  });

  it('is tried again under the same id where it may have been done, and not done twice', async () => {
    const all = setUp(new FakeBackend(members(3)));
    const { backend, clock, scope } = all;
    await open(scope);
    const lost = doneThenFails({ kind: 'network' });
    backend.next('run', lost, lost, lost, lost, lost, lost);
    // Where looking fails as well, nobody knows.
    const blind = fails({ kind: 'network' });
    backend.next('person', ...Array.from({ length: 6 }, () => blind));
    const run = await start(all);
    await clock.runOut();
    await run.ended;
    expect(run.progress).to.include({ uncertain: 2 });
    const retried = run.retryFailed();
    await clock.runOut();
    await retried;
    expect(run.progress).to.include({ done: 2, uncertain: 0 });
    expect(backend.done).to.have.length(2);
    expect(new Set(backend.asked('run').map(([command]) => (command as Command).id)).size).to.equal(
      2,
    );
  });

  it('goes by the record that it was refused with, where someone else was faster', async () => {
    const all = setUp(new FakeBackend(members(300)));
    await open(all.scope);
    const plan = await all.scope.plan(TO_ADMIN, { query: {}, except: ['p0'] });
    all.backend.edit('p250', { lastName: 'Changed' });
    const run = plan.run();
    await run.ended;
    expect(run.failed.map(({ id }) => id)).to.deep.equal(['p250']);
    expect(run.report()[249]?.problem?.kind).to.equal('stale');
    await run.retryFailed();
    expect(run.progress).to.include({ done: 299, refused: 0 });
    expect(all.backend.find('p250')).to.include({ roleId: 'admin', lastName: 'Changed' });
  });

  it('is nothing to try again where all went well', async () => {
    const all = setUp(new FakeBackend(members(3)));
    const run = await start(all);
    await run.ended;
    await run.retryFailed();
    expect([all.asked.length, run.failed.length]).to.deep.equal([1, 0]);
  });
});

describe('undoing an act on many', () => {
  it('takes back what can be, as one act that reports for each', async () => {
    const all = setUp(new FakeBackend(members(30)));
    const { acts, backend, scope } = all;
    await open(scope);
    backend.next('run', fails({ kind: 'invalid' }));
    const run = await start(all);
    await run.ended;
    expect(run.undoable).to.equal(28);
    const undone = run.undo();
    await undone?.ended;
    expect(undone?.progress).to.deep.include({ total: 28, done: 28, left: 0 });
    expect(undone?.report()[0]).to.deep.include({
      person: { id: 'p2', name: 'First2 Last', email: 'p2@example.com' },
      status: 'done',
    });
    expect(backend.records.filter(({ roleId }) => roleId === 'admin')).to.have.length(0);
    expect(acts).to.have.length(2);
    expect([run.undoable, run.undo()]).to.deep.equal([0, undefined]);
    expect(scope.recent.every(({ state }) => state === 'undone')).to.equal(true);
  });

  it('says for each whom it could not take back', async () => {
    const all = setUp(new FakeBackend(members(4)));
    const { backend, scope } = all;
    await open(scope);
    const run = await start(all);
    await run.ended;
    backend.edit('p2', { roleId: 'member' });
    const undone = run.undo();
    await undone?.ended;
    expect(undone && statuses(undone)).to.deep.equal(['done', 'refused', 'done']);
    expect(undone?.report()[1]?.problem?.kind).to.equal('stale');
  });

  it('offers nothing where nothing undoes it', async () => {
    const all = setUp(new FakeBackend(members(4)));
    const plan = await all.scope.plan({ action: 'user.delete' }, { ids: ['p1', 'p2'] });
    const run = plan.run();
    await run.ended;
    expect(run.progress.done).to.equal(2);
    expect([run.undoable, run.undo()]).to.deep.equal([0, undefined]);
  });
});

describe('a command on a selection', () => {
  it('is carried out for each person, and ends when the last has', async () => {
    const all = setUp(new FakeBackend(members(30)));
    const { acts, asked, backend, scope } = all;
    const outcome = await scope.run({
      ...TO_ADMIN,
      target: { query: {}, except: ['p0', 'p3'] },
      id: 'c',
    });
    expect(outcome.status).to.equal('done');
    expect(outcome.each).to.have.length(28);
    expect(only(asked).commands).to.have.length(28);
    expect(only(acts)).to.have.length(28);
    expect(new Set(backend.done.map(({ id }) => id.split('/')[0]))).to.deep.equal(new Set(['c']));
    expect(scope.activities).to.deep.equal([]);
  });

  it('ends as the worst of them does', async () => {
    const all = setUp(new FakeBackend(members(4)));
    all.backend.next('run', fails({ kind: 'conflict', code: 'busy' }));
    const outcome = await all.scope.run({ ...TO_ADMIN, target: EVERYONE });
    expect(outcome).to.include({ status: 'refused' });
    expect(outcome.each?.map(({ status }) => status)).to.deep.equal([
      'skipped',
      'refused',
      'done',
      'done',
    ]);
  });

  it('on nobody is done, and one that cannot be read is refused', async () => {
    const all = setUp(new FakeBackend(members(1)));
    const target = { query: {}, except: ['p0'] };
    expect(await all.scope.run({ ...TO_ADMIN, target })).to.deep.include({
      status: 'done',
      each: [],
    });
    all.backend.next('people', fails({ kind: 'forbidden' }));
    expect(await all.scope.run({ ...TO_ADMIN, target })).to.include({ status: 'refused' });
    expect(all.acts.map((act) => act.length)).to.deep.equal([1, 1]);
  });

  it('is given up as a whole', async () => {
    const all = setUp(new FakeBackend(members(30)));
    const held = all.backend.hold('run');
    const outcome = all.scope.run({ ...TO_ADMIN, target: EVERYONE, id: 'c' });
    await turn();
    held.release();
    all.scope.cancel('c');
    const { each = [] } = await outcome;
    expect(each.filter(({ status }) => status === 'refused').length).to.be.greaterThan(20);
    expect(all.backend.done).to.have.length(0);
  });
});
