import type { MemoryOptions, MemoryPerson } from '../../src/adapter/memory/index.ts';
import { clickmeetingAccount, zoomAccount } from '../../src/mock/index.ts';
import { NOT_IN_MESSAGING } from '../../src/mock/messaging-account.ts';
import { generatePeople } from '../../src/mock/people.ts';
import { presets } from '../../src/policy/presets/index.ts';

export interface AccountSize {
  readonly count: number;
  readonly now: number;
}

type Held = Partial<Pick<MemoryPerson, 'roleId' | 'subaccountIds' | 'products'>>;

const SEED = 7;

/** Sub-accounts, by whichever name a product calls them. */
const PLACES = ['Paris', 'Lyon', 'Montréal', 'Genève', 'Casablanca', 'Tōkyō'].map((name, at) => ({
  id: `sub-${at + 1}`,
  name,
}));

const ACCOUNTS: Readonly<Record<string, (size: AccountSize) => MemoryOptions>> = {
  zoom: (size) => zoomAccount({ seed: SEED, ...size }),

  messaging: (size) => ({
    policy: presets.messaging,
    without: NOT_IN_MESSAGING,
    subaccounts: PLACES,
    people: staff(size, (at) =>
      at < 2 ? { roleId: 'admin' } : { roleId: 'manager', subaccountIds: [place(at)] },
    ),
  }),

  'respond-io': (size) => ({
    policy: presets['respond-io'],
    subaccounts: PLACES,
    people: staff(size, (at) => {
      const admin = (['org-admin', 'billing-admin', 'user-admin'] as const)[at];
      if (admin) return { roleId: admin };
      return { roleId: 'member', subaccountIds: [place(at), place(at * 5 + 2)] };
    }),
  }),

  clickmeeting: (size) => ({
    ...clickmeetingAccount({ seed: SEED, now: size.now }),
    people: staff(size, (at) => {
      if (at === 0) return { roleId: 'host' };
      if (at < 3) return { roleId: 'multi-user' };
      return { roleId: (['presenter', 'speaker', 'moderator'] as const)[at % 3] ?? 'speaker' };
    }),
  }),

  logmein: (size) => ({
    policy: presets.logmein,
    pools: { meeting: size.count + 4, training: size.count + 4 },
    people: staff(size, (at) => ({
      roleId: at < 2 ? 'account-admin' : 'user',
      products: at % 4 === 0 ? ['meeting', 'training'] : ['meeting'],
    })),
  }),
};

/** An account as this product's customers have them, always with the same people. */
export function accountOf(product: string, size: AccountSize): MemoryOptions {
  const make = ACCOUNTS[product];
  if (!make)
    throw new TypeError(`No account for ${product}: add one to stories/account/accounts.ts.`);
  // The server's clock is the page's, which goes on.
  return { ...make(size), now: () => Date.now() };
}

function place(at: number): string {
  return PLACES[at % PLACES.length]?.id ?? '';
}

/** The people of the mock, with what they hold in another product in place of licences of the first. */
function staff({ count, now }: AccountSize, hold: (at: number) => Held): MemoryPerson[] {
  return generatePeople({ seed: SEED, count, now }).map((person, at) => {
    const { userType: _type, addons: _addons, viaDomain: _domain, mail: _mail, ...rest } = person;
    return { ...rest, ...hold(at) };
  });
}
