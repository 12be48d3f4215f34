import type { KnownElsewhere, MemoryOptions, MemoryPerson } from '../adapter/memory/index.ts';
import logmein from '../policy/presets/logmein.ts';
import type { RoleDef } from '../policy/index.ts';
import { generatePeople } from './people.ts';
import { createRandom, type Random } from './random.ts';
import { GUEST_DOMAINS } from './workplaces.ts';

export interface LogmeinAccountOptions {
  readonly seed?: number;
  readonly count?: number;
  /** Stops the backend's clock at this moment. Absent: it runs with the real one. */
  readonly now?: Date | number;
  /** Custom roles of the account. */
  readonly roles?: readonly RoleDef[];
  /** Seats of every product that nobody has. Default: room for some more, not for everybody. */
  readonly freeSeats?: number;
}

/** What is sold, and the share of people who hold it. */
const PRODUCTS: readonly (readonly [id: string, share: number])[] = [
  ['meeting', 0.8],
  ['webinar', 0.12],
  ['training', 0.08],
];
/** Seats bought beyond those taken, as a share. */
const ROOM = 0.05;
/** What one more seat costs for the rest of the period, in minor units. */
const PRICES = {
  meeting: { amount: 1200, currency: 'EUR' },
  webinar: { amount: 4900, currency: 'EUR' },
  training: { amount: 10_900, currency: 'EUR' },
};

/** What the product does not know, and so does not offer. */
const NOT_IN_LOGMEIN = [
  'user.change-type', 'user.assign-addon', 'user.assign-group', 'user.assign-subaccounts', 'user.transfer-ownership',
  'user.leave', 'user.deactivate', 'user.unlink', 'user.revoke-sessions', 'user.set-expiry', 'invitation.copy-link',
  'account.convert-type', 'account.unlink-type', 'account.set-default-type',
]; // prettier-ignore

/**
 * Everything `createMemoryAdapter` needs for a LogMeIn account as a product would really have it: admins, the first of whom is the
 * billing contact, and people who hold seats of its products (LM-4, LM-5, LM-8).
 */
export function logmeinAccount(options: LogmeinAccountOptions = {}): MemoryOptions {
  const { seed = 1, count, now, roles, freeSeats } = options;
  const random = createRandom(seed);
  const generated = generatePeople({
    seed,
    ...(count !== undefined && { count }),
    ...(now !== undefined && { now }),
  });
  const people = generated.map((person, n): MemoryPerson => {
    const { userType: _type, addons: _addons, awaiting: _awaiting, externalContacts: _contacts, ...rest } = person; // prettier-ignore
    const isAdmin = person.roleId !== 'member';
    const status = person.status === 'deactivated' ? 'suspended' : person.status;
    const products = isSeated(status) ? productsOf(random) : [];
    return {
      ...rest,
      roleId: isAdmin ? 'account-admin' : 'user',
      ...(status && { status }),
      ...(products.length > 0 && { products }),
      ...(n === 0 && { billingContact: true }),
    };
  });
  const held = (product: string) =>
    people.filter(({ products }) => products?.includes(product)).length;
  const bought = (taken: number) => taken + (freeSeats ?? Math.max(2, Math.round(taken * ROOM)));
  return {
    people,
    policy: logmein,
    pools: Object.fromEntries(PRODUCTS.map(([id]) => [id, bought(held(id))])),
    prices: PRICES,
    without: NOT_IN_LOGMEIN,
    knownElsewhere,
    ...(roles && { roles }),
    ...(now !== undefined && { now: () => now }),
  };
}

const isSeated = (status: MemoryPerson['status'] = 'active'): boolean =>
  status === 'active' || status === 'pending';

function productsOf(random: Random): readonly string[] {
  return PRODUCTS.filter(([, share]) => random.chance(share)).map(([id]) => id);
}

/** LM-6: guests from outside have an account of their own, which they would have to give up first. */
function knownElsewhere(email: string): KnownElsewhere {
  return GUEST_DOMAINS.includes(email.split('@')[1] ?? '') ? 'taken' : false;
}
