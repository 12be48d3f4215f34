import { expect } from 'chai';
import type { Choice } from '../../../../src/domain/index.ts';
import { POLICY, setup } from '../setup.ts';

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
