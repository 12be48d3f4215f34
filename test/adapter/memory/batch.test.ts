import { expect } from 'chai';
import type { Command } from '../../../src/domain/index.ts';
import { person, POLICY, problemOf, setup } from './setup.ts';

const rename = (id: string, to: string, lastName: string): Command => ({
  id,
  action: 'user.edit',
  target: { kind: 'person', id: to },
  change: { values: { lastName } },
});

describe('a batch to the memory backend', () => {
  it('answers one by one, in order, and folds what went before', async () => {
    const people = [
      person('o1', { roleId: 'owner' }),
      person('o2', { roleId: 'owner' }),
      person('m'),
    ];
    const { backend } = setup({ policy: POLICY, people });
    const demote = (id: string): Command => ({
      id,
      action: 'user.change-role',
      target: { kind: 'person', id },
      change: { roleId: 'member' },
    });
    // Demoting oneself is the last thing an owner can do.
    const results = await backend.batch([demote('o2'), demote('o1'), { ...demote('nobody') }]);
    expect(
      results.map((result) => (result.ok ? result.value?.id : result.problem.code)),
    ).to.deep.equal(['o2', 'owner/min', 'not-found']);
  });

  it('takes seats in order until there are none', async () => {
    const people = ['o', 'a', 'b', 'c'].map((id) =>
      person(id, { roleId: id === 'o' ? 'owner' : 'member', userType: 'basic' }),
    );
    const { backend } = setup({ policy: POLICY, people, pools: { licensed: 2 } });
    const results = await backend.batch(
      ['a', 'b', 'c'].map((id) => ({
        id,
        action: 'user.change-type',
        target: { kind: 'person', id },
        change: { userType: 'licensed' },
      })),
    );
    expect(results.map(({ ok }) => ok)).to.deep.equal([true, true, false]);
  });

  it('is too large at some point', async () => {
    const { backend } = setup();
    const { batch } = await backend.capabilities();
    const commands = Array.from({ length: (batch?.max ?? 0) + 1 }, (_, i) =>
      rename(`${i}`, 'mia', 'X'),
    );
    expect(await problemOf(backend.batch(commands))).to.include({ kind: 'invalid' });
    expect(backend.trail).to.have.length(0);
  });
});

describe('a selection sent to the memory backend', () => {
  const members = {
    query: { filter: { field: 'role', op: 'eq', value: 'member' } },
    except: ['stan', 'pia'],
  } as const;

  it('ZM-21 is everyone who matches, except those taken out', async () => {
    const { backend, run, now } = setup();
    expect(await run('user.change-type', members, { userType: 'licensed' })).to.equal(null);
    expect(['mia', 'max', 'pia', 'stan'].map((id) => now(id)?.userType)).to.deep.equal([
      'licensed',
      'licensed',
      'licensed',
      'basic',
    ]);
    expect(backend.trail.map(({ targetId }) => targetId)).to.deep.equal(['mia', 'max']);
  });

  it('is all or nobody, with the refused ones named, who can then be taken out', async () => {
    const { backend, refusal, run } = setup({ policy: POLICY });
    const everyone = { query: {}, except: ['pia', 'stan'] };
    const before = backend.dump();
    const problem = await refusal('user.change-role', everyone, { roleId: 'admin' });
    expect(problem).to.include({ kind: 'rule', code: 'owner/min' });
    expect(problem.fields).to.deep.equal([{ pointer: '/target/olga', code: 'owner/min' }]);
    expect(backend.dump()).to.deep.equal(before);
    await run(
      'user.change-role',
      { ...everyone, except: [...everyone.except, 'olga'] },
      { roleId: 'admin' },
    );
    expect((await backend.account()).facts.roleCounts).to.deep.include({ admin: 3 });
  });

  it('leaves everyone where they were when some had gone and it was refused', async () => {
    const { backend, refusal } = setup({ policy: POLICY });
    const names = async () => (await backend.people({})).items.map(({ id }) => id);
    const before = [await names(), backend.dump().people];
    await refusal('user.delete', { query: { sort: [{ field: 'role', desc: true }] }, except: [] });
    expect([await names(), backend.dump().people]).to.deep.equal(before);
    expect((await backend.people({ sort: [{ field: 'userType' }] })).items.map(({ id }) => id)).to.deep.equal([
      'mia', 'stan', 'olga', 'adam', 'max', 'pia',
    ]); // prettier-ignore
  });

  it('is only of people the actor may see', async () => {
    const { refusal } = setup({ policy: POLICY, actor: 'mia' });
    const edit = { values: { location: 'Lyon' } };
    expect(await refusal('user.delete', members)).to.include({ kind: 'forbidden' });
    expect(await refusal('user.edit', members, edit)).to.include({ kind: 'forbidden' });
  });

  it('is invalid for what is not about people', async () => {
    const { refusal } = setup({ subaccounts: [{ id: 's', name: 'S' }] });
    expect(await refusal('subaccount.delete', members)).to.include({ kind: 'invalid' });
  });
});
