import { expect } from 'chai';
import { PEOPLE, POLICY, setup } from '../setup.ts';

const POOLS = { licensed: 10, webinar: 3, meeting: 2 };

describe('user commands of the memory backend', () => {
  it('ZM-20 ZM-11 edit the fields of a profile, and clear them', async () => {
    const { run, now } = setup({ attributes: [{ id: 'desk' }] });
    await run('user.edit', 'mia', {
      values: {
        lastName: '  Zoe\u0308 ',
        department: '',
        manager: null,
        'x-desk': '7',
        password: 'hunter2',
      },
    });
    expect(now('mia')).to.deep.include({ lastName: 'Zoë', attributes: { desk: '7' } });
    expect(now('mia')).not.to.have.any.keys('department', 'manager', 'password');
    await run('user.edit', 'mia', { values: { 'x-desk': null } });
    expect(now('mia')?.attributes ?? {}).to.deep.equal({});
  });

  it('refuse values that are none, every one of them named', async () => {
    const { refusal, now } = setup();
    const values = {
      email: 'not an address',
      lastName: 7,
      firstName: 'x'.repeat(101),
      roleId: 'owner',
      status: 'active',
      'x-none': 'a',
      location: 'Lyon',
    };
    const problem = await refusal('user.edit', 'mia', { values });
    expect(problem).to.include({ kind: 'invalid' });
    expect(problem.fields).to.deep.equal([
      { pointer: '/change/values/email', code: 'email' },
      { pointer: '/change/values/lastName', code: 'type' },
      { pointer: '/change/values/firstName', code: 'too-long' },
      { pointer: '/change/values/roleId', code: 'unknown' },
      { pointer: '/change/values/status', code: 'unknown' },
      { pointer: '/change/values/x-none', code: 'unknown' },
    ]);
    expect(now('mia')).not.to.have.property('location');
  });

  it('give nobody the address of someone else, in whatever spelling', async () => {
    const { run, refusal, backend } = setup();
    backend.edit('max', { email: 'max@bücher.example' });
    expect(
      await refusal('user.edit', 'mia', { values: { email: 'MAX@xn--bcher-kva.example' } }),
    ).to.include({ kind: 'conflict', code: 'email-taken' });
    await run('user.edit', 'mia', { values: { email: 'MIA@acme.example' } });
    await run('user.edit', 'max', { values: { email: 'other@acme.example' } });
    await run('user.edit', 'mia', { values: { email: 'max@bücher.example' } });
  });

  it('ZM-20 ZM-3 ZM-10 change role, type and add-ons', async () => {
    const { run, now } = setup({ policy: POLICY, pools: POOLS });
    await run('user.change-role', 'mia', { roleId: 'admin' });
    await run('user.change-type', 'mia', { userType: 'licensed' });
    await run('user.assign-addon', 'mia', { addons: ['webinar'] });
    await run('user.assign-product', 'mia', { products: ['meeting'] });
    expect(now('mia')).to.deep.include({
      roleId: 'admin',
      userType: 'licensed',
      addons: ['webinar'],
      products: ['meeting'],
    });
  });

  it('replace all roles by the one that is given', async () => {
    const { backend, run, now } = setup({ policy: POLICY });
    backend.edit('mia', { roleIds: ['member', 'admin'] });
    await run('user.change-role', 'mia', { roleId: 'member' });
    expect(now('mia')).not.to.have.property('roleIds');
    expect((await backend.account()).facts.roleCounts).to.deep.include({ admin: 1, member: 2 });
  });

  it('know which roles, groups and sub-accounts there are', async () => {
    const { run, refusal, now } = setup({
      roles: [{ id: 'member', permissions: [] }],
      groups: [{ id: 'g' }],
      chatGroups: [{ id: 'c' }],
      subaccounts: [{ id: 's', name: 'S' }],
    });
    expect(
      (await refusal('user.change-role', 'mia', { roleId: 'king' })).fields?.[0],
    ).to.deep.equal({ pointer: '/change/roleId', code: 'unknown' });
    expect(
      (await refusal('user.assign-group', 'mia', { groupId: 'x' })).fields?.[0]?.pointer,
    ).to.equal('/change/groupId');
    expect(
      (await refusal('user.assign-subaccounts', 'mia', { subaccountIds: ['s', 'x'] })).fields?.[0]
        ?.pointer,
    ).to.equal('/change/subaccountIds');
    await run('user.assign-group', 'mia', { groupId: 'g' });
    await run('user.assign-group', 'mia', { groupId: 'c' });
    await run('user.assign-subaccounts', 'mia', { subaccountIds: ['s'] });
    expect(now('mia')).to.deep.include({
      groupIds: ['g'],
      chatGroupIds: ['c'],
      subaccountIds: ['s'],
    });
    await run('user.assign-group', 'mia', { groupId: '' });
    expect(now('mia')?.groupIds).to.deep.equal([]);
  });

  it('MS-4 give a role together with its sub-account', async () => {
    const { run, now } = setup({ subaccounts: [{ id: 's', name: 'S' }] });
    await run('user.change-role', 'mia', { roleId: 'manager', subaccountIds: ['s'] });
    expect(now('mia')).to.deep.include({ roleId: 'manager', subaccountIds: ['s'] });
  });

  for (const action of ['user.suspend', 'user.deactivate']) {
    it(`LM-8 ${action} frees every seat and keeps the person in the list`, async () => {
      const { backend, run, now } = setup({ policy: POLICY, pools: POOLS });
      backend.edit('max', { products: ['meeting', 'free'] });
      const before = (await backend.account()).facts.seats;
      expect(before?.['webinar']?.used).to.equal(1);
      await run(action, 'max');
      expect(now('max')).to.deep.include({
        userType: 'basic',
        addons: [],
        products: ['free'],
        roleId: 'member',
      });
      const { seats, roleCounts } = (await backend.account()).facts;
      expect([
        seats?.['licensed']?.used,
        seats?.['webinar']?.used,
        seats?.['meeting']?.used,
      ]).to.deep.equal([3, 0, 0]);
      expect(roleCounts).to.deep.include({ member: 1 });
      await run('user.reactivate', 'max');
      expect(now('max')).to.deep.include({ status: 'active', userType: 'basic' });
    });
  }

  it('bring nobody back with a seat that may be someone else’s by now', async () => {
    const { backend, run, now } = setup({ pools: { licensed: 0 } });
    backend.edit('stan', { userType: 'licensed' });
    await run('user.reactivate', 'stan');
    expect(now('stan')).to.include({ status: 'active', userType: 'basic' });
  });

  it('make no sense of what does not fit someone’s standing', async () => {
    const { refusal } = setup();
    expect(await refusal('user.suspend', 'stan')).to.include({
      kind: 'conflict',
      code: 'is-suspended',
    });
    expect(await refusal('user.reactivate', 'mia')).to.include({
      kind: 'conflict',
      code: 'is-active',
    });
    expect(await refusal('user.suspend', 'pia')).to.include({
      kind: 'conflict',
      code: 'is-pending',
    });
  });

  for (const action of ['user.delete', 'user.unlink']) {
    it(`ZM-32 LM-12 ${action} takes someone off the account, whose address is free again`, async () => {
      const { backend, run, refusal, now } = setup({ pools: POOLS });
      expect(await run(action, 'max')).to.equal(null);
      expect(now('max')).to.equal(undefined);
      expect((await backend.account()).facts.seats?.['licensed']?.used).to.equal(3);
      expect(await refusal(action, 'max')).to.include({ kind: 'not-found' });
      await run('user.invite', undefined, {
        people: [{ email: 'max@acme.example' }],
        roleId: 'member',
      });
    });
  }

  it('let someone leave, who is nobody then', async () => {
    const { backend, run, now } = setup({ actor: 'mia' });
    await run('user.leave');
    expect(now('mia')).to.equal(undefined);
    await backend.people({}).then(
      () => expect.fail(),
      (thrown: unknown) =>
        expect(thrown).to.have.nested.property('problem.kind', 'unauthenticated'),
    );
  });

  it('LM-7 transfer the seats of one person to another, by id or address', async () => {
    const { backend, run, refusal, now } = setup({ pools: POOLS });
    backend.edit('max', { products: ['meeting', 'free'] });
    const before = (await backend.account()).facts.seats;
    await run('user.transfer-seat', 'max', { toId: 'mia', keep: ['events'] });
    expect(now('max')).to.deep.include({ userType: 'basic', addons: [], products: ['free'] });
    expect(now('mia')).to.deep.include({
      userType: 'licensed',
      addons: ['webinar'],
      products: ['meeting'],
    });
    expect((await backend.account()).facts.seats).to.deep.equal(before);
    await run('user.transfer-seat', 'mia', { toId: 'MAX@acme.example' });
    expect(now('max')?.userType).to.equal('licensed');
    expect(await refusal('user.transfer-seat', 'mia', { toId: 'max' })).to.include({
      kind: 'conflict',
      code: 'no-seat-held',
    });
    expect(
      (await refusal('user.transfer-seat', 'max', { toId: 'nobody' })).fields?.[0]?.pointer,
    ).to.equal('/change/toId');
  });

  it('transfer ownership by changing places', async () => {
    const { backend, run, refusal, now } = setup({ policy: POLICY });
    await run('user.transfer-ownership', 'mia');
    expect([now('mia')?.roleId, now('olga')?.roleId]).to.deep.equal(['owner', 'member']);
    expect((await backend.account()).facts.roleCounts).to.deep.equal({
      owner: 1,
      admin: 1,
      member: 2,
    });
    backend.actAs('mia');
    expect((await refusal('user.transfer-ownership', 'mia')).kind).to.be.oneOf(['invalid', 'rule']);
  });

  it('send mails, end sessions and set an expiry', async () => {
    const { backend, run, refusal, now } = setup();
    await run('user.reset-password', 'mia');
    await run('user.revoke-sessions', 'mia');
    expect(backend.mails).to.deep.equal([
      { to: 'mia@acme.example', kind: 'reset-password', at: '2026-11-20T12:00:00.000Z' },
    ]);
    expect(backend.trail).to.have.length(2);
    await run('user.set-expiry', 'mia', { until: '2027-01-01T00:00:00+01:00' });
    expect(now('mia')?.expiresAt).to.equal('2026-12-31T23:00:00.000Z');
    expect(
      (await refusal('user.set-expiry', 'mia', { until: 'soon' })).fields?.[0]?.pointer,
    ).to.equal('/change/until');
    await run('user.set-expiry', 'mia', { until: '' });
    expect(now('mia')).not.to.have.property('expiresAt');
  });

  it('read without leaving a trace', async () => {
    const { backend, run } = setup({ people: PEOPLE });
    expect(await run('user.view', 'mia')).to.deep.include({ id: 'mia' });
    expect([await run('user.list'), await run('user.export')]).to.deep.equal([null, null]);
    expect(backend.trail).to.have.length(0);
  });
});
