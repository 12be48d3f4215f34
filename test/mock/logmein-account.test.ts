import { expect } from 'chai';
import { conformance } from '../../src/adapter/index.ts';
import { createMemoryAdapter } from '../../src/adapter/memory/index.ts';
import { logmeinAccount } from '../../src/mock/logmein-account.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');

describe('logmeinAccount', () => {
  it('LM-4 LM-8 has sold what is held, and a little more; the suspended hold nothing', async () => {
    const account = logmeinAccount({ count: 200, now: NOW });
    const { facts } = await createMemoryAdapter(account).account();
    for (const [pool, { total, used }] of Object.entries(facts.seats ?? {})) {
      expect(used, pool).to.be.greaterThan(0);
      expect(total - used, pool).to.be.within(2, 20);
    }
    const out = account.people.filter(({ status }) => status === 'suspended');
    expect(out.length).to.be.greaterThan(0);
    expect(out.flatMap(({ products = [] }) => products)).to.deep.equal([]);
  });

  it('LM-5 has one billing contact, who is an admin', () => {
    const { people } = logmeinAccount({ count: 200, now: NOW });
    const contacts = people.filter(({ billingContact }) => billingContact);
    expect(contacts.map(({ roleId }) => roleId)).to.deep.equal(['account-admin']);
    expect(people.filter(({ roleId }) => roleId === 'account-admin').length).to.be.greaterThan(1);
  });

  it('LM-8 does what the product does, and no more', async () => {
    const { commands } = await createMemoryAdapter(
      logmeinAccount({ count: 5, now: NOW }),
    ).capabilities();
    expect(commands).to.include.keys(
      ...['user.invite', 'user.suspend', 'user.delete', 'user.assign-product'],
      ...['user.transfer-seat', 'license.add'],
    );
    expect(commands).not.to.have.any.keys('user.unlink', 'user.deactivate', 'subaccount.create');
  });

  describe('keeps every promise of the port, under its policy', () => {
    /** The product has no sub-accounts and no events. */
    const LACKING = [
      ...['sub-accounts-are-all-listed', 'sub-accounts-are-found-by-name'],
      ...['events-are-told', 'links-keep-their-address'],
    ];
    for (const { name, run } of conformance(() =>
      createMemoryAdapter(logmeinAccount({ count: 60, now: NOW })),
    )) {
      it(name, async () =>
        expect((await run()).status).to.equal(LACKING.includes(name) ? 'skipped' : 'passed'),
      );
    }
  });
});
