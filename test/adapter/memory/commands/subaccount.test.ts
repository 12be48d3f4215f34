import { expect } from 'chai';
import type { Subaccount } from '../../../../src/domain/index.ts';
import { DAY, person, POLICY, setup } from '../setup.ts';

const sub = (id: string) => ({ kind: 'subaccount', id }) as const;

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
      subaccount: { total: 2, used: 2, pending: 0 },
    });
    expect(await refusal('subaccount.create', undefined, { values: { name: 'X' } })).to.include({
      kind: 'quota',
    });
    await run('subaccount.buy', undefined, { count: 1 });
    await run('subaccount.create', undefined, { values: { name: 'X' } });
    expect((await backend.account()).facts.seats?.['subaccount']).to.deep.equal({
      total: 3,
      used: 3,
      pending: 0,
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
