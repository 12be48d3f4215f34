import { expect } from 'chai';
import { turn } from './manual-clock.ts';
import { changeRole, holdNext, only, open, problemOf, setUp } from './setup.ts';

describe('giving up', () => {
  it('works while the host holds, for one of an act alone', async () => {
    const all = setUp();
    const { backend, scope } = all;
    await open(scope);
    const host = holdNext(all);
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
    holdNext(all);
    const outcomes = scope.run([
      { ...changeRole('p1', 'admin'), id: 'one' },
      { ...changeRole('p2', 'admin'), id: 'two' },
    ]);
    await turn();
    scope.cancel('one');
    scope.cancel('two');
    expect((await outcomes).map((outcome) => problemOf(outcome).kind)).to.deep.equal([
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
    holdNext(all);
    const outcomes = scope.run([
      changeRole('nobody', 'admin'),
      { ...changeRole('p1', 'admin'), id: 'c' },
    ]);
    await turn();
    scope.cancel('c');
    expect((await outcomes).map((outcome) => problemOf(outcome).kind)).to.deep.equal([
      'not-found',
      'aborted',
    ]);
    expect(only(scope.activities).problem?.kind).to.equal('not-found');
  });

  it('follows the signal of whoever ran it', async () => {
    const all = setUp();
    await open(all.scope);
    holdNext(all);
    const leaving = new AbortController();
    const outcome = all.scope.run(changeRole('p1', 'admin'), { signal: leaving.signal });
    await turn();
    leaving.abort();
    expect(problemOf(await outcome)).to.deep.include({ kind: 'aborted' });
    expect(problemOf(await outcome).code).to.not.equal('vetoed');
  });

  it('leaves nothing to be done where the signal had aborted before', async () => {
    const { asked, backend, scope } = setUp();
    const outcome = await scope.run(changeRole('p1', 'admin'), { signal: AbortSignal.abort() });
    expect(problemOf(outcome).kind).to.equal('aborted');
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
    holdNext(all);
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
