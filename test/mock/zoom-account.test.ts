import { expect } from 'chai';
import { conformance } from '../../src/adapter/index.ts';
import { createMemoryAdapter } from '../../src/adapter/memory/index.ts';
import { zoomAccount } from '../../src/mock/zoom-account.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

describe('the zoom account', () => {
  it('is whole: seats with room, features, a plan, groups, and nobody over what was bought', async () => {
    const backend = createMemoryAdapter(zoomAccount({ count: 500, now: NOW }));
    const { actor, facts } = await backend.account();
    expect(actor.roleId).to.equal('owner');
    expect(facts).to.include({ plan: 'business', state: 'active' });
    expect(Object.keys(facts.seats ?? {})).to.deep.equal(['licensed', 'large-meeting', 'webinar']);
    for (const { total, used } of Object.values(facts.seats ?? {})) {
      expect(used).to.be.above(0);
      expect(total - used).to.be.within(1, 30);
    }
    expect(await backend.groups()).not.to.deep.equal([]);
    expect((await backend.people({})).total).to.equal(500);
  });

  it('has the custom roles it is given, in the policy and among the people', async () => {
    const roles = [
      { id: 'people-lead', permissions: ['user.list', 'user.view', 'user.change-role'] },
    ] as const;
    const backend = createMemoryAdapter(zoomAccount({ count: 500, now: NOW, roles }));
    expect((await backend.roles()).map(({ id }) => id)).to.deep.equal([
      'owner',
      'admin',
      'member',
      'people-lead',
    ]);
    const lead = backend
      .dump()
      .people.find(({ roleId, status }) => roleId === 'people-lead' && status === 'active');
    backend.actAs(lead?.id ?? '');
    expect((await backend.people({})).total).to.equal(500);
  });

  it('does what the product does, and no more', async () => {
    const { commands } = await createMemoryAdapter(
      zoomAccount({ count: 5, now: NOW }),
    ).capabilities();
    expect(commands).to.include.keys(
      'user.invite',
      'user.change-role',
      'user.deactivate',
      'user.unlink',
      'user.delete',
      'invitation.resend',
    );
    expect(commands).not.to.have.any.keys(
      'user.suspend',
      'user.transfer-seat',
      'subaccount.create',
      'link.create',
    );
  });

  it('keeps time with the real clock unless it is stopped', () => {
    expect(zoomAccount({ count: 1 }).now).to.equal(undefined);
    expect(Number(zoomAccount({ count: 1, now: new Date(NOW) }).now?.())).to.equal(NOW);
  });

  it('ZM-13 ZM-14 knows who has an account elsewhere', () => {
    const { knownElsewhere } = zoomAccount({ count: 1 });
    expect(knownElsewhere?.('new@lumiere.example')).to.equal(false);
    expect(knownElsewhere?.('guest@mailbox.example')).to.equal('paid');
    expect(knownElsewhere?.('guests@mailbox.example')).to.equal('join');
  });

  describe('keeps every promise of the port, under its policy', () => {
    /** The product has no sub-accounts and no events. */
    const LACKING = [
      ...['sub-accounts-are-all-listed', 'sub-accounts-are-found-by-name'],
      ...['events-are-told', 'links-keep-their-address'],
    ];
    for (const { name, run } of conformance(() =>
      createMemoryAdapter(zoomAccount({ count: 60, now: NOW })),
    )) {
      it(name, async () =>
        expect((await run()).status).to.equal(LACKING.includes(name) ? 'skipped' : 'passed'),
      );
    }
  });
});
