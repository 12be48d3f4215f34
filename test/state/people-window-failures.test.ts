import { expect } from 'chai';
import { answers, crowd, FakeBackend, fails, person } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { quietConsole } from './quiet.ts';
import { open, setUp } from './setup.ts';

describe('people window that cannot read', () => {
  quietConsole();

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
