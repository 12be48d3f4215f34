import { expect } from 'chai';
import { compilePolicy, PolicyError } from '../../src/policy/index.ts';
import {
  createScope,
  InviteRequestEvent,
  PersonRequestEvent,
  SubaccountRequestEvent,
  SCOPE_EVENTS,
} from '../../src/state/index.ts';
import { FakeBackend, fails } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { changeRole, only, open, POLICY, setUp } from './setup.ts';
import { uncaughtDuring } from './uncaught.ts';

/** Without its stack: one engine writes every one of these to the log, however they are handled. */
function failure(message: string): Error {
  return Object.assign(new Error(message), { stack: message });
}

describe('scope', () => {
  it('takes a policy as a document or compiled, and refuses a malformed one at once', () => {
    const adapter = new FakeBackend();
    const policy = compilePolicy(POLICY);
    expect(createScope({ adapter, policy }).policy).to.equal(policy);
    expect(createScope({ adapter, policy: POLICY }).policy?.id).to.equal('test');
    expect(() => createScope({ adapter, policy: { format: 1 } as never })).to.throw(PolicyError);
  });

  it('says how a control stands', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const [p0, p1] = [backend.find('p0'), backend.find('p1')];
    const standing = (target: typeof p0, roleId: string) =>
      scope.standing(scope.decide({ action: 'user.change-role', target, change: { roleId } }));
    expect(standing(p1, 'admin')).to.equal('allowed');
    expect(standing(p0, 'member')).to.equal('denied');
    expect(
      scope
        .decideAll([p0, p1].map((target) => ({ action: 'user.delete', target })))
        .map(({ effect }) => effect),
    ).to.deep.equal(['deny', 'allow']);
    expect(
      [...scope.assignableRoles({ action: 'user.change-role', target: p0 })].map(
        ([id, { effect }]) => [id, effect],
      ),
    ).to.deep.equal([
      ['owner', 'allow'],
      ['admin', 'deny'],
      ['member', 'deny'],
    ]);
  });

  it('knows the actions of its host', async () => {
    const backend = new FakeBackend();
    const { scope } = setUp(backend, {
      actions: {
        'desk.assign': {
          access: 'write',
          target: 'required',
          on: 'person',
          invalidates: ['people'],
        },
      },
    });
    await open(scope);
    const before = backend.asked('people').length;
    const outcome = await scope.run({
      action: 'desk.assign',
      target: { kind: 'person', id: 'p1' },
    });
    await turn();
    expect(outcome.status).to.equal('done');
    expect(backend.asked('people').length).to.equal(before + 1);
  });

  it('tells subscribers until they leave, each as often as it came', async () => {
    const { scope } = setUp();
    let told = 0;
    const listener = () => told++;
    const [leave] = [scope.subscribe(listener), scope.subscribe(listener)];
    await open(scope);
    expect(told).to.be.greaterThan(1);
    leave();
    told = 0;
    await scope.run(changeRole('p1', 'admin'));
    const once = told;
    expect(once).to.be.greaterThan(0);
    scope.close();
    told = 0;
    await scope.refresh();
    expect(told).to.equal(0);
  });

  it('is not upset by a subscriber that throws', async () => {
    const { backend, scope } = setUp();
    let told = 0;
    const errors = await uncaughtDuring(async () => {
      let thrown = 0;
      scope.subscribe(() => {
        if (thrown++ < 5) throw failure('subscriber');
      });
      scope.subscribe(() => told++);
      const window = await open(scope);
      backend.next('run', fails({ kind: 'invalid' }));
      expect((await scope.run(changeRole('p1', 'admin'))).status).to.equal('refused');
      expect((await scope.run(changeRole('p1', 'admin'))).status).to.equal('done');
      expect((await scope.undo())?.status).to.equal('done');
      expect(window.status).to.equal('ready');
      await turn();
    });
    expect(told).to.be.greaterThan(3);
    expect(errors).to.have.length(5);
    expect(errors.every((message) => message.includes('subscriber'))).to.equal(true);
  });

  for (const name of SCOPE_EVENTS) {
    it(`is not upset by a listener for ${name} that throws`, async () => {
      const { backend, clock, expiries, scope } = setUp();
      const errors = await uncaughtDuring(async () => {
        scope.addEventListener(name, () => {
          throw failure('listener');
        });
        await open(scope);
        backend.next('run', fails({ kind: 'unauthenticated' }), fails({ kind: 'network' }));
        const outcome = scope.run(changeRole('p1', 'admin'));
        await turn();
        only(expiries).resume();
        await clock.runOut();
        expect((await outcome).status).to.equal('done');
        // A command does not ask for a dialog or a page; an element does.
        if (name === 'invite-request') scope.dispatchEvent(new InviteRequestEvent());
        if (name === 'person-request') scope.dispatchEvent(new PersonRequestEvent('p1'));
        if (name === 'subaccount-request') scope.dispatchEvent(new SubaccountRequestEvent());
        if (name === 'subaccount-changed') scope.enter('north');
        await turn();
      });
      expect(errors.length).to.be.greaterThan(0);
      expect(scope.activities).to.deep.equal([]);
    });
  }

  it('takes a bad ending off the screen, but nothing that is under way', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const held = backend.hold('run');
    const outcome = scope.run({ ...changeRole('p1', 'admin'), id: 'c' });
    await turn();
    scope.dismiss('c');
    expect(scope.activities).to.have.length(1);
    held.calls[0]!.fail({ kind: 'invalid' });
    await outcome;
    expect(only(scope.activities).phase).to.equal('refused');
    scope.dismiss('c');
    expect(scope.activities).to.deep.equal([]);
    scope.dismiss('c');
  });

  it('passes its events on, with all they carry', async () => {
    const { backend, clock, expiries, scope } = setUp();
    const elsewhere = new EventTarget();
    const heard: Event[] = [];
    for (const name of SCOPE_EVENTS) {
      scope.addEventListener(name, (event) => event.redispatch(elsewhere));
      elsewhere.addEventListener(name, (event) => heard.push(event));
    }
    await open(scope);
    backend.next('run', fails({ kind: 'unauthenticated', traceId: 't' }));
    const outcome = scope.run(changeRole('p1', 'admin'));
    await clock.advance(0);
    only(expiries).resume();
    await outcome;
    expect(heard.map(({ type }) => type)).to.deep.equal([
      'account-command', 'account-problem', 'session-expired', 'account-outcome',
    ]); // prettier-ignore
    expect(heard.every(({ bubbles, composed }) => bubbles && composed)).to.equal(true);
    expect(heard[1]).to.include({
      kind: 'unauthenticated',
      traceId: 't',
      action: 'user.change-role',
    });
  });

  it('measures how long it took until a problem came', async () => {
    const { backend, clock, problems, scope } = setUp();
    await open(scope);
    const held = backend.hold('run');
    const outcome = scope.run(changeRole('p1', 'admin'));
    await clock.advance(1234);
    held.calls[0]!.fail({ kind: 'invalid' });
    await outcome;
    expect(only(problems).durationMs).to.equal(1234);
  });
});
