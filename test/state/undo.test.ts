import { expect } from 'chai';
import type { RecentChange } from '../../src/state/index.ts';
import { crowd, doneThenFails, FakeBackend, fails } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { changeRole, only, open, POLICY, problemOf, setUp } from './setup.ts';

const states = (list: readonly RecentChange[]) => list.map(({ state }) => state);

describe('undo', () => {
  it('takes back the newest change, as a command like any other', async () => {
    const { acts, asked, backend, scope } = setUp();
    const window = await open(scope);
    await scope.run(changeRole('p1', 'admin'));
    const change = only(scope.recent);
    expect(change.before).to.include({ roleId: 'member' });
    expect(change.after).to.include({ roleId: 'admin' });
    const outcome = await scope.undo();
    expect(outcome?.status).to.equal('done');
    expect(window.at(1)?.roleId).to.equal('member');
    expect(asked.map(({ source }) => source)).to.deep.equal(['host', 'undo']);
    expect(acts).to.have.length(2);
    expect(backend.done.map(({ ifVersion }) => ifVersion)).to.deep.equal(['1', '2']);
  });

  it('is offered once: what was undone is marked, and is no new change to undo', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    await scope.run(changeRole('p1', 'admin'));
    const seen: string[][] = [];
    scope.subscribe(() => seen.push(states(scope.recent)));
    await scope.undo();
    expect(states(scope.recent)).to.deep.equal(['undone']);
    // Not for a moment either.
    expect(seen.every((list) => list.length === 1)).to.equal(true);
    expect(await scope.undo()).to.equal(undefined);
    expect(backend.done).to.have.length(2);
  });

  it('is not done twice, however often it is asked for', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    await scope.run(changeRole('p1', 'admin'));
    const { id } = only(scope.recent);
    const outcomes = await Promise.all([scope.undo(), scope.undo(), scope.undo(id)]);
    expect(outcomes.filter(Boolean)).to.have.length(1);
    expect(backend.done).to.have.length(2);
  });

  it('goes back step by step through changes to one person', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    for (const role of ['admin', 'owner', 'member']) await scope.run(changeRole('p1', role));
    const roles: unknown[] = [];
    for (let n = 0; n < 3; n++) {
      expect((await scope.undo())?.status).to.equal('done');
      roles.push(backend.find('p1').roleId);
    }
    expect(roles).to.deep.equal(['owner', 'admin', 'member']);
    expect(states(scope.recent)).to.deep.equal(['undone', 'undone', 'undone']);
  });

  it('remembers what was before, not what it would look like later', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const held = backend.hold('run');
    const outcome = scope.run({
      action: 'user.edit',
      target: { kind: 'person', id: 'p1' },
      change: { values: { department: 'New', lastName: 'X' } },
    });
    await turn();
    held.calls[0]!.go();
    held.release();
    await outcome;
    await scope.undo();
    expect(backend.done[1]?.change?.values).to.deep.equal({ department: null, lastName: null });
  });

  it('is guarded by the version of what it undoes, and closes where someone else was faster', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    await scope.run(changeRole('p1', 'admin'));
    backend.edit('p1', { roleId: 'owner' });
    const outcome = await scope.undo();
    expect(problemOf(outcome).kind).to.equal('stale');
    expect(states(scope.recent)).to.deep.equal(['closed']);
    expect(backend.find('p1').roleId).to.equal('owner');
  });

  it('stays open where the host says no', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    await scope.run(changeRole('p1', 'admin'));
    scope.addEventListener('account-command', (event) => event.preventDefault(), { once: true });
    expect((await scope.undo())?.status).to.equal('refused');
    expect(states(scope.recent)).to.deep.equal(['open']);
    scope.addEventListener(
      'account-command',
      (event) => event.waitUntil(Promise.resolve({ veto: 'Wait' })),
      { once: true },
    );
    expect((await scope.undo())?.status).to.equal('refused');
    expect(states(scope.recent)).to.deep.equal(['open']);
    expect((await scope.undo())?.status).to.equal('done');
    expect(backend.done).to.have.length(2);
  });

  it('stays open where the network fails, and is the same command when it is tried again', async () => {
    const { backend, clock, scope } = setUp();
    await open(scope);
    await scope.run(changeRole('p1', 'admin'));
    backend.next('run', ...Array.from({ length: 3 }, () => fails({ kind: 'network' })));
    const first = scope.undo();
    await clock.runOut();
    expect((await first)?.status).to.equal('uncertain');
    expect(states(scope.recent)).to.deep.equal(['open']);
    const second = await scope.undo();
    expect(second?.status).to.equal('done');
    expect(
      new Set(
        backend
          .asked('run')
          .slice(1)
          .map(([command]) => (command as { id: string }).id),
      ).size,
    ).to.equal(1);
    expect(states(scope.recent)).to.deep.equal(['undone']);
  });

  it('is marked also where it succeeds by being retried in the row', async () => {
    const { backend, clock, scope } = setUp();
    await open(scope);
    await scope.run(changeRole('p1', 'admin'));
    backend.next('run', ...Array.from({ length: 3 }, () => fails({ kind: 'network' })));
    const first = scope.undo();
    await clock.runOut();
    await first;
    const { command } = only(scope.activitiesOn('p1'));
    expect((await scope.retry(command.id))?.status).to.equal('done');
    expect(states(scope.recent)).to.deep.equal(['undone']);
    expect(backend.done).to.have.length(2);
  });

  it('is done, where the answer is lost and the record shows it', async () => {
    const backend = new FakeBackend();
    backend.abilities = { ...backend.abilities, idempotency: false };
    const { scope } = setUp(backend);
    await open(scope);
    await scope.run(changeRole('p1', 'admin'));
    backend.next('run', doneThenFails({ kind: 'network' }));
    expect((await scope.undo())?.status).to.equal('done');
    expect(states(scope.recent)).to.deep.equal(['undone']);
  });

  for (const kind of ['quota', 'rule', 'forbidden', 'not-found'] as const) {
    it(`closes where the backend refuses: ${kind}`, async () => {
      const { backend, scope } = setUp();
      await open(scope);
      await scope.run(changeRole('p1', 'admin'));
      backend.next('run', fails({ kind }));
      const outcome = await scope.undo();
      expect(problemOf(outcome).kind).to.equal(kind);
      expect(states(scope.recent)).to.deep.equal(['closed']);
    });
  }

  it('is refused, and closes, where the policy no longer allows it', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    await scope.run(changeRole('p1', 'owner'));
    await scope.run(changeRole('p0', 'member'));
    backend.next('account', fails({ kind: 'forbidden' }));
    await turn();
    const outcome = await scope.undo(scope.recent[1]!.id);
    expect(outcome).to.equal(undefined);
    expect(scope.recent[1]!.state).to.equal('closed');
  });

  it('is open for who promoted someone to be the second owner, before the account is read again', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const held = backend.hold('account');
    await scope.run(changeRole('p1', 'owner'));
    const outcome = scope.undo();
    await turn();
    held.release();
    for (const call of held.calls) call.go();
    expect((await outcome)?.status).to.equal('done');
    expect(states(scope.recent)).to.deep.equal(['undone']);
  });

  it('is not closed by what was read of the account before', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const account = backend.hold('account');
    void scope.refresh();
    await turn();
    const stale = {
      actor: backend.find('p0'),
      facts: { roleCounts: { owner: 1 }, pendingRoleCounts: {} },
    };
    const run = backend.hold('run');
    const outcomes = scope.run([changeRole('p1', 'owner'), changeRole('p2', 'admin')]);
    await turn();
    run.calls[0]!.go();
    await turn();
    account.calls[0]!.answer(stale);
    await turn();
    expect(only(scope.recent).state).to.equal('open');
    account.release();
    run.calls[1]!.go();
    await outcomes;
    await turn();
    expect(states(scope.recent)).to.deep.equal(['open', 'open']);
  });

  it('takes back several as one act, and tells how each went', async () => {
    const { acts, asked, backend, scope } = setUp(new FakeBackend(crowd(5)));
    await open(scope);
    await scope.run([1, 2, 3].map((n) => changeRole(`p${n}`, 'admin')));
    await scope.run(changeRole('p4', 'admin'));
    const { act } = scope.recent[1]!;
    const ids = scope.recent.filter((change) => change.act === act).map(({ id }) => id);
    expect(ids).to.have.length(3);
    backend.edit('p2', { department: 'Elsewhere' });
    const outcomes = await scope.undo(ids);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['done', 'refused', 'done']);
    expect(asked).to.have.length(3);
    expect(acts).to.have.length(3);
    expect(states(scope.recent)).to.deep.equal(['open', 'undone', 'closed', 'undone']);
    expect(await scope.undo([])).to.deep.equal([]);
  });

  it('takes back several changes to one person in one act', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    await scope.run(changeRole('p1', 'admin'));
    await scope.run(changeRole('p1', 'owner'));
    const outcomes = await scope.undo(scope.recent.map(({ id }) => id));
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['done', 'done']);
    expect(backend.find('p1').roleId).to.equal('member');
  });

  it('is not offered where nothing undoes it', async () => {
    const { scope } = setUp();
    await open(scope);
    await scope.run({ action: 'user.delete', target: { kind: 'person', id: 'p1' } });
    expect(states(scope.recent)).to.deep.equal(['closed']);
    expect(await scope.undo()).to.equal(undefined);
  });

  it('is not offered where this backend cannot do it', async () => {
    const backend = new FakeBackend();
    const { 'user.reactivate': _none, ...commands } = backend.abilities.commands;
    backend.abilities = { ...backend.abilities, commands };
    const { scope } = setUp(backend);
    await open(scope);
    await scope.run({ action: 'user.suspend', target: { kind: 'person', id: 'p1' } });
    expect(states(scope.recent)).to.deep.equal(['closed']);
  });

  it('is offered for the last twenty acts, however many changes each was', async () => {
    const { scope } = setUp(new FakeBackend(crowd(30)), { policy: POLICY });
    await open(scope);
    for (let n = 1; n < 25; n++) await scope.run(changeRole(`p${n}`, 'admin'));
    expect(scope.recent).to.have.length(20);
    expect(scope.recent[0]!.after?.id).to.equal('p24');
    await scope.run(Array.from({ length: 25 }, (_, n) => changeRole(`p${n + 1}`, 'member')));
    expect(scope.recent).to.have.length(19 + 25);
  });
});
