import { expect } from 'chai';
import { crowd, FakeBackend } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { quietConsole } from './quiet.ts';
import { ids, open, setUp } from './setup.ts';

describe('people window over a list that changes', () => {
  quietConsole();

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
});
