import { expect } from 'chai';
import { AdapterError } from '../../src/adapter/index.ts';
import { FakeBackend, fails } from './fake-backend.ts';
import { open, setUp } from './setup.ts';

const remove = (id: string) => ({ action: 'user.delete', target: { kind: 'person', id } }) as const;
const effect = { code: 'erases-data' };

function previewing(say: (ids: readonly string[]) => unknown) {
  const backend = new FakeBackend();
  backend.previews(['user.delete', 'user.invite'], (commands) =>
    say(commands.map(({ target }) => (target && 'id' in target ? target.id : ''))),
  );
  return setUp(backend);
}

describe('preview', () => {
  it('says something of each target, in the order asked, and what else the backend says after', async () => {
    const { scope } = previewing(() => ({
      perTarget: [
        { id: 'other', effects: [] },
        { id: 'p2', effects: [effect] },
      ],
      cost: { amount: 100, currency: 'EUR' },
      token: 't',
    }));
    await open(scope);
    expect(await scope.preview([remove('p1'), remove('p2')])).to.deep.equal({
      perTarget: [
        { id: 'p1', effects: [] },
        { id: 'p2', effects: [effect] },
        { id: 'other', effects: [] },
      ],
      cost: { amount: 100, currency: 'EUR' },
      token: 't',
    });
  });

  it('is not there where the backend has none, for one of the actions or at all', async () => {
    const { backend, scope } = previewing(() => ({ perTarget: [] }));
    await open(scope);
    const role = { action: 'user.change-role', target: remove('p1').target };
    expect(await scope.preview([remove('p1'), role])).to.equal(undefined);
    expect(await scope.preview([])).to.equal(undefined);
    delete backend.preview;
    expect(await scope.preview([remove('p1')])).to.equal(undefined);
    expect(backend.asked('preview')).to.have.length(0);
  });

  it('rejects with the problem, after the tries that a reading has', async () => {
    const { backend, clock, scope } = previewing(() => ({ perTarget: [] }));
    await open(scope);
    backend.next('preview', fails({ kind: 'network', retryable: true }));
    const first = scope.preview([remove('p1')]);
    await clock.runOut();
    expect((await first)?.perTarget).to.have.length(1);
    backend.next('preview', fails({ kind: 'forbidden' }));
    const thrown: unknown = await scope.preview([remove('p1')]).catch((error: unknown) => error);
    expect(thrown).to.be.instanceOf(AdapterError);
  });

  for (const [name, answer] of Object.entries({
    'no targets': {},
    nothing: null,
    'a target without an id': { perTarget: [{ effects: [] }] },
    'effects without codes': { perTarget: [{ id: 'p1', effects: ['gone'] }] },
  })) {
    it(`does not believe ${name}`, async () => {
      const { scope } = previewing(() => answer);
      await open(scope);
      const { error } = console;
      console.error = () => undefined;
      const thrown: unknown = await scope.preview([remove('p1')]).catch((one: unknown) => one);
      console.error = error;
      expect((thrown as AdapterError).problem.code).to.equal('malformed');
    });
  }

  it('is given up by its signal', async () => {
    const { backend, scope } = previewing(() => ({ perTarget: [] }));
    await open(scope);
    backend.hold('preview');
    const leaving = new AbortController();
    const preview = scope.preview([remove('p1')], leaving.signal).catch((error: unknown) => error);
    leaving.abort();
    expect(await preview).to.include({ name: 'AbortError' });
  });
});
