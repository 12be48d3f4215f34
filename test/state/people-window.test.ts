import { expect } from 'chai';
import type { PageRequest } from '../../src/domain/index.ts';
import { answers, crowd, FakeBackend, fails, person } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { quietConsole } from './quiet.ts';
import { changeRole, ids, open, setUp } from './setup.ts';

const offsets = (backend: FakeBackend) =>
  backend
    .asked('people')
    .map(([request]) => ((request as PageRequest).at as { offset: number }).offset);

describe('people window', () => {
  quietConsole();

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

  it('follows a list that shrinks', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(500)));
    const window = await open(scope, 400, 420);
    backend.records = backend.records.slice(0, 50);
    window.refresh();
    await turn();
    expect(window.length).to.equal(50);
    expect(window.at(400)).to.equal(undefined);
    expect(ids(window)).to.deep.equal(backend.records.map(({ id }) => id));
    expect(window.indexOf('p400')).to.equal(-1);
  });

  it('follows a list that shrinks to nothing, and grows again', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(500)));
    const window = await open(scope, 400, 420);
    backend.records = [];
    backend.actorId = '';
    window.refresh();
    await turn();
    expect([window.length, window.total, window.status]).to.deep.equal([0, 0, 'ready']);
    backend.records = crowd(250);
    window.refresh();
    await turn();
    expect(window.length).to.equal(250);
    expect(window.at(0)?.id).to.equal('p0');
  });

  it('follows a list that grows', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(50)));
    const window = await open(scope, 0, 60);
    backend.records = crowd(170);
    window.refresh();
    await turn();
    expect(window.length).to.equal(170);
    window.show(100, 169);
    await turn();
    expect(ids(window)).to.deep.equal(backend.records.map(({ id }) => id));
  });

  it('reads what is shown again when a page tells that people came or went', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(300)));
    const window = await open(scope, 0, 120);
    backend.remove('p3');
    window.show(80, 210);
    await turn();
    expect(window.length).to.equal(299);
    expect(ids(window, 80, 130)).to.deep.equal(backend.records.slice(80, 210).map(({ id }) => id));
  });

  it('reads a block again that was answered just before another told so', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(300)));
    const held = backend.hold('people');
    const window = await open(scope, 0, 120);
    const before = backend.page({ size: 100, at: { offset: 0 } });
    backend.remove('p3');
    held.release();
    held.calls[0]!.answer(before);
    held.calls[1]!.go();
    await turn();
    expect(ids(window, 0, 121)).to.deep.equal(backend.records.slice(0, 121).map(({ id }) => id));
  });

  it('does not read for ever where the total is never the same', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(300)));
    let total = 300;
    const page = backend.page.bind(backend);
    backend.page = (request) => ({ ...page(request), total: total++ });
    const window = await open(scope, 0, 250);
    expect(window.refreshing).to.equal(false);
    expect(backend.asked('people').length).to.be.below(30);
    expect(window.at(250)?.id).to.equal('p250');
  });

  it('finds a person who moved between two pages where they are now', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(200)));
    const window = await open(scope, 0, 20);
    const [first, ...rest] = backend.records;
    backend.records = [...rest.slice(0, 149), first!, ...rest.slice(149)];
    window.show(90, 160);
    await turn();
    expect(window.indexOf('p0')).to.equal(149);
    expect(window.find('p0')?.id).to.equal('p0');
    expect(ids(window).filter((id) => id === 'p0')).to.have.length(1);
  });

  it('says how many there are where the backend has no totals, once it knows', async () => {
    const { scope } = setUp(new FakeBackend(crowd(250), { totals: 'none' }));
    const window = await open(scope);
    expect([window.length, window.total]).to.deep.equal([101, undefined]);
    window.show(90, 100);
    await turn();
    expect([window.length, window.total]).to.deep.equal([201, undefined]);
    window.show(190, 200);
    await turn();
    expect([window.length, window.total]).to.deep.equal([250, 250]);
  });

  it('grows past the end it saw, where the backend has no totals', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(150), { totals: 'none' }));
    const window = await open(scope, 0, 120);
    expect(window.length).to.equal(150);
    backend.records = crowd(420);
    window.refresh();
    await turn();
    expect([window.length, window.total]).to.deep.equal([201, undefined]);
    for (const row of [200, 300, 400]) {
      window.show(row, row + 19);
      await turn();
    }
    expect([window.length, window.total]).to.deep.equal([420, 420]);
  });

  it('comes back to the rows there are where a list without totals shrank', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(950), { totals: 'none' }));
    const window = await open(scope);
    for (let row = 0; row < 900; row += 100) {
      window.show(row, row + 100);
      await turn();
    }
    backend.records = crowd(150);
    window.refresh();
    await turn();
    window.show(0, 101);
    await turn();
    expect([window.length, window.total]).to.deep.equal([150, 150]);
    expect(ids(window)).to.deep.equal(backend.records.map(({ id }) => id));
  });

  it('goes past an estimate that was too low, and back from one that was too high', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(250), { totals: 'estimate' }));
    const page = backend.page.bind(backend);
    backend.page = (request) => ({ ...page(request), total: 120 });
    const window = await open(scope, 0, 120);
    expect(window.length).to.equal(201);
    window.show(180, 200);
    await turn();
    expect(window.length).to.equal(250);
    backend.page = (request) => ({ ...page(request), total: 900 });
    window.refresh();
    await turn();
    window.show(200, 300);
    await turn();
    expect(window.length).to.equal(250);
  });

  it('names a page that breaks its own total rather than show gaps for ever', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(500)));
    const page = backend.page.bind(backend);
    backend.page = (request) => {
      const { offset } = request.at as { offset: number };
      return offset < 200 ? page(request) : { items: [], total: 500 };
    };
    const window = await open(scope);
    window.show(200, 220);
    await turn();
    expect(window.problem?.code).to.equal('malformed');
    expect(window.problem?.title).to.contain('people().items').and.to.contain('500');
  });

  it('tries a failed block again after a while, then says what is wrong', async () => {
    const { backend, clock, scope } = setUp();
    backend.next('people', fails({ kind: 'network' }), fails({ kind: 'network' }));
    const window = await open(scope);
    expect(window.status).to.equal('loading');
    await clock.advance(1500);
    expect(window.status).to.equal('ready');

    backend.next('people', ...Array.from({ length: 3 }, () => fails({ kind: 'unavailable' })));
    window.refresh();
    await clock.runOut();
    expect(window.status).to.equal('ready');
    expect(window.problem?.kind).to.equal('unavailable');
    expect(window.at(0)?.id).to.equal('p0');
  });

  it('waits as long as the backend asks', async () => {
    const { backend, clock, scope } = setUp();
    backend.next('people', fails({ kind: 'rate-limited', retryAfterMs: 20_000 }));
    const window = await open(scope);
    await clock.advance(19_000);
    expect(backend.asked('people')).to.have.length(1);
    await clock.advance(2_000);
    expect(window.status).to.equal('ready');
  });

  it('does not wait for hours without a word', async () => {
    const { backend, clock, scope } = setUp();
    backend.next('people', fails({ kind: 'rate-limited', retryAfterMs: 3_600_000 }));
    const window = await open(scope);
    expect(clock.waiting).to.equal(0);
    expect(window.status).to.equal('failed');
    expect(window.problem?.retryAfterMs).to.equal(3_600_000);
  });

  it('does not try again what will not pass', async () => {
    const { backend, scope } = setUp();
    backend.next('people', fails({ kind: 'forbidden' }));
    const window = await open(scope);
    expect([window.status, window.problem?.kind]).to.deep.equal(['failed', 'forbidden']);
    expect(backend.asked('people')).to.have.length(1);
  });

  it('shows the rows it has when a later block fails, and reads it on retry', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(300)));
    const window = await open(scope);
    backend.next('people', fails({ kind: 'invalid' }));
    window.show(95, 120);
    await turn();
    expect([window.status, window.problem?.kind]).to.deep.equal(['ready', 'invalid']);
    expect(window.at(95)?.id).to.equal('p95');
    window.retry();
    await turn();
    expect(window.problem).to.equal(undefined);
    expect(window.at(120)?.id).to.equal('p120');
  });

  it('forgets the failure of a block that is no longer shown', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(900)));
    const window = await open(scope);
    backend.next('people', fails({ kind: 'invalid' }));
    window.show(500, 520);
    await turn();
    window.show(0, 20);
    expect(window.problem).to.equal(undefined);
    window.show(500, 520);
    await turn();
    expect(window.at(500)?.id).to.equal('p500');
  });

  it('takes an abort that nobody asked for as a lost connection, and does not spin', async () => {
    const { backend, clock, scope } = setUp();
    const abort = fails({ kind: 'aborted', code: 'aborted' });
    backend.next('people', abort, abort, abort, abort);
    const window = await open(scope);
    await clock.runOut();
    expect([window.status, window.problem?.kind]).to.deep.equal(['failed', 'network']);
    expect(window.problem?.code).to.equal(undefined);
    expect(backend.asked('people')).to.have.length(3);
  });

  it('reports every failed read, without personal data', async () => {
    const { backend, clock, scope, problems } = setUp();
    backend.next('people', fails({ kind: 'network', code: 'reset', traceId: 't1' }));
    await open(scope);
    await clock.runOut();
    expect(
      problems.map(({ kind, code, traceId, action }) => [kind, code, traceId, action]),
    ).to.deep.equal([['network', 'reset', 't1', 'user.list']]);
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

  const malformed: [name: string, page: unknown, path: string, value: string][] = [
    ['nothing', undefined, 'people()', 'undefined'],
    ['text', 'hello', 'people()', 'hello'],
    ['no list', { items: null }, 'people().items', 'null'],
    ['a total that is no count', { items: [], total: -1 }, 'people().total', '-1'],
    ['a row that is no object', { items: [7] }, 'people().items[0]', '7'],
    ['a row without an id', { items: [{ ...person('a'), id: '' }] }, 'people().items[0].id', '""'],
    [
      'a number for an id',
      { items: [person('a'), { ...person('b'), id: 9 }] },
      'people().items[1].id',
      '9',
    ],
    [
      'a status of its own',
      { items: [{ ...person('a'), status: 'invited' }] },
      'people().items[0].status',
      'invited',
    ],
    [
      'text for a list',
      { items: [{ ...person('a'), roleIds: 'owner' }] },
      'people().items[0].roleIds',
      'owner',
    ],
    [
      'a list of numbers',
      { items: [{ ...person('a'), addons: [1] }] },
      'people().items[0].addons',
      '[1]',
    ],
    ['someone twice', { items: [person('a'), person('a')] }, 'people().items[1].id', 'a'],
    ['a cursor that is none', { items: [], next: 5 }, 'people().next', '5'],
  ];
  for (const [name, page, path, value] of malformed) {
    it(`names path and value of a malformed page: ${name}`, async () => {
      const { backend, scope } = setUp();
      backend.next('people', answers(page));
      const window = await open(scope);
      expect(window.status).to.equal('failed');
      expect(window.problem?.code).to.equal('malformed');
      expect(window.problem?.title).to.contain(`${path} `).and.to.contain(value);
    });
  }

  it('names the path also of what cannot be written down', async () => {
    const { backend, scope } = setUp();
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    backend.next('people', answers({ items: [{ ...person('a'), addons: circle }] }));
    const window = await open(scope);
    expect(window.problem?.title).to.contain('people().items[0].addons');
  });

  it('keeps the rows it had when a later answer is malformed', async () => {
    const { backend, scope } = setUp();
    const window = await open(scope);
    backend.next('people', answers({ items: 'no' }));
    window.refresh();
    await turn();
    expect([window.status, window.length, window.problem?.code]).to.deep.equal([
      'ready',
      3,
      'malformed',
    ]);
  });

  it('says so where the backend cannot even tell what it can do', async () => {
    const backend = new FakeBackend();
    backend.next('capabilities', fails({ kind: 'forbidden' }), fails({ kind: 'forbidden' }));
    const { scope } = setUp(backend);
    await turn();
    const window = await open(scope);
    expect([window.status, window.problem?.kind]).to.deep.equal(['failed', 'forbidden']);
    window.retry();
    await turn();
    expect(window.status).to.equal('ready');
  });
});
