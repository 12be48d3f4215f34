import { expect } from 'chai';
import type { Subaccount } from '../../src/domain/index.ts';
import messaging from '../../src/policy/presets/messaging.ts';
import type { AccountScope, SubaccountWindow } from '../../src/state/index.ts';
import { answers, FakeBackend, fails, person } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { open, setUp } from './setup.ts';

const many = (count: number): Subaccount[] =>
  Array.from({ length: count }, (_, n) => ({ id: `s${n}`, name: `Site ${n}`, version: '1' }));

function company(subaccounts = many(3), options?: { knowsIds: boolean }): FakeBackend {
  const backend = new FakeBackend([person('ada', { roleId: 'admin' })]);
  backend.has(subaccounts, options);
  return backend;
}

async function list(scope: AccountScope, search?: string, first = 0): Promise<SubaccountWindow> {
  const window = scope.subaccounts(search === undefined ? {} : { search });
  window.show(first, first + 20);
  await turn();
  return window;
}

const of = (backend: FakeBackend) => setUp(backend, { policy: messaging });
const requests = (backend: FakeBackend) =>
  backend.asked('subaccounts').map(([request]) => request as { ids?: string[]; at?: unknown });

describe('a window onto sub-accounts', () => {
  it('reads 10,000 of them as they are shown, and jumps where the backend can', async () => {
    const backend = company(many(10_000));
    backend.abilities = {
      ...backend.abilities,
      subaccounts: { jump: true, totals: 'exact', maxSize: 1000 },
    };
    const { scope } = of(backend);
    const window = await list(scope);
    expect(window.length).to.equal(10_000);
    window.show(9_990, 9_999);
    await turn();
    expect(window.at(9_999)?.name).to.equal('Site 9999');
    expect(window.at(5_000)).to.equal(undefined);
    expect(requests(backend).map(({ at }) => at)).to.deep.equal([{ offset: 0 }, { offset: 9_900 }]);
  });

  it('goes by cursor where the backend says nothing of how it pages', async () => {
    const backend = company(many(250));
    const { scope } = of(backend);
    const window = await list(scope, undefined, 230);
    expect(window.at(249)?.id).to.equal('s249');
    expect(requests(backend).map(({ at }) => at)).to.deep.equal([undefined, '100', '200']);
  });

  it('is the same list whichever of them the page is about', async () => {
    const backend = company();
    const { scope } = of(backend);
    const window = await list(scope);
    scope.enter('s1');
    await turn();
    expect(window.length).to.equal(3);
    await list(scope, 'Site');
    expect(backend.log.filter(({ method, at }) => method === 'subaccounts' && at)).to.have.length(
      0,
    );
  });

  it('asks the backend for what is searched, and gives it up when it is let go of', async () => {
    const backend = company();
    const { scope } = of(backend);
    expect((await list(scope, 'Site 2')).at(0)?.id).to.equal('s2');
    const held = backend.hold('subaccounts');
    const window = await list(scope, 'Site 1');
    window.release();
    expect(held.calls[0]?.signal?.aborted).to.equal(true);
  });

  it('says what keeps it from being read, and reads it when tried again', async () => {
    const backend = company();
    const { clock, problems, scope } = of(backend);
    const down = fails({ kind: 'network' });
    backend.next('subaccounts', down, down, down);
    const window = await list(scope);
    await clock.runOut();
    expect(window.status).to.equal('failed');
    expect(window.problem?.kind).to.equal('network');
    expect(problems.map(({ action }) => action)).to.include('subaccount.list');
    window.retry();
    await turn();
    expect(window.length).to.equal(3);
  });

  it('believes no answer that is not what the port promises', async () => {
    const backend = company();
    const { scope } = of(backend);
    backend.next('subaccounts', answers({ items: [{ id: 's1' }] }));
    const window = await list(scope);
    expect(window.problem?.title).to.contain('subaccounts().items[0].name');
  });

  it('says so where the backend has none', async () => {
    const { scope } = setUp();
    expect((await list(scope)).problem?.kind).to.equal('unsupported');
  });

  it('follows what is told of elsewhere, and what is done here', async () => {
    const backend = company();
    const { tell } = backend.tells();
    const { scope } = of(backend);
    await list(scope);
    const before = requests(backend).length;
    tell('subaccounts');
    await turn();
    expect(requests(backend)).to.have.length(before + 1);
    await scope.run({ action: 'subaccount.create', change: { values: { name: 'New' } } });
    await turn();
    expect(requests(backend)).to.have.length(before + 2);
  });

  it('MS-2 shows the new name at once, and gives the old one back, step by step', async () => {
    const backend = company([{ id: 's1', name: 'A', version: '1' }]);
    const { scope } = of(backend);
    const window = await list(scope);
    let version = 1;
    const rename = async (name: string) => {
      backend.has([{ id: 's1', name, version: String(version + 1) }]);
      backend.next('run', answers({ id: 's1', name, version: String(++version) }));
      return scope.run({
        action: 'subaccount.edit',
        target: { kind: 'subaccount', id: 's1' },
        change: { values: { name } },
      });
    };
    const outcome = await rename('B');
    expect(window.at(0)?.name).to.equal('B');
    expect(outcome).to.deep.include({ status: 'done' });
    await rename('C');
    for (const name of ['B', 'A']) {
      backend.next('run', answers({ id: 's1', name, version: String(++version) }));
      expect((await scope.undo())?.status).to.equal('done');
    }
    const sent = backend.asked('run').map(([command]) => command as { ifVersion?: string });
    expect(sent.map(({ ifVersion }) => ifVersion)).to.deep.equal(['1', '2', '3', '4']);
    expect(sent.at(-1)).to.deep.include({ change: { values: { name: 'A' } } });
  });
});

describe('the name of a sub-account', () => {
  it('is asked for once, with all the others that were looked up with it', async () => {
    const backend = company(many(500));
    const { scope } = of(backend);
    await open(scope);
    let told = 0;
    scope.subscribe(() => told++);
    for (const id of ['s7', 's400', 's7', 'gone'])
      expect(scope.findSubaccount(id)).to.equal(undefined);
    await turn();
    expect(told).to.equal(1);
    expect(scope.findSubaccount('s400')?.name).to.equal('Site 400');
    expect(scope.findSubaccount('gone')).to.equal(undefined);
    await turn();
    expect(requests(backend).map(({ ids }) => ids)).to.deep.equal([['s7', 's400', 'gone']]);
  });

  it('is found also where the backend cannot be asked for some by their ids', async () => {
    const backend = company(many(350), { knowsIds: false });
    const { scope } = of(backend);
    await open(scope);
    scope.findSubaccount('s320');
    await turn();
    expect(scope.findSubaccount('s320')?.name).to.equal('Site 320');
    expect(requests(backend)).to.have.length(4);
  });

  it('is known already where a list has shown it', async () => {
    const backend = company();
    const { scope } = of(backend);
    await list(scope);
    expect(scope.findSubaccount('s2')?.name).to.equal('Site 2');
    expect(requests(backend)).to.have.length(1);
  });

  it('is not asked for without end where that fails, but again with the next reading', async () => {
    const backend = company();
    const { scope } = of(backend);
    await open(scope);
    backend.next('subaccounts', fails({ kind: 'forbidden' }));
    scope.findSubaccount('s1');
    await turn();
    scope.findSubaccount('s1');
    await turn();
    expect(requests(backend)).to.have.length(1);
    await scope.refresh();
    scope.findSubaccount('s1');
    await turn();
    expect(scope.findSubaccount('s1')?.name).to.equal('Site 1');
  });

  it('is not asked for where the backend has none', async () => {
    const { scope } = setUp();
    await open(scope);
    expect(scope.findSubaccount('s1')).to.equal(undefined);
  });
});
