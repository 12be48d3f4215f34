import { expect } from 'chai';
import type { PersonRecord, Subaccount } from '../../src/domain/index.ts';
import messaging from '../../src/policy/presets/messaging.ts';
import type { SubaccountChangedEvent } from '../../src/state/index.ts';
import { FakeBackend, person } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { ids, open, setUp } from './setup.ts';

const manager = (id: string, ...subaccountIds: string[]): PersonRecord =>
  person(id, { roleId: 'manager', subaccountIds });

const NORTH: Subaccount = { id: 'north', name: 'North' };
const SOUTH: Subaccount = { id: 'south', name: 'South' };

function company(actorId = 'ada'): FakeBackend {
  const backend = new FakeBackend([
    person('ada', { roleId: 'admin' }),
    manager('n1', 'north'),
    manager('s1', 'south'),
  ]);
  backend.actorId = actorId;
  backend.has([NORTH, SOUTH]);
  return backend;
}

const of = (backend: FakeBackend) => setUp(backend, { policy: messaging });

describe('a sub-account that is no longer there', () => {
  for (const knowsIds of [true, false])
    it(`is left for all of them, and nothing of it is shown (${knowsIds ? 'asked by id' : 'among all'})`, async () => {
      const { backend, scope } = of(company());
      backend.has([NORTH, SOUTH], { knowsIds });
      const window = await open(scope);
      scope.enter('south');
      await turn();
      expect(ids(window)).to.deep.equal(['s1']);
      const heard: (readonly (string | undefined)[])[] = [];
      scope.addEventListener('subaccount-changed', ({ subaccountId, goneId }: SubaccountChangedEvent) => heard.push([subaccountId, goneId])); // prettier-ignore
      backend.has([NORTH], { knowsIds });
      backend.edit('s1', { subaccountIds: [] });
      void scope.refresh();
      await turn();
      expect(scope.subaccountId).to.equal(undefined);
      expect(heard).to.deep.equal([[undefined, 'south']]);
      expect(ids(window)).to.deep.equal(['ada', 'n1', 's1']);
      expect(scope.findSubaccount('south')).to.equal(undefined);
      expect(scope.recentSubaccounts).to.deep.equal([]);
    });

  it('is left after it was deleted here', async () => {
    const { backend, scope } = of(company());
    const window = await open(scope);
    scope.enter('south');
    await turn();
    backend.next('run', () => {
      backend.has([NORTH]);
      backend.edit('s1', { subaccountIds: [] });
      return null;
    });
    await scope.run({ action: 'subaccount.delete', target: { kind: 'subaccount', id: 'south' } });
    await turn();
    expect(scope.subaccountId).to.equal(undefined);
    expect(ids(window)).to.deep.equal(['ada', 'n1', 's1']);
  });

  it('is stayed in where the list cannot be read, or only a part of it', async () => {
    const { backend, scope } = of(company());
    await open(scope);
    scope.enter('south');
    await turn();
    backend.subaccounts = () => Promise.reject(new TypeError('no network'));
    void scope.refresh();
    await turn();
    expect(scope.subaccountId).to.equal('south');
  });

  it('of one’s own is left too: nobody stays where there is nothing', async () => {
    const { backend, scope } = of(company('s1'));
    await open(scope);
    expect(scope.subaccountId).to.equal('south');
    backend.has([NORTH]);
    void scope.refresh();
    await turn();
    expect(scope.subaccountId).to.equal(undefined);
    expect(scope.decideEnter(undefined).effect).to.equal('deny');
  });
});
