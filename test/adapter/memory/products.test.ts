import { expect } from 'chai';
import { presets } from '../../../src/policy/presets/index.ts';
import { person, problemOf, setup } from './setup.ts';

const sub = (id: string) => ({ kind: 'subaccount', id }) as const;
const invitee = (name: string) => [{ email: `${name}@new.example` }];

describe('the memory backend as', () => {
  it('zoom: the owner alone makes admins, and licences run out', async () => {
    const people = [
      person('o', { roleId: 'owner', userType: 'licensed' }), person('a', { roleId: 'admin', userType: 'basic' }),
      person('m', { userType: 'basic' }), person('n', { userType: 'basic', viaDomain: true }),
    ]; // prettier-ignore
    const { backend, run, refusal, now } = setup({
      policy: presets.zoom,
      people,
      plan: 'pro',
      features: [],
      pools: { licensed: 2 },
    });
    await run('user.change-role', 'm', { roleId: 'admin' });
    expect(await refusal('user.change-role', 'o', { roleId: 'member' })).to.include({
      kind: 'rule',
      code: 'zoom/owner-stays',
    });
    backend.actAs('a');
    expect(await refusal('user.change-role', 'n', { roleId: 'admin' })).to.include({
      kind: 'forbidden',
    });
    await run('user.change-type', 'n', { userType: 'licensed' });
    expect(await refusal('user.change-type', 'm', { userType: 'licensed' })).to.include({
      kind: 'quota',
      code: 'zoom/licence',
    });
    expect(await refusal('user.change-type', 'm', { userType: 'on-prem' })).to.include({
      kind: 'rule',
      code: 'zoom/on-prem',
    });
    await run('account.convert-type', undefined, { fromType: 'licensed', userType: 'basic' });
    expect([now('o')?.userType, now('n')?.userType]).to.deep.equal(['licensed', 'basic']);
    await run('account.unlink-type', undefined, { fromType: 'basic', userType: 'basic' });
    expect(
      backend.dump().people.map(({ id }) => id),
      'admins and people of an associated domain stay',
    ).to.deep.equal(['o', 'a', 'm', 'n']);
    backend.set({ plan: 'free' });
    expect(await problemOf(backend.people({}))).to.include({ kind: 'rule', code: 'zoom/plan' });
  });

  it('clickmeeting: three logins, presenter seats and slots for sub-accounts', async () => {
    const people = [
      person('h', { roleId: 'host' }),
      person('u1', { roleId: 'multi-user' }),
      person('u2', { roleId: 'multi-user' }),
    ];
    const { backend, run, refusal } = setup({
      policy: presets.clickmeeting,
      people,
      features: [],
      pools: { presenter: 2, subaccount: 1 },
      subaccounts: [],
    });
    const login = (name: string) => ({ people: invitee(name), roleId: 'multi-user' });
    await run('user.invite', undefined, login('u3'));
    expect(await refusal('user.invite', undefined, login('u4'))).to.include({
      code: 'multi-user/max',
    });
    for (const roleId of ['presenter', 'moderator'])
      await run('link.create', undefined, { roleId });
    expect(await refusal('link.create', undefined, { roleId: 'speaker' })).to.include({
      kind: 'quota',
    });
    await run('subaccount.create', undefined, { values: { name: 'One', email: 'one@a.example' } });
    expect(await refusal('subaccount.create', undefined, { values: { name: 'Two' } })).to.include({
      kind: 'quota',
    });
    const { seats } = (await backend.account()).facts;
    expect(seats).to.deep.equal({
      presenter: { total: 2, used: 2, pending: 0 },
      subaccount: { total: 1, used: 1, pending: 0 },
    });
    const [one] = (await backend.subaccounts({})).items;
    expect(
      await refusal('subaccount.create', sub(one?.id ?? ''), { values: { name: 'Below' } }),
    ).to.include({ kind: 'rule', code: 'clickmeeting/one-level' });
  });

  it('messaging: a manager sees and adds within their own sub-account', async () => {
    const people = [
      person('a', { roleId: 'admin' }), person('n', { roleId: 'manager', subaccountIds: ['north'] }),
      person('s', { roleId: 'manager', subaccountIds: ['south'] }),
    ]; // prettier-ignore
    const subaccounts = [
      { id: 'north', name: 'North' },
      { id: 'south', name: 'South' },
    ];
    const { backend, run, refusal } = setup({ policy: presets.messaging, people, subaccounts });
    expect((await backend.people({})).total).to.equal(3);
    expect((await backend.subaccounts({})).total).to.equal(2);
    backend.actAs('n');
    expect((await backend.people({})).items.map(({ id }) => id)).to.deep.equal(['n']);
    expect((await backend.subaccounts({})).items.map(({ id }) => id)).to.deep.equal(['north']);
    await run('user.invite', undefined, {
      people: invitee('m'),
      roleId: 'manager',
      subaccountIds: ['north'],
    });
    expect(
      await refusal('user.invite', undefined, {
        people: invitee('x'),
        roleId: 'manager',
        subaccountIds: ['south'],
      }),
    ).to.include({ kind: 'rule' });
    expect(
      await refusal('user.invite', undefined, { people: invitee('x'), roleId: 'admin' }),
    ).to.include({ kind: 'rule' });
    expect((await backend.people({})).total).to.equal(2);
  });

  it('respond-io: the last organisation admin stays, and a cancelled subscription stops changes', async () => {
    const people = [
      person('o', { roleId: 'org-admin' }),
      person('u', { roleId: 'user-admin' }),
      person('b', { roleId: 'billing-admin' }),
      person('m'),
    ];
    const { backend, run, refusal } = setup({
      policy: presets['respond-io'],
      people,
      subaccounts: [],
    });
    expect((await refusal('user.delete', 'o')).kind).to.equal('rule');
    backend.actAs('u');
    expect(await refusal('user.delete', 'b')).to.include({ kind: 'rule' });
    await run('user.delete', 'm');
    backend.actAs('m');
    expect(await problemOf(backend.people({}))).to.include({ kind: 'unauthenticated' });
    backend.actAs('o');
    backend.set({ state: 'cancelled' });
    expect(await refusal('user.delete', 'b')).to.include({ code: 'respond-io/cancelled' });
    expect((await backend.people({})).total, 'people can still be seen').to.equal(3);
  });

  it('logmein: a seat for each product, moved from one person to another', async () => {
    const people = [
      person('a', { roleId: 'account-admin' }), person('u', { roleId: 'user', products: ['meeting'], ownedFields: ['email'] }),
      person('v', { roleId: 'user' }),
    ]; // prettier-ignore
    const { backend, run, refusal, now } = setup({
      policy: presets.logmein,
      people,
      pools: { meeting: 1, webinar: 1 },
      knownElsewhere: () => 'taken',
    });
    expect(
      await refusal('user.assign-product', 'v', { products: ['meeting', 'webinar'] }),
    ).to.include({ kind: 'quota', code: 'logmein/product-seat' });
    await run('user.transfer-seat', 'u', { toId: 'v', keep: ['events'] });
    expect([now('u')?.products, now('v')?.products]).to.deep.equal([[], ['meeting']]);
    await run('user.suspend', 'v');
    await run('user.assign-product', 'u', { products: ['meeting'] });
    expect((await refusal('user.edit', 'u', { values: { email: 'x@new.example' } })).kind).to.equal(
      'rule',
    );
    expect(
      await refusal('user.invite', undefined, { people: invitee('x'), roleId: 'user' }),
    ).to.include({ kind: 'conflict', code: 'email-taken' });
    expect((await backend.account()).facts.seats?.['meeting']).to.deep.equal({
      total: 1,
      used: 1,
      pending: 0,
    });
  });
});
