import { expect } from 'chai';
import { crowd, FakeBackend, person } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { open, setUp } from './setup.ts';

async function watching() {
  const backend = new FakeBackend();
  const { listeners, tell } = backend.tells();
  const all = setUp(backend);
  const window = await open(all.scope);
  // What listens is fetched when there is nothing else to do; what is under way already has it.
  await all.scope.preview([]);
  await turn();
  const asked = () => [backend.asked('people').length, backend.asked('account').length];
  return { ...all, asked, listeners, tell, window };
}

describe('changes made elsewhere', () => {
  it('show without anybody asking, as soon as the backend tells', async () => {
    const { backend, scope, tell, window } = await watching();
    backend.records = [...crowd(3), person('new', { roleId: 'owner' })];
    tell('people');
    await turn();
    expect([window.length, window.find('new')?.roleId]).to.deep.equal([4, 'owner']);
    expect(scope.account.status === 'ready' && scope.account.facts.roleCounts).to.deep.equal({
      owner: 2,
      member: 2,
    });
  });

  it('of the account alone leave the list alone', async () => {
    const { asked, tell } = await watching();
    const [people, account] = asked();
    tell('account');
    await turn();
    expect(asked()).to.deep.equal([people, account! + 1]);
  });

  it('that come close together are read once, not each', async () => {
    const { asked, clock, tell } = await watching();
    const [people = 0] = asked();
    for (let n = 0; n < 50; n++) tell('people');
    await turn();
    expect(asked()[0]).to.equal(people + 1);
    for (let n = 0; n < 50; n++) tell('people');
    await turn();
    expect(asked()[0]).to.equal(people + 1);
    await clock.advance(1000);
    expect(asked()[0]).to.equal(people + 2);
    await clock.advance(60_000);
    expect(asked()[0]).to.equal(people + 2);
    expect(clock.waiting).to.equal(0);
  });

  it('do not begin a reading anew over and over where reading takes long', async () => {
    const { backend, clock, tell, window } = await watching();
    const held = backend.hold('people');
    for (let n = 0; n < 20; n++) {
      tell('people');
      await clock.advance(700);
    }
    expect(held.calls).to.have.length(1);
    held.calls[0]!.go();
    await clock.advance(1000);
    expect(held.calls).to.have.length(2);
    held.calls[1]!.go();
    await turn();
    expect(window.refreshing).to.equal(false);
  });

  it('are not listened to any more once the scope is closed', async () => {
    const { asked, clock, listeners, scope, tell } = await watching();
    expect(listeners.size).to.equal(1);
    tell('people');
    tell('people');
    await turn();
    const before = asked();
    scope.close();
    await clock.advance(5000);
    expect([listeners.size, clock.waiting]).to.deep.equal([0, 0]);
    expect(asked()).to.deep.equal(before);
  });

  it('are not asked for where the backend does not tell of any', async () => {
    const backend = new FakeBackend();
    const { listeners } = backend.tells();
    backend.abilities = { ...backend.abilities, live: 'none' };
    const { scope } = setUp(backend);
    await open(scope);
    await scope.preview([]);
    await turn();
    expect(listeners.size).to.equal(0);
  });

  it('are done without where listening fails', async () => {
    const backend = new FakeBackend();
    backend.tells();
    backend.watch = () => {
      throw new Error('no socket');
    };
    const { problems, scope } = setUp(backend);
    await open(scope);
    await scope.preview([]);
    await turn();
    expect(problems.map(({ action }) => action)).to.deep.equal(['watch']);
    scope.close();
  });
});
