import { PERSON_STATUSES, type Person, type PersonRecord } from '../../domain/index.ts';
import { frozen } from '../frozen.ts';
import { malformed } from '../malformed.ts';

const IDS = ['id', 'roleId'] as const;
const ID_LISTS = ['roleIds', 'groupIds', 'chatGroupIds', 'subaccountIds', 'addons', 'products'] as const; // prettier-ignore
const DATES = ['createdAt', 'lastActiveAt', 'invitedAt', 'expiresAt'] as const;
const TEXTS = ['email', 'firstName', 'lastName', 'displayName', 'avatarUrl', 'department', 'manager', 'jobTitle', 'location', 'userType', 'version'] as const; // prettier-ignore

/** A day, or a moment with its offset; anything else is read differently from one engine to the next. */
const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/;

type Fields = Record<string, unknown>;

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * An id as a text.
 *
 * @throws AdapterError if it is none, or a number that has lost digits on its way
 */
export function idOf(value: unknown, path: string): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw malformed(`${path} is a number that has lost digits; it has to be sent as a text`);
    return String(value);
  }
  if (typeof value !== 'string' || value === '') throw malformed(`${path} should be an id`);
  return value;
}

/** Ids and dates as the kit has them, without what there is nothing of. */
function normal(given: unknown, path: string): Fields {
  if (!isObject(given)) throw malformed(`${path} should be an object`);
  const fields: Fields = {};
  for (const [key, value] of Object.entries(given))
    if (value !== null && value !== undefined) fields[key] = value;
  for (const key of IDS) if (key in fields) fields[key] = idOf(fields[key], `${path}.${key}`);
  for (const key of ID_LISTS) {
    const list = fields[key];
    if (list === undefined) continue;
    if (!Array.isArray(list)) throw malformed(`${path}.${key} should be a list`);
    fields[key] = list.map((one) => idOf(one, `${path}.${key}`));
  }
  for (const key of DATES) if (key in fields) fields[key] = dateOf(fields[key], `${path}.${key}`);
  return fields;
}

function dateOf(value: unknown, path: string): string {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  if (typeof value !== 'string' || !ISO.test(value) || Number.isNaN(Date.parse(value)))
    throw malformed(`${path} should be a moment in ISO 8601, with its offset, or a Date`);
  return value;
}

/** A person as the kit has them. */
export function personOf(given: unknown, path: string): PersonRecord {
  const fields = normal(given, path);
  for (const key of ['id', 'email', 'roleId'])
    if (!fields[key]) throw malformed(`${path}.${key} is missing`);
  for (const key of TEXTS)
    if (key in fields && typeof fields[key] !== 'string')
      throw malformed(`${path}.${key} should be a text`);
  if (!(PERSON_STATUSES as readonly unknown[]).includes(fields['status']))
    throw malformed(`${path}.status should be one of ${PERSON_STATUSES.join(', ')}`);
  return frozen(fields) as unknown as PersonRecord;
}

/** Who is signed in, as the rules see them. */
export function actorOf(given: unknown, path: string): Person {
  const fields = normal(given, path);
  for (const key of ['id', 'roleId'])
    if (!fields[key]) throw malformed(`${path}.${key} is missing`);
  return frozen(fields) as unknown as Person;
}

interface Thing {
  readonly id: string;
}

/** Something with an id that is more than that to others: a group, a sub-account, a role. */
export function thingOf(given: unknown, path: string): Thing {
  const fields = normal(given, path);
  if (!fields['id']) throw malformed(`${path}.id is missing`);
  return frozen(fields) as unknown as Thing;
}

/** A list of such things. */
export function thingsOf(given: unknown, path: string): readonly Thing[] {
  if (!Array.isArray(given)) throw malformed(`${path} should be a list`);
  return frozen(given.map((one, i) => thingOf(one, `${path}[${i}]`)));
}
