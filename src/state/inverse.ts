import { isRef, type ActionRegistry, type Command, type PersonRecord } from '../domain/index.ts';

/**
 * The command that would undo this one, from the record as it was before. `undefined` where nothing can:
 * the registry knows no inverse, or a part to restore was not known.
 */
export function inverseOf(
  command: Command,
  before: PersonRecord | undefined,
  actions: ActionRegistry,
  id: string,
): Command | undefined {
  const inverse = Object.hasOwn(actions, command.action)
    ? actions[command.action]?.inverse
    : undefined;
  if (!inverse || !before || !isRef(command.target)) return undefined;
  const held = before as unknown as Record<string, unknown>;
  const change: Record<string, unknown> = {};
  for (const part of inverse.restores ?? []) {
    if (part === 'values') {
      change['values'] = Object.fromEntries(
        Object.keys(command.change?.values ?? {}).map((field) => [field, held[field] ?? null]),
      );
    } else {
      // Lists that are absent are empty; any other absent part cannot be restored.
      const value = held[part] ?? (Array.isArray(command.change?.[part]) ? [] : undefined);
      if (value === undefined) return undefined;
      change[part] = value;
    }
  }
  return {
    id,
    action: inverse.action,
    target: { kind: command.target.kind, id: command.target.id },
    ...(inverse.restores && { change }),
  };
}
