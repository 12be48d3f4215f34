import { expect } from 'chai';
import { conformance } from '../../src/adapter/index.ts';
import { createMemoryAdapter } from '../../src/adapter/memory/index.ts';
import { respondIoAccount } from '../../src/mock/respond-io-account.ts';
import { respondIoScenarios } from '../../src/mock/respond-io-scenarios.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

describe('the respond.io account', () => {
  it('is whole: two org admins, some of each other kind, members of workspaces that there are', async () => {
    for (const seed of [1, 2, 3]) {
      const account = respondIoAccount({ seed, count: 300, now: NOW });
      const { facts } = await createMemoryAdapter(account).account();
      expect(facts.roleCounts?.['org-admin']).to.equal(2);
      for (const role of ['billing-admin', 'user-admin', 'member'])
        expect(facts.roleCounts?.[role], role).to.be.above(0);
      const known = account.subaccounts?.map(({ id }) => id);
      for (const { roleId, subaccountIds = [] } of account.people) {
        expect(known).to.include.members([...subaccountIds]);
        if (roleId === 'member') expect(subaccountIds).not.to.have.length(0);
      }
    }
  });

  it('RI-8 has people who have not accepted yet, and of the others the last login', () => {
    const { people } = respondIoAccount({ count: 300, now: NOW });
    expect(people.some(({ status }) => status === 'pending')).to.equal(true);
    for (const { invitedAt, lastActiveAt, status } of people)
      if (status === 'pending')
        expect([invitedAt !== undefined, lastActiveAt]).to.deep.equal([true, undefined]);
  });

  it('RI-11 has more workspaces than one step can give, unless told otherwise', () => {
    expect(respondIoAccount().subaccounts).to.have.length.above(10);
    const few = respondIoScenarios['few-workspaces'];
    expect(respondIoAccount(few).subaccounts).to.have.length.below(11);
  });

  it('RI-7 is left with one org admin in the scenario of that name', async () => {
    const { adjust } = respondIoScenarios['last-admin'];
    const { facts } = await createMemoryAdapter(adjust(respondIoAccount({ count: 60 }))).account();
    expect(facts.roleCounts?.['org-admin']).to.equal(1);
    expect(facts.roleCounts?.['user-admin']).to.be.above(0);
  });

  it('RI-18 is over in the scenario of that name', async () => {
    const account = respondIoScenarios.cancelled.adjust(respondIoAccount({ count: 5 }));
    expect((await createMemoryAdapter(account).account()).facts.state).to.equal('cancelled');
  });

  describe('keeps every promise of the port, under its policy', () => {
    const LACKING = ['events-are-told', 'links-keep-their-address'];
    for (const { name, run } of conformance(() =>
      createMemoryAdapter(respondIoAccount({ count: 60, now: NOW })),
    )) {
      it(name, async () =>
        expect((await run()).status).to.equal(LACKING.includes(name) ? 'skipped' : 'passed'),
      );
    }
  });
});
