import { expect } from 'chai';
import { compilePolicy } from '../../../src/policy/index.ts';
import { person, PEOPLE, POLICY, problemOf, setup } from './setup.ts';

const POOLS = { licensed: 5, webinar: 1 };

function enforced(options: Parameters<typeof setup>[0] = {}) {
  return setup({
    policy: POLICY,
    pools: POOLS,
    features: [],
    plan: 'pro',
    groups: [{ id: 'g' }],
    ...options,
  });
}

describe('the policy of the memory backend', () => {
  it('refuses as forbidden what the actor has no permission for, what was taken from them, and who is not active', async () => {
    const { backend, refusal } = enforced({ actor: 'mia' });
    expect(await refusal('user.delete', 'max')).to.include({
      kind: 'forbidden',
      code: 'builtin/no-permission',
      retryable: false,
    });
    backend.edit('adam', { restricted: ['user.delete'] });
    backend.actAs('adam');
    expect(await refusal('user.delete', 'max')).to.include({
      kind: 'forbidden',
      code: 'builtin/restricted',
    });
    backend.actAs('stan');
    expect(await refusal('user.edit', 'stan', { values: { lastName: 'X' } })).to.include({
      kind: 'forbidden',
      code: 'builtin/not-active',
    });
  });

  it('refuses as rule what a rule or the minimum of a role is against', async () => {
    const { refusal } = enforced();
    expect(await refusal('user.change-role', 'olga', { roleId: 'member' })).to.include({
      kind: 'rule',
      code: 'owner/min',
    });
    expect(
      await refusal('account.convert-type', 'adam', { fromType: 'licensed', userType: 'basic' }),
    ).to.include({ kind: 'rule', code: 'acme/spare-admins' });
  });

  it('ZM-8 refuses as quota when no seat is left, as many as are asked for', async () => {
    const { backend, refusal, run } = enforced();
    const invite = (...names: string[]) => ({
      people: names.map((name) => ({ email: `${name}@new.example` })),
      roleId: 'member',
      userType: 'licensed',
    });
    expect((await backend.account()).facts.seats).to.deep.equal({
      licensed: { total: 5, used: 4, pending: 1 },
      webinar: { total: 1, used: 1, pending: 0 },
    });
    expect(await refusal('user.invite', undefined, invite('a', 'b'))).to.include({
      kind: 'quota',
      code: 'acme/licence',
    });
    await run('user.invite', undefined, invite('a'));
    expect(await refusal('user.change-type', 'mia', { userType: 'licensed' })).to.include({
      kind: 'quota',
      code: 'acme/licence',
    });
    expect(await refusal('user.assign-addon', 'mia', { addons: ['webinar'] })).to.include({
      kind: 'quota',
      code: 'acme/addon',
    });
  });

  it('ZM-28 refuses as quota what a limit of number is against', async () => {
    const attributes = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    const { refusal, run } = enforced({ attributes });
    await run('attribute.create', undefined, { values: { label: 'Fifth' } });
    expect(await refusal('attribute.create', undefined, { values: { label: 'Sixth' } })).to.include(
      { kind: 'quota', code: 'acme/five' },
    );
  });

  it('refuses as invalid what cannot be decided, naming what is missing', async () => {
    const { refusal } = enforced();
    const problem = await refusal('user.assign-group', 'mia', { groupId: 'g' });
    expect(problem).to.include({ kind: 'invalid', code: 'missing-facts' });
    expect(problem.fields).to.deep.equal([{ pointer: '/change/kind', code: 'missing' }]);
  });

  it('leaves open what hangs on a fact that the account does not keep', async () => {
    const { plan: _plan, ...kept } = { plan: '', policy: POLICY };
    const { backend, run } = setup(kept);
    expect((await backend.capabilities()).facts).not.to.include('plan');
    await run('user.import', undefined, {
      people: [{ email: 'a@b.example' }],
      roleId: 'member',
      userType: 'basic',
    });
    expect(await enforced({ plan: 'free' }).refusal('user.import')).to.include({
      kind: 'rule',
      code: 'acme/plan',
    });
  });

  it('keeps words and data of a refusal to itself', async () => {
    const problem = await enforced().refusal('user.change-role', 'olga', { roleId: 'member' });
    expect(problem).not.to.have.any.keys('detail', 'current');
    expect(JSON.stringify(problem)).not.to.include('olga');
  });

  it('LM-3 leaves fields alone that a source owns', async () => {
    const { backend, refusal, run } = enforced();
    backend.edit('max', { ownedFields: ['lastName'] });
    expect(await refusal('user.edit', 'max', { values: { lastName: 'X' } })).to.include({
      kind: 'rule',
      code: 'acme/owned',
    });
    await run('user.edit', 'max', { values: { firstName: 'X' } });
  });

  it('takes a compiled policy, a document, or none', async () => {
    const compiled = setup({ policy: compilePolicy(POLICY), actor: 'mia' });
    expect(await compiled.refusal('user.delete', 'max')).to.include({ kind: 'forbidden' });
    const free = setup({ actor: 'mia' });
    expect(await free.run('user.delete', 'max')).to.equal(null);
  });

  it('ZM-6 adds the custom roles of the account to the document', async () => {
    const roles = [
      {
        id: 'lead',
        permissions: ['user.list', 'user.view', 'user.change-role'] as const,
        label: 'Lead',
      },
    ];
    for (const policy of [POLICY, compilePolicy(POLICY)]) {
      const { backend, refusal, run } = setup({ policy, roles, actor: 'adam' });
      expect(await backend.roles()).to.deep.equal([
        { id: 'owner' },
        { id: 'admin' },
        { id: 'member' },
        { id: 'lead', label: 'Lead' },
      ]);
      await run('user.change-role', 'mia', { roleId: 'lead' });
      backend.actAs('mia');
      await run('user.change-role', 'max', { roleId: 'admin' });
      expect(await refusal('user.delete', 'max')).to.include({ kind: 'forbidden' });
    }
  });

  it('is told by a policy that has a mistake at once', () => {
    expect(() => setup({ policy: { ...POLICY, format: 2 as 1 } })).to.throw();
  });

  it('signs in the first active person of the highest role, unless told otherwise', async () => {
    const people = [
      person('m'),
      person('x', { roleId: 'owner', status: 'pending' }),
      person('a', { roleId: 'admin' }),
      person('o', { roleId: 'owner' }),
    ];
    const actor = async (options: Parameters<typeof setup>[0]) =>
      (await setup({ people, ...options }).backend.account()).actor.id;
    expect(await actor({ policy: POLICY })).to.equal('o');
    expect(await actor({ policy: POLICY, actor: 'a' })).to.equal('a');
    expect(await actor({})).to.equal('m');
  });

  it('knows nobody who is not there', async () => {
    const { backend, run } = setup({ policy: POLICY });
    backend.actAs('nobody');
    for (const call of [
      backend.account(),
      backend.people({}),
      run('user.list'),
      backend.batch([]),
    ]) {
      expect(await problemOf(call)).to.include({ kind: 'unauthenticated' });
    }
  });

  it('counts active and pending holders of every role', async () => {
    const { facts } = await enforced().backend.account();
    expect(facts.roleCounts).to.deep.equal({ owner: 1, admin: 1, member: 2 });
    expect(facts.pendingRoleCounts).to.deep.equal({ member: 1 });
    expect(facts).to.deep.include({
      customAttributes: 0,
      state: 'active',
      plan: 'pro',
      features: [],
      runningExports: 0,
    });
  });

  it('tells only of the facts that the account keeps', async () => {
    const { backend } = setup({ people: PEOPLE });
    const { facts } = await backend.account();
    expect(facts).to.have.all.keys(
      'roleCounts',
      'pendingRoleCounts',
      'customAttributes',
      'state',
      'runningExports',
    );
    expect((await backend.capabilities()).facts).to.have.members(Object.keys(facts));
    backend.set({ pools: { licensed: { total: 9 } }, plan: 'pro', features: ['groups'] });
    expect((await backend.capabilities()).facts).to.include.members(['seats', 'plan', 'features']);
  });
});
