import {
  PEOPLE_FIELDS, PERSON_STATUSES, personName,
  type Choice, type FilterOperator, type PeopleField, type PersonRecord,
} from '../../domain/index.ts'; // prettier-ignore
import type { AccountData } from './account-data.ts';

/** What a field holds, which decides how it is compared. */
type Kind = 'text' | 'code' | 'date';

const OPERATORS: Readonly<Record<Kind, readonly FilterOperator[]>> = {
  text: ['eq', 'ne', 'in', 'contains', 'startsWith', 'exists'],
  code: ['eq', 'ne', 'in', 'exists'],
  date: ['lt', 'gt', 'exists'],
};

export interface Field {
  readonly operators: readonly FilterOperator[];
  /** Every value a person has of it; none is an empty list. */
  values(person: PersonRecord): readonly string[];
  /** What it is ordered by: numbers as such, then text by the locale's collation. Blank is `undefined`, and comes last. */
  sortKey(person: PersonRecord): string | number | undefined;
}

/** The fields that people can be sorted and filtered by, for an account as it is now. */
export function fieldsOf(
  account: AccountData,
  roles: readonly string[],
): ReadonlyMap<PeopleField, Field> {
  const rank = (order: readonly string[]) => (id: string) => {
    const at = order.indexOf(id);
    // A role that the policy does not know comes after all that it does, by its id.
    return at < 0 ? id : at;
  };
  const labels = (choices: readonly Choice[] = []) => {
    const byId = new Map(choices.map(({ id, label }) => [id, label ?? id]));
    return (id: string) => byId.get(id) ?? id;
  };

  const known: Readonly<Record<(typeof PEOPLE_FIELDS)[number], Field>> = {
    name: field('text', personName),
    email: field('text', (p) => p.email),
    role: field('code', (p) => p.roleIds ?? p.roleId, rank(roles)),
    userType: field('code', (p) => p.userType),
    status: field('code', (p) => p.status, rank(PERSON_STATUSES)),
    department: field('text', (p) => p.department),
    jobTitle: field('text', (p) => p.jobTitle),
    location: field('text', (p) => p.location),
    manager: field('text', (p) => p.manager),
    group: field('code', (p) => p.groupIds, labels(account.groups)),
    subaccount: field('code', (p) => p.subaccountIds, labels(account.subaccounts?.map(({ id, name }) => ({ id, label: name })))),
    addon: field('code', (p) => p.addons),
    product: field('code', (p) => p.products),
    createdAt: field('date', (p) => p.createdAt),
    lastActiveAt: field('date', (p) => p.lastActiveAt),
    invitedAt: field('date', (p) => p.invitedAt),
    expiresAt: field('date', (p) => p.expiresAt),
  }; // prettier-ignore
  return new Map<PeopleField, Field>([
    ...PEOPLE_FIELDS.map((id) => [id, known[id]] as const),
    ...(account.attributes ?? []).map(
      ({ id }) => [`x-${id}`, field('text', (p) => p.attributes?.[id])] as const,
    ),
  ]);
}

function field(
  kind: Kind,
  read: (person: PersonRecord) => string | readonly string[] | undefined,
  key: (value: string) => string | number = kind === 'date' ? Date.parse : (text) => text,
): Field {
  const values = (person: PersonRecord): readonly string[] => {
    const value = read(person);
    return typeof value === 'object' ? value : value ? [value] : [];
  };
  return {
    operators: OPERATORS[kind],
    values,
    // Someone in several groups is ordered by the first of them.
    sortKey: (person) => {
      const first = values(person)[0];
      const at = first === undefined ? undefined : key(first);
      // A date that is none is as good as blank.
      return Number.isNaN(at) ? undefined : at;
    },
  };
}
