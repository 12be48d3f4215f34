import { expect } from 'chai';
import type { PageRequest } from '../../src/domain/index.ts';
import { crowd, FakeBackend, person } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { changeRole, ids, open, setUp } from './setup.ts';

const offsets = (backend: FakeBackend) =>
  backend
    .asked('people')
    .map(([request]) => ((request as PageRequest).at as { offset: number }).offset);

describe('people window', () => {
  it('reads what is shown in blocks, each once', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(1000)));
    const window = await open(scope, 90, 110);
    window.show(95, 115);
    window.show(90, 110);
    await turn();
    expect(offsets(backend)).to.deep.equal([0, 100]);
    expect(window.length).to.equal(1000);
    expect(window.total).to.equal(1000);
    expect(window.at(90)?.id).to.equal('p90');
    expect(window.at(199)?.id).to.equal('p199');
    expect(window.at(200)).to.equal(undefined);
  });

  it('shows one block twice as one request, also while it is under way', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(300)));
    const held = backend.hold('people');
    const window = await open(scope);
    window.show(5, 25);
    window.show(0, 20);
    await turn();
    expect(held.calls).to.have.length(1);
    expect(window.status).to.equal('loading');
    expect(window.refreshing).to.equal(true);
  });

  it('asks for nothing before anything is shown, not even when all is refreshed', async () => {
    const { backend, scope } = setUp();
    scope.query({});
    await scope.refresh();
    await turn();
    expect(backend.asked('people')).to.have.length(0);
  });

  it('gives up blocks that were scrolled past', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(10_000)));
    const window = await open(scope);
    const held = backend.hold('people');
    for (const row of [2000, 4000, 6000]) {
      window.show(row, row + 20);
      await turn();
    }
    expect(held.calls.map(({ signal }) => signal?.aborted)).to.deep.equal([true, true, false]);
    held.calls[2]!.go();
    await turn();
    expect(window.at(6000)?.id).to.equal('p6000');
    expect(window.problem).to.equal(undefined);
  });

  it('reads a block again that was given up and is shown once more', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(10_000)));
    const window = await open(scope);
    const held = backend.hold('people');
    window.show(2000, 2020);
    await turn();
    window.show(4000, 4020);
    window.show(2000, 2020);
    held.release();
    await turn();
    expect(window.at(2000)?.id).to.equal('p2000');
  });

  it('takes no answer for a block given up, even if the backend does not heed the abort', async () => {
    const { backend, problems, scope } = setUp(new FakeBackend(crowd(10_000)));
    const window = await open(scope);
    const held = backend.hold('people');
    window.show(2000, 2020);
    await turn();
    window.show(4000, 4020);
    held.calls[0]!.fail({ kind: 'network' });
    await turn();
    expect(window.problem).to.equal(undefined);
    expect(problems).to.have.length(0);
  });

  it('lets go of rows left far behind, and reads them again when they are shown again', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(10_000)));
    const window = await open(scope);
    for (let row = 0; row < 9000; row += 100) {
      window.show(row, row + 20);
      await turn();
    }
    const held = ids(window, 0, 10_000).filter(Boolean).length;
    expect(held).to.be.at.most(2100);
    expect(window.at(8900)?.id).to.equal('p8900');
    expect(window.at(0)).to.equal(undefined);
    expect(window.indexOf('p0')).to.equal(-1);
    const before = backend.asked('people').length;
    window.show(0, 20);
    await turn();
    expect(window.at(0)?.id).to.equal('p0');
    expect(backend.asked('people').length).to.equal(before + 1);
  });

  it('lets go of rows of before a refresh too', async () => {
    const { scope } = setUp(new FakeBackend(crowd(10_000)));
    const window = await open(scope);
    for (let row = 0; row < 9000; row += 100) {
      window.show(row, row + 20);
      await turn();
      if (row % 500 === 0) window.refresh();
      await turn();
    }
    expect(ids(window, 0, 10_000).filter(Boolean).length).to.be.at.most(2100);
  });

  it('keeps every row while it is read again', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(150)));
    const window = await open(scope, 0, 149);
    backend.remove('p0');
    const held = backend.hold('people');
    window.refresh();
    await turn();
    expect(window.status).to.equal('ready');
    expect(window.refreshing).to.equal(true);
    expect(ids(window)).not.to.include(undefined);
    held.calls[0]!.go();
    await turn();
    expect(ids(window)).not.to.include(undefined);
    expect(window.at(0)?.id).to.equal('p1');
    held.calls[1]!.go();
    await turn();
    expect(window.length).to.equal(149);
    expect(ids(window)).to.deep.equal(backend.records.map(({ id }) => id));
  });

  it('never paints an answer from before a refresh, whenever it comes', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(5)));
    const held = backend.hold('people');
    const window = await open(scope);
    window.refresh();
    await turn();
    backend.edit('p1', { roleId: 'admin' });
    held.calls[1]!.go();
    await turn();
    held.calls[0]!.answer({ items: [person('old')], total: 1 });
    await turn();
    expect(window.refreshing).to.equal(false);
    expect(held.calls).to.have.length(2);
    expect(window.length).to.equal(5);
    expect(window.at(1)?.roleId).to.equal('admin');
  });

  it('does so not even where the refresh comes a moment after the answer', async () => {
    for (let between = 0; between < 20; between++) {
      const { backend, scope } = setUp();
      const held = backend.hold('people');
      const window = await open(scope);
      held.calls[0]!.go();
      for (let n = 0; n < between; n++) await Promise.resolve();
      const wasThere = window.status === 'ready';
      window.refresh();
      await turn();
      expect(window.status === 'ready', `${between} moments between`).to.equal(wasThere);
    }
  });

  it('goes on waiting for the new answer when the old one comes to nothing', async () => {
    const { backend, scope } = setUp();
    const held = backend.hold('people');
    const window = await open(scope);
    window.refresh();
    await turn();
    expect([window.refreshing, held.calls.length]).to.deep.equal([true, 2]);
    window.show(0, 20);
    await turn();
    expect(held.calls).to.have.length(2);
  });

  it('does not put an old row over what a command just confirmed', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(300)));
    const window = await open(scope);
    const held = backend.hold('people');
    window.show(100, 120);
    await turn();
    const before = backend.page({ size: 100, at: { offset: 100 } });
    await scope.run({
      action: 'user.change-role',
      target: { kind: 'person', id: 'p105' },
      change: { roleId: 'admin' },
    });
    held.calls[0]!.answer(before);
    held.release();
    await turn();
    expect(window.at(105)?.roleId).to.equal('admin');
  });

  it('does not do so either where both come at almost the same moment', async () => {
    for (let between = 0; between < 20; between++) {
      const { backend, scope } = setUp();
      const window = await open(scope);
      const [people, run] = [backend.hold('people'), backend.hold('run')];
      const outcome = scope.run(changeRole('p1', 'admin'));
      window.refresh();
      await turn();
      people.calls[0]!.go();
      for (let n = 0; n < between; n++) await Promise.resolve();
      run.calls[0]!.go();
      await outcome;
      await turn();
      expect(window.at(1)?.roleId, `${between} moments between`).to.equal('admin');
    }
  });

  it('goes on from what it got where the backend gives fewer rows than asked', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(120)));
    const page = backend.page.bind(backend);
    backend.page = (request) => page({ ...request, size: Math.min(30, request.size ?? 30) });
    const window = await open(scope, 0, 119);
    expect(ids(window)).to.deep.equal(backend.records.map(({ id }) => id));
    expect(offsets(backend).sort((a, b) => a - b)).to.deep.equal([0, 30, 60, 90, 100]);
  });

  it('asks for no more at a time than the backend allows', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(120), { maxSize: 40 }));
    const window = await open(scope, 0, 99);
    const sizes = backend.asked('people').map(([request]) => (request as PageRequest).size);
    expect(sizes).to.deep.equal([40, 40, 20]);
    expect(window.at(99)?.id).to.equal('p99');
  });

  it('takes only as many rows as it asked for', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(500)));
    backend.page = () => ({ items: backend.records.slice(0, 300), total: 500 });
    const window = await open(scope, 0, 20);
    expect(window.at(99)?.id).to.equal('p99');
    expect(window.at(100)).to.equal(undefined);
  });

  it('aborts what is under way when released, and is silent from then on', async () => {
    const { backend, scope } = setUp();
    const held = backend.hold('people');
    const window = await open(scope);
    let told = 0;
    scope.subscribe(() => told++);
    window.release();
    expect(held.calls[0]!.signal?.aborted).to.equal(true);
    held.calls[0]!.fail({ kind: 'network' });
    held.release();
    window.show(0, 20);
    window.refresh();
    window.retry();
    await scope.refresh();
    await turn();
    expect(backend.asked('people')).to.have.length(1);
    expect(window.length).to.equal(0);
    expect(told).to.be.below(4);
  });

  it('reads no more than a screenful of blocks, however much it is told to show', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(100_000)));
    const window = await open(scope, 0, Infinity);
    window.show(Number.NaN, 5);
    window.show(-5, 5);
    await turn();
    expect(window.at(0)?.id).to.equal('p0');
    expect(backend.asked('people').length).to.be.at.most(20);
  });
});
