import { expect } from 'chai';
import { conformance } from '../../src/adapter/index.ts';
import { createMemoryAdapter } from '../../src/adapter/memory/index.ts';
import { clickmeetingAccount } from '../../src/mock/clickmeeting-account.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

describe('the clickmeeting account', () => {
  it('CM-1 CM-3 has one host and fewer logins than there can be', async () => {
    const { actor, facts } = await createMemoryAdapter(clickmeetingAccount({ now: NOW })).account();
    expect(actor.roleId).to.equal('host');
    expect(facts.roleCounts).to.include({ host: 1, 'multi-user': 2 });
  });

  it('CM-5 CM-7 CM-9 CM-10 has events of several people, and guests of each kind by a link', async () => {
    const backend = createMemoryAdapter(clickmeetingAccount({ now: NOW }));
    const organisers = (await backend.events({})).items.map(({ organiserId }) => organiserId);
    expect(new Set(organisers).size).to.equal(2);
    const roles = (await backend.links({})).items.map(({ roleId }) => roleId);
    expect(roles).to.include.members(['presenter', 'speaker', 'moderator']);
  });

  it('CM-12 CM-13 CM-17 has sub-accounts in every state, and slots to spare', async () => {
    const backend = createMemoryAdapter(clickmeetingAccount({ now: NOW, freeSlots: 2 }));
    const { items } = await backend.subaccounts({});
    expect(new Set(items.map(({ status }) => status))).to.deep.equal(
      new Set(['active', 'awaiting-activation', 'ending', 'ended']),
    );
    const { total = 0, used = 0 } = (await backend.account()).facts.seats?.['subaccount'] ?? {};
    expect(total - used).to.equal(2);
  });

  it('does what the product does, and no more', async () => {
    const { commands } = await createMemoryAdapter(
      clickmeetingAccount({ now: NOW }),
    ).capabilities();
    expect(commands).to.include.keys('subaccount.buy', 'subaccount.reassign', 'link.create');
    expect(commands).not.to.have.any.keys('user.change-type', 'subaccount.buy-addon');
    expect(commands['subaccount.create']).to.deep.equal({
      fields: ['pageName', 'userName', 'email'],
    });
  });

  describe('keeps every promise of the port, under its policy', () => {
    for (const { name, run } of conformance(() =>
      createMemoryAdapter(clickmeetingAccount({ now: NOW })),
    ))
      it(name, async () => expect((await run()).status).to.equal('passed'));
  });
});
