import { expect } from 'chai';
import { crowd, FakeBackend, fails, person } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { changeRole, open, phases, problemOf, setUp } from './setup.ts';

describe('command on a target that is busy', () => {
  it('waits, visibly, and goes by the version that the first one left', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const held = backend.hold('run');
    const first = scope.run(changeRole('p1', 'admin'));
    const second = scope.run(changeRole('p1', 'owner'));
    await turn();
    expect(phases(scope, 'p1')).to.deep.equal(['sending', 'queued']);
    held.calls[0]!.go();
    await first;
    await turn();
    held.calls[1]!.go();
    expect((await second).status).to.equal('done');
    expect(backend.done.map(({ ifVersion }) => ifVersion)).to.deep.equal(['1', '2']);
    expect(backend.find('p1').roleId).to.equal('owner');
  });

  for (const [name, rest] of [
    ['a version of its own', { ifVersion: '1' }],
    [
      'the version the person was looking at',
      { target: { kind: 'person', id: 'p1', version: '1' } },
    ],
  ] as const) {
    it(`does so also with ${name}, and with nobody shown`, async () => {
      const { backend, scope } = setUp();
      const both = [
        scope.run(changeRole('p1', 'admin', rest)),
        scope.run(changeRole('p1', 'owner', rest)),
      ];
      expect((await Promise.all(both)).map(({ status }) => status)).to.deep.equal(['done', 'done']);
      expect(backend.done.map(({ ifVersion }) => ifVersion)).to.deep.equal(['1', '2']);
    });
  }

  it('does not go by a version that someone else made', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const first = scope.run(changeRole('p1', 'admin', { ifVersion: '1' }));
    await first;
    backend.edit('p1', { department: 'Elsewhere' });
    const second = await scope.run(changeRole('p1', 'owner', { ifVersion: '1' }));
    expect(problemOf(second).kind).to.equal('stale');
  });

  it('is decided again when its turn comes', async () => {
    const { backend, scope } = setUp(
      new FakeBackend([...crowd(2), person('p2', { roleId: 'owner' })]),
    );
    await open(scope);
    const held = backend.hold('run');
    const first = scope.run({
      action: 'user.edit',
      target: { kind: 'person', id: 'p2' },
      change: { values: { lastName: 'X' } },
    });
    const second = scope.run(changeRole('p2', 'member'));
    await turn();
    backend.edit('p0', { roleId: 'member' });
    backend.actorId = 'p2';
    await scope.refresh();
    held.release();
    held.calls[0]!.go();
    expect((await first).status).to.equal('done');
    expect((await second).status).to.equal('skipped');
    expect(backend.asked('run')).to.have.length(1);
  });

  it('is not denied by facts of before the first one', async () => {
    const { backend, scope } = setUp(
      new FakeBackend([person('p0', { roleId: 'owner' }), ...crowd(3).slice(1)]),
    );
    await open(scope);
    // Until the account is read again it counts one owner; p1 is one by then, and may well be demoted.
    const held = backend.hold('run');
    const first = scope.run(changeRole('p1', 'owner'));
    const second = scope.run(changeRole('p1', 'member'));
    await turn();
    held.release();
    held.calls[0]!.go();
    expect((await first).status).to.equal('done');
    expect((await second).status).to.equal('done');
  });

  it('leaves at once when it is given up, and the others keep their order', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const held = backend.hold('run');
    const first = scope.run(changeRole('p1', 'admin'));
    const second = scope.run({ ...changeRole('p1', 'owner'), id: 'second' });
    const third = scope.run(changeRole('p1', 'member'));
    await turn();
    scope.cancel('second');
    expect(await second).to.deep.include({ status: 'refused' });
    expect(phases(scope, 'p1')).to.deep.equal(['sending', 'queued']);
    expect(held.calls).to.have.length(1);
    held.release();
    held.calls[0]!.go();
    await Promise.all([first, third]);
    expect(backend.done.map(({ change }) => change?.roleId)).to.deep.equal(['admin', 'member']);
  });

  it('does not make others wait, nor something else of the same id', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const held = backend.hold('run');
    void scope.run(changeRole('p1', 'admin'));
    void scope.run(changeRole('p2', 'admin'));
    void scope.run({ action: 'group.delete', target: { kind: 'group', id: 'p1' } });
    await turn();
    expect(held.calls).to.have.length(3);
  });

  it('goes on after one that failed', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    backend.next('run', fails({ kind: 'invalid' }));
    const both = [scope.run(changeRole('p1', 'admin')), scope.run(changeRole('p1', 'owner'))];
    expect((await Promise.all(both)).map(({ status }) => status)).to.deep.equal([
      'refused',
      'done',
    ]);
  });
});
