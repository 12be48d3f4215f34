import { expect } from 'chai';
import type { PersonRecord } from '../../../../src/domain/index.ts';
import { DAY, NOW, POLICY, setup } from '../setup.ts';

const iso = (ms: number) => new Date(ms).toISOString();

describe('invitations of the memory backend', () => {
  it('ZM-7 ZM-11 ZM-12 put several addresses on the account in one go, with the same settings', async () => {
    const { backend, run } = setup({
      groups: [{ id: 'g' }],
      subaccounts: [{ id: 's', name: 'S' }],
    });
    const value = await run('user.invite', undefined, {
      people: [{ email: ' Zoe\u0308@new.example ', firstName: 'Zoë' }, { email: 'b@new.example' }],
      roleId: 'member', userType: 'licensed', addons: ['webinar'], groupId: 'g', subaccountIds: ['s'],
      values: { department: 'Ventes', manager: 'Olga', jobTitle: 'Chef', location: 'Lyon', password: 'x' },
    }); // prettier-ignore
    expect(value).to.equal(null);
    const { items } = await backend.people({ search: 'new.example' });
    expect(items).to.have.length(2);
    for (const item of items) {
      expect(item).to.deep.include({
        status: 'pending', roleId: 'member', userType: 'licensed', addons: ['webinar'], groupIds: ['g'], subaccountIds: ['s'],
        department: 'Ventes', manager: 'Olga', jobTitle: 'Chef', location: 'Lyon',
        invitedAt: iso(NOW), createdAt: iso(NOW), expiresAt: iso(NOW + 30 * DAY), mail: 'activation',
      }); // prettier-ignore
      expect(item).not.to.have.property('password');
    }
    expect(items[0]).to.include({ email: 'Zoë@new.example', firstName: 'Zoë' });
  });

  it('ZM-12 put people into a user group and a chat group, each where it belongs', async () => {
    const { run, refusal } = setup({ groups: [{ id: 'g' }], chatGroups: [{ id: 'c' }] });
    const people = [{ email: 'a@new.example' }];
    expect(
      await run('user.invite', undefined, {
        people,
        roleId: 'member',
        groupId: 'g',
        chatGroupId: 'c',
      }),
    ).to.deep.include({ groupIds: ['g'], chatGroupIds: ['c'] });
    for (const [part, id] of [
      ['groupId', 'c'],
      ['chatGroupId', 'g'],
    ] as const) {
      const change = { people: [{ email: 'b@new.example' }], roleId: 'member', [part]: id };
      expect((await refusal('user.invite', undefined, change)).fields?.[0]).to.include({
        pointer: `/change/${part}`,
        code: 'unknown',
      });
    }
  });

  it('give the record of a single one back', async () => {
    const { run, now } = setup();
    const one = (await run('user.invite', undefined, {
      people: [{ email: 'a@new.example' }],
      roleId: 'member',
    })) as PersonRecord;
    expect(now(one.id)).to.equal(one);
    expect(one.userType, 'no licence unless one is given').to.equal('basic');
  });

  it('ZM-13 ZM-14 say which mail went out, and whose balance is open', async () => {
    const { backend, run } = setup({
      knownElsewhere: (email) =>
        email.includes('join') ? 'join' : email.includes('paid') ? 'paid' : false,
    });
    const invite = (email: string) =>
      run('user.invite', undefined, { people: [{ email }], roleId: 'member' });
    expect(await invite('new@a.example'))
      .to.include({ mail: 'activation' })
      .and.not.to.have.property('awaiting');
    expect(await invite('join@a.example'))
      .to.include({ mail: 'join' })
      .and.not.to.have.property('awaiting');
    expect(await invite('paid@a.example')).to.include({ mail: 'join', awaiting: 'balance-choice' });
    expect(backend.mails.map(({ to, kind }) => [to, kind])).to.deep.equal([
      ['new@a.example', 'activation'],
      ['join@a.example', 'join'],
      ['paid@a.example', 'join'],
    ]);
  });

  it('LM-6 cannot add who belongs to another account', async () => {
    const { refusal } = setup({ knownElsewhere: () => 'taken' });
    const problem = await refusal('user.invite', undefined, {
      people: [{ email: 'a@new.example' }],
    });
    expect(problem).to.include({ kind: 'conflict', code: 'email-taken' });
    expect(problem.fields).to.deep.equal([
      { pointer: '/change/people/0/email', code: 'taken-elsewhere' },
    ]);
  });

  for (const [email, code] of [
    ['', 'email'],
    ['nobody', 'email'],
    ['a@b', 'email'],
    ['a b@c.example', 'email'],
    ['a@b..example', 'email'],
    ['a,b@c.example', 'email'],
    [`${'x'.repeat(250)}@a.example`, 'too-long'],
  ] as const) {
    // prettier-ignore
    it(`refuse ${email.slice(0, 20) || 'nothing'} as an address`, async () => {
      const problem = await setup().refusal('user.invite', undefined, { people: [{ email: 'ok@a.example' }, { email }] });
      expect(problem.fields).to.deep.equal([{ pointer: '/change/people/1/email', code }]);
    });
  }

  it('take a plus-address for another one, and the same twice for a mistake', async () => {
    const { run, refusal } = setup();
    await run('user.invite', undefined, { people: [{ email: 'mia+news@acme.example' }] });
    const twice = { people: [{ email: 'a@a.example' }, { email: 'A@A.example' }] };
    expect(await refusal('user.invite', undefined, twice)).to.include({ code: 'email-taken' });
  });

  it('give the lowest role and no other when none is named', async () => {
    const { run } = setup({ policy: POLICY });
    expect(
      await run('user.invite', undefined, {
        people: [{ email: 'a@a.example' }],
        userType: 'basic',
      }),
    ).to.include({ roleId: 'member' });
  });

  it('ZM-18 lapse after 30 days: they leave the list, the counts and their seats', async () => {
    const { backend, run, refusal } = setup({ pools: { licensed: 9 } });
    backend.clock.advance(20 * DAY - 1);
    expect((await backend.people({})).total).to.equal(6);
    expect((await backend.account()).facts.seats?.['licensed']).to.deep.equal({
      total: 9,
      used: 4,
      pending: 1,
    });
    backend.clock.advance(1);
    expect((await backend.people({})).items.map(({ id }) => id)).not.to.include('pia');
    const { facts, now } = await backend.account();
    expect(facts.seats?.['licensed']).to.deep.equal({ total: 9, used: 3, pending: 0 });
    expect(facts.pendingRoleCounts?.['member'] ?? 0).to.equal(0);
    expect(now).to.equal('2026-12-10T12:00:00.000Z');
    expect(await refusal('invitation.resend', 'pia')).to.include({ kind: 'not-found' });
    await run('user.invite', undefined, { people: [{ email: 'pia@acme.example' }] });
  });

  it('ZM-16 ZM-19 start their 30 days anew when resent, with the mail they had', async () => {
    const { backend, run, now } = setup();
    backend.edit('pia', { mail: 'join' });
    backend.clock.advance(19 * DAY);
    await run('invitation.resend', 'pia');
    const sent = NOW + 19 * DAY;
    expect(now('pia')).to.include({ invitedAt: iso(sent), expiresAt: iso(sent + 30 * DAY) });
    expect(backend.mails).to.deep.equal([{ to: 'pia@acme.example', kind: 'join', at: iso(sent) }]);
    backend.clock.advance(29 * DAY);
    expect((await backend.people({ search: 'pia' })).total).to.equal(1);
    backend.clock.advance(DAY);
    expect((await backend.people({ search: 'pia' })).total).to.equal(0);
  });

  it('ZM-17 can be revoked before they are accepted, not after', async () => {
    const { backend, run, refusal, now } = setup({ pools: { licensed: 9 } });
    await run('invitation.revoke', 'pia');
    expect(now('pia')).to.equal(undefined);
    expect((await backend.account()).facts.seats?.['licensed']?.used).to.equal(3);
    for (const action of ['invitation.revoke', 'invitation.resend', 'invitation.copy-link']) {
      expect(await refusal(action, 'mia')).to.include({ kind: 'conflict', code: 'not-pending' });
    }
  });

  it('have a link', async () => {
    expect(await setup().run('invitation.copy-link', 'pia'))
      .to.have.property('label')
      .that.matches(/^https:/);
  });
});
