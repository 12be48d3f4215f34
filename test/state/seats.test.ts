import { expect } from 'chai';
import type { PolicyDocument } from '../../src/policy/index.ts';
import type { AccountScope } from '../../src/state/index.ts';
import zoom from '../../src/policy/presets/zoom.ts';
import { createMemoryAdapter } from '../../src/adapter/memory/index.ts';
import { createScope } from '../../src/state/index.ts';
import { crowd, FakeBackend, fails, person } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { open, POLICY, setUp } from './setup.ts';

/** Seats of a user type, of any add-on, and of a role that has a pool of its own. */
const SEATED: PolicyDocument = {
  ...POLICY,
  seats: [
    {
      id: 'licence',
      actions: ['user.change-type', 'user.invite'],
      pool: 'change.userType',
      among: ['licensed'],
    },
    { id: 'addon', actions: ['user.assign-addon', 'user.invite'], pool: 'change.addons' },
    {
      id: 'host',
      actions: ['user.change-role'],
      pool: { name: 'hosts' },
      roles: ['admin', 'owner'],
    },
  ],
};

function seated(policy: PolicyDocument | null = SEATED) {
  const backend = new FakeBackend([
    ...crowd(4).map((one) => ({ ...one, userType: 'basic' })),
    person('lic', { userType: 'licensed', addons: ['webinar'] }),
  ]);
  backend.facts = {
    seats: {
      licensed: { total: 3, used: 1, pending: 1 },
      webinar: { total: 5, used: 1 },
      hosts: { total: 2, used: 1 },
    },
  };
  return setUp(backend, { policy });
}

const licence = (id: string, userType = 'licensed') =>
  ({ action: 'user.change-type', target: { kind: 'person', id }, change: { userType } }) as const;

const told = (scope: AccountScope, pool = 'licensed') => {
  const { used, reserved, free } = scope.seats(pool) ?? {};
  return [used, reserved, free];
};

describe('seats', () => {
  it('ZM-8 are counted as the account tells them; a pool not bought is empty', async () => {
    const { scope } = seated();
    expect(scope.seats('licensed')).to.equal(undefined);
    await open(scope);
    expect(scope.seats('licensed')).to.deep.equal({
      pool: 'licensed', total: 3, used: 1, pending: 1, reserved: 0, free: 2,
    }); // prettier-ignore
    expect(scope.seats('webinar')).to.not.have.property('pending');
    for (const pool of ['nothing', 'constructor', '__proto__'])
      expect(scope.seats(pool)).to.deep.include({ total: 0, used: 0, free: 0 });
  });

  it('are not known where the backend does not tell', async () => {
    const { scope } = setUp();
    await open(scope);
    expect(scope.seats('licensed')).to.equal(undefined);
  });

  it('are reserved from the moment a command is asked for, and given back when it is refused', async () => {
    const { backend, scope } = seated();
    await open(scope);
    const held = backend.hold('run');
    const outcome = scope.run(licence('p1'));
    expect(told(scope)).to.deep.equal([1, 1, 1]);
    await turn();
    held.calls[0]!.fail({ kind: 'invalid' });
    await outcome;
    expect(told(scope)).to.deep.equal([1, 0, 2]);
  });

  it('move on to used without a moment in between in which they seem free', async () => {
    const { backend, scope } = seated();
    await open(scope);
    const account = backend.hold('account');
    const seen: unknown[] = [];
    scope.subscribe(() => seen.push(scope.seats('licensed')?.free));
    backend.next('run', () => backend.edit('p1', { userType: 'licensed' }));
    await scope.run(licence('p1'));
    expect(told(scope)).to.deep.equal([2, 0, 1]);
    backend.facts = { seats: { licensed: { total: 3, used: 2 } } };
    await turn();
    account.calls[0]!.go();
    await turn();
    expect(told(scope)).to.deep.equal([2, 0, 1]);
    expect(new Set(seen)).to.deep.equal(new Set([1]));
  });

  it('are free again once someone gave theirs back, or left, before the account is read again', async () => {
    const { backend, scope } = seated();
    await open(scope);
    backend.hold('account');
    backend.next('run', () => backend.edit('lic', { userType: 'basic' }));
    await scope.run(licence('lic', 'basic'));
    expect(told(scope)).to.deep.equal([0, 0, 3]);
    expect(told(scope, 'webinar')).to.deep.equal([1, 0, 4]);
    await scope.run({ action: 'user.delete', target: { kind: 'person', id: 'lic' } });
    expect(told(scope, 'webinar')).to.deep.equal([0, 0, 5]);
  });

  it('are not taken by who holds one already, nor by what takes none', async () => {
    const { backend, scope } = seated();
    await open(scope);
    backend.hold('run');
    void scope.run(licence('lic'));
    void scope.run({
      action: 'user.assign-addon',
      target: { kind: 'person', id: 'lic' },
      change: { addons: ['webinar', 'rooms'] },
    });
    void scope.run({
      action: 'user.change-role',
      target: { kind: 'person', id: 'p1' },
      change: { roleId: 'member' },
    });
    expect([
      told(scope),
      told(scope, 'webinar'),
      told(scope, 'rooms'),
      told(scope, 'hosts'),
    ]).to.deep.equal([
      [1, 0, 2],
      [1, 0, 4],
      [0, 1, 0],
      [1, 0, 1],
    ]);
    void scope.run({
      action: 'user.change-role',
      target: { kind: 'person', id: 'p2' },
      change: { roleId: 'admin' },
    });
    expect(told(scope, 'hosts')).to.deep.equal([1, 1, 0]);
  });

  it('ZM-8 are taken by everyone invited, one each', async () => {
    const { backend, scope } = seated();
    await open(scope);
    backend.hold('account');
    const people = ['a@x.example', 'b@x.example'].map((email) => ({ email }));
    const held = backend.hold('run');
    const outcome = scope.run({
      action: 'user.invite',
      change: { people, userType: 'licensed', roleId: 'member' },
    });
    expect(told(scope)).to.deep.equal([1, 2, 0]);
    await turn();
    held.calls[0]!.go();
    expect((await outcome).status).to.equal('done');
    expect(told(scope)).to.deep.equal([3, 0, 0]);
  });

  it('that are promised are not given away twice: who decides counts them', async () => {
    const { backend, scope } = seated();
    await open(scope);
    const held = backend.hold('run');
    const outcomes = ['p1', 'p2'].map((id) => scope.run(licence(id)));
    const draft = () =>
      scope.decide({
        action: 'user.change-type',
        target: backend.find('p3'),
        change: { userType: 'licensed' },
      });
    const decision = draft();
    expect(decision).to.deep.include({ effect: 'deny', rule: 'licence' });
    expect(decision.effect === 'deny' && decision.reason.params).to.deep.include({ free: 0 });
    expect((await scope.run(licence('p3'))).status).to.equal('skipped');
    await turn();
    for (const call of held.calls) call.fail({ kind: 'invalid' });
    await Promise.all(outcomes);
    expect(draft().effect).to.equal('allow');
  });

  it('do not stand in the way of the command that reserved them, or of its act', async () => {
    const { backend, scope } = seated();
    await open(scope);
    const outcomes = await scope.run([licence('p1'), licence('p2'), licence('p3')]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['done', 'done', 'skipped']);
    expect(backend.done).to.have.length(2);
  });

  it('are reserved for a whole act on many, and its plan says for whom there is none', async () => {
    const { backend, scope } = seated();
    await open(scope);
    const plan = await scope.plan(
      { action: 'user.change-type', change: { userType: 'licensed' } },
      { ids: ['p0', 'p1', 'p2', 'lic'] },
    );
    expect(plan.going.map(({ id }) => id)).to.deep.equal(['p0', 'p1']);
    expect(plan.skipped.map(({ people }) => people.map(({ id }) => id))).to.deep.equal([
      ['p2'],
      ['lic'],
    ]);
    backend.hold('run');
    plan.run();
    await turn();
    expect(told(scope)).to.deep.equal([1, 2, 0]);
  });

  it('without a policy are those of whatever a pool is named after', async () => {
    const { backend, scope } = seated(null);
    await open(scope);
    backend.hold('run');
    void scope.run(licence('p1'));
    expect(told(scope)).to.deep.equal([1, 1, 1]);
  });

  it('refused by a backend that knows better are those of the backend again', async () => {
    const { backend, scope } = seated();
    await open(scope);
    backend.next('run', fails({ kind: 'quota' }));
    backend.facts = { seats: { licensed: { total: 3, used: 3 } } };
    await scope.run(licence('p1'));
    await turn();
    expect(told(scope)).to.deep.equal([3, 0, 0]);
  });

  it('ZM-8 are those of the backend after every step, whatever is done', async () => {
    const people = Array.from({ length: 12 }, (_, n) => ({
      id: `p${n}`,
      email: `p${n}@a.example`,
      roleId: n === 0 ? 'owner' : 'member',
      status: 'active' as const,
      userType: n % 3 === 0 ? 'licensed' : 'basic',
    }));
    const memory = createMemoryAdapter({
      people, policy: zoom, actor: 'p0', plan: 'business', userTypes: ['basic', 'licensed'], baseType: 'basic', pools: { licensed: 8 },
    }); // prettier-ignore
    // The account is read once; from then on the scope counts by itself.
    let asked = 0;
    const account = () => (asked++ === 0 ? memory.account() : new Promise<never>(() => undefined));
    const scope = createScope({ adapter: { ...memory, account }, policy: zoom });
    await open(scope);
    await turn();
    const target = (id: string) => ({ kind: 'person', id }) as const;
    const invite = (userType: string) => ({
      action: 'user.invite',
      change: {
        userType,
        roleId: 'member',
        people: [{ email: 'n@a.example' }, { email: 'm@a.example' }],
      },
    });
    for (const command of [
      licence('p1'),
      licence('p3', 'basic'),
      { action: 'user.deactivate', target: target('p6') },
      { action: 'user.reactivate', target: target('p6') },
      { action: 'user.delete', target: target('p9') },
      invite('licensed'),
    ]) {
      expect((await scope.run(command)).status, command.action).to.equal('done');
      const { facts } = await memory.account();
      expect(scope.seats('licensed')?.used, command.action).to.equal(
        facts.seats?.['licensed']?.used,
      );
    }
  });
});
