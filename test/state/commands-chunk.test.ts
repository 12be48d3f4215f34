import { expect } from 'chai';
import { AccountScope, type Outcome } from '../../src/state/index.ts';
import { chunkOnItsWay } from './chunk.ts';
import { FakeBackend } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { changeRole, only, open, phases, POLICY, problemOf } from './setup.ts';

/** A scope whose way of commands is still on the network. */
function onItsWay() {
  const backend = new FakeBackend();
  const network = chunkOnItsWay();
  const scope = new AccountScope({ adapter: backend, policy: POLICY }, network.chunk);
  const acts: (readonly Outcome[])[] = [];
  const problems: (string | undefined)[] = [];
  scope.addEventListener('account-outcome', ({ outcomes }) => acts.push(outcomes));
  scope.addEventListener('account-problem', ({ code }) => problems.push(code));
  return { acts, backend, network, problems, scope };
}

const role = changeRole('p1', 'admin', { id: 'c' });

describe('the code that carries commands out', () => {
  const { warn } = console;
  beforeEach(() => (console.warn = () => undefined));
  afterEach(() => (console.warn = warn));

  it('is fetched with the first command, which shows at once and is done when it has come', async () => {
    const { acts, backend, network, scope } = onItsWay();
    await open(scope);
    expect(network.asked()).to.equal(0);
    const outcome = scope.run(role);
    expect(phases(scope, 'p1')).to.deep.equal(['queued']);
    expect(scope.recent).to.deep.equal([]);
    await turn();
    expect([network.asked(), backend.done.length]).to.deep.equal([1, 0]);
    network.arrive();
    expect((await outcome).status).to.equal('done');
    expect(phases(scope, 'p1')).to.deep.equal([]);
    expect(scope.recent.map(({ id }) => id)).to.deep.equal(['c']);
    expect(only(acts)).to.have.length(1);
    expect((await scope.undo())?.status).to.equal('done');
  });

  it('is fetched ahead once the account is known, before anything is done', async () => {
    const { network, scope } = onItsWay();
    await open(scope);
    await network.wanted;
    network.arrive();
    await turn();
    expect(network.chunk.ready).to.not.equal(undefined);
    expect((await scope.run(role)).status).to.equal('done');
    expect(network.asked()).to.equal(1);
  });

  it('sends two commands on one person in their order when it has come', async () => {
    const { backend, network, scope } = onItsWay();
    await open(scope);
    const outcomes = [scope.run(role), scope.run(changeRole('p1', 'owner', { id: 'd' }))];
    expect(phases(scope, 'p1')).to.deep.equal(['queued', 'queued']);
    await turn();
    network.arrive();
    expect((await Promise.all(outcomes)).map(({ status }) => status)).to.deep.equal([
      'done',
      'done',
    ]);
    expect(backend.done.map(({ id }) => id)).to.deep.equal(['c', 'd']);
  });

  it('that does not come refuses the command, says so in the row, and is fetched again by a retry', async () => {
    const { acts, backend, network, problems, scope } = onItsWay();
    await open(scope);
    const outcome = scope.run(role);
    await turn();
    network.fail();
    expect(problemOf(await outcome)).to.deep.include({
      kind: 'network',
      code: 'part-missing',
      retryable: true,
    });
    expect(phases(scope, 'p1')).to.deep.equal(['refused']);
    expect([acts.length, problems, backend.done.length]).to.deep.equal([1, ['part-missing'], 0]);

    const again = scope.retry('c');
    expect(phases(scope, 'p1')).to.deep.equal(['queued']);
    await turn();
    network.arrive();
    expect(await again).to.deep.include({ status: 'done' });
    expect(only(backend.done).id).to.equal('c');
    expect(network.asked()).to.equal(2);
  });

  it('is not waited for by a command that is given up', async () => {
    const { acts, backend, network, scope } = onItsWay();
    await open(scope);
    const outcome = scope.run(role);
    scope.cancel('c');
    expect(phases(scope, 'p1')).to.deep.equal([]);
    expect(problemOf(await outcome).kind).to.equal('aborted');
    expect(acts).to.have.length(1);
    network.arrive();
    await turn();
    expect(backend.done).to.have.length(0);
  });

  it('carries out what is left of an act of which one was given up meanwhile', async () => {
    const { backend, network, scope } = onItsWay();
    await open(scope);
    const outcomes = scope.run([role, changeRole('p2', 'admin', { id: 'd' })]);
    scope.cancel('c');
    await turn();
    network.arrive();
    expect((await outcomes).map(({ status }) => status)).to.deep.equal(['refused', 'done']);
    expect(backend.done.map(({ id }) => id)).to.deep.equal(['d']);
  });

  it('is not waited for by a scope that is closed', async () => {
    const { network, problems, scope } = onItsWay();
    await open(scope);
    const outcome = scope.run(role);
    await turn();
    scope.close();
    expect(problemOf(await outcome).kind).to.equal('aborted');
    expect(problems).to.deep.equal([]);
    network.fail();
    await turn();
  });

  it('is not needed to know that there is nothing to undo', async () => {
    const { network, scope } = onItsWay();
    await open(scope);
    expect([await scope.undo(), await scope.undo(['x'])]).to.deep.equal([undefined, []]);
    expect(network.asked()).to.equal(0);
  });

  it('follows the signal of whoever ran the command', async () => {
    const { network, scope } = onItsWay();
    await open(scope);
    const leaving = new AbortController();
    const outcome = scope.run(role, { signal: leaving.signal });
    await turn();
    leaving.abort();
    expect(problemOf(await outcome).kind).to.equal('aborted');
    expect(scope.activities).to.deep.equal([]);
    network.arrive();
  });
});
