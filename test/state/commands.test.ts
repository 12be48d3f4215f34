import { expect } from 'chai';
import type { Command } from '../../src/domain/index.ts';
import type { AccountCommandEvent, Outcome } from '../../src/state/index.ts';
import { answers, crowd, FakeBackend, fails, person } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { changeRole, only, open, setUp } from './setup.ts';

const phase = (scope: { activitiesOn(id: string): readonly { phase: string }[] }, id: string) =>
  scope.activitiesOn(id).map((activity) => activity.phase);

describe('command', () => {
  it('goes all the way: asked once, sent once, told once, and the row is as the backend says', async () => {
    const { acts, asked, backend, scope } = setUp();
    const window = await open(scope);
    const outcome = await scope.run(changeRole('p1', 'admin'));
    expect(outcome.status).to.equal('done');
    expect(only(asked).commands.map(({ action }) => action)).to.deep.equal(['user.change-role']);
    expect(only(only(acts))).to.equal(outcome);
    expect(only(backend.done).ifVersion).to.equal('1');
    expect(window.at(1)).to.equal(backend.find('p1'));
    expect(window.at(1)?.roleId).to.equal('admin');
    expect(scope.activities).to.deep.equal([]);
  });

  it('shows what it waits for, in place', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const held = backend.hold('run');
    const outcome = scope.run(changeRole('p1', 'admin'));
    expect(phase(scope, 'p1')).to.deep.equal(['queued']);
    await turn();
    expect(phase(scope, 'p1')).to.deep.equal(['sending']);
    held.calls[0]!.go();
    await outcome;
    expect(phase(scope, 'p1')).to.deep.equal([]);
  });

  it('is not sent, and nobody is asked, when the policy says no', async () => {
    const { acts, asked, backend, scope } = setUp();
    await open(scope);
    const outcome = await scope.run(changeRole('p0', 'member'));
    expect(outcome).to.deep.include({ status: 'skipped' });
    expect((outcome as Extract<Outcome, { status: 'skipped' }>).decision.effect).to.equal('deny');
    expect([asked.length, acts.length, backend.done.length]).to.deep.equal([0, 1, 0]);
    expect(phase(scope, 'p0')).to.deep.equal(['skipped']);
  });

  it('looks up a person whom no window shows, and fails alone if they are not there', async () => {
    const { acts, asked, backend, scope } = setUp();
    const outcomes = await scope.run([
      changeRole('p1', 'admin'),
      changeRole('nobody', 'admin'),
      changeRole('p2', 'admin'),
    ]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['done', 'refused', 'done']);
    expect(only(asked).commands).to.have.length(2);
    expect(only(acts)).to.have.length(3);
    expect(backend.done.map(({ ifVersion }) => ifVersion)).to.deep.equal(['1', '1']);
  });

  it('folds an act: of two owners, the second is not demoted', async () => {
    const { asked, backend, scope } = setUp(
      new FakeBackend([...crowd(2), person('p2', { roleId: 'owner' })]),
    );
    await open(scope);
    const outcomes = await scope.run([changeRole('p0', 'member'), changeRole('p2', 'member')]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['done', 'skipped']);
    expect(only(asked).commands).to.have.length(1);
    expect(backend.done).to.have.length(1);
  });

  it('asks and tells once for an act of many, in its order', async () => {
    const { acts, asked, backend, scope } = setUp(new FakeBackend(crowd(30)));
    await open(scope);
    const held = backend.hold('run');
    const commands = Array.from({ length: 20 }, (_, n) => changeRole(`p${n + 1}`, 'admin'));
    const outcomes = scope.run(commands);
    await turn();
    expect(held.calls).to.have.length(20);
    for (const call of [...held.calls].reverse()) call.go();
    expect(
      (await outcomes).map(({ command }) => (command.target as { id: string }).id),
    ).to.deep.equal(commands.map(({ target }) => (target as { id: string }).id));
    expect(only(asked).commands).to.have.length(20);
    expect(only(acts)).to.have.length(20);
    expect(backend.asked('account')).to.have.length(2);
  });

  it('tells each row its ending as soon as it is known', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const held = backend.hold('run');
    const outcomes = scope.run([changeRole('p1', 'admin'), changeRole('p2', 'admin')]);
    await turn();
    held.calls[0]!.go();
    await turn();
    expect([phase(scope, 'p1'), phase(scope, 'p2')]).to.deep.equal([[], ['sending']]);
    held.calls[1]!.go();
    await outcomes;
  });

  it('says nothing about an act of nothing', async () => {
    const { acts, asked, scope } = setUp();
    expect(await scope.run([])).to.deep.equal([]);
    expect([asked.length, acts.length]).to.deep.equal([0, 0]);
  });

  it('is not done twice when it is run twice at once', async () => {
    const { acts, asked, backend, scope } = setUp();
    await open(scope);
    const command = { ...changeRole('p1', 'admin'), id: 'same' };
    const [one, two, [three, four]] = await Promise.all([
      scope.run(command),
      scope.run(command),
      scope.run([command, command]),
    ]);
    expect([two, three, four]).to.deep.equal([one, one, one]);
    expect([asked.length, acts.length, backend.asked('run').length]).to.deep.equal([1, 1, 1]);
  });

  it('sends without a policy whatever the backend is willing to do', async () => {
    const { backend, scope } = setUp(new FakeBackend(), { policy: null });
    expect((await scope.run(changeRole('p0', 'member'))).status).to.equal('done');
    expect(backend.done).to.have.length(1);
  });

  it('waits for the account to be known rather than skip', async () => {
    const backend = new FakeBackend();
    const held = backend.hold('account');
    const { scope } = setUp(backend);
    const outcome = scope.run(changeRole('p1', 'admin'));
    await turn();
    expect(phase(scope, 'p1')).to.deep.equal(['queued']);
    held.release();
    held.calls[0]!.go();
    expect((await outcome).status).to.equal('done');
  });

  it('can be given up while the account is not known', async () => {
    const backend = new FakeBackend();
    backend.hold('account');
    const { scope } = setUp(backend);
    const outcome = scope.run({ ...changeRole('p1', 'admin'), id: 'c' });
    await turn();
    scope.cancel('c');
    expect(await outcome).to.deep.include({ status: 'refused' });
    expect(scope.activities).to.deep.equal([]);
  });

  it('is refused with the problem where the account cannot be read', async () => {
    const backend = new FakeBackend();
    const fail = fails({ kind: 'forbidden', code: 'closed' });
    backend.next('account', fail, fail);
    const { scope } = setUp(backend);
    await turn();
    const outcome = await scope.run(changeRole('p1', 'admin'));
    expect(outcome).to.deep.include({ status: 'refused' });
    expect((outcome as Extract<Outcome, { status: 'refused' }>).problem.code).to.equal('closed');
  });

  describe('with a fact missing', () => {
    const seats = {
      format: 1,
      id: 'seats',
      roles: [{ id: 'owner', permissions: ['*'] }],
      seats: [{ id: 'seat', actions: ['user.change-type'], pool: 'change.userType' }],
      rules: [],
    } as const;
    const license = {
      action: 'user.change-type',
      target: { kind: 'person', id: 'p1' },
      change: { userType: 'licensed' },
    } as const;

    const basics = () => new FakeBackend(crowd(3).map((one) => ({ ...one, userType: 'basic' })));

    it('reads the account again where the backend can tell it', async () => {
      const { backend, scope } = setUp(basics(), { policy: seats });
      await open(scope);
      const decision = scope.decide({
        action: license.action,
        target: backend.find('p1'),
        change: license.change,
      });
      expect(scope.standing(decision)).to.equal('pending');
      backend.facts = { seats: { licensed: { total: 1, used: 0 } } };
      expect((await scope.run(license)).status).to.equal('done');
    });

    it('is not sent where it still is not told', async () => {
      const { backend, scope } = setUp(basics(), { policy: seats });
      await open(scope);
      const outcome = await scope.run(license);
      expect(outcome.status).to.equal('skipped');
      expect((outcome as Extract<Outcome, { status: 'skipped' }>).decision).to.deep.equal({
        effect: 'unknown',
        missing: ['account.seats'],
      });
      expect(backend.done).to.have.length(0);
    });

    it('leaves it to the server where this backend can never tell it', async () => {
      const backend = basics();
      backend.abilities = { ...backend.abilities, facts: ['roleCounts'] };
      const { scope } = setUp(backend, { policy: seats });
      await open(scope);
      const decision = scope.decide({
        action: license.action,
        target: backend.find('p1'),
        change: license.change,
      });
      expect(scope.standing(decision)).to.equal('server-decides');
      expect((await scope.run(license)).status).to.equal('done');
      expect(backend.asked('account')).to.have.length(2);
    });

    it('asks for the whole record where the list told too little of a person', async () => {
      const { backend, scope } = setUp(new FakeBackend(), {
        policy: {
          format: 1,
          id: 'typed',
          roles: [{ id: 'owner', permissions: ['*'] }],
          rules: [
            {
              id: 'no/basic',
              actions: ['user.suspend'],
              when: { fact: 'target.userType', is: 'basic' },
              reason: { key: 'noPermission' },
            },
          ],
        },
      });
      const window = await open(scope);
      backend.edit('p1', { userType: 'licensed' });
      expect(window.at(1)?.userType).to.equal(undefined);
      const outcome = await scope.run({
        action: 'user.suspend',
        target: { kind: 'person', id: 'p1' },
      });
      expect(outcome.status).to.equal('done');
    });
  });

  describe('on a target that is busy', () => {
    it('waits, visibly, and goes by the version that the first one left', async () => {
      const { backend, scope } = setUp();
      await open(scope);
      const held = backend.hold('run');
      const first = scope.run(changeRole('p1', 'admin'));
      const second = scope.run(changeRole('p1', 'owner'));
      await turn();
      expect(phase(scope, 'p1')).to.deep.equal(['sending', 'queued']);
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
        expect((await Promise.all(both)).map(({ status }) => status)).to.deep.equal([
          'done',
          'done',
        ]);
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
      expect((second as Extract<Outcome, { status: 'refused' }>).problem.kind).to.equal('stale');
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
      expect(phase(scope, 'p1')).to.deep.equal(['sending', 'queued']);
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

  describe('that was done', () => {
    it('is shown as the backend has it, where it answers nothing', async () => {
      const { backend, scope } = setUp();
      const window = await open(scope);
      backend.next('run', () => {
        backend.edit('p1', { status: 'suspended', department: 'Also' });
        return null;
      });
      const outcome = await scope.run({
        action: 'user.suspend',
        target: { kind: 'person', id: 'p1' },
      });
      expect(outcome).to.deep.include({ status: 'done', value: backend.find('p1') });
      expect(window.at(1)).to.deep.include({ status: 'suspended', department: 'Also' });
    });

    it('stays done where the re-read fails, and the list is read again', async () => {
      const { backend, scope } = setUp();
      const window = await open(scope);
      backend.next('run', () => {
        backend.edit('p1', { roleId: 'admin' });
        return null;
      });
      backend.next('person', fails({ kind: 'forbidden' }));
      expect((await scope.run(changeRole('p1', 'admin'))).status).to.equal('done');
      await turn();
      expect(window.at(1)?.roleId).to.equal('admin');
    });

    it('asks the backend where something else was read meanwhile', async () => {
      const { backend, scope } = setUp();
      const window = await open(scope);
      const held = backend.hold('run');
      const outcome = scope.run(changeRole('p1', 'admin'));
      await turn();
      const value = backend.carryOut(held.calls[0]!.args[0] as Command);
      backend.edit('p1', { department: 'Newer' });
      window.refresh();
      await turn();
      held.calls[0]!.answer(value);
      await outcome;
      expect(window.at(1)).to.deep.include({ roleId: 'admin', department: 'Newer' });
    });

    it('takes the row away where the person is gone', async () => {
      const { backend, scope } = setUp();
      const window = await open(scope);
      await scope.run({ action: 'user.delete', target: { kind: 'person', id: 'p1' } });
      await turn();
      expect(window.length).to.equal(2);
      expect(window.indexOf('p1')).to.equal(-1);
      expect(backend.asked('person')).to.have.length(0);
    });

    it('moves what it invalidates, by the registry', async () => {
      const { backend, scope } = setUp();
      await open(scope);
      const { length } = backend.asked('people');
      await scope.run(changeRole('p1', 'admin'));
      await turn();
      expect([
        backend.asked('account').length,
        backend.asked('people').length - length,
      ]).to.deep.equal([2, 0]);
      await scope.run({
        action: 'user.invite',
        change: { people: [{ email: 'n@example.com' }], roleId: 'member' },
      });
      await turn();
      expect([
        backend.asked('account').length,
        backend.asked('people').length - length,
      ]).to.deep.equal([3, 1]);
    });

    it('leaves what ended badly about something else where it is', async () => {
      const { backend, scope } = setUp();
      await open(scope);
      backend.next('run', fails({ kind: 'invalid' }));
      await scope.run(changeRole('p1', 'admin'));
      await scope.run({ action: 'user.suspend', target: { kind: 'person', id: 'p1' } });
      expect(phase(scope, 'p1')).to.deep.equal(['refused']);
    });

    it('takes the place of an earlier attempt that ended badly', async () => {
      const { backend, scope } = setUp();
      await open(scope);
      backend.next('run', fails({ kind: 'invalid' }));
      await scope.run(changeRole('p1', 'admin'));
      expect(phase(scope, 'p1')).to.deep.equal(['refused']);
      const held = backend.hold('run');
      const outcome = scope.run(changeRole('p1', 'owner'));
      await turn();
      expect(phase(scope, 'p1')).to.deep.equal(['sending']);
      held.calls[0]!.go();
      await outcome;
      expect(phase(scope, 'p1')).to.deep.equal([]);
    });
  });

  it('carries what it came from', async () => {
    const { asked, scope } = setUp();
    const told: string[] = [];
    scope.addEventListener('account-outcome', ({ source }) => told.push(source));
    await scope.run(changeRole('p1', 'admin'), { source: 'user-table' });
    await scope.run(changeRole('p1', 'member'));
    expect(asked.map(({ source }: AccountCommandEvent) => source)).to.deep.equal([
      'user-table',
      'host',
    ]);
    expect(told).to.deep.equal(['user-table', 'host']);
  });

  it('does not offer what the backend cannot do', async () => {
    const backend = new FakeBackend();
    backend.abilities = {
      ...backend.abilities,
      commands: { 'user.list': true, 'user.delete': false as never },
    };
    const { scope } = setUp(backend);
    await turn();
    expect(
      ['user.list', 'user.delete', 'user.edit', 'toString'].map((action) => scope.offers(action)),
    ).to.deep.equal([true, false, false, false]);
  });

  it('is refused in words that name path and value, when nobody can tell whether the answer means yes', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const { error } = console;
    const said: unknown[] = [];
    console.error = (first: unknown) => said.push(first);
    backend.next('run', answers({ id: 7 }));
    const outcome = await scope.run(changeRole('p1', 'admin'));
    console.error = error;
    expect(outcome.status).to.equal('uncertain');
    expect((outcome as Extract<Outcome, { status: 'uncertain' }>).problem.title)
      .to.contain('run().id')
      .and.to.contain('7');
    expect(said).to.have.length(1);
  });
});
