import { expect } from 'chai';
import type { PageRequest } from '../../src/domain/index.ts';
import { answers, crowd, FakeBackend, fails } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { ids, open, setUp } from './setup.ts';

const cursorOnly = (count: number, totals: 'exact' | 'none' = 'none') =>
  new FakeBackend(crowd(count), { jump: false, totals });

const cursors = (backend: FakeBackend) =>
  backend.asked('people').map(([request]) => (request as PageRequest).at);

describe('people window over cursors', () => {
  it('walks from page to page as rows are shown', async () => {
    const { backend, scope } = setUp(cursorOnly(250));
    const window = await open(scope);
    expect([window.length, window.total]).to.deep.equal([101, undefined]);
    window.show(90, 100);
    await turn();
    expect(window.length).to.equal(201);
    window.show(190, 200);
    await turn();
    expect([window.length, window.total, window.totalIs]).to.deep.equal([250, 250, 'exact']);
    expect(cursors(backend)).to.deep.equal([undefined, '100', '200']);
    expect(ids(window)).to.deep.equal(backend.records.map(({ id }) => id));
  });

  it('walks on to a row far below, one page at a time', async () => {
    const { backend, scope } = setUp(cursorOnly(1000, 'exact'));
    const window = await open(scope, 720, 740);
    expect(window.length).to.equal(1000);
    expect(window.at(720)?.id).to.equal('p720');
    expect(cursors(backend)).to.deep.equal([
      undefined,
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => `${n}00`),
    ]);
  });

  it('stops walking when the rows are no longer wanted', async () => {
    const { backend, scope } = setUp(cursorOnly(10_000, 'exact'));
    const window = await open(scope);
    const held = backend.hold('people');
    window.show(9000, 9020);
    await turn();
    held.calls[0]!.go();
    await turn();
    window.show(0, 20);
    await turn();
    expect(held.calls[1]!.signal?.aborted).to.equal(true);
    held.release();
    await turn();
    expect(window.problem).to.equal(undefined);
    expect(window.refreshing).to.equal(false);
    window.show(250, 270);
    await turn();
    expect(window.at(250)?.id).to.equal('p250');
  });

  it('does not wait for a page of before a refresh that never comes', async () => {
    const { backend, scope } = setUp(cursorOnly(250));
    const window = await open(scope);
    const held = backend.hold('people');
    window.show(90, 110);
    await turn();
    held.release();
    window.refresh();
    await turn();
    expect(window.refreshing).to.equal(false);
    expect(window.at(110)?.id).to.equal('p110');
  });

  it('keeps rows, length and place while it walks all the way again', async () => {
    const { backend, scope } = setUp(cursorOnly(450));
    const window = await open(scope);
    for (const row of [90, 190, 290]) {
      window.show(row, row + 20);
      await turn();
    }
    const { length } = window;
    const held = backend.hold('people');
    window.refresh();
    await turn();
    expect(window.length).to.equal(length);
    for (let n = 0; held.calls.length > n; n++) {
      expect(window.length).to.equal(length);
      expect(window.at(300)?.id).to.equal('p300');
      held.calls[n]!.go();
      await turn();
    }
    expect(cursors(backend).slice(-4)).to.deep.equal([undefined, '100', '200', '300']);
  });

  it('shrinks when the second walk ends earlier', async () => {
    const { backend, scope } = setUp(cursorOnly(450));
    const window = await open(scope);
    for (const row of [90, 190, 290]) {
      window.show(row, row + 20);
      await turn();
    }
    backend.records = crowd(120);
    window.refresh();
    await turn();
    expect([window.length, window.total]).to.deep.equal([120, 120]);
    expect(ids(window)).to.deep.equal(backend.records.map(({ id }) => id));
  });

  it('holds few of very many rows, and comes back to them by their cursors', async () => {
    const { backend, scope } = setUp(cursorOnly(10_000));
    const window = await open(scope);
    for (let row = 90; row < 9000; row += 100) {
      window.show(row, row + 20);
      await turn();
    }
    expect(ids(window).filter(Boolean).length).to.be.at.most(2100);
    const before = backend.asked('people').length;
    window.show(3000, 3020);
    await turn();
    expect(window.at(3000)?.id).to.equal('p3000');
    expect(cursors(backend).slice(before)).to.deep.equal(['3000']);
  });

  it('goes on through pages without rows', async () => {
    const { backend, scope } = setUp(cursorOnly(3));
    backend.next('people', answers({ items: [], next: 'a' }), answers({ items: [], next: 'b' }));
    backend.next('people', answers({ items: backend.records }));
    const window = await open(scope);
    expect([window.status, window.length]).to.deep.equal(['ready', 3]);
    expect(cursors(backend)).to.deep.equal([undefined, 'a', 'b']);
  });

  it('does not go on through them for ever', async () => {
    const { backend, scope } = setUp(cursorOnly(3));
    let n = 0;
    backend.page = () => ({ items: [], next: `c${n++}` });
    const window = await open(scope);
    expect(n).to.be.below(30);
    expect(window.problem?.title).to.contain('people().items');
  });

  for (const [name, next] of [
    ['to itself', { c: 'c' }],
    ['round in a circle', { c: 'd', d: 'e', e: 'c' }],
  ] as const) {
    it(`names a cursor that leads ${name}`, async () => {
      const { backend, scope } = setUp(cursorOnly(400));
      const leads: Record<string, string> = { start: 'c', ...next };
      let n = 0;
      backend.page = ({ at }) => ({
        items: crowd(1000).slice(++n * 10, n * 10 + 10),
        next: leads[(at as string | undefined) ?? 'start']!,
      });
      const window = await open(scope, 0, 90);
      expect(n).to.be.below(10);
      expect(window.status).to.equal('ready');
      expect(window.problem?.code).to.equal('malformed');
      expect(window.problem?.title).to.contain('people().next');
      const before = n;
      window.retry();
      await turn();
      expect(n).to.equal(2 * before);
      expect(window.problem?.code).to.equal('malformed');
    });
  }

  it('names a backend that answers the first page again for ever', async () => {
    const { backend, scope } = setUp(cursorOnly(400));
    let n = 0;
    backend.page = () => ({ items: crowd(20), next: `c${n++}` });
    const window = await open(scope, 0, 90);
    expect(n).to.equal(2);
    expect(window.problem?.title).to.contain('people().items').and.to.contain('first page');
  });

  it('walks on after a failure from where it was', async () => {
    const { backend, clock, scope } = setUp(cursorOnly(400));
    const window = await open(scope);
    backend.next('people', ...Array.from({ length: 3 }, () => fails({ kind: 'network' })));
    window.show(90, 120);
    await clock.runOut();
    expect(window.problem?.kind).to.equal('network');
    window.retry();
    await turn();
    expect(window.at(120)?.id).to.equal('p120');
    expect(cursors(backend)).to.deep.equal([undefined, '100', '100', '100', '100']);
  });

  it('begins anew where a cursor it kept has run out', async () => {
    const { backend, scope } = setUp(cursorOnly(10_000));
    const window = await open(scope);
    for (let row = 90; row < 4000; row += 100) {
      window.show(row, row + 20);
      await turn();
    }
    backend.next('people', fails({ kind: 'invalid', code: 'cursor' }));
    window.show(500, 520);
    await turn();
    expect(window.problem?.code).to.equal('cursor');
    const before = backend.asked('people').length;
    window.retry();
    await turn();
    expect(window.problem).to.equal(undefined);
    expect(window.at(520)?.id).to.equal('p520');
    expect(cursors(backend)[before]).to.equal(undefined);
  });

  it('takes every row of a backend that gives more than it was asked for', async () => {
    const { backend, scope } = setUp(cursorOnly(400));
    const page = backend.page.bind(backend);
    backend.page = (request) => page({ ...request, size: 150 });
    const window = await open(scope);
    window.show(120, 170);
    await turn();
    window.show(280, 320);
    await turn();
    expect(ids(window)).to.deep.equal(backend.records.map(({ id }) => id));
    expect(backend.asked('people').length).to.be.at.most(5);
  });

  it('trusts the end it saw more than a total that said otherwise', async () => {
    const { backend, scope } = setUp(cursorOnly(40));
    const page = backend.page.bind(backend);
    backend.page = (request) => ({ ...page(request), total: 45 });
    const window = await open(scope);
    expect([window.length, window.total]).to.deep.equal([40, 40]);
  });

  it('keeps a total that only the first page tells', async () => {
    const { backend, scope } = setUp(cursorOnly(450));
    const page = backend.page.bind(backend);
    backend.page = (request) => ({ ...page(request), ...(!request.at && { total: 450 }) });
    const window = await open(scope);
    window.show(90, 120);
    await turn();
    expect(window.length).to.equal(450);
  });
});
