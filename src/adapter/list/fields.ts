import {
  PEOPLE_FIELDS, PERSON_STATUSES, personName,
  type FilterOperator, type PeopleField, type PersonRecord,
} from '../../domain/index.ts'; // prettier-ignore

export interface Field {
  readonly operators: readonly FilterOperator[];
  /** Every value a person has of it; none is an empty list. */
  values(person: PersonRecord): readonly string[];
  /** What it is ordered by: numbers as such, then text by the locale's collation. Blank is `undefined`, and comes last. */
  sortKey(person: PersonRecord): string | number | undefined;
}

type Read = (person: PersonRecord) => string | readonly string[] | undefined;
/** What a code is ordered by: a place in an order, or the words people know it by. */
type Order = (code: string) => string | number;

const DATE: readonly FilterOperator[] = ['lt', 'gt', 'exists'];
const CODE: readonly FilterOperator[] = ['eq', 'ne', 'in', 'exists'];
const TEXT: readonly FilterOperator[] = [...CODE, 'contains', 'startsWith'];

/** Something with the words that people know it by. */
interface Named {
  readonly id: string;
  readonly label?: string;
  readonly name?: string;
}

/** What codes are ordered by the names of, and which fields there are beside the kit's own. */
export interface FieldNames {
  readonly groups?: readonly Named[];
  readonly subaccounts?: readonly Named[];
  readonly attributes?: readonly { readonly id: string }[];
}

/** The fields that people can be sorted and filtered by, for an account as it is now. */
export function fieldsOf(
  { groups, subaccounts, attributes = [] }: FieldNames,
  roles: readonly string[],
): ReadonlyMap<PeopleField, Field> {
  // A role that the policy does not know comes after all that it does, by its id.
  const place =
    (order: readonly string[]): Order =>
    (id) =>
      order.includes(id) ? order.indexOf(id) : id;
  const named = (all: readonly Named[] = []): Order => {
    const names = new Map(all.map(({ id, label, name }) => [id, label ?? name]));
    return (id) => names.get(id) ?? id;
  };
  const codes: Readonly<Record<string, readonly [Read, Order?]>> = {
    role: [(person) => person.roleIds ?? person.roleId, place(roles)],
    status: [(person) => person.status, place(PERSON_STATUSES)],
    userType: [(person) => person.userType],
    group: [(person) => person.groupIds, named(groups)],
    subaccount: [(person) => person.subaccountIds, named(subaccounts)],
    addon: [(person) => person.addons],
    product: [(person) => person.products],
  };
  const known = (id: PeopleField): Field => {
    if (id === 'name') return field(TEXT, personName);
    const [read, order] = codes[id] ?? [];
    if (read) return field(CODE, read, order);
    if (id.startsWith('x-')) return field(TEXT, (person) => person.attributes?.[id.slice(2)]);
    // The rest are named as the record names them.
    const own: Read = (person) => person[id as 'email'];
    return id.endsWith('At') ? field(DATE, own, Date.parse) : field(TEXT, own);
  };
  const ids = [...PEOPLE_FIELDS, ...attributes.map(({ id }) => `x-${id}` as const)];
  return new Map(ids.map((id) => [id, known(id)]));
}

function field(
  operators: readonly FilterOperator[],
  read: Read,
  order: Order = (text) => text,
): Field {
  const values = (person: PersonRecord): readonly string[] => {
    const value = read(person) || [];
    return typeof value === 'string' ? [value] : value;
  };
  return {
    operators,
    values,
    sortKey: (person) => {
      // Someone in several groups is ordered by the first of them.
      const [first] = values(person);
      const key = first && order(first);
      // A date that is none is as good as blank.
      return Number.isNaN(key) ? undefined : key;
    },
  };
}
