import { expect } from 'chai';
import type { Command } from '../../../src/domain/index.ts';
import { NOW, POLICY, problemOf, setup } from './setup.ts';

const rename = (id: string, to: string, lastName: string): Command => ({
  id,
  action: 'user.edit',
  target: { kind: 'person', id: to },
  change: { values: { lastName } },
});

describe('a command to the memory backend', () => {
  it('answers with the record as it is then, under a new version', async () => {
    const { backend, run } = setup();
    const before = await backend.person('mia');
    const after = await run('user.edit', 'mia', { values: { lastName: 'Lune' } });
    expect(after).to.deep.include({ id: 'mia', lastName: 'Lune' });
    expect(after).to.equal(await backend.person('mia'));
    expect((after as typeof before).version)
      .to.be.a('string')
      .and.not.equal(before.version);
    expect((await backend.person('max')).version, 'others keep theirs').not.to.equal(
      (after as typeof before).version,
    );
  });

  it('is refused as stale when the record has changed meanwhile, and told the record', async () => {
    const { backend, run, refusal } = setup();
    const { version = '' } = await backend.person('mia');
    await run('user.edit', 'mia', { values: { lastName: 'Lune' } }, { ifVersion: version });
    const problem = await refusal(
      'user.edit',
      'mia',
      { values: { lastName: 'Late' } },
      { ifVersion: version },
    );
    expect(problem).to.include({ kind: 'stale', retryable: false });
    expect(problem.current).to.deep.include({ id: 'mia', lastName: 'Lune' });
  });

  it('does not tell the record to those who may not see it', async () => {
    const { refusal } = setup({ policy: POLICY, actor: 'mia' });
    const problem = await refusal(
      'user.edit',
      'max',
      { values: { lastName: 'X' } },
      { ifVersion: 'old' },
    );
    expect(problem.kind).to.equal('stale');
    expect(problem).not.to.have.property('current');
  });

  it('is done once for its id, and answered alike', async () => {
    const { backend } = setup();
    const first = await backend.run(rename('k', 'mia', 'One'));
    await backend.run(rename('l', 'mia', 'Two'));
    const again = await backend.run({
      ...rename('k', 'mia', 'One'),
      change: { values: { lastName: 'One' } },
    });
    expect(again).to.equal(first);
    expect((await backend.person('mia')).lastName).to.equal('Two');
    expect(backend.trail).to.have.length(2);
  });

  it('is a conflict when its id was another command’s, or another person’s', async () => {
    const { backend } = setup();
    await backend.run(rename('k', 'mia', 'One'));
    expect(await problemOf(backend.run(rename('k', 'mia', 'Two')))).to.include({
      kind: 'conflict',
      code: 'command-id-reused',
    });
    backend.actAs('adam');
    expect(await problemOf(backend.run(rename('k', 'mia', 'One')))).to.include({
      kind: 'conflict',
    });
  });

  it('may be sent again under its id after a refusal, which changed nothing', async () => {
    const { backend } = setup({ policy: POLICY, pools: { licensed: 4 } });
    const command: Command = {
      id: 'k',
      action: 'user.change-type',
      target: { kind: 'person', id: 'mia' },
      change: { userType: 'licensed' },
    };
    expect(await problemOf(backend.run(command))).to.include({ kind: 'quota' });
    backend.set({ pools: { licensed: 5 } });
    expect(await backend.run(command)).to.include({ userType: 'licensed' });
  });

  it('is done whole or not at all', async () => {
    const { backend, refusal } = setup();
    const before = backend.dump();
    const people = ['a@new.example', 'b@new.example', 'mia@acme.example'].map((email) => ({
      email,
    }));
    const problem = await refusal('user.invite', undefined, { people, roleId: 'member' });
    expect(problem).to.include({ kind: 'conflict', code: 'email-taken' });
    expect(problem.fields).to.deep.equal([
      { pointer: '/change/people/2/email', code: 'on-account' },
    ]);
    expect(backend.dump()).to.deep.equal(before);
    expect(backend.mails).to.have.length(0);
    expect((await backend.people({ search: 'new.example' })).total).to.equal(0);
  });

  for (const [what, command, pointer] of [
    ['an id', { id: '', action: 'user.list' }, '/id'],
    ['a target', { id: 'k', action: 'user.edit', change: { values: {} } }, '/target'],
    [
      'a target of its kind',
      {
        id: 'k',
        action: 'user.edit',
        target: { kind: 'group', id: 'mia' },
        change: { values: {} },
      },
      '/target/kind',
    ],
    [
      'what it needs',
      { id: 'k', action: 'user.change-role', target: { kind: 'person', id: 'mia' } },
      '/change/roleId',
    ],
    [
      'text for text',
      {
        id: 'k',
        action: 'user.change-type',
        target: { kind: 'person', id: 'mia' },
        change: { userType: 3 as unknown as string },
      },
      '/change/userType',
    ],
    [
      'a list for a list',
      {
        id: 'k',
        action: 'user.assign-addon',
        target: { kind: 'person', id: 'mia' },
        change: { addons: 'webinar' as unknown as string[] },
      },
      '/change/addons',
    ],
    [
      'somebody with an address',
      {
        id: 'k',
        action: 'user.invite',
        change: { people: [{ name: 'x' } as unknown as { email: string }] },
      },
      '/change/people',
    ],
    ['somebody', { id: 'k', action: 'user.invite', change: { people: [] } }, '/change/people'],
    ['a count that counts', { id: 'k', action: 'seat.buy', change: { count: 0 } }, '/change/count'],
  ] as const satisfies readonly (readonly [string, Command, string])[]) {
    it(`is invalid without ${what}`, async () => {
      const problem = await problemOf(setup({ pools: {} }).backend.run(command));
      expect(problem).to.include({ kind: 'invalid' });
      expect(problem.fields?.[0]?.pointer).to.equal(pointer);
    });
  }

  it('is unsupported where the account has no part for it', async () => {
    const { backend, refusal } = setup({ without: ['user.suspend'] });
    for (const action of [
      'user.suspend',
      'group.create',
      'subaccount.create',
      'license.add',
      'role.create',
      'link.create',
      'billing.view',
      'user.fly',
    ]) {
      expect(await refusal(action), action).to.include({ kind: 'unsupported' });
      expect((await backend.capabilities()).commands).not.to.have.property(action);
    }
    backend.set({ groups: [] });
    expect((await backend.capabilities()).commands).to.have.property('group.create');
  });

  it('leaves a line in the trail for every change, none for a refusal, and no personal data', async () => {
    const { backend, run, refusal } = setup({ policy: POLICY });
    await run('user.edit', 'mia', { values: { lastName: 'Secret' } });
    await refusal('user.change-role', 'olga', { roleId: 'member' });
    await run('user.view', 'mia');
    await run('user.delete', 'mia');
    expect(
      backend.trail.map(({ action, targetId, actorId, at }) => [action, targetId, actorId, at]),
    ).to.deep.equal([
      ['user.edit', 'mia', 'olga', new Date(NOW).toISOString()],
      ['user.delete', 'mia', 'olga', new Date(NOW).toISOString()],
    ]);
    expect(backend.trail[0]?.detail).to.deep.equal({ fields: ['lastName'] });
    expect(JSON.stringify(backend.trail)).not.to.include('Secret');
    const { items, total } = await backend.audit({ size: 1 });
    expect(items[0]).to.include({ action: 'user.delete' });
    expect(total).to.equal(2);
    expect((await backend.audit({ targetId: 'max' })).total).to.equal(0);
  });

  it('does nothing when aborted before, and cannot be called back after', async () => {
    const { backend } = setup({ latency: 5 });
    const controller = new AbortController();
    const answer = problemOf(backend.run(rename('k', 'mia', 'X'), { signal: controller.signal }));
    controller.abort();
    expect(await answer).to.include({ kind: 'aborted' });
    expect(backend.trail).to.have.length(0);
    const late = new AbortController();
    const done = setup().backend;
    const value = done.run(rename('k', 'mia', 'X'), { signal: late.signal });
    late.abort();
    expect(await value).to.deep.include({ lastName: 'X' });
  });
});
