import type { RunValue } from '../../adapter/port.ts';
import {
  heldRoles,
  isPersonRecord,
  isRef,
  type ActionDefinition,
  type ActionRegistry,
  type ChangeData,
  type Command,
} from '../../domain/index.ts';
import { heldValue, isTold } from '../held-value.ts';
import type { Thing } from './changes.ts';

/**
 * The command that would undo this one, from the record as it was before. `undefined` where nothing can:
 * the registry knows no inverse, or a part to restore was not known.
 */
export function inverseOf(
  command: Command,
  before: Thing | undefined,
  actions: ActionRegistry,
  id: string,
): Command | undefined {
  const definition = Object.hasOwn(actions, command.action) ? actions[command.action] : undefined;
  const inverse = definition?.inverse;
  if (!inverse || definition.irreversible) return undefined;
  // What it is aimed at, the answer has to tell.
  if (inverse.made) return { id, action: inverse.action };
  if (!before || !isRef(command.target)) return undefined;
  const change: Record<string, unknown> = {};
  for (const part of inverse.restores ?? []) {
    const value = partBefore(part, command, before);
    if (value === undefined) return undefined;
    change[part] = value;
  }
  // Of which kind a group is, stands beside it.
  if ('groupId' in change && command.change?.kind !== undefined)
    change['kind'] = command.change.kind;
  // Who was deactivated, not suspended, is not as before when suspended again.
  const wasDeactivated =
    definition.membership === 'returns' &&
    'status' in before &&
    before.status === 'deactivated' &&
    'user.deactivate' in actions;
  return {
    id,
    action: wasDeactivated ? 'user.deactivate' : inverse.action,
    target: { kind: command.target.kind, id: command.target.id },
    ...(inverse.restores && { change }),
  };
}

/** The undoing, aimed at what the command has made where that is what it undoes; `undefined`: nobody says what that is. */
export function aimed(
  inverse: Command,
  value: RunValue,
  definition: ActionDefinition | undefined,
): Command | undefined {
  const kind = definition?.inverse?.made;
  if (!kind || inverse.target) return inverse;
  return value ? { ...inverse, target: { kind, id: value.id } } : undefined;
}

function partBefore(
  part: keyof ChangeData,
  { action, change = {} }: Command,
  before: Thing,
): unknown {
  if (part === 'values') {
    const fields = Object.keys(change.values ?? {});
    if (!fields.every((field) => isTold(before, field))) return undefined;
    return Object.fromEntries(fields.map((field) => [field, heldValue(before, field) ?? null]));
  }
  // Of anything but somebody, only values are ever restored.
  if (!('roleId' in before)) return undefined;
  if (part === 'rights') {
    // Taken away or given back one by one: only those that it made a difference to.
    const had = before.restricted ?? [];
    const took = action === 'role.restrict';
    const changed = change.rights?.filter((right) => had.includes(right) !== took);
    return changed?.length ? changed : undefined;
  }
  // A change gives one role; whoever held several would be left with the first.
  if (part === 'roleId' && heldRoles(before).length > 1) return undefined;
  if (part === 'groupId') {
    if (!isPersonRecord(before)) return undefined;
    const groups = change.kind === 'chat' ? before.chatGroupIds : before.groupIds;
    return groups?.length === 1 ? groups[0] : undefined;
  }
  // Lists that are absent are empty; any other absent part cannot be restored.
  return heldValue(before, part) ?? (Array.isArray(change[part]) ? [] : undefined);
}
