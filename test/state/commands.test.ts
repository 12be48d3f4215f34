import { expect } from 'chai';
import type { AccountCommandEvent, Outcome } from '../../src/state/index.ts';
import { answers, crowd, FakeBackend, fails, person } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { changeRole, only, open, phases, problemOf, setUp } from './setup.ts';

describe('command', () => {
  it('goes all the way: asked once, sent once, told once, and the row is as the backend says', async () => {
    const { acts, asked, backend, scope } = setUp();
    const window = await open(scope);
    const outcome = await scope.run(changeRole('p1', 'admin'));
    expect(outcome.status).to.equal('done');
    expect(only(asked).commands.map(({ action }) => action)).to.deep.equal(['user.change-role']);
    expect(only(only(acts))).to.equal(outcome);
    expect(only(backend.done).ifVersion).to.equal('1');
    expect(window.at(1)).to.equal(backend.find('p1'));
    expect(window.at(1)?.roleId).to.equal('admin');
    expect(scope.activities).to.deep.equal([]);
  });

  it('shows what it waits for, in place', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const held = backend.hold('run');
    const outcome = scope.run(changeRole('p1', 'admin'));
    expect(phases(scope, 'p1')).to.deep.equal(['queued']);
    await turn();
    expect(phases(scope, 'p1')).to.deep.equal(['sending']);
    held.calls[0]!.go();
    await outcome;
    expect(phases(scope, 'p1')).to.deep.equal([]);
  });

  it('is not sent, and nobody is asked, when the policy says no', async () => {
    const { acts, asked, backend, scope } = setUp();
    await open(scope);
    const outcome = await scope.run(changeRole('p0', 'member'));
    expect(outcome).to.deep.include({ status: 'skipped' });
    expect((outcome as Extract<Outcome, { status: 'skipped' }>).decision.effect).to.equal('deny');
    expect([asked.length, acts.length, backend.done.length]).to.deep.equal([0, 1, 0]);
    expect(phases(scope, 'p0')).to.deep.equal(['skipped']);
  });

  it('looks up a person whom no window shows, and fails alone if they are not there', async () => {
    const { acts, asked, backend, scope } = setUp();
    const outcomes = await scope.run([
      changeRole('p1', 'admin'),
      changeRole('nobody', 'admin'),
      changeRole('p2', 'admin'),
    ]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['done', 'refused', 'done']);
    expect(only(asked).commands).to.have.length(2);
    expect(only(acts)).to.have.length(3);
    expect(backend.done.map(({ ifVersion }) => ifVersion)).to.deep.equal(['1', '1']);
  });

  it('folds an act: of two owners, the second is not demoted', async () => {
    const { asked, backend, scope } = setUp(
      new FakeBackend([...crowd(2), person('p2', { roleId: 'owner' })]),
    );
    await open(scope);
    const outcomes = await scope.run([changeRole('p0', 'member'), changeRole('p2', 'member')]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['done', 'skipped']);
    expect(only(asked).commands).to.have.length(1);
    expect(backend.done).to.have.length(1);
  });

  it('asks and tells once for an act of many, in its order', async () => {
    const { acts, asked, backend, scope } = setUp(new FakeBackend(crowd(30)));
    await open(scope);
    const held = backend.hold('run');
    const commands = Array.from({ length: 20 }, (_, n) => changeRole(`p${n + 1}`, 'admin'));
    const outcomes = scope.run(commands);
    await turn();
    expect(held.calls).to.have.length(20);
    for (const call of [...held.calls].reverse()) call.go();
    expect(
      (await outcomes).map(({ command }) => (command.target as { id: string }).id),
    ).to.deep.equal(commands.map(({ target }) => (target as { id: string }).id));
    expect(only(asked).commands).to.have.length(20);
    expect(only(acts)).to.have.length(20);
    expect(backend.asked('account')).to.have.length(2);
  });

  it('tells each row its ending as soon as it is known', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const held = backend.hold('run');
    const outcomes = scope.run([changeRole('p1', 'admin'), changeRole('p2', 'admin')]);
    await turn();
    held.calls[0]!.go();
    await turn();
    expect([phases(scope, 'p1'), phases(scope, 'p2')]).to.deep.equal([[], ['sending']]);
    held.calls[1]!.go();
    await outcomes;
  });

  it('says nothing about an act of nothing', async () => {
    const { acts, asked, scope } = setUp();
    expect(await scope.run([])).to.deep.equal([]);
    expect([asked.length, acts.length]).to.deep.equal([0, 0]);
  });

  it('is not done twice when it is run twice at once', async () => {
    const { acts, asked, backend, scope } = setUp();
    await open(scope);
    const command = { ...changeRole('p1', 'admin'), id: 'same' };
    const [one, two, [three, four]] = await Promise.all([
      scope.run(command),
      scope.run(command),
      scope.run([command, command]),
    ]);
    expect([two, three, four]).to.deep.equal([one, one, one]);
    expect([asked.length, acts.length, backend.asked('run').length]).to.deep.equal([1, 1, 1]);
  });

  it('sends without a policy whatever the backend is willing to do', async () => {
    const { backend, scope } = setUp(new FakeBackend(), { policy: null });
    expect((await scope.run(changeRole('p0', 'member'))).status).to.equal('done');
    expect(backend.done).to.have.length(1);
  });

  it('waits for the account to be known rather than skip', async () => {
    const backend = new FakeBackend();
    const held = backend.hold('account');
    const { scope } = setUp(backend);
    const outcome = scope.run(changeRole('p1', 'admin'));
    await turn();
    expect(phases(scope, 'p1')).to.deep.equal(['queued']);
    held.release();
    held.calls[0]!.go();
    expect((await outcome).status).to.equal('done');
  });

  it('can be given up while the account is not known', async () => {
    const backend = new FakeBackend();
    backend.hold('account');
    const { scope } = setUp(backend);
    const outcome = scope.run({ ...changeRole('p1', 'admin'), id: 'c' });
    await turn();
    scope.cancel('c');
    expect(await outcome).to.deep.include({ status: 'refused' });
    expect(scope.activities).to.deep.equal([]);
  });

  it('is refused with the problem where the account cannot be read', async () => {
    const backend = new FakeBackend();
    const fail = fails({ kind: 'forbidden', code: 'closed' });
    backend.next('account', fail, fail);
    const { scope } = setUp(backend);
    await turn();
    const outcome = await scope.run(changeRole('p1', 'admin'));
    expect(outcome).to.deep.include({ status: 'refused' });
    expect(problemOf(outcome).code).to.equal('closed');
  });

  it('carries what it came from', async () => {
    const { asked, scope } = setUp();
    const told: string[] = [];
    scope.addEventListener('account-outcome', ({ source }) => told.push(source));
    await scope.run(changeRole('p1', 'admin'), { source: 'user-table' });
    await scope.run(changeRole('p1', 'member'));
    expect(asked.map(({ source }: AccountCommandEvent) => source)).to.deep.equal([
      'user-table',
      'host',
    ]);
    expect(told).to.deep.equal(['user-table', 'host']);
  });

  it('does not offer what the backend cannot do', async () => {
    const backend = new FakeBackend();
    backend.abilities = {
      ...backend.abilities,
      commands: { 'user.list': true, 'user.delete': false as never },
    };
    const { scope } = setUp(backend);
    await turn();
    expect(
      ['user.list', 'user.delete', 'user.edit', 'toString'].map((action) => scope.offers(action)),
    ).to.deep.equal([true, false, false, false]);
  });

  it('is refused in words that name path and value, when nobody can tell whether the answer means yes', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const { error } = console;
    const said: unknown[] = [];
    console.error = (first: unknown) => said.push(first);
    backend.next('run', answers({ id: 7 }));
    const outcome = await scope.run(changeRole('p1', 'admin'));
    console.error = error;
    expect(outcome.status).to.equal('uncertain');
    expect(problemOf(outcome).title).to.contain('run().id').and.to.contain('7');
    expect(said).to.have.length(1);
  });
});
