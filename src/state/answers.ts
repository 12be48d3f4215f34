import type { Capabilities } from '../adapter/capabilities.ts';
import { AdapterError } from '../adapter/problem.ts';
import type { AccountSnapshot, RunValue } from '../adapter/port.ts';
import {
  PERSON_STATUSES,
  type Choice,
  type Page,
  type PersonRecord,
  type Subaccount,
} from '../domain/index.ts';

// The types promise what an adapter answers; a foreign backend may not. What is checked here is what
// the kit would otherwise break on, and each complaint names the path and the value.

/** An answer that is not what the port promises. */
export function malformed(path: string, expected: string, value: unknown): AdapterError {
  return new AdapterError({
    kind: 'unknown',
    code: 'malformed',
    title: `Malformed answer: ${path} should be ${expected}, got ${shown(value)}`,
  });
}

function shown(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'string') return `"${value.slice(0, 80)}"`;
  try {
    return JSON.stringify(value).slice(0, 80);
  } catch {
    return `a ${typeof value} that cannot be written down`;
  }
}

type Rec = Record<string, unknown>;

function isObject(value: unknown): value is Rec {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function object(path: string, value: unknown, expected = 'an object'): Rec {
  if (!isObject(value)) throw malformed(path, expected, value);
  return value;
}

function list(path: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw malformed(path, 'a list', value);
  return value;
}

export function words(path: string, value: unknown): void {
  if (!list(path, value).every((one) => typeof one === 'string'))
    throw malformed(path, 'a list of strings', value);
}

export function id(path: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') throw malformed(path, 'a non-empty string', value);
  return value;
}

const LISTS_OF_A_PERSON = [
  'roleIds', 'addons', 'products', 'subaccountIds', 'groupIds', 'ownedFields', 'restricted',
] as const; // prettier-ignore

const DATES_OF_A_PERSON = ['createdAt', 'lastActiveAt', 'invitedAt', 'expiresAt'] as const;

/** Written in any other way, each engine reads a date as it likes, or not at all. */
const ISO = /^\d{4}-\d\d-\d\d(T.+)?$/;

export function date(path: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string' || !ISO.test(value) || Number.isNaN(Date.parse(value)))
    throw malformed(path, 'a date in ISO 8601', value);
}

export function checkPerson(value: unknown, path = 'person()'): PersonRecord {
  const person = object(path, value);
  for (const key of ['id', 'email', 'roleId', 'status']) id(`${path}.${key}`, person[key]);
  if (!(PERSON_STATUSES as readonly unknown[]).includes(person['status']))
    throw malformed(`${path}.status`, `one of ${PERSON_STATUSES.join(', ')}`, person['status']);
  for (const key of LISTS_OF_A_PERSON)
    if (person[key] !== undefined) words(`${path}.${key}`, person[key]);
  for (const key of DATES_OF_A_PERSON) date(`${path}.${key}`, person[key]);
  return value as PersonRecord;
}

function checkSubaccount(value: unknown, path: string): Subaccount {
  const one = object(path, value);
  for (const key of ['id', 'name']) id(`${path}.${key}`, one[key]);
  return value as Subaccount;
}

export function pageOf<T extends { readonly id: string }>(
  value: unknown,
  path: string,
  check: (item: unknown, path: string) => T,
): Page<T> {
  const { items, total, next } = object(path, value, 'a page');
  const ids = new Set<string>();
  list(`${path}.items`, items).forEach((item, index) => {
    const one = check(item, `${path}.items[${index}]`);
    if (ids.has(one.id))
      throw malformed(`${path}.items[${index}].id`, 'unique on its page', one.id);
    ids.add(one.id);
  });
  if (total !== undefined && !(Number.isInteger(total) && (total as number) >= 0))
    throw malformed(`${path}.total`, 'a count', total);
  if (next !== undefined) id(`${path}.next`, next);
  return value as Page<T>;
}

export function checkPage(value: unknown): Page<PersonRecord> {
  return pageOf(value, 'people()', checkPerson);
}

export function checkSubaccounts(value: unknown): Page<Subaccount> {
  return pageOf(value, 'subaccounts()', checkSubaccount);
}

export function checkSnapshot(value: unknown): AccountSnapshot {
  const snapshot = object('account()', value);
  const actor = object('account().actor', snapshot['actor'], 'a person');
  for (const key of ['id', 'roleId']) id(`account().actor.${key}`, actor[key]);
  for (const key of LISTS_OF_A_PERSON)
    if (actor[key] !== undefined) words(`account().actor.${key}`, actor[key]);
  const facts = object('account().facts', snapshot['facts']);
  for (const key of ['roleCounts', 'pendingRoleCounts', 'seats'])
    if (facts[key] !== undefined) object(`account().facts.${key}`, facts[key]);
  if (facts['features'] !== undefined) words('account().facts.features', facts['features']);
  return value as AccountSnapshot;
}

export function checkCapabilities(value: unknown): Capabilities {
  const { commands, people, facts } = object('capabilities()', value);
  object('capabilities().commands', commands);
  const { jump, maxSize, sort, filter } = object('capabilities().people', people);
  if (typeof jump !== 'boolean') throw malformed('capabilities().people.jump', 'a boolean', jump);
  if (!Number.isInteger(maxSize) || (maxSize as number) < 1)
    throw malformed('capabilities().people.maxSize', 'a count from 1', maxSize);
  words('capabilities().people.sort', sort);
  object('capabilities().people.filter', filter);
  words('capabilities().facts', facts);
  return value as Capabilities;
}

export function checkRoles(value: unknown): readonly Choice[] {
  list('roles()', value).forEach((role, index) => {
    id(`roles()[${index}].id`, object(`roles()[${index}]`, role)['id']);
  });
  return value as readonly Choice[];
}

/** @param isOther it is about no person of the account: the holder of a link is none, although they have a role */
export function checkRunValue(value: unknown, isOther = false): RunValue {
  if (value === null) return null;
  const record = object('run()', value, 'a record or null');
  id('run().id', record['id']);
  // Whoever has a sub-account may be told with it, by their address; only a person holds a role.
  return !isOther && ('roleId' in record || ('email' in record && !('name' in record)))
    ? checkPerson(record, 'run()')
    : (value as RunValue);
}
