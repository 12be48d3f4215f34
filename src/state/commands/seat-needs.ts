import type { Command, Person, PersonRecord } from '../../domain/index.ts';
import { heldRoles } from '../../domain/index.ts';
import type { PolicyDocument } from '../../policy/index.ts';

type SeatUse = NonNullable<PolicyDocument['seats']>[number];

/** Where seats come from: the policy's uses of seats, or, without a policy, whatever a pool is named after. */
export type SeatUses = readonly (Omit<SeatUse, 'id' | 'actions'> & {
  /** Absent: every action. */
  readonly actions?: readonly string[];
})[];

/** The uses of an account without a policy: a user type, an add-on or a product that a pool bears the name of. */
export function usesByName(pools: readonly string[]): SeatUses {
  return [
    { pool: 'change.userType', among: pools },
    { pool: 'change.addons', among: pools },
    { pool: 'change.products', among: pools },
  ];
}

/**
 * The seats that a command would take, by pool: the new ones minus those held, for each of the people it adds.
 *
 * @param target whom it is about, as far as they are known; a seat that they may hold already counts as taken
 */
export function seatsTaken(
  { action, change = {} }: Command,
  uses: SeatUses,
  target: Person | undefined,
): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  const count = change.people?.length ?? change.count ?? 1;
  for (const { actions, among, pool, roles } of uses) {
    if (actions && !actions.includes(action)) continue;
    if (roles && !roles.includes(change.roleId ?? '')) continue;
    if (typeof pool === 'object') {
      const holds = target && heldRoles(target).some((role) => roles?.includes(role));
      if (!holds) taken.set(pool.name, count);
      continue;
    }
    const part = partOf(pool);
    const held = listOf(target?.[part]);
    for (const name of listOf(change[part]))
      if ((!among || among.includes(name)) && !held.includes(name)) taken.set(name, count);
  }
  return taken;
}

/** The pools that someone takes a seat from. Who is suspended or deactivated takes none. */
export function seatsHeld(person: PersonRecord, uses: SeatUses): ReadonlySet<string> {
  if (person.status !== 'active' && person.status !== 'pending') return new Set();
  const names = uses.flatMap(({ among, pool, roles }) => {
    if (typeof pool === 'object')
      return heldRoles(person).some((role) => roles?.includes(role)) ? [pool.name] : [];
    return listOf(person[partOf(pool)]).filter((name) => !among || among.includes(name));
  });
  return new Set(names);
}

function partOf(pool: 'change.userType' | 'change.addons' | 'change.products') {
  return pool.slice('change.'.length) as 'userType' | 'addons' | 'products';
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}
