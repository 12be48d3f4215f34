import { expect } from 'chai';
import type { Choice } from '../../../../src/domain/index.ts';
import { setup } from '../setup.ts';

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
    expect(await backend.groups()).to.deep.equal([{ ...made, kind: 'chat' }]);
    expect(backend.dump().groups).to.deep.equal([]);
    expect(backend.dump().chatGroups).to.deep.equal([made]);
    await run('group.edit', group(made.id), { values: { label: 'Talk' } });
    await run('group.delete', group(made.id));
    expect(backend.dump().chatGroups).to.deep.equal([]);
  });

  it('ZM-12 are listed with their kind, and enough of one kind to put people into', async () => {
    const { backend, run, refusal, now } = setup({ chatGroups: [{ id: 'c', label: 'Talk' }] });
    expect(await backend.groups()).to.deep.equal([{ id: 'c', label: 'Talk', kind: 'chat' }]);
    await run('user.assign-group', 'mia', { groupId: 'c', kind: 'chat' });
    expect(now('mia')).to.deep.include({ chatGroupIds: ['c'] });
    await run('user.assign-group', 'mia', { groupId: '', kind: 'chat' });
    expect(now('mia')).to.deep.include({ chatGroupIds: [] });
    expect(now('mia')).not.to.have.property('groupIds');
    expect(
      (await refusal('user.assign-group', 'mia', { groupId: 'g', kind: 'chat' })).fields?.[0],
    ).to.include({ pointer: '/change/groupId', code: 'unknown' });
  });
});
