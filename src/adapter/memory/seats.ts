import type { PersonRecord } from '../../domain/index.ts';
import type { Act } from './act.ts';

/** A person without what comes out of a pool; their user type falls back to the one that needs no licence. */
export function withoutSeats(person: PersonRecord, { store, options }: Act): PersonRecord {
  const { pools = {} } = store.account;
  const kept = (list: readonly string[] | undefined) => list?.filter((id) => !(id in pools));
  const { userType = '', addons, products } = person;
  return {
    ...person,
    ...parts({
      userType: userType in pools ? options.baseType : person.userType,
      addons: kept(addons),
      products: kept(products),
    }),
  };
}

/** Parts of a record, some of which may be nothing: the store leaves those out. */
export function parts(given: {
  readonly [Part in keyof PersonRecord]?: PersonRecord[Part] | undefined;
}): Partial<PersonRecord> {
  return given as Partial<PersonRecord>;
}
