import { expect } from 'chai';
import { FAULT_KINDS, shapesFor, type Fault, type FaultKind } from '../adapter/faults.ts';
import { faulty, held, rows, type Faulty } from './faulty.ts';
import { turn } from './manual-clock.ts';
import { quietConsole } from './quiet.ts';
import { changeRole, ids } from './setup.ts';
import { noUnhandledRejections } from './unhandled.ts';

/** Every fault, and every shape of nonsense. */
const faultsOf = (kind: 'run' | 'people' | 'person' | 'account'): readonly [string, Fault][] =>
  FAULT_KINDS.flatMap((fault): [string, Fault][] =>
    fault === 'malformed'
      ? shapesFor(kind).map((shape) => [`${fault}: ${shape}`, { kind: fault, shape }])
      : [[fault, { kind: fault }]],
  );

/** Faults that come to light by being late alone. */
const SILENT: readonly FaultKind[] = ['delay', 'out-of-order'];
/** Faults of one call after which the command is known to be done, whatever the backend promises. */
const PASSING: readonly FaultKind[] = [...SILENT, 'session-expired', 'drop-after', 'malformed'];

const change = { ...changeRole('p1', 'admin'), id: 'c' };

/** What the page shows of everyone is what the backend holds. */
function expectTruth({ memory, window }: Faulty): void {
  const people = held(memory);
  for (const row of rows(window)) expect(row).to.deep.equal(people.get(row.id));
}

/** The command ended in one way, told once, and was done as often as that way says. */
function expectOneEnding({ acts, asked, executed, scope }: Faulty): void {
  expect(asked).to.deep.equal([['c']]);
  expect(acts.map((outcomes) => outcomes.map(({ command }) => command.id))).to.deep.equal([['c']]);
  const { status } = acts[0]![0]!;
  expect(executed.length).to.be.at.most(1);
  if (status === 'done') {
    expect(executed).to.deep.equal(['c']);
    expect(scope.activities).to.deep.equal([]);
  } else {
    if (status === 'refused') expect(executed).to.deep.equal([]);
    expect(scope.activitiesOn('p1').map(({ phase }) => phase)).to.deep.equal([status]);
    expect(scope.activities[0]?.problem?.kind).to.be.a('string');
  }
}

/** Sends the command on; whatever it met is over when this resolves. */
async function ending(all: Faulty, outcome: Promise<{ readonly status: string }>): Promise<string> {
  await all.clock.runOut();
  await all.calmDown();
  return (await outcome).status;
}

for (const forgetful of [false, true]) {
  const backend = forgetful
    ? 'a backend that does a command as often as it is sent'
    : 'a backend that does a command once';

  describe(`faults under a role change, on ${backend}`, () => {
    quietConsole();
    noUnhandledRejections();

    for (const [name, fault] of faultsOf('run')) {
      it(`${name}, once`, async () => {
        const all = await faulty({ forgetful });
        all.line.next('run', fault);
        const status = await ending(all, all.scope.run(change));
        expectOneEnding(all);
        expectTruth(all);
        if (PASSING.includes(fault.kind) || (!forgetful && fault.kind !== 'offline'))
          expect(status).to.equal('done');
        if (!SILENT.includes(fault.kind)) expect(all.problems.length).to.be.greaterThan(0);
      });

      it(`${name}, again and again, then tried once more by hand`, async () => {
        const all = await faulty({ forgetful });
        all.line.next('run', ...Array.from({ length: 20 }, () => fault));
        const status = await ending(all, all.scope.run(change));
        expectOneEnding(all);
        expectTruth(all);
        if (status === 'done') return;
        const again = await all.scope.retry('c');
        expect(again?.status).to.equal('done');
        expect(all.executed).to.have.length(1);
        expect(held(all.memory).get('p1')?.roleId).to.equal('admin');
        expect(all.scope.activities).to.deep.equal([]);
        expectTruth(all);
      });

      it(`${name}, and looking up what became of it fails too`, async () => {
        const all = await faulty({ forgetful });
        const many = Array.from({ length: 20 }, () => fault);
        all.line.next('run', ...many);
        all.line.next(
          'person',
          ...(fault.kind === 'malformed'
            ? many.map((): Fault => ({ kind: 'malformed', shape: 'nothing' }))
            : many),
        );
        const status = await ending(all, all.scope.run(change));
        expectOneEnding(all);
        if (status !== 'done') expect((await all.scope.retry('c'))?.status).to.equal('done');
        expect(all.executed).to.have.length(1);
        expectTruth(all);
      });
    }

    it('shows that 30 seconds are long, and takes the answer that comes then', async () => {
      const all = await faulty({ forgetful });
      all.line.next('run', 'delay');
      const outcome = all.scope.run(change);
      await all.clock.advance(29_000);
      expect(all.scope.activitiesOn('p1')).to.have.length(1);
      expect(all.scope.activitiesOn('p1')[0]).to.deep.include({ phase: 'sending', slow: true });
      expect(all.window.at(1)?.roleId).to.equal('member');
      await all.clock.advance(1_000);
      expect((await outcome).status).to.equal('done');
      expect(all.window.at(1)?.roleId).to.equal('admin');
    });

    it('pauses while nobody is signed in, and then is done once under the same id', async () => {
      const all = await faulty({ forgetful });
      all.line.expire();
      const outcome = all.scope.run(change);
      await all.clock.advance(120_000);
      expect(all.scope.activitiesOn('p1').map(({ phase }) => phase)).to.deep.equal(['paused']);
      all.signIn();
      expect((await outcome).status).to.equal('done');
      expect(all.executed).to.deep.equal(['c']);
    });

    it('comes through offline and back, for two commands on one person in their order', async () => {
      const all = await faulty({ forgetful });
      all.line.offline();
      const both = [
        all.scope.run(change),
        all.scope.run({ ...changeRole('p1', 'owner'), id: 'd' }),
      ];
      await all.clock.advance(600);
      all.line.online();
      await all.clock.runOut();
      const statuses = (await Promise.all(both)).map(({ status }) => status);
      expect(statuses[1]).to.equal('done');
      expect(held(all.memory).get('p1')?.roleId).to.equal('owner');
      expectTruth(all);
    });
  });
}

describe('faults under paging', () => {
  quietConsole();
  noUnhandledRejections();

  for (const [name, fault] of faultsOf('people')) {
    it(`${name}, once: the rows come, or it says why not`, async () => {
      const all = await faulty();
      all.line.next('people', fault);
      all.window.show(90, 120);
      await ending(all, Promise.resolve({ status: '' }));
      if (fault.kind === 'malformed' || fault.kind === 'offline') {
        expect(all.window.problem?.title).to.be.a('string');
        all.window.retry();
        await turn();
      }
      expect(all.window.problem).to.equal(undefined);
      expect(ids(all.window, 90, 31)).to.deep.equal(
        Array.from({ length: 31 }, (_, n) => `p${90 + n}`),
      );
      expectTruth(all);
      if (!SILENT.includes(fault.kind)) expect(all.problems.length).to.be.greaterThan(0);
    });

    it(`${name}, again and again: what was there stays, and it says why there is no more`, async () => {
      const all = await faulty();
      all.line.next('people', ...Array.from({ length: 20 }, () => fault));
      all.window.show(90, 120);
      await all.clock.runOut();
      expect(ids(all.window, 0, 100)).to.not.include(undefined);
      expect(all.window.status).to.equal('ready');
      const isWaiting = all.window.refreshing;
      const cannotTell = ['delay', 'out-of-order', 'session-expired'].includes(fault.kind);
      if (!cannotTell) expect(all.window.problem?.kind).to.be.a('string');
      expect(
        isWaiting || all.window.problem !== undefined || all.window.at(120) !== undefined,
      ).to.equal(true);
      await all.calmDown();
      all.window.retry();
      await turn();
      expect(all.window.problem).to.equal(undefined);
      expect(all.window.at(120)?.id).to.equal('p120');
      expectTruth(all);
    });

    it(`${name}, from the first page on: it loads, or says that it failed, and comes back`, async () => {
      const all = await faulty({ plan: [{ on: 'people', fault }] });
      await all.clock.runOut();
      if (
        ['drop', 'drop-after', '500', '429', 'malformed', 'abort', 'offline'].includes(fault.kind)
      )
        expect([all.window.status, all.window.length]).to.deep.equal(['failed', 0]);
      await all.calmDown();
      all.window.retry();
      await turn();
      expect([all.window.status, all.window.length]).to.deep.equal(['ready', 250]);
      expectTruth(all);
    });
  }

  it('out of order: pages of before a refresh never paint', async () => {
    const all = await faulty();
    all.line.next('people', 'out-of-order');
    all.window.refresh();
    await turn();
    all.memory.edit('p1', { department: 'New' });
    all.window.refresh();
    await all.line.release();
    await turn();
    expect(all.window.at(1)?.department).to.equal('New');
    expectTruth(all);
  });

  it('a role change lands while a page that is older than it is under way', async () => {
    const all = await faulty();
    all.line.next('people', 'delay');
    all.window.show(90, 120);
    await turn();
    expect((await all.scope.run(changeRole('p110', 'admin'))).status).to.equal('done');
    await all.clock.runOut();
    expect(all.window.at(110)?.roleId).to.equal('admin');
    expectTruth(all);
  });
});

describe('faults under reading the account', () => {
  quietConsole();
  noUnhandledRejections();

  for (const [name, fault] of faultsOf('account')) {
    it(`${name}, from the start: a command waits, or says why it cannot, and the page recovers`, async () => {
      const all = await faulty({ plan: [{ on: 'account', fault }] });
      const outcome = all.scope.run(change);
      await all.clock.runOut();
      await all.calmDown();
      const { status } = await outcome;
      expect(status).to.be.oneOf(['done', 'refused']);
      if (status === 'refused') expect(all.scope.activities[0]?.problem?.kind).to.be.a('string');
      await all.scope.refresh();
      await turn();
      expect([all.scope.account.status, all.window.status]).to.deep.equal(['ready', 'ready']);
      if (status === 'refused') expect((await all.scope.retry('c'))?.status).to.equal('done');
      expect(all.executed).to.have.length(1);
      expectTruth(all);
    });
  }
});
