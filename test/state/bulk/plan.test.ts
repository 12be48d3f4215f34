import { expect } from 'chai';
import { AdapterError } from '../../../src/adapter/index.ts';
import type { PolicyDocument } from '../../../src/policy/index.ts';
import { crowd, FakeBackend, fails, person } from '../fake-backend.ts';
import { open, POLICY, setUp } from '../setup.ts';
import { EVERYONE, skippedOf, staff, TO_ADMIN } from './people.ts';

const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

describe('a plan for many', () => {
  it('says who goes and who is left out and why, before anything is sent', async () => {
    const { asked, backend, scope } = setUp(new FakeBackend(staff(25)));
    await open(scope);
    const plan = await scope.plan(TO_ADMIN, EVERYONE);
    expect(plan.people).to.have.length(25);
    expect(plan.going).to.have.length(22);
    expect(plan.going[0]).to.deep.equal({
      id: 'p1',
      name: 'First1 Last',
      email: 'p1@example.com',
    });
    expect(skippedOf(plan)).to.deep.equal({ unchanged: ['p10', 'p20'], 'owner/min': ['p0'] });
    expect(plan.commands.map(({ target }) => target)).to.deep.include({
      kind: 'person',
      id: 'p1',
      version: '1',
    });
    expect([asked.length, backend.done.length, scope.activities.length]).to.deep.equal([0, 0, 0]);
  });

  it('is decided together: of three owners, one is left', async () => {
    const owners = ['a', 'b', 'c'].map((id) => person(id, { roleId: 'owner' }));
    const { scope } = setUp(new FakeBackend(owners));
    const plan = await scope.plan(
      { action: 'user.change-role', change: { roleId: 'member' } },
      { ids: ['c', 'b', 'a'] },
    );
    expect(plan.going.map(({ id }) => id)).to.deep.equal(['c', 'b']);
    expect(skippedOf(plan)).to.deep.equal({ 'owner/min': ['a'] });
  });

  it('is decided anew when the account changes', async () => {
    const all = setUp(new FakeBackend([...crowd(2), person('p2', { roleId: 'owner' })]));
    await open(all.scope);
    const plan = await all.scope.plan(
      { action: 'user.change-role', change: { roleId: 'member' } },
      { ids: ['p2'] },
    );
    expect(plan.going).to.have.length(1);
    all.backend.edit('p0', { roleId: 'admin' });
    all.backend.actorId = 'p2';
    await all.scope.refresh();
    expect([plan.going.length, skippedOf(plan)]).to.deep.equal([0, { 'owner/min': ['p2'] }]);
  });

  for (const people of [
    { jump: true, maxSize: 1000 },
    { jump: true, maxSize: 7 },
    { jump: false, maxSize: 50 },
    { jump: false, maxSize: 33, totals: 'none' as const },
    { jump: true, maxSize: 40, totals: 'estimate' as const },
  ]) {
    it(`reads everyone who matches, page by page: ${JSON.stringify(people)}`, async () => {
      const { scope } = setUp(new FakeBackend(crowd(230), people));
      const told: number[] = [];
      const plan = await scope.plan(
        TO_ADMIN,
        { query: {}, except: ['p3', 'p229'] },
        { progress: (count) => told.push(count) },
      );
      expect(plan.people).to.have.length(228);
      expect(plan.people.some(({ id }) => id === 'p3')).to.equal(false);
      expect(told.at(-1)).to.equal(228);
      expect(told).to.deep.equal([...told].sort((a, b) => a - b));
    });
  }

  it('reads again where the list moved under it, so that nobody is left out', async () => {
    const backend = new FakeBackend(crowd(30), { maxSize: 10 });
    const { scope } = setUp(backend);
    await open(scope);
    // After the first page somebody on it goes: those behind move up, one of them onto a page already read.
    backend.next('people', (proceed) => {
      const page = proceed();
      backend.remove('p1');
      return page;
    });
    const plan = await scope.plan(TO_ADMIN, EVERYONE);
    expect(plan.people.map(({ id }) => id).sort()).to.deep.equal(
      backend.records.map(({ id }) => id).sort(),
    );
  });

  it('knows people whom a window shows, looks up the others, and says who is gone', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(200)));
    await open(scope);
    const before = backend.log.length;
    const plan = await scope.plan(TO_ADMIN, { ids: ['p1', 'p150', 'nobody', 'p1'] });
    expect(plan.going.map(({ id }) => id)).to.deep.equal(['p1', 'p150']);
    expect(skippedOf(plan)).to.deep.equal({ gone: ['nobody'] });
    expect(scope.isGone('nobody')).to.equal(true);
    expect(backend.log.slice(before).map(({ args }) => args)).to.deep.equal([['p150'], ['nobody']]);
  });

  it('looks a few up at a time', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(50)));
    const held = backend.hold('person');
    const plan = scope.plan(TO_ADMIN, { ids: backend.records.map(({ id }) => id) });
    let most = 0;
    for (let answered = 0; answered < 50;) {
      await new Promise((done) => setTimeout(done, 0));
      most = Math.max(most, held.calls.length - answered);
      while (answered < held.calls.length) held.calls[answered++]!.go();
    }
    expect((await plan).people).to.have.length(50);
    expect(most).to.equal(6);
  });

  it('is refused with the problem where people cannot be read, and given up by its signal', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(30), { maxSize: 10 }));
    backend.next('people', (go) => go(), fails({ kind: 'forbidden' }));
    const thrown = await rejection(scope.plan(TO_ADMIN, EVERYONE));
    expect(thrown).to.be.instanceOf(AdapterError);
    expect((thrown as AdapterError).problem.kind).to.equal('forbidden');
    const leaving = new AbortController();
    const held = backend.hold('people');
    const plan = rejection(scope.plan(TO_ADMIN, EVERYONE, { signal: leaving.signal }));
    await new Promise((done) => setTimeout(done, 0));
    leaving.abort();
    expect(await plan).to.include({ name: 'AbortError' });
    expect(held.calls[0]?.signal?.aborted).to.equal(true);
  });

  it('says that an answer covered only a part of those who match', async () => {
    const { backend, scope } = setUp();
    const partial = { reason: 'client-side', scanned: 3 } as const;
    backend.next('people', (go) => ({ ...(go() as object), partial }));
    expect((await scope.plan(TO_ADMIN, EVERYONE)).partial).to.deep.equal(partial);
  });

  it('leaves out who is already so, but not who would be left with one role of several', async () => {
    const people = [
      person('a', { roleId: 'owner' }),
      person('b', { roleId: 'admin', roleIds: ['admin', 'member'] }),
      person('c', { roleId: 'admin' }),
      person('d', { status: 'suspended' }),
      person('e', { status: 'deactivated' }),
    ];
    const { scope } = setUp(new FakeBackend(people));
    const ids = people.map(({ id }) => id);
    const unchanged = async (action: string, change?: { roleId: string }) =>
      skippedOf(await scope.plan({ action, ...(change && { change }) }, { ids: ids.slice(1) }))[
        'unchanged'
      ];
    expect(await unchanged('user.change-role', { roleId: 'admin' })).to.deep.equal(['c']);
    expect(await unchanged('user.suspend')).to.deep.equal(['d']);
    expect(await unchanged('user.deactivate')).to.deep.equal(['e']);
    expect(await unchanged('user.reactivate')).to.deep.equal(['b', 'c']);
    expect(await unchanged('user.delete')).to.equal(undefined);
    expect(await unchanged('invitation.resend')).to.equal(undefined);
  });

  it('keeps of each person only what it needs', async () => {
    const { scope } = setUp(
      new FakeBackend(staff(3).map((one) => ({ ...one, jobTitle: 'x'.repeat(1000) }))),
    );
    const plan = await scope.plan(TO_ADMIN, EVERYONE);
    expect(JSON.stringify(plan.people)).to.not.contain('xxx');
    const run = plan.run();
    await run.ended;
    expect(JSON.stringify(scope.recent.map(({ before }) => before))).to.not.contain('xxx');
  });
});

describe('a plan for many, with a backend that says beforehand what it refuses', () => {
  it('leaves out whom it refuses, and whom the policy refuses it is not asked about', async () => {
    const { backend, scope } = setUp(new FakeBackend(staff(5)));
    backend.saysBeforehand(({ target }) =>
      target && 'id' in target && target.id === 'p2' ? 'legal-hold' : undefined,
    );
    const plan = await scope.plan(TO_ADMIN, EVERYONE);
    expect(skippedOf(plan)).to.deep.equal({ 'owner/min': ['p0'], 'legal-hold': ['p2'] });
    expect((backend.asked('can')[0]?.[0] as unknown[]).length).to.equal(4);
  });

  /** Nobody is changed whose type the list does not tell. */
  const policy: PolicyDocument = {
    ...POLICY,
    rules: [
      {
        id: 'typed/only',
        actions: ['user.change-role'],
        when: { fact: 'target.userType', is: 'locked' },
        reason: { key: 'restricted' },
      },
    ],
  };

  it('is settled by it where the policy does not know, but never against the policy', async () => {
    const { backend, scope } = setUp(
      new FakeBackend([...crowd(3), person('p3', { userType: 'locked' })]),
      { policy },
    );
    expect(skippedOf(await scope.plan(TO_ADMIN, { ids: ['p1', 'p3'] }))).to.deep.equal({
      unknown: ['p1'],
      'typed/only': ['p3'],
    });
    backend.saysBeforehand(() => undefined);
    const plan = await scope.plan(TO_ADMIN, { ids: ['p1', 'p3'] });
    expect(plan.going.map(({ id }) => id)).to.deep.equal(['p1']);
    expect(skippedOf(plan)).to.deep.equal({ 'typed/only': ['p3'] });
    const run = plan.run();
    await run.ended;
    expect(run.progress).to.include({ done: 1, skipped: 1 });
  });

  it('says why in the words of the rule that the backend names', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(3)), { policy });
    backend.saysBeforehand(() => 'typed/only');
    const [{ reason } = { reason: undefined }] = (await scope.plan(TO_ADMIN, { ids: ['p1'] }))
      .skipped;
    expect(reason).to.deep.equal({
      kind: 'policy',
      decision: {
        effect: 'deny',
        rule: 'typed/only',
        reason: { key: 'restricted' },
        rules: ['typed/only'],
      },
    });
  });

  it('goes on without it where it cannot say', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(3)));
    backend.saysBeforehand(() => 'no');
    backend.next('can', fails({ kind: 'unsupported' }));
    expect((await scope.plan(TO_ADMIN, { ids: ['p1'] })).going).to.have.length(1);
    const { error } = console;
    console.error = () => undefined;
    backend.next('can', () => [{ allowed: 'perhaps' }]);
    expect((await scope.plan(TO_ADMIN, { ids: ['p1'] })).going).to.have.length(1);
    console.error = error;
  });

  it('asks about single commands only where the policy does not know', async () => {
    const { backend, scope } = setUp(new FakeBackend(crowd(3)), { policy });
    await open(scope);
    backend.saysBeforehand(() => undefined);
    const command = { ...TO_ADMIN, target: { kind: 'person', id: 'p1' } } as const;
    expect((await scope.run(command)).status).to.equal('done');
    expect(backend.asked('can')).to.have.length(1);
    const plain = setUp(new FakeBackend(crowd(3)));
    plain.backend.saysBeforehand(() => undefined);
    expect((await plain.scope.run(command)).status).to.equal('done');
    expect(plain.backend.asked('can')).to.have.length(0);
  });
});
