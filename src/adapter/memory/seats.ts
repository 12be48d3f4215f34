import type { PersonRecord } from '../../domain/index.ts';
import type { Act } from './act.ts';

/** A person without what comes out of a pool; their user type falls back to the one that needs no licence. */
export function withoutSeats(
  person: PersonRecord,
  { store, options }: Pick<Act, 'store' | 'options'>,
): PersonRecord {
  const pools = store.account.pools ?? {};
  const { userType, addons, products, ...rest } = person;
  const kept = userType !== undefined && userType in pools ? options.baseType : userType;
  return {
    ...rest,
    ...(kept !== undefined && { userType: kept }),
    ...(addons && { addons: addons.filter((id) => !(id in pools)) }),
    ...(products && { products: products.filter((id) => !(id in pools)) }),
  };
}
