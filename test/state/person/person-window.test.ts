import { expect } from 'chai';
import { AdapterError } from '../../../src/adapter/index.ts';
import { crowd, FakeBackend, person } from '../fake-backend.ts';
import { turn } from '../manual-clock.ts';
import { changeRole, open, setUp } from '../setup.ts';

async function shown(id = 'p1', backend = new FakeBackend()) {
  const all = setUp(backend);
  await turn();
  const window = await all.scope.person(id);
  await turn();
  return { ...all, window };
}

describe('a window onto one person', () => {
  it('reads their own record', async () => {
    const { backend, scope, window } = await shown();
    expect([window.status, window.person?.id]).to.deep.equal(['ready', 'p1']);
    expect(backend.asked('person')).to.have.lengthOf(1);
    expect(scope.find('p1')?.id).to.equal('p1');
    window.release();
    expect(scope.find('p1')).to.equal(undefined);
  });

  it('says when there is no such person', async () => {
    const { window } = await shown('nobody');
    expect([window.status, window.problem?.kind, window.isHidden]).to.deep.equal([
      'failed',
      'not-found',
      false,
    ]);
  });

  it('follows a command, and what is heard from elsewhere', async () => {
    const backend = new FakeBackend();
    const { tell } = backend.tells();
    const { scope, window } = await shown('p1', backend);
    await scope.run(changeRole('p1', 'admin'));
    await turn();
    expect(window.person?.roleId).to.equal('admin');
    backend.records = [...crowd(3), person('p1', { roleId: 'owner', version: '9' })].filter(
      (one, n, all) => all.findLastIndex(({ id }) => id === one.id) === n,
    );
    tell('people');
    await turn();
    expect(window.person?.roleId).to.equal('owner');
  });

  it('keeps the last record of someone who is gone', async () => {
    const { backend, scope, window } = await shown();
    backend.records = backend.records.filter(({ id }) => id !== 'p1');
    await scope.refresh();
    await turn();
    expect([window.status, window.person?.id]).to.deep.equal(['gone', 'p1']);
    expect(scope.find('p1')).to.equal(undefined);
  });

  it('tells someone out of reach from someone deleted', async () => {
    const { backend, scope, window } = await shown();
    backend.next('person', () => {
      throw new AdapterError({ kind: 'forbidden', title: 'No' });
    });
    await scope.refresh();
    await turn();
    expect([window.status, window.isHidden]).to.deep.equal(['gone', true]);
  });

  it('leaves the word to lists, which were read later', async () => {
    const { backend, scope, window } = await shown();
    backend.records = backend.records.map((one) =>
      one.id === 'p1' ? { ...one, roleId: 'owner', version: '9' } : one,
    );
    await open(scope);
    expect([scope.find('p1')?.roleId, window.person?.roleId]).to.deep.equal(['owner', 'member']);
  });

  it('reads again what a command made newer than the answer on its way', async () => {
    const { backend, window } = await shown();
    const held = backend.hold('person');
    window.refresh();
    await turn();
    const newer = { ...window.person!, roleId: 'admin', version: '7' };
    window.patch(newer);
    backend.records = backend.records.map((one) => (one.id === 'p1' ? newer : one));
    held.release();
    held.calls[0]!.go();
    await turn();
    expect([window.person?.roleId, window.refreshing]).to.deep.equal(['admin', false]);
  });
});

describe('reading through a scope', () => {
  it('waits for sign-in and goes on', async () => {
    const { backend, expiries, scope } = setUp();
    await turn();
    let asked = 0;
    const answer = scope.read('group.list', () => {
      if (asked++ === 0) throw new AdapterError({ kind: 'unauthenticated', title: 'Signed out' });
      return Promise.resolve(backend.records.length);
    });
    await turn();
    expect(expiries).to.have.lengthOf(1);
    expiries[0]!.resume();
    expect(await answer).to.equal(backend.records.length);
    expect(asked).to.equal(2);
  });
});
