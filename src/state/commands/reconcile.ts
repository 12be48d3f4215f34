import {
  heldRoles,
  type ActionDefinition,
  type Command,
  type PersonRecord,
} from '../../domain/index.ts';
import { heldValue, isTold } from '../held-value.ts';

/**
 * Whether a record, read after the answer to a write was lost, shows that the write was done.
 * `undefined`: the record cannot tell.
 *
 * @param person `null`: the record is gone
 * @param before the record as it was when the write was sent
 */
export function shows(
  command: Command,
  action: ActionDefinition | undefined,
  person: PersonRecord | null,
  before: PersonRecord | undefined,
): boolean | undefined {
  if (action?.membership === 'leaves') {
    if (person === null) return true;
    // Who is merely suspended was not deleted.
    return !takesAway(action) && (person.status === 'suspended' || person.status === 'deactivated');
  }
  if (person === null) return undefined;
  if (action?.membership === 'returns') return person.status === 'active';
  const wanted = Object.entries({ ...command.change?.values, ...partsOf(command) });
  const isTelling = wanted.length > 0 && wanted.every(([field]) => isTold(person, field));
  if (isTelling && wanted.every(([field, value]) => same(heldValue(person, field), value)))
    return true;
  if (person.version !== undefined && before?.version !== undefined) {
    // It was changed to something else: by someone later, or not at all by this.
    return person.version === before.version ? false : undefined;
  }
  return isTelling ? false : undefined;
}

/** Whether a command, were it sent to someone as they are now, would leave them so. What a record does not tell would change. */
export function isUnchanged(
  command: Command,
  action: ActionDefinition | undefined,
  person: PersonRecord,
): boolean {
  if (action?.membership === 'leaves') {
    const left = command.action === 'user.suspend' ? 'suspended' : 'deactivated';
    return !takesAway(action) && person.status === left;
  }
  // Of several roles one would be left.
  if (command.change?.roleId !== undefined && heldRoles(person).length > 1) return false;
  return shows(command, action, person, undefined) === true;
}

/** Whether the action takes the record away rather than change it: then the whole list is read again. */
function takesAway({ invalidates }: ActionDefinition): boolean {
  return invalidates?.includes('people') ?? false;
}

/** The parts of a change that stand in a record under their own name. */
function partsOf({ change }: Command): Record<string, unknown> {
  const { roleId, userType, addons, products, subaccountIds } = change ?? {};
  return Object.fromEntries(
    Object.entries({ roleId, userType, addons, products, subaccountIds }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

function same(held: unknown, wanted: unknown): boolean {
  if (!Array.isArray(wanted)) return text(held) === text(wanted);
  const list: readonly unknown[] = Array.isArray(held) ? held : [];
  return list.length === wanted.length && wanted.every((item) => list.includes(item));
}

/** A value as a backend may have stored it: trimmed, composed, and nothing for an empty one. */
function text(value: unknown): unknown {
  return typeof value === 'string' ? value.trim().normalize('NFC') : (value ?? '');
}
