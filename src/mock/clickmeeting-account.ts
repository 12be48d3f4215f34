import type { MemoryOptions, MemoryPerson } from '../adapter/memory/index.ts';
import type { Money } from '../adapter/port.ts';
import type { Subaccount } from '../domain/index.ts';
import clickmeeting from '../policy/presets/clickmeeting.ts';
import type { RoleDef } from '../policy/index.ts';
import { eventsOf } from './clickmeeting-events.ts';
import { generatePeople } from './people.ts';

export interface ClickmeetingAccountOptions {
  readonly seed?: number;
  /** Stops the backend's clock at this moment. Absent: it runs with the real one. */
  readonly now?: Date | number;
  /** Custom roles of the account. */
  readonly roles?: readonly RoleDef[];
  /** Sub-account slots that were bought and wait for somebody. Default 2. */
  readonly freeSlots?: number;
}

const DAY = 86_400_000;
/** Seats of presenters that the plan brings. */
const PRESENTERS = 10;
/** The sizes in which sub-accounts are sold, by how many may attend, and what a month of each costs. */
const SIZES: Readonly<Record<string, Money>> = {
  '25': { amount: 25_00, currency: 'EUR' },
  '50': { amount: 35_00, currency: 'EUR' },
  '100': { amount: 45_00, currency: 'EUR' },
  '200': { amount: 79_00, currency: 'EUR' },
};
const SIZE = { size: Object.keys(SIZES) };
const DETAILS = ['pageName', 'userName', 'email'];

/** What the product does not know, and so does not offer. */
const NOT_IN_CLICKMEETING = [
  'user.change-type', 'user.assign-addon', 'user.assign-product', 'user.assign-subaccounts', 'user.assign-group',
  'user.transfer-seat', 'user.reset-password', 'user.revoke-sessions', 'user.set-expiry', 'user.suspend', 'user.unlink',
  'account.convert-type', 'account.unlink-type', 'account.set-default-type', 'inbox.configure', 'license.add',
]; // prettier-ignore

/**
 * Everything `createMemoryAdapter` needs for a clickmeeting account as a product would really have it: a host, two more
 * logins of the three there can be, and paid sub-accounts in all their states (CM-1, CM-3, CM-12 to CM-18).
 */
export function clickmeetingAccount(options: ClickmeetingAccountOptions = {}): MemoryOptions {
  const { seed = 1, now, roles, freeSlots = 2 } = options;
  const moment = Number(now ?? Date.now());
  const subaccounts = SUBACCOUNTS.map((one) => subaccount(one, moment));
  const people = generatePeople({ seed, count: 3, now: moment }).map((person, n): MemoryPerson => {
    const { userType: _type, addons: _addons, viaDomain: _domain, awaiting: _awaiting, ownedFields: _owned, ...rest } = person; // prettier-ignore
    return { ...rest, roleId: n === 0 ? 'host' : 'multi-user', status: 'active' };
  });
  return {
    people,
    subaccounts,
    policy: clickmeeting,
    pools: { presenter: PRESENTERS, subaccount: subaccounts.length + freeSlots },
    slots: Array.from({ length: freeSlots }, () => '50'),
    prices: { subaccount: SIZES, presenter: { amount: 9_00, currency: 'EUR' } },
    period: 'month',
    features: [],
    ...eventsOf(people, moment),
    limits: {
      'subaccount.create': { fields: DETAILS },
      'subaccount.edit': { fields: DETAILS },
      'subaccount.buy': { fields: ['size'], values: SIZE },
      'subaccount.resize': { fields: ['size'], values: SIZE },
    },
    without: NOT_IN_CLICKMEETING,
    ...(roles && { roles }),
    ...(now !== undefined && { now: () => now }),
  };
}

type Standing = Pick<Subaccount, 'status' | 'size'> & {
  /** Days from now. */
  readonly until?: number;
};

const SUBACCOUNTS: readonly (readonly [pageName: string, userName: string, Standing])[] = [
  ['atelier-lyon', 'Camille Roux', { status: 'active', size: '50' }],
  ['formation-nantes', 'Yanis Haddad', { status: 'active', size: '100' }],
  ['oslo-training', 'Ingrid Solberg', { status: 'awaiting-activation', size: '25' }],
  ['partenaires', 'Zoë Nguyễn', { status: 'ending', size: '50', until: 12 }],
  ['salon-2025', 'Marek Nowak', { status: 'ending', size: '200', until: -20 }],
  ['support-emea', 'Amina Diallo', { status: 'active', size: '200' }],
];

function subaccount(
  [pageName, userName, { until, ...standing }]: (typeof SUBACCOUNTS)[number],
  now: number,
): Subaccount {
  return {
    id: `sub_${pageName}`,
    name: pageName,
    pageName,
    userName,
    email: `${pageName}@mail.example`,
    parentId: null,
    ...standing,
    ...(until !== undefined && { activeUntil: new Date(now + until * DAY).toISOString() }),
  };
}
