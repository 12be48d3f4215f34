import type { ActionDefinition, Command, PersonRecord } from '../domain/index.ts';

/**
 * Whether a record, read after the answer to a write was lost, shows that the write was done.
 * `undefined`: the record cannot tell.
 *
 * @param person `null`: the record is gone
 */
export function shows(
  command: Command,
  action: ActionDefinition | undefined,
  person: PersonRecord | null,
): boolean | undefined {
  if (action?.membership === 'leaves')
    return person === null || person.status === 'suspended' || person.status === 'deactivated';
  if (person === null) return undefined;
  if (action?.membership === 'returns') return person.status === 'active';
  const wanted = Object.entries({ ...command.change?.values, ...partsOf(command) });
  if (wanted.length === 0) return undefined;
  return wanted.every(([key, value]) =>
    same((person as unknown as Record<string, unknown>)[key], value),
  );
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
  if (!Array.isArray(wanted)) return (held ?? '') === (wanted ?? '');
  const list = Array.isArray(held) ? held : [];
  return list.length === wanted.length && wanted.every((item) => list.includes(item));
}
