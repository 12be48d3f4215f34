import type { AccountScope } from './scope.ts';

/** What people of an account may hold beside a role, as far as it tells: each kind by its ids. */
export interface Holdings {
  /** Licence kinds, of which a person has one. */
  readonly userTypes: readonly string[];
  readonly addons: readonly string[];
  /** Of which a person may have several, each a seat of its pool (LM-4). */
  readonly products: readonly string[];
}

/** The closed lists that the backend gives, else the pools of seats: beside types those are add-ons, without types products. */
export function holdingsOf({ account }: AccountScope): Holdings {
  if (account.status !== 'ready') return { userTypes: [], addons: [], products: [] };
  const { userType: userTypes = [], addon, product } = account.capabilities.people.values ?? {};
  const pools = Object.keys(account.facts.seats ?? {}).filter((pool) => !userTypes.includes(pool));
  const hasTypes = userTypes.length > 0;
  return {
    userTypes,
    addons: addon ?? (hasTypes ? pools : []),
    products: product ?? (hasTypes ? [] : pools),
  };
}
