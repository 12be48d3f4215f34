import { expect } from 'chai';
import type { Choice, Subaccount } from '../../../../src/domain/index.ts';
import { DAY, person, POLICY, setup } from '../setup.ts';

const sub = (id: string) => ({ kind: 'subaccount', id }) as const;
const group = (id: string) => ({ kind: 'group', id }) as const;

describe('groups of the memory backend', () => {
  it('are made, renamed and taken out of everyone', async () => {
    const { backend, run, refusal, now } = setup({ groups: [{ id: 'g', label: 'G' }] });
    const made = (await run('group.create', undefined, {
      values: { label: ' Sales ', description: 'Who sells' },
    })) as Choice;
    expect(made).to.deep.include({ label: 'Sales', description: 'Who sells' });
    await run('group.edit', group(made.id), { values: { label: 'Ventes' } });
    expect(await backend.groups()).to.deep.equal([
      { id: 'g', label: 'G' },
      { ...made, label: 'Ventes' },
    ]);
    await run('user.assign-group', 'mia', { groupId: made.id });
    await run('group.delete', group(made.id));
    expect(now('mia')?.groupIds).to.deep.equal([]);
    expect(await refusal('group.delete', group(made.id))).to.include({ kind: 'not-found' });
    expect(
      (await refusal('group.create', undefined, { values: {} })).fields?.[0]?.pointer,
    ).to.equal('/change/values/label');
    expect(
      (await refusal('group.create', undefined, { values: { label: 'x', id: 'g' } })).fields?.[0]
        ?.code,
    ).to.equal('taken');
  });

  it('ZM-27 are kept apart from chat groups', async () => {
    const { backend, run } = setup({ groups: [] });
    const made = (await run('group.create', undefined, {
      kind: 'chat',
      values: { label: 'Chat' },
    })) as Choice;
    expect(await backend.groups()).to.deep.equal([]);
    expect(backend.dump().chatGroups).to.deep.equal([made]);
    await run('group.edit', group(made.id), { values: { label: 'Talk' } });
    await run('group.delete', group(made.id));
    expect(backend.dump().chatGroups).to.deep.equal([]);
  });
});

describe('attributes of the memory backend', () => {
  it('ZM-28 are columns from when they are made until they are gone', async () => {
    const { backend, run, refusal, now } = setup({ attributes: [] });
    const { id } = (await run('attribute.create', undefined, {
      values: { id: 'desk', label: 'Desk' },
    })) as Choice;
    expect((await backend.capabilities()).people.sort).to.include('x-desk');
    expect((await backend.account()).facts.customAttributes).to.equal(1);
    await run('user.edit', 'mia', { values: { 'x-desk': '7' } });
    expect(
      (await backend.people({ filter: { field: 'x-desk', op: 'eq', value: '7' } })).total,
    ).to.equal(1);
    await run('attribute.edit', undefined, { values: { id, label: 'Bureau' } });
    expect(backend.dump().attributes).to.deep.equal([{ id: 'desk', label: 'Bureau' }]);
    await run('attribute.delete', undefined, { values: { id } });
    expect(now('mia')?.attributes).to.deep.equal({});
    expect((await backend.capabilities()).people.sort).not.to.include('x-desk');
    expect(await refusal('attribute.delete', undefined, { values: { id } })).to.include({
      kind: 'invalid',
    });
  });
});

describe('sub-accounts of the memory backend', () => {
  const SUBACCOUNTS = [
    { id: 's1', name: 'École' },
    { id: 's2', name: 'Nord', parentId: 's1' },
  ];

  it('MS-1 MS-2 are made of a name, and renamed', async () => {
    const { backend, run, refusal } = setup({ subaccounts: SUBACCOUNTS });
    const made = (await run('subaccount.create', undefined, {
      values: { name: ' Sud ' },
    })) as Subaccount;
    expect(made).to.include({ name: 'Sud', parentId: null, status: 'active' });
    const renamed = (await run('subaccount.edit', sub(made.id), {
      values: { name: 'Süd' },
    })) as Subaccount;
    expect(renamed).to.include({ id: made.id, name: 'Süd' });
    expect(renamed.version).not.to.equal(made.version);
    expect((await backend.subaccounts({})).items).to.have.length(3);
    expect(
      (await backend.subaccounts({ search: 'ecole' })).items.map(({ id }) => id),
    ).to.deep.equal(['s1']);
    expect((await backend.subaccounts({ size: 2 })).next).to.be.a('string');
    expect(
      (await refusal('subaccount.create', undefined, { values: { name: ' ' } })).fields?.[0]
        ?.pointer,
    ).to.equal('/change/values/name');
    expect(
      (await refusal('subaccount.edit', sub('s1'), { values: { colour: 'red' } })).fields?.[0]
        ?.code,
    ).to.equal('unknown');
    expect(
      await refusal('subaccount.edit', sub('s1'), { values: { name: 'X' } }, { ifVersion: 'old' }),
    ).to.include({ kind: 'stale' });
    expect(await refusal('subaccount.edit', sub('none'), { values: { name: 'X' } })).to.include({
      kind: 'not-found',
    });
  });

  it('CM-15 CM-17 CM-19 await activation by whoever they are for', async () => {
    const { backend, run, refusal } = setup({ subaccounts: [] });
    const values = { name: 'Salle', pageName: 'salle', userName: 'sal', email: 'sal@a.example' };
    const made = (await run('subaccount.create', undefined, { values })) as Subaccount;
    expect(made).to.include({ status: 'awaiting-activation', pageName: 'salle' });
    await run('subaccount.resend-activation', sub(made.id));
    backend.set({ subaccounts: [{ ...made, status: 'active' }] });
    expect(await refusal('subaccount.resend-activation', sub(made.id))).to.include({
      kind: 'conflict',
      code: 'not-awaiting',
    });
    expect(
      await run('subaccount.reassign', sub(made.id), { people: [{ email: 'neu@a.example' }] }),
    ).to.include({ status: 'awaiting-activation', email: 'neu@a.example' });
    expect(backend.mails.map(({ to }) => to)).to.deep.equal([
      'sal@a.example',
      'sal@a.example',
      'neu@a.example',
    ]);
    expect(
      await refusal('subaccount.reassign', sub(made.id), { people: [{ email: 'x' }] }),
    ).to.include({ kind: 'invalid' });
    expect(await run('subaccount.resize', sub(made.id), { values: { size: '50' } })).to.include({
      size: '50',
    });
  });

  it('CM-13 live until the end of the period when cancelled, and have ended then', async () => {
    const { backend, run, refusal } = setup({ subaccounts: SUBACCOUNTS });
    expect(await run('subaccount.cancel', sub('s2'))).to.include({
      status: 'ending',
      activeUntil: '2026-12-01T00:00:00.000Z',
    });
    expect(await refusal('subaccount.cancel', sub('s2'))).to.include({
      kind: 'conflict',
      code: 'is-ending',
    });
    backend.clock.advance(11 * DAY);
    expect((await backend.subaccounts({})).items[1]).to.include({ status: 'ended' });
    const other = setup({ subaccounts: SUBACCOUNTS, periodEnd: '2027-03-01T00:00:00Z' });
    expect(await other.run('subaccount.cancel', sub('s2'))).to.include({
      activeUntil: '2027-03-01T00:00:00Z',
    });
  });

  it('are taken out of everyone when deleted, and not while others hang below', async () => {
    const people = [person('a', { subaccountIds: ['s1', 's2'] })];
    const { run, refusal, now } = setup({ people, subaccounts: SUBACCOUNTS });
    expect(await refusal('subaccount.delete', sub('s1'))).to.include({
      kind: 'conflict',
      code: 'has-subaccounts',
    });
    await run('subaccount.delete', sub('s2'));
    expect(now('a')?.subaccountIds).to.deep.equal(['s1']);
    await run('subaccount.delete', sub('s1'));
  });

  it('CM-12 take a slot each, until they have ended', async () => {
    const seats = [
      { id: 'acme/slot', actions: ['subaccount.create'], pool: { name: 'subaccount' } },
    ];
    const { backend, run, refusal } = setup({
      policy: { ...POLICY, seats },
      subaccounts: SUBACCOUNTS,
      pools: { subaccount: 2 },
    });
    expect((await backend.account()).facts.seats).to.deep.equal({
      subaccount: { total: 2, used: 2 },
    });
    expect(await refusal('subaccount.create', undefined, { values: { name: 'X' } })).to.include({
      kind: 'quota',
    });
    await run('subaccount.buy', undefined, { count: 1 });
    await run('subaccount.create', undefined, { values: { name: 'X' } });
    expect((await backend.account()).facts.seats?.['subaccount']).to.deep.equal({
      total: 3,
      used: 3,
    });
  });

  it('MS-7 show to those who may look into them', async () => {
    const policy = {
      ...POLICY,
      roles: [...POLICY.roles, { id: 'manager', permissions: ['subaccount.list', 'subaccount.view-data'] }],
      rules: [{ id: 'acme/own', actions: ['subaccount.view-data'], reason: { key: 'ownSubaccount' },
        when: { all: [{ fact: 'actor.roleId', is: 'manager' }, { not: { fact: 'target.id', in: { fact: 'actor.subaccountIds' } } }] } }],
    } as const; // prettier-ignore
    const people = [
      person('o', { roleId: 'owner' }),
      person('m', { roleId: 'manager', subaccountIds: ['s2'] }),
      person('x'),
    ];
    const { backend, run, refusal } = setup({ policy, people, subaccounts: SUBACCOUNTS });
    expect((await backend.subaccounts({})).total).to.equal(2);
    backend.actAs('m');
    expect((await backend.subaccounts({})).items.map(({ id }) => id)).to.deep.equal(['s2']);
    expect(await run('subaccount.view-data', sub('s2'))).to.include({ id: 's2' });
    expect(await refusal('subaccount.view-data', sub('s1'))).to.include({ kind: 'rule' });
    backend.actAs('x');
    await backend.subaccounts({}).then(
      () => expect.fail(),
      (thrown: unknown) => expect(thrown).to.have.nested.property('problem.kind', 'forbidden'),
    );
  });
});

describe('roles and rights of the memory backend', () => {
  it('are made, changed and unmade, and hold at once', async () => {
    const { backend, run, refusal } = setup({ policy: POLICY });
    const made = (await run('role.create', undefined, {
      values: { id: 'lead', label: 'Lead', permissions: ['user.list', 'user.view'] },
    })) as Choice;
    expect(made).to.deep.equal({ id: 'lead', label: 'Lead' });
    await run('user.change-role', 'mia', { roleId: 'lead' });
    backend.actAs('mia');
    expect((await backend.people({})).total).to.equal(6);
    expect(await refusal('user.suspend', 'max')).to.include({ kind: 'forbidden' });
    backend.actAs('olga');
    await run('role.edit', undefined, { roleId: 'lead', values: { permissions: ['user.*'] } });
    backend.actAs('mia');
    await run('user.suspend', 'max');
    backend.actAs('olga');
    expect(await refusal('role.delete', undefined, { roleId: 'lead' })).to.include({
      kind: 'conflict',
      code: 'role-in-use',
    });
    await run('user.change-role', 'mia', { roleId: 'member' });
    await run('role.delete', undefined, { roleId: 'lead' });
    expect((await backend.roles()).map(({ id }) => id)).to.deep.equal(['owner', 'admin', 'member']);
  });

  it('are refused where they are none, and change nothing then', async () => {
    const { backend, refusal } = setup({ policy: POLICY });
    const roles = await backend.roles();
    expect(
      await refusal('role.create', undefined, { values: { permissions: ['no such action'] } }),
    ).to.include({ kind: 'invalid', code: 'policy' });
    expect(
      await refusal('role.create', undefined, { values: { id: 'admin', permissions: [] } }),
    ).to.include({ kind: 'invalid' });
    expect(await refusal('role.edit', undefined, { roleId: 'admin', values: {} })).to.include({
      kind: 'invalid',
    });
    expect(await backend.roles()).to.deep.equal(roles);
    expect((await backend.people({})).total).to.equal(6);
  });

  it('CM-8 are taken from one person, or from everyone with a role, and given back', async () => {
    const { backend, run, refusal, now } = setup({ policy: POLICY });
    await run('role.restrict', 'adam', { rights: ['user.delete'] });
    expect(now('adam')?.restricted).to.deep.equal(['user.delete']);
    backend.actAs('adam');
    expect(await refusal('user.delete', 'mia')).to.include({ kind: 'forbidden' });
    backend.actAs('olga');
    await run('role.unrestrict', 'adam', { rights: ['user.delete'] });
    await run('role.restrict', undefined, { roleId: 'admin', rights: ['user.delete'] });
    backend.actAs('adam');
    expect(await refusal('user.delete', 'mia')).to.include({ kind: 'forbidden' });
    backend.actAs('olga');
    await run('role.unrestrict', undefined, { roleId: 'admin', rights: ['user.delete'] });
    backend.actAs('adam');
    await run('user.delete', 'mia');
  });
});

describe('links and seats of the memory backend', () => {
  const policy = {
    ...POLICY,
    roles: [
      ...POLICY.roles,
      { id: 'presenter', scope: 'event' as const, permissions: ['event.*'] as const },
    ],
    seats: [
      {
        id: 'acme/presenter',
        actions: ['link.create'],
        pool: { name: 'presenter' },
        roles: ['presenter'],
      },
    ],
  };

  it('CM-7 CM-11 take a presenter seat from when the link is made until it is revoked', async () => {
    const { backend, run, refusal } = setup({ policy, pools: { presenter: 1 } });
    const link = (await run(
      'link.create',
      { kind: 'event', id: 'e' },
      { roleId: 'presenter' },
    )) as Choice;
    expect(link.label).to.match(/^https:/);
    const { seats, roleCounts } = (await backend.account()).facts;
    expect(seats).to.deep.equal({ presenter: { total: 1, used: 1 } });
    expect(roleCounts).to.deep.include({ presenter: 1 });
    expect(await refusal('link.create', undefined, { roleId: 'presenter' })).to.include({
      kind: 'quota',
      code: 'acme/presenter',
    });
    await run('link.revoke', { kind: 'link', id: link.id });
    await run('link.create', undefined, { roleId: 'presenter' });
    expect(await refusal('link.revoke', { kind: 'link', id: link.id })).to.include({
      kind: 'not-found',
    });
  });

  it('LM-4 are bought, by whichever name a change gives the pool', async () => {
    const { backend, run, refusal } = setup({ pools: { licensed: 1 } });
    await run('license.add', undefined, { userType: 'licensed', count: 4 });
    await run('license.add', undefined, { addons: ['webinar'] });
    await run('seat.buy', undefined, { products: ['a', 'b'], count: 2 });
    await run('seat.buy', undefined, { values: { pool: 'presenter' }, count: 3 });
    expect(backend.dump().pools).to.deep.equal({
      licensed: 5,
      webinar: 1,
      a: 2,
      b: 2,
      presenter: 3,
    });
    expect(await refusal('license.add', undefined, { count: 4 })).to.include({ kind: 'invalid' });
  });
});
