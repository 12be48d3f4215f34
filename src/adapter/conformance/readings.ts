import { personName, type PeopleField, type PersonRecord } from '../../domain/index.ts';

/** How values of a field compare: text by collation, a code by being the same, a date by its moment. */
export type FieldKind = 'text' | 'code' | 'date';

export function kindOf(field: PeopleField): FieldKind {
  if (field.endsWith('At')) return 'date';
  const codes: readonly PeopleField[] = [
    'role',
    'userType',
    'status',
    'group',
    'subaccount',
    'addon',
    'product',
  ];
  return codes.includes(field) ? 'code' : 'text';
}

/** What a record says under a field. Several readings where a backend may fairly mean either. */
export function readingsOf(
  field: PeopleField,
): readonly ((person: PersonRecord) => readonly string[])[] {
  const one = (read: (person: PersonRecord) => string | undefined) => (person: PersonRecord) =>
    listOf(read(person));
  const many =
    (read: (person: PersonRecord) => readonly string[] | undefined) => (person: PersonRecord) =>
      read(person) ?? [];
  switch (field) {
    case 'name': return [
      one(personName),
      one(({ lastName = '', firstName = '' }) => `${lastName} ${firstName}`.trim()),
      one(({ firstName = '', lastName = '' }) => `${firstName} ${lastName}`.trim()),
      ({ displayName, firstName, lastName }) => [displayName, firstName, lastName].flatMap(listOf),
    ];
    case 'role': return [many((person) => person.roleIds ?? [person.roleId])];
    case 'group': return [many(({ groupIds }) => groupIds)];
    case 'subaccount': return [many(({ subaccountIds }) => subaccountIds)];
    case 'addon': return [many(({ addons }) => addons)];
    case 'product': return [many(({ products }) => products)];
    default:
      if (field.startsWith('x-')) return [one(({ attributes }) => attributes?.[field.slice(2)])];
      return [one((person) => person[field as 'email'])];
  } // prettier-ignore
}

function listOf(value: string | undefined): readonly string[] {
  return value ? [value] : [];
}
