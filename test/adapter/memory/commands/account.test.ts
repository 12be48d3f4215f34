import { expect } from 'chai';
import { person, POLICY, setup } from '../setup.ts';

const GROUPS = { groups: [{ id: 'g' }, { id: 'h' }], chatGroups: [{ id: 'c' }, { id: 'd' }] };

describe('account-wide commands of the memory backend', () => {
  it('ZM-23 convert everyone of a type, and spare whom the policy spares', async () => {
    const { backend, run, now } = setup({ policy: POLICY, pools: { licensed: 9 } });
    expect(
      await run('account.convert-type', undefined, { fromType: 'licensed', userType: 'basic' }),
    ).to.equal(null);
    expect(['olga', 'adam', 'max', 'pia'].map((id) => now(id)?.userType)).to.deep.equal([
      'licensed',
      'licensed',
      'basic',
      'basic',
    ]);
    expect(backend.trail.map(({ targetId }) => targetId)).to.deep.equal(['max', 'pia', undefined]);
  });

  it('ZM-23 convert nobody when there are not seats for all', async () => {
    const people = [
      person('o', { roleId: 'owner', userType: 'x' }),
      ...['a', 'b', 'c'].map((id) => person(id, { userType: 'basic' })),
    ];
    const { backend, refusal, run } = setup({ policy: POLICY, people, pools: { licensed: 2 } });
    const before = backend.dump();
    expect(
      await refusal('account.convert-type', undefined, { fromType: 'basic', userType: 'licensed' }),
    ).to.include({ kind: 'quota' });
    expect(backend.dump()).to.deep.equal(before);
    backend.set({ pools: { licensed: 3 } });
    await run('account.convert-type', undefined, { fromType: 'basic', userType: 'licensed' });
    expect((await backend.account()).facts.seats?.['licensed']?.used).to.equal(3);
  });

  it('ZM-24 unlink everyone of a type', async () => {
    const { backend, run, refusal } = setup({ policy: POLICY });
    expect(
      await refusal('account.convert-type', 'mia', { fromType: 'licensed', userType: 'basic' }),
    ).to.include({ kind: 'conflict' });
    await run('account.unlink-type', undefined, { fromType: 'licensed' });
    expect(backend.dump().people.map(({ id }) => id)).to.deep.equal([
      'olga',
      'adam',
      'mia',
      'stan',
    ]);
  });

  it('ZM-25 ZM-26 ZM-27 set what new people get', async () => {
    const { backend, run } = setup(GROUPS);
    await run('account.set-default-type', undefined, { userType: 'on-prem', domain: 'B.example' });
    await run('account.set-default-group', undefined, { groupId: 'g' });
    await run('account.set-default-group', undefined, { groupId: 'c', domain: 'b.example' });
    expect(backend.dump().defaults).to.deep.equal({
      '*': { groupId: 'g' },
      'b.example': { userType: 'on-prem', chatGroupId: 'c' },
    });
    const invite = (email: string) =>
      run('user.invite', undefined, { people: [{ email }], roleId: 'member' });
    expect(await invite('a@a.example')).to.deep.include({ groupIds: ['g'], userType: 'basic' });
    expect(await invite('b@b.example')).to.deep.include({
      groupIds: ['g'],
      chatGroupIds: ['c'],
      userType: 'on-prem',
    });
  });

  it('ZM-25 hand out no seat by default that nobody decided on', async () => {
    const { run } = setup({ pools: { licensed: 0 } });
    await run('account.set-default-type', undefined, { userType: 'licensed' });
    expect(await run('user.invite', undefined, { people: [{ email: 'a@a.example' }] })).to.include({
      userType: 'basic',
    });
  });

  it('ZM-26 put everyone of an associated domain in a group', async () => {
    const people = [
      person('a', { viaDomain: true, email: 'a@b.example' }),
      person('b', { email: 'b@b.example' }),
      person('c', { viaDomain: true }),
    ];
    const { run, now } = setup({ people, ...GROUPS });
    await run('account.set-default-group', undefined, { groupId: 'g', domain: 'b.example' });
    expect(['a', 'b', 'c'].map((id) => now(id)?.groupIds)).to.deep.equal([
      ['g'],
      undefined,
      undefined,
    ]);
  });

  it('ZM-26 ZM-27 move those of a group who are in no other', async () => {
    const people = [
      person('a', { groupIds: ['g'] }),
      person('b', { groupIds: ['g', 'h'] }),
      person('c', { chatGroupIds: ['c'] }),
    ];
    const { run, refusal, now } = setup({ people, ...GROUPS });
    await run('account.move-group', undefined, { groupId: 'g', toId: 'h' });
    expect([now('a')?.groupIds, now('b')?.groupIds]).to.deep.equal([['h'], ['g', 'h']]);
    await run('account.move-group', undefined, { groupId: 'c', toId: 'd' });
    expect(now('c')?.chatGroupIds).to.deep.equal(['d']);
    expect(
      (await refusal('account.move-group', undefined, { groupId: 'g', toId: 'c' })).fields?.[0]
        ?.pointer,
    ).to.equal('/change/toId');
  });
});
