import { expect } from 'chai';
import { answers, crowd, FakeBackend, fails } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { quietConsole } from './quiet.ts';
import { changeRole, open, setUp } from './setup.ts';

describe('account', () => {
  quietConsole();

  it('reads account, roles and capabilities side by side, once', async () => {
    const backend = new FakeBackend();
    const held = (['account', 'roles', 'capabilities'] as const).map((method) =>
      backend.hold(method),
    );
    const { scope } = setUp(backend);
    void open(scope);
    await turn();
    expect(held.map(({ calls }) => calls.length)).to.deep.equal([1, 1, 1]);
    expect(scope.account.status).to.equal('loading');
    for (const { calls } of held) calls[0]!.go();
    await turn();
    expect(scope.account.status).to.equal('ready');
    expect(backend.asked('account')).to.have.length(1);
  });

  it('keeps what it knows while it is read again, and when that fails', async () => {
    const { backend, clock, scope, problems } = setUp();
    await turn();
    const held = backend.hold('account');
    const done = scope.refresh();
    await turn();
    expect(scope.account.status).to.equal('ready');
    held.release();
    held.calls[0]!.fail({ kind: 'forbidden' });
    await clock.runOut();
    await done;
    expect(scope.account.status).to.equal('ready');
    expect(problems.map(({ kind, action }) => [kind, action])).to.deep.equal([
      ['forbidden', 'account'],
    ]);
  });

  it('tells of a failure with what could not be read, and recovers', async () => {
    const backend = new FakeBackend();
    backend.next('roles', ...Array.from({ length: 3 }, () => fails({ kind: 'network' })));
    const { clock, scope } = setUp(backend);
    await clock.runOut();
    expect(scope.account).to.deep.include({ status: 'failed' });
    let told = 0;
    scope.subscribe(() => told++);
    await scope.refresh();
    expect(scope.account.status).to.equal('ready');
    expect(told).to.be.greaterThan(0);
  });

  it('gives up the other reads when one fails for good', async () => {
    const backend = new FakeBackend();
    const held = backend.hold('account');
    backend.next('roles', fails({ kind: 'forbidden' }));
    const { scope } = setUp(backend);
    await turn();
    expect(scope.account.status).to.equal('failed');
    expect(held.calls[0]!.signal?.aborted).to.equal(true);
  });

  it('answers whoever waits with the later reading when an earlier one is given up', async () => {
    const backend = new FakeBackend();
    const held = backend.hold('account');
    const { scope } = setUp(backend);
    const outcome = scope.run(changeRole('p1', 'admin'));
    const window = open(scope);
    await turn();
    held.release();
    await scope.refresh();
    expect((await outcome).status).to.equal('done');
    expect((await window).status).to.equal('ready');
    expect((await window).problem).to.equal(undefined);
  });

  it('recovers windows and account together when all is refreshed after a failure', async () => {
    const backend = new FakeBackend();
    const fail = fails({ kind: 'forbidden' });
    backend.next('account', fail, fail);
    const { scope } = setUp(backend);
    const window = await open(scope);
    expect(window.status).to.equal('failed');
    await scope.refresh();
    await turn();
    expect([scope.account.status, window.status, window.problem]).to.deep.equal([
      'ready',
      'ready',
      undefined,
    ]);
  });

  it('goes by the clock of the backend', async () => {
    const backend = new FakeBackend();
    backend.now = '2026-01-01T01:00:00+02:00';
    const { clock, scope } = setUp(backend);
    await turn();
    expect(new Date(scope.now()).toISOString()).to.equal('2025-12-31T23:00:00.000Z');
    await clock.advance(60_000);
    expect(new Date(scope.now()).toISOString()).to.equal('2025-12-31T23:01:00.000Z');
    backend.now = 'yesterday';
    await scope.refresh();
    expect(scope.now()).to.equal(clock.now());
  });

  it('aborts when closed, reads no more, and says so to whoever asks', async () => {
    const backend = new FakeBackend();
    const held = backend.hold('account');
    const { scope } = setUp(backend);
    const outcome = scope.run(changeRole('p1', 'admin'));
    await turn();
    scope.close();
    expect(held.calls[0]!.signal?.aborted).to.equal(true);
    expect(await outcome).to.deep.include({ status: 'refused' });
    await scope.refresh();
    expect((await scope.run(changeRole('p1', 'admin'))).status).to.equal('refused');
    expect(backend.asked('account')).to.have.length(1);
    expect(backend.done).to.have.length(0);
  });

  const malformed: [method: 'account' | 'roles' | 'capabilities', answer: unknown, path: string][] =
    [
      ['account', undefined, 'account()'],
      ['account', { actor: null, facts: {} }, 'account().actor'],
      ['account', { actor: { id: 'a' }, facts: {} }, 'account().actor.roleId'],
      [
        'account',
        { actor: { id: 'a', roleId: 'b', restricted: 'all' }, facts: {} },
        'account().actor.restricted',
      ],
      ['account', { actor: { id: 'a', roleId: 'b' } }, 'account().facts'],
      [
        'account',
        { actor: { id: 'a', roleId: 'b' }, facts: { seats: 4 } },
        'account().facts.seats',
      ],
      ['roles', {}, 'roles()'],
      ['roles', [{ label: 'x' }], 'roles()[0].id'],
      ['capabilities', {}, 'capabilities().commands'],
      ['capabilities', { commands: {} }, 'capabilities().people'],
      ['capabilities', { commands: {}, people: { jump: 'yes' } }, 'capabilities().people.jump'],
      [
        'capabilities',
        { commands: {}, people: { jump: true, maxSize: 0 } },
        'capabilities().people.maxSize',
      ],
      [
        'capabilities',
        { commands: {}, people: { jump: true, maxSize: 9, sort: [], filter: {} } },
        'capabilities().facts',
      ],
    ];
  for (const [method, answer, path] of malformed) {
    it(`names what is malformed: ${path} of ${JSON.stringify(answer)}`, async () => {
      const backend = new FakeBackend();
      backend.next(method, answers(answer));
      const { scope } = setUp(backend);
      await turn();
      const state = scope.account;
      expect(state.status).to.equal('failed');
      if (state.status !== 'failed') return;
      expect(state.problem.code).to.equal('malformed');
      expect(state.problem.title).to.contain(`${path} should be`);
    });
  }

  it('knows nobody until it knows', () => {
    const backend = new FakeBackend(crowd(2));
    backend.hold('account');
    const { scope } = setUp(backend);
    expect(scope.decide({ action: 'user.list' })).to.deep.equal({
      effect: 'unknown',
      missing: ['actor.id'],
    });
    expect(scope.standing(scope.decide({ action: 'user.list' }))).to.equal('pending');
    expect(scope.assignableRoles({ action: 'user.change-role' }).size).to.equal(0);
    expect(scope.offers('user.list')).to.equal(false);
  });
});
