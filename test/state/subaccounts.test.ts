import { expect } from 'chai';
import type { PersonRecord } from '../../src/domain/index.ts';
import messaging from '../../src/policy/presets/messaging.ts';
import type { SubaccountChangedEvent } from '../../src/state/index.ts';
import { FakeBackend, fails, person } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { ids, only, open, setUp } from './setup.ts';

const inSubaccount = (id: string, ...subaccountIds: string[]): PersonRecord =>
  person(id, { roleId: 'manager', subaccountIds });

/** An admin, two managers in the north, three in the south. */
function company(actorId = 'ada'): FakeBackend {
  const backend = new FakeBackend([
    person('ada', { roleId: 'admin' }),
    inSubaccount('n1', 'north'),
    inSubaccount('n2', 'north'),
    inSubaccount('s1', 'south'),
    inSubaccount('s2', 'south'),
    inSubaccount('s3', 'south'),
  ]);
  backend.actorId = actorId;
  backend.has([
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ]);
  return backend;
}

const of = (backend: FakeBackend) => setUp(backend, { policy: messaging });

/** Which sub-account each call of a method was about. */
const places = (backend: FakeBackend, method: string) =>
  backend.log.filter((one) => one.method === method).map(({ at }) => at);

describe('entering a sub-account', () => {
  it('MS-11 starts with all of them, and one chosen scopes every call', async () => {
    const { backend, scope } = of(company());
    const window = await open(scope);
    expect(scope.subaccountId).to.equal(undefined);
    expect(ids(window)).to.have.length(6);
    scope.enter('south');
    expect(window.status).to.equal('loading');
    expect(window.at(0)).to.equal(undefined);
    await turn();
    expect(ids(window)).to.deep.equal(['s1', 's2', 's3']);
    await scope.run({
      action: 'user.edit',
      target: { kind: 'person', id: 's1' },
      change: { values: { firstName: 'S' } },
    });
    for (const method of ['account', 'people', 'run'])
      expect(places(backend, method).at(-1), method).to.equal('south');
    scope.enter(undefined);
    await turn();
    expect(ids(window)).to.have.length(6);
    expect(places(backend, 'people').at(-1)).to.equal(undefined);
  });

  it('tells of it once, with where the page is now', async () => {
    const { scope } = of(company());
    await open(scope);
    const told: (string | undefined)[] = [];
    scope.addEventListener('subaccount-changed', (event: SubaccountChangedEvent) =>
      told.push(event.subaccountId),
    );
    scope.enter('south');
    scope.enter('south');
    scope.enter(undefined);
    await turn();
    expect(told).to.deep.equal(['south', undefined]);
  });

  it('never paints an answer for the former one, however late it comes', async () => {
    const { backend, scope } = of(company());
    const window = await open(scope);
    const held = backend.hold('people');
    scope.enter('north');
    await turn();
    scope.enter('south');
    await turn();
    const [north, south] = held.calls;
    expect(north?.signal?.aborted).to.equal(true);
    south?.go();
    await turn();
    expect(ids(window)).to.deep.equal(['s1', 's2', 's3']);
    north?.go();
    await turn();
    expect(ids(window)).to.deep.equal(['s1', 's2', 's3']);
    expect(scope.find('n1')).to.equal(undefined);
  });

  it('nor does it take it for the new list’s while that is awaited', async () => {
    const { backend, scope } = of(company());
    const held = backend.hold('people');
    const window = await open(scope);
    scope.enter('south');
    await turn();
    held.calls[0]?.go();
    await turn();
    expect(window.status).to.equal('loading');
    expect(window.length).to.equal(0);
    held.calls[1]?.go();
    await turn();
    expect(window.length).to.equal(3);
  });

  it('begins at the top of the new list', async () => {
    const backend = company();
    backend.records = [
      ...backend.records,
      ...Array.from({ length: 500 }, (_, n) => inSubaccount(`p${n}`, 'north')),
    ];
    const { scope } = of(backend);
    const window = await open(scope, 400, 420);
    scope.enter('south');
    await turn();
    expect(ids(window)).to.deep.equal(['s1', 's2', 's3']);
  });

  it('does not show the facts of the former one as if they were of this one', async () => {
    const backend = company();
    backend.facts = { seats: { presenter: { total: 5, used: 1 } } };
    const { scope } = of(backend);
    await open(scope);
    expect(scope.seats('presenter')?.total).to.equal(5);
    const held = backend.hold('account');
    scope.enter('south');
    await turn();
    expect(scope.account.status).to.equal('ready');
    expect(scope.seats('presenter')).to.equal(undefined);
    held.calls[0]?.go();
    await turn();
    expect(scope.seats('presenter')?.total).to.equal(5);
  });

  it('says so where the account of the new one cannot be read, and can be tried again', async () => {
    const { backend, scope } = of(company());
    await open(scope);
    backend.next('account', fails({ kind: 'forbidden' }));
    scope.enter('south');
    await turn();
    expect(scope.account.status).to.equal('failed');
    await scope.refresh();
    expect(scope.account.status).to.equal('ready');
  });

  it('leaves a command under way where it was meant for, and drops what it tells of there', async () => {
    const { backend, scope } = of(company());
    const window = await open(scope);
    scope.enter('north');
    await turn();
    const held = backend.hold('run');
    const edit = (firstName: string) =>
      scope.run({
        action: 'user.edit',
        target: { kind: 'person', id: 'n1' },
        change: { values: { firstName } },
      });
    const [first, second] = [edit('A'), edit('B')];
    await turn();
    scope.enter('south');
    await turn();
    const before = places(backend, 'people').length;
    held.release();
    held.calls[0]?.go();
    expect((await first).status).to.equal('done');
    expect((await second).status).to.equal('done');
    await turn();
    // The second one waited for the first, and was sent when the page was elsewhere.
    expect(places(backend, 'run')).to.deep.equal(['north', 'north']);
    expect(ids(window)).to.deep.equal(['s1', 's2', 's3']);
    expect(window.find('n1')).to.equal(undefined);
    // How they are elsewhere may have changed what is shown here: that is read again.
    expect(new Set(places(backend, 'people').slice(before))).to.deep.equal(new Set(['south']));
  });

  it('undoes and tries again where it was done, wherever the page is by then', async () => {
    const { backend, scope } = of(company());
    await open(scope);
    scope.enter('north');
    await turn();
    const command = {
      action: 'user.edit',
      target: { kind: 'person', id: 'n1' },
      change: { values: { firstName: 'A' } },
    } as const;
    await scope.run(command);
    backend.next('run', fails({ kind: 'conflict' }));
    await scope.run(command);
    const failed = only(scope.activitiesOn('n1'));
    expect(failed.subaccountId).to.equal('north');
    scope.enter('south');
    await turn();
    expect((await scope.retry(failed.command.id))?.status).to.equal('done');
    expect((await scope.undo())?.status).to.equal('done');
    expect(places(backend, 'run')).to.deep.equal(['north', 'north', 'north', 'north']);
  });

  it('reads all of an act on many, and sends it, where it was begun', async () => {
    const { backend, scope } = of(company());
    await open(scope);
    scope.enter('north');
    await turn();
    const plan = await scope.plan(
      { action: 'user.edit', change: { values: { jobTitle: 'Lead' } } },
      { query: {}, except: [] },
    );
    expect(plan.going.map(({ id }) => id)).to.deep.equal(['n1', 'n2']);
    scope.enter('south');
    await turn();
    await plan.run().ended;
    expect(places(backend, 'run')).to.deep.equal(['north', 'north']);
  });

  it('listens to changes in the new one alone', async () => {
    const backend = company();
    const { listeners, tell } = backend.tells();
    const { scope } = of(backend);
    await open(scope);
    expect(listeners.size).to.equal(1);
    const [first] = listeners;
    scope.enter('south');
    await turn();
    expect(listeners.size).to.equal(1);
    expect(listeners.has(first!)).to.equal(false);
    const before = places(backend, 'people').length;
    tell('people');
    await turn();
    expect(places(backend, 'people').slice(before)).to.deep.equal(['south']);
    scope.close();
    expect(listeners.size).to.equal(0);
  });

  it('lets whoever is moved away leave the list', async () => {
    const { backend, scope } = of(company());
    const window = await open(scope);
    scope.enter('south');
    await turn();
    backend.next('run', () => backend.edit('s1', { subaccountIds: ['north'] }));
    await scope.run({
      action: 'user.assign-subaccounts',
      target: { kind: 'person', id: 's1' },
      change: { subaccountIds: ['north'] },
    });
    await turn();
    expect(ids(window)).to.deep.equal(['s2', 's3']);
  });

  it('keeps the last five entered at hand', async () => {
    const { scope } = of(company());
    await open(scope);
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'b']) scope.enter(id);
    expect(scope.recentSubaccounts).to.deep.equal(['b', 'f', 'e', 'd', 'c']);
  });
});

describe('whoever belongs to one sub-account', () => {
  it('MS-7 MS-13 is in it from the start, and every list is read for it', async () => {
    const { backend, scope } = of(company('n1'));
    const told: unknown[] = [];
    scope.addEventListener('subaccount-changed', (event) => told.push(event.subaccountId));
    const window = await open(scope);
    expect(scope.subaccountId).to.equal('north');
    expect(scope.isSubaccountFixed).to.equal(true);
    expect(told).to.deep.equal(['north']);
    expect(ids(window)).to.deep.equal(['n1', 'n2']);
    expect(places(backend, 'people')).to.deep.equal(['north']);
    // What was read of all that they may see is theirs.
    expect(places(backend, 'account')).to.have.length(1);
  });

  it('MS-13 cannot leave it, by any way', async () => {
    const { scope } = of(company('n1'));
    await open(scope);
    scope.enter('south');
    scope.enter(undefined);
    expect(scope.subaccountId).to.equal('north');
    expect(scope.decideEnter('south')).to.deep.include({ rule: 'messaging/own-data' });
    expect(scope.decideEnter(undefined).effect).to.equal('deny');
    expect(scope.decideEnter('north').effect).to.equal('allow');
  });

  it('MS-6 an admin may enter any, and see all', async () => {
    const { scope } = of(company());
    await open(scope);
    expect(scope.isSubaccountFixed).to.equal(false);
    expect(scope.decideEnter(undefined).effect).to.equal('allow');
    expect(scope.decideEnter('south').effect).to.equal('allow');
  });

  it('is taken home where they were put before it was known who they are', async () => {
    const { scope } = of(company('n1'));
    scope.enter('south');
    const window = await open(scope);
    expect(scope.subaccountId).to.equal('north');
    expect(ids(window)).to.deep.equal(['n1', 'n2']);
  });

  it('of several is in none of them, and sees them all', async () => {
    const backend = company('n1');
    backend.edit('n1', { subaccountIds: ['north', 'south'] });
    const { scope } = of(backend);
    await open(scope);
    expect(scope.subaccountId).to.equal(undefined);
    expect(scope.isSubaccountFixed).to.equal(false);
    scope.enter('south');
    scope.enter(undefined);
    expect(scope.subaccountId).to.equal(undefined);
  });

  it('is not put anywhere where there is no policy to say so', async () => {
    const { scope } = setUp(company('n1'), { policy: null });
    await open(scope);
    expect(scope.subaccountId).to.equal(undefined);
  });
});

describe('what belongs to one sub-account', () => {
  it('MS-12 wants one to be chosen first, and is about that one then', async () => {
    const { backend, scope } = of(company());
    await open(scope);
    const ask = () => scope.decide({ action: 'inbox.configure', draft: true });
    expect(ask()).to.deep.equal({ effect: 'unknown', missing: ['target'] });
    expect(scope.standing(ask())).to.equal('needs-subaccount');
    expect((await scope.run({ action: 'inbox.configure' })).status).to.equal('skipped');
    expect(backend.asked('run')).to.have.length(0);
    scope.enter('south');
    await turn();
    expect(ask().effect).to.equal('allow');
    const outcome = await scope.run({ action: 'inbox.configure' });
    expect(outcome.command.target).to.deep.equal({ kind: 'subaccount', id: 'south' });
  });

  it('MS-12 is for a manager about their own, and no other', async () => {
    const { scope } = of(company('n1'));
    await open(scope);
    expect(scope.decide({ action: 'inbox.configure' }).effect).to.equal('allow');
    expect(scope.decide({ action: 'inbox.configure', target: { id: 'south' } })).to.deep.include({
      effect: 'deny',
      rule: 'messaging/own-data',
    });
  });

  it('leaves alone what may be about none: a new one is below no other', async () => {
    const { scope } = of(company());
    await open(scope);
    scope.enter('south');
    await turn();
    const { command } = await scope.run({
      action: 'subaccount.create',
      change: { values: { name: 'West' } },
    });
    expect(command.target).to.equal(undefined);
  });
});
