import { actionRegistry, isRef, type ActionRegistry, type Command } from '../../domain/index.ts';
import { invalid } from './fail.ts';

const LISTS = ['subaccountIds', 'addons', 'products', 'rights', 'keep'] as const;
const WORDS = [
  'roleId',
  'userType',
  'fromType',
  'groupId',
  'domain',
  'kind',
  'toId',
  'transferTo',
  'until',
] as const;

/** Refuses a command that is not complete or not of the right shape, before anything is asked or done. */
export function checkCommand(command: Command, own?: ActionRegistry): void {
  const { id, action, target, change = {} } = command;
  if (typeof id !== 'string' || !id) invalid('/id', 'missing');
  const row = actionRegistry(own)[action];

  if (target === undefined) {
    if (row?.target === 'required') invalid('/target', 'missing');
  } else if (isRef(target)) {
    if (typeof target.id !== 'string') invalid('/target/id', 'type');
    if (row?.on && target.kind !== row.on) invalid('/target/kind', 'unknown');
  } else if (row?.on !== 'person') invalid('/target', 'type');

  for (const part of row?.needs ?? [])
    if (change[part] === undefined) invalid(`/change/${part}`, 'missing');
  for (const part of WORDS) {
    if (change[part] !== undefined && typeof change[part] !== 'string')
      invalid(`/change/${part}`, 'type');
  }
  for (const part of LISTS) {
    const list: unknown = change[part];
    if (
      list !== undefined &&
      !(Array.isArray(list) && list.every((one) => typeof one === 'string'))
    ) {
      invalid(`/change/${part}`, 'type');
    }
  }
  const { count, people } = change;
  const values: unknown = change.values;
  if (count !== undefined && !(Number.isInteger(count) && count > 0))
    invalid('/change/count', 'range');
  if (values !== undefined && (typeof values !== 'object' || values === null))
    invalid('/change/values', 'type');
  if (people !== undefined && !(Array.isArray(people) && people.length > 0))
    invalid('/change/people', 'type');
}
