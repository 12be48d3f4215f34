import { expect } from 'chai';
import {
  ScopeEventTarget,
  type AccountCommandEvent,
  type Intent,
  type Outcome,
} from '../../src/state/index.ts';
import { crowd, FakeBackend, person } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { changeRole, only, open, setUp, type SetUp } from './setup.ts';
import { uncaughtDuring } from './uncaught.ts';

const refusal = (outcome: Outcome) => (outcome as Extract<Outcome, { status: 'refused' }>).problem;

/** Holds the next act with a promise that the test settles. */
function hold({ scope }: SetUp): {
  answer: (intent?: unknown) => void;
  fail: (reason: unknown) => void;
} {
  let answer!: (intent?: unknown) => void;
  let fail!: (reason: unknown) => void;
  const intent = new Promise((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  scope.addEventListener('account-command', (event) => event.waitUntil(intent as Promise<Intent>), {
    once: true,
  });
  return { answer: (given) => answer(given), fail: (reason) => fail(reason) };
}

describe('a host that is asked', () => {
  it('can stop an act without a word', async () => {
    const { acts, backend, problems, scope } = setUp();
    await open(scope);
    scope.addEventListener('account-command', (event) => event.preventDefault());
    const outcome = await scope.run(changeRole('p1', 'admin'));
    expect(refusal(outcome)).to.deep.include({ kind: 'aborted', code: 'vetoed' });
    expect(scope.activities).to.deep.equal([]);
    expect([backend.done.length, acts.length, problems.length]).to.deep.equal([0, 1, 0]);
  });

  it('can hold it, which shows, and let it go', async () => {
    const all = setUp();
    const { backend, scope } = all;
    await open(scope);
    const host = hold(all);
    const outcome = scope.run(changeRole('p1', 'admin'));
    await turn();
    expect(only(scope.activitiesOn('p1')).phase).to.equal('holding');
    expect(backend.asked('run')).to.have.length(0);
    host.answer();
    expect((await outcome).status).to.equal('done');
  });

  it('can veto with words for the person, which stay in the row', async () => {
    const all = setUp();
    const { backend, scope, problems } = all;
    await open(scope);
    const host = hold(all);
    const outcome = scope.run(changeRole('p1', 'admin'));
    host.answer({ veto: 'Ask Ana first' });
    expect(refusal(await outcome)).to.deep.include({ code: 'vetoed', detail: 'Ask Ana first' });
    expect(only(scope.activitiesOn('p1')).problem?.detail).to.equal('Ask Ana first');
    expect([backend.done.length, problems.length]).to.deep.equal([0, 0]);
  });

  it('can drop some of an act', async () => {
    const all = setUp();
    const { acts, backend, scope } = all;
    await open(scope);
    const host = hold(all);
    const outcomes = scope.run([
      { ...changeRole('p1', 'admin'), id: 'one' },
      { ...changeRole('p2', 'admin'), id: 'two' },
    ]);
    host.answer({ drop: ['one', 'nothing of the kind'] });
    expect((await outcomes).map(({ status }) => status)).to.deep.equal(['refused', 'done']);
    expect(backend.done.map(({ id }) => id)).to.deep.equal(['two']);
    expect(acts).to.have.length(1);
    expect(scope.activities).to.deep.equal([]);
  });

  it('can drop one of two owners, and the other is demoted on what is true then', async () => {
    const all = setUp(new FakeBackend([...crowd(2), person('p2', { roleId: 'owner' })]));
    const { backend, scope } = all;
    await open(scope);
    const host = hold(all);
    const outcomes = scope.run([
      { ...changeRole('p2', 'member'), id: 'one' },
      { ...changeRole('p0', 'admin'), id: 'two' },
    ]);
    host.answer({ drop: ['one'] });
    expect((await outcomes).map(({ status }) => status)).to.deep.equal(['refused', 'skipped']);
    expect(backend.done).to.have.length(0);
  });

  it('vetoes by rejecting, and says why', async () => {
    const all = setUp();
    const { backend, scope } = all;
    await open(scope);
    const host = hold(all);
    const outcome = scope.run(changeRole('p1', 'admin'));
    host.fail(new Error('The key was not recognised'));
    expect(refusal(await outcome)).to.deep.include({
      code: 'vetoed',
      detail: 'The key was not recognised',
    });
    expect(backend.done).to.have.length(0);
  });

  it('cancels in silence by rejecting with an abort', async () => {
    const all = setUp();
    await open(all.scope);
    const host = hold(all);
    const outcome = all.scope.run(changeRole('p1', 'admin'));
    host.fail(new DOMException('Closed', 'AbortError'));
    expect(refusal(await outcome).kind).to.equal('aborted');
    expect(all.scope.activities).to.deep.equal([]);
  });

  it('is taken by its first veto, whatever else it still waits for', async () => {
    const all = setUp();
    await open(all.scope);
    hold(all);
    const host = hold(all);
    const outcome = all.scope.run(changeRole('p1', 'admin'));
    host.answer({ veto: 'No' });
    expect(refusal(await outcome).detail).to.equal('No');
  });

  it('waits for every hold', async () => {
    const all = setUp();
    await open(all.scope);
    const hosts = [hold(all), hold(all)];
    const outcome = all.scope.run(changeRole('p1', 'admin'));
    hosts[0]!.answer();
    await turn();
    expect(only(all.scope.activitiesOn('p1')).phase).to.equal('holding');
    hosts[1]!.answer(null);
    expect((await outcome).status).to.equal('done');
  });

  for (const intent of [false, true, 'no', {}, { drop: 'one' }]) {
    it(`is not taken for a yes when it answers ${JSON.stringify(intent)}`, async () => {
      const all = setUp();
      await open(all.scope);
      const host = hold(all);
      const outcome = all.scope.run(changeRole('p1', 'admin'));
      host.answer(intent);
      expect(refusal(await outcome).detail).to.contain(
        `waitUntil() resolved with ${JSON.stringify(intent)}`,
      );
      expect(all.backend.done).to.have.length(0);
    });
  }

  it('is told when it wants to hold what has already gone on', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    let kept: AccountCommandEvent | undefined;
    scope.addEventListener('account-command', (event) => (kept = event));
    await scope.run(changeRole('p1', 'admin'));
    expect(() => kept?.waitUntil(Promise.resolve())).to.throw(
      'while account-command is being dispatched',
    );
    expect(backend.done).to.have.length(1);
  });

  it('is asked once also where the question is passed on, and every answer counts', async () => {
    const all = setUp();
    await open(all.scope);
    const elsewhere = new ScopeEventTarget();
    const heard: AccountCommandEvent[] = [];
    all.scope.addEventListener('account-command', (event) => event.redispatch(elsewhere));
    elsewhere.addEventListener('account-command', (event) => {
      heard.push(event);
      event.waitUntil(Promise.resolve({ veto: 'From afar' }));
    });
    const outcome = await all.scope.run(changeRole('p1', 'admin'));
    expect(refusal(outcome).detail).to.equal('From afar');
    expect(heard).to.have.length(1);
    elsewhere.addEventListener('account-command', (event) => event.preventDefault());
    expect(refusal(await all.scope.run(changeRole('p1', 'admin'))).kind).to.equal('aborted');
  });

  it('that stops the act and rejects its hold as well leaves no error behind', async () => {
    const all = setUp();
    await open(all.scope);
    const host = hold(all);
    all.scope.addEventListener('account-command', (event) => event.preventDefault());
    const errors = await uncaughtDuring(async () => {
      const outcome = all.scope.run(changeRole('p1', 'admin'));
      host.fail(new Error('late'));
      expect((await outcome).status).to.equal('refused');
      await turn();
    });
    expect(errors).to.deep.equal([]);
  });

  it('may be answered by facts that moved while it held', async () => {
    const all = setUp(new FakeBackend([...crowd(2), person('p2', { roleId: 'owner' })]));
    const { backend, scope } = all;
    await open(scope);
    const host = hold(all);
    const outcome = scope.run(changeRole('p2', 'member'));
    await turn();
    backend.edit('p0', { roleId: 'admin' });
    backend.actorId = 'p2';
    await scope.refresh();
    host.answer();
    expect(await outcome).to.deep.include({ status: 'skipped' });
    expect(backend.done).to.have.length(0);
  });

  it('may be answered by a person who moved while it held', async () => {
    const all = setUp(new FakeBackend(), {
      policy: {
        format: 1,
        id: 'held',
        roles: [{ id: 'owner', permissions: ['*'] }],
        rules: [
          {
            id: 'not/suspended',
            actions: ['user.change-role'],
            when: { fact: 'target.status', is: 'suspended' },
            reason: { key: 'notActive' },
          },
        ],
      },
    });
    const { backend, scope } = all;
    await open(scope);
    const host = hold(all);
    const outcome = scope.run(changeRole('p1', 'admin'));
    await turn();
    backend.edit('p1', { status: 'suspended' });
    await scope.refresh();
    await turn();
    host.answer();
    expect((await outcome).status).to.equal('skipped');
  });
});

describe('giving up', () => {
  it('works while the host holds, for one of an act alone', async () => {
    const all = setUp();
    const { backend, scope } = all;
    await open(scope);
    const host = hold(all);
    const outcomes = scope.run([
      { ...changeRole('p1', 'admin'), id: 'one' },
      { ...changeRole('p2', 'admin'), id: 'two' },
    ]);
    await turn();
    scope.cancel('one');
    expect(scope.activitiesOn('p1')).to.deep.equal([]);
    expect(only(scope.activitiesOn('p2')).phase).to.equal('holding');
    host.answer();
    expect((await outcomes).map(({ status }) => status)).to.deep.equal(['refused', 'done']);
    expect(backend.done.map(({ id }) => id)).to.deep.equal(['two']);
  });

  it('ends the hold once nothing of the act is left', async () => {
    const all = setUp();
    const { acts, scope } = all;
    await open(scope);
    hold(all);
    const outcomes = scope.run([
      { ...changeRole('p1', 'admin'), id: 'one' },
      { ...changeRole('p2', 'admin'), id: 'two' },
    ]);
    await turn();
    scope.cancel('one');
    scope.cancel('two');
    expect((await outcomes).map((outcome) => refusal(outcome).kind)).to.deep.equal([
      'aborted',
      'aborted',
    ]);
    expect(scope.activities).to.deep.equal([]);
    expect(acts).to.have.length(1);
  });

  it('changes nothing about what has ended before', async () => {
    const all = setUp();
    const { scope } = all;
    await open(scope);
    hold(all);
    const outcomes = scope.run([
      changeRole('nobody', 'admin'),
      { ...changeRole('p1', 'admin'), id: 'c' },
    ]);
    await turn();
    scope.cancel('c');
    expect((await outcomes).map((outcome) => refusal(outcome).kind)).to.deep.equal([
      'not-found',
      'aborted',
    ]);
    expect(only(scope.activities).problem?.kind).to.equal('not-found');
  });

  it('follows the signal of whoever ran it', async () => {
    const all = setUp();
    await open(all.scope);
    hold(all);
    const leaving = new AbortController();
    const outcome = all.scope.run(changeRole('p1', 'admin'), { signal: leaving.signal });
    await turn();
    leaving.abort();
    expect(refusal(await outcome)).to.deep.include({ kind: 'aborted' });
    expect(refusal(await outcome).code).to.not.equal('vetoed');
  });

  it('leaves nothing to be done where the signal had aborted before', async () => {
    const { asked, backend, scope } = setUp();
    const outcome = await scope.run(changeRole('p1', 'admin'), { signal: AbortSignal.abort() });
    expect(refusal(outcome).kind).to.equal('aborted');
    expect([asked.length, backend.asked('run').length]).to.deep.equal([0, 0]);
  });

  it('after sending asks the backend what became of it', async () => {
    const { backend, scope } = setUp();
    const window = await open(scope);
    const held = backend.hold('run');
    const outcome = scope.run({ ...changeRole('p1', 'admin'), id: 'c' });
    await turn();
    held.calls[0]!.go();
    scope.cancel('c');
    const ending = await outcome;
    expect(held.calls[0]!.signal?.aborted).to.equal(true);
    expect(ending.status).to.equal('done');
    expect(window.at(1)?.roleId).to.equal('admin');
  });

  it('after sending says that it is not certain, where the backend does not show it', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    backend.hold('run');
    const outcome = scope.run({ ...changeRole('p1', 'admin'), id: 'c' });
    await turn();
    scope.cancel('c');
    expect((await outcome).status).to.equal('uncertain');
    expect(only(scope.activitiesOn('p1')).phase).to.equal('uncertain');
  });

  it('is what closing the scope does to everything that is not on the line', async () => {
    const all = setUp();
    const { backend, scope } = all;
    await open(scope);
    hold(all);
    const held = backend.hold('run');
    const holding = scope.run(changeRole('p1', 'admin'));
    const sending = scope.run(changeRole('p2', 'admin'));
    await turn();
    scope.close();
    expect((await holding).status).to.equal('refused');
    held.calls[0]!.go();
    expect((await sending).status).to.equal('done');
  });
});
