import type { EventLink, EventRecord, PersonRecord, Subaccount } from '../domain/index.ts';

type Holder = PersonRecord | Subaccount | EventLink | EventRecord;

/** What a record holds under the name of a field that an edit sets: its own, or a custom attribute (`x-…`). */
export function heldValue(record: Holder, field: string): unknown {
  const held = record as Partial<PersonRecord> & Record<string, unknown>;
  return field.startsWith('x-') ? held.attributes?.[field.slice(2)] : held[field];
}

/** Fields that records tell. Absent, they are empty; what is not among them cannot be known from a record. */
const TOLD = [
  'firstName', 'lastName', 'displayName', 'email', 'department', 'manager', 'jobTitle', 'location',
]; // prettier-ignore

/** Whether a record tells this field, so that what it holds can be compared and restored. A password is not told. */
export function isTold(record: Holder, field: string): boolean {
  return field.startsWith('x-') || TOLD.includes(field) || heldValue(record, field) !== undefined;
}
