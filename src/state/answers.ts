import { AdapterError } from '../adapter/problem.ts';
import type { AccountSnapshot, RunValue } from '../adapter/port.ts';
import type { Page, PersonRecord } from '../domain/index.ts';

// The types promise what an adapter answers; a foreign backend may not. What is checked here is what
// the kit would otherwise break on, and each complaint names the path and the value.

function malformed(path: string, expected: string, value: unknown): AdapterError {
  const shown =
    value === null || typeof value !== 'object'
      ? `${String(value)} (${typeof value})`
      : JSON.stringify(value).slice(0, 80);
  return new AdapterError({
    kind: 'unknown',
    code: 'malformed',
    title: `Malformed answer: ${path} should be ${expected}, got ${shown}`,
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkId(path: string, value: unknown): void {
  if (typeof value !== 'string' || value === '') throw malformed(path, 'a non-empty string', value);
}

export function checkPerson(value: unknown, path = 'person()'): PersonRecord {
  if (!isObject(value)) throw malformed(path, 'an object', value);
  for (const key of ['id', 'email', 'roleId', 'status']) checkId(`${path}.${key}`, value[key]);
  for (const key of [
    'roleIds',
    'addons',
    'products',
    'subaccountIds',
    'groupIds',
    'ownedFields',
    'restricted',
  ]) {
    if (value[key] !== undefined && !Array.isArray(value[key]))
      throw malformed(`${path}.${key}`, 'a list', value[key]);
  }
  return value as unknown as PersonRecord;
}

export function checkPage(value: unknown): Page<PersonRecord> {
  if (!isObject(value)) throw malformed('people()', 'a page', value);
  const { items, total } = value;
  if (!Array.isArray(items)) throw malformed('people().items', 'a list', items);
  if (total !== undefined && !(Number.isInteger(total) && (total as number) >= 0))
    throw malformed('people().total', 'a count', total);
  const ids = new Set<string>();
  items.forEach((item: unknown, index) => {
    const { id } = checkPerson(item, `people().items[${index}]`);
    if (ids.has(id)) throw malformed(`people().items[${index}].id`, 'unique on its page', id);
    ids.add(id);
  });
  return value as unknown as Page<PersonRecord>;
}

export function checkSnapshot(value: unknown): AccountSnapshot {
  if (!isObject(value)) throw malformed('account()', 'an object', value);
  if (!isObject(value['actor'])) throw malformed('account().actor', 'a person', value['actor']);
  checkId('account().actor.id', value['actor']['id']);
  checkId('account().actor.roleId', value['actor']['roleId']);
  if (!isObject(value['facts'])) throw malformed('account().facts', 'an object', value['facts']);
  return value as unknown as AccountSnapshot;
}

export function checkRunValue(value: unknown): RunValue {
  if (value === null) return null;
  if (!isObject(value)) throw malformed('run()', 'a record or null', value);
  checkId('run().id', value['id']);
  return ('email' in value ? checkPerson(value, 'run()') : value) as RunValue;
}
