import fc from 'fast-check';
import type { Condition, PolicyDocument, Rule, SeatUse } from '../../src/policy/index.ts';

// Documents that nobody would write, of every operator, fact and pattern there is.

const ROLES = ['a', 'b', 'c.d', 'e/f'];
const TYPES = ['basic', 'licensed', 'on-prem', 'webinar', 'meeting'];
const STATUSES = ['active', 'pending', 'suspended', 'deactivated', 'awaiting-activation'];

const TEXTS: Readonly<Record<string, readonly (string | null)[]>> = {
  'actor.id': ['ana', 'bob'],
  'actor.roleId': ROLES,
  'actor.status': STATUSES,
  'actor.userType': TYPES,
  'target.id': ['ana', 'bob', 'north'],
  'target.roleId': ROLES,
  'target.status': STATUSES,
  'target.userType': TYPES,
  'target.parentId': [null, 'north'],
  'target.organiserId': ['ana', 'bob'],
  'target.colour': ['red'],
  'change.roleId': ROLES,
  'change.userType': TYPES,
  'change.fromType': TYPES,
  'change.kind': ['meeting', 'webinar'],
  'change.toId': ['ana', 'bob'],
  'account.plan': ['free', 'pro'],
  'account.state': ['active', 'cancelled'],
};
const LISTS: Readonly<Record<string, readonly string[]>> = {
  'actor.roleIds': ROLES,
  'actor.subaccountIds': ['north', 'south'],
  'actor.addons': TYPES,
  'target.roleIds': ROLES,
  'target.subaccountIds': ['north', 'south'],
  'target.products': TYPES,
  'target.ownedFields': ['email', 'department'],
  'change.subaccountIds': ['north', 'south'],
  'change.addons': TYPES,
  'change.products': TYPES,
  'change.fields': ['email', 'department'],
  'change.rights': ['event.start', 'event.end'],
  'account.features': ['groups', 'card-on-file'],
};
const FLAGS = ['self', 'actor.viaDomain', 'target.viaDomain', 'actor.billingContact'];
const NUMBERS = ['change.count', 'account.customAttributes', 'account.runningExports'];
const ACTIONS = [
  '*', '*:write', 'user.*', 'account.*', 'event.*', 'subaccount.*', 'invitation.*', 'acme.*', 'user.invite',
  'user.change-role', 'user.change-type', 'user.delete', 'user.suspend', 'user.reactivate', 'user.leave',
  'user.edit', 'link.create', 'link.revoke', 'user.assign-addon', 'user.transfer-ownership', 'acme.promote',
] as const; // prettier-ignore
const EXACT = ACTIONS.filter((action) => !action.includes('*'));

const paths = [...Object.keys(TEXTS), ...Object.keys(LISTS)];
const ref = fc.constantFrom(...paths).map((fact) => ({ fact }));
const sublist = (values: readonly (string | null)[]) =>
  fc.oneof({ weight: 2, arbitrary: fc.subarray([...values]) }, { weight: 1, arbitrary: ref });

const test = fc.oneof(
  fc.constantFrom(...Object.keys(TEXTS)).chain((fact) =>
    fc.oneof(
      fc.constantFrom(...TEXTS[fact]!).map((is) => ({ fact, is })),
      sublist(TEXTS[fact]!).map((values) => ({ fact, in: values })),
    ),
  ),
  fc.constantFrom(...Object.keys(LISTS)).chain((fact) =>
    fc.oneof(
      sublist(LISTS[fact]!).map((values) => ({ fact, overlaps: values })),
      sublist(LISTS[fact]!).map((values) => ({ fact, within: values })),
      fc.nat(2).map((atLeast) => ({ fact, atLeast })),
      fc.nat(2).map((atMost) => ({ fact, atMost })),
    ),
  ),
  fc.constantFrom(...FLAGS).chain((fact) => fc.boolean().map((is) => ({ fact, is }))),
  fc.constantFrom(...NUMBERS).chain((fact) =>
    fc.oneof(
      fc.nat(4).map((atLeast) => ({ fact, atLeast })),
      fc.nat(4).map((atMost) => ({ fact, atMost })),
      fc.nat(4).map((is) => ({ fact, is })),
    ),
  ),
);

const { condition } = fc.letrec<{ condition: unknown }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 3, arbitrary: test },
    {
      weight: 1,
      arbitrary: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    },
    {
      weight: 1,
      arbitrary: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    },
    { weight: 1, arbitrary: tie('condition').map((not) => ({ not })) },
  ),
}));

const actions = fc.subarray([...ACTIONS], { minLength: 1, maxLength: 4 });
const rank = fc.option(fc.integer({ min: -1, max: 2 }), { nil: undefined });

const roles = fc.subarray(ROLES, { minLength: 1 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.record(
        {
          id: fc.constant(id),
          permissions: fc.oneof(fc.constant(['*' as const]), fc.subarray([...ACTIONS])),
          except: fc.subarray([...EXACT], { maxLength: 3 }),
          rank: fc.nat(2),
          min: fc.nat(2),
          max: fc.integer({ min: 2, max: 4 }),
        },
        { requiredKeys: ['id', 'permissions'] },
      ),
    ),
  ),
);

const seats = (roleIds: readonly string[]) =>
  fc.array(
    fc.record(
      {
        actions: fc.subarray([...EXACT], { minLength: 1, maxLength: 5 }),
        pool: fc.constantFrom<SeatUse['pool']>(
          'change.userType', 'change.addons', 'change.products', { name: 'presenter' },
        ), // prettier-ignore
        among: fc.subarray(TYPES),
        roles: fc.subarray([...roleIds]),
      },
      { requiredKeys: ['actions', 'pool'] },
    ),
    { maxLength: 3 },
  );

const rules = fc.array(
  fc.record({
    actions,
    when: fc.oneof(
      { weight: 20, arbitrary: condition },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    rank,
  }),
  { maxLength: 6 },
);

/** A document that the parser lets through. */
export const documents: fc.Arbitrary<PolicyDocument> = roles.chain((given) =>
  fc.tuple(seats(given.map(({ id }) => id)), rules).map(([uses, refusals]) => ({
    format: 1 as const,
    id: 'generated',
    roles: given,
    seats: uses.map((use, i) => ({ ...use, id: `seat/${i}` })),
    rules: refusals.map(({ actions: on, when, rank: order }, i): Rule => ({
      id: `rule/${i}`,
      actions: on,
      when: when as Condition,
      reason: { key: 'noPermission' },
      ...(order !== undefined && { rank: order }),
    })),
  })),
);
