import { expect } from 'chai';
import fc from 'fast-check';
import type { ChangeData, Command, PersonRecord } from '../../../src/domain/index.ts';
import { generatePeople } from '../../../src/mock/people.ts';
import { DAY, NOW, POLICY, setup } from './setup.ts';

const people = generatePeople({ count: 40, now: NOW });
const POOLS = { licensed: 30, webinar: 6, 'large-meeting': 6 };

/** Anything that may be done to anyone, most of which makes no sense for most. */
const step = fc.oneof(
  fc.record({ who: fc.nat(60), what: fc.constantFrom('user.suspend', 'user.deactivate', 'user.reactivate', 'user.delete', 'invitation.resend', 'invitation.revoke') }),
  fc.record({ who: fc.nat(60), what: fc.constant('user.change-role'), change: fc.record({ roleId: fc.constantFrom('owner', 'admin', 'member', 'king') }) }),
  fc.record({ who: fc.nat(60), what: fc.constant('user.change-type'), change: fc.record({ userType: fc.constantFrom('basic', 'licensed') }) }),
  fc.record({ who: fc.nat(60), what: fc.constant('user.assign-addon'), change: fc.record({ addons: fc.uniqueArray(fc.constantFrom('webinar', 'large-meeting')) }) }),
  fc.record({ who: fc.nat(60), what: fc.constant('user.edit'), change: fc.record({ values: fc.record({ lastName: fc.string(), email: fc.constantFrom('a@a.example', 'b@a.example') }, { requiredKeys: [] }) }) }),
  fc.record({ what: fc.constant('user.invite'), change: fc.record({ people: fc.array(fc.record({ email: fc.emailAddress() }), { minLength: 1, maxLength: 3 }), roleId: fc.constant('member'), userType: fc.constantFrom('basic', 'licensed') }) }),
  fc.record({ what: fc.constant('clock'), days: fc.nat(20) }),
); // prettier-ignore

function count(
  all: readonly PersonRecord[],
  keys: (one: PersonRecord) => readonly (string | undefined)[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of all.flatMap(keys)) if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

const withoutZeros = (counts: Readonly<Record<string, number>> = {}) =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0));

describe('whatever is done to the memory backend', () => {
  it('its counts are what counting gives, its lists what sorting gives, and no limit is broken', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { backend } = setup({ policy: POLICY, people, pools: POOLS });
        const query = {
          sort: [{ field: 'name' }, { field: 'email', desc: true }],
          locale: 'fr',
          size: 500,
        } as const;
        const filter = { field: 'status', op: 'in', value: ['active', 'pending'] } as const;
        await backend.people(query);
        await backend.people({ ...query, filter });
        for (const [i, one] of steps.entries()) {
          if ('days' in one) {
            backend.clock.advance(one.days * DAY);
            continue;
          }
          const everyone = backend.dump().people;
          const target =
            'who' in one
              ? { kind: 'person' as const, id: everyone[one.who % everyone.length]?.id ?? '' }
              : undefined;
          const change = 'change' in one ? (one.change as ChangeData) : undefined;
          const command: Command = {
            id: `${i}`,
            action: one.what,
            ...(target && { target }),
            ...(change && { change }),
          };
          await backend.run(command).catch(() => undefined);
        }
        // Whoever was signed in may have given their own role away; an owner sees everybody.
        const owner = backend
          .dump()
          .people.find(({ roleId, status }) => roleId === 'owner' && status === 'active');
        backend.actAs(owner?.id ?? '');
        const { facts } = await backend.account();
        const all = backend.dump().people;
        const active = all.filter(({ status }) => status === 'active');
        const pending = all.filter(({ status }) => status === 'pending');
        expect(withoutZeros(facts.roleCounts)).to.deep.equal(
          count(active, ({ roleId }) => [roleId]),
        );
        expect(withoutZeros(facts.pendingRoleCounts)).to.deep.equal(
          count(pending, ({ roleId }) => [roleId]),
        );
        const held = count([...active, ...pending], ({ userType, addons = [] }) => [
          userType,
          ...addons,
        ]);
        const invited = count(pending, ({ userType, addons = [] }) => [userType, ...addons]);
        for (const [pool, seats] of Object.entries(facts.seats ?? {})) {
          const { total, used } = seats;
          expect(used, pool).to.equal(held[pool] ?? 0);
          expect(seats.pending, pool).to.equal(invited[pool] ?? 0);
          expect(used, pool).to.be.at.most(total);
        }
        expect(facts.roleCounts?.['owner']).to.be.within(1, 2);
        for (const { expiresAt = '' } of pending)
          expect(Date.parse(expiresAt)).to.be.greaterThan(backend.clock.now());
        expect(new Set(all.map(({ email }) => email.toLowerCase())).size).to.equal(all.length);

        const fresh = setup({
          policy: POLICY,
          people: all,
          pools: POOLS,
          actor: (await backend.account()).actor.id,
          now: () => backend.clock.now(),
        }).backend;
        expect((await backend.people(query)).items).to.deep.equal(
          (await fresh.people(query)).items,
        );
        expect((await backend.people({ ...query, filter })).items).to.deep.equal(
          (await fresh.people({ ...query, filter })).items,
        );
      }),
      { numRuns: 60 },
    );
  });
});
