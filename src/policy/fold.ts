import type { Person, RefKind } from '../domain/index.ts';
import { amountOf, holds } from './condition.ts';
import type { SeatUse } from './document.ts';
import { own, rolesOf, toList, type Case } from './facts.ts';
import { needs } from './seats.ts';

/** What the allowed questions of one act would have changed so far. */
export interface Fold {
  /** Differences of the account's counts, by fact: `account.roleCounts.owner`, `account.seats.licensed`. */
  readonly counts: Map<string, number>;
  /** What is different about whom it touched. */
  readonly people: Map<string, Partial<Person>>;
}

/** A link or an event may have the id of a person without being one. */
export const keyOf = (id: string, on: RefKind = 'person'): string => `${on} ${id}`;

/** What an action sets of a person, if its row names it among its needs. */
const PARTS = ['userType', 'addons', 'products', 'subaccountIds'] as const;

/** Writes down what an allowed question would change. */
export function apply(fold: Fold, seats: readonly SeatUse[], c: Case): void {
  const { row, action, change = {}, actor } = c;
  const { membership } = row;
  const { roleId } = change;
  const add = (path: string, by: number) =>
    fold.counts.set(path, (fold.counts.get(path) ?? 0) + by);

  /** Moves someone from what they were to what they are, in the counts and in the overlay. */
  const touch = (person: Person, difference: Partial<Person>) => {
    const before = occupied(person, seats);
    const after = occupied({ ...person, ...difference }, seats);
    for (const path of before) if (!after.has(path)) add(path, -1);
    // The seats taken are those that the question needs, counted below.
    for (const path of after) if (!before.has(path) && !path.includes('.seats.')) add(path, 1);
    const key = keyOf(person.id, row.on);
    fold.people.set(key, { ...fold.people.get(key), ...difference });
  };

  for (const use of seats.filter(({ actions }) => actions.includes(action)))
    for (const { pool, when } of needs(use, c)) {
      const takes = holds(when, c);
      // A seat that may be taken counts as taken; one that a draft leaves open does not.
      if (takes === true || (takes && !c.draft)) add(`account.seats.${pool}`, amountOf(c));
    }

  const person = (row.target ? c.target : actor) as Person | undefined;
  if (membership === 'joins') {
    if (roleId) add(`account.pendingRoleCounts.${roleId}`, amountOf(c));
  } else if (person && membership === 'swaps') {
    touch(person, rolesAs(actor));
    touch(actor, rolesAs(person));
  } else if (person) {
    const names: readonly string[] = [
      ...(row.needs ?? []),
      // Another role may come with other sub-accounts.
      ...(membership === 'changes' ? ['subaccountIds'] : []),
    ];
    const parts = PARTS.filter((part) => names.includes(part) && change[part]);
    touch(person, {
      ...(membership === 'leaves'
        ? { status: action === 'user.suspend' ? 'suspended' : 'deactivated' }
        : Object.fromEntries(parts.map((part) => [part, change[part]]))),
      ...(membership === 'returns' && { status: 'active' }),
      ...(membership === 'changes' && roleId && { roleId, roleIds: [roleId] }),
    });
  }
}

const rolesAs = (person: Person) => ({ roleId: person.roleId, roleIds: rolesOf(person) });

/** The counts of the account that someone adds to. */
function occupied(person: Person, seats: readonly SeatUse[]): Set<string> {
  const held = rolesOf(person);
  // Without a status they are taken for active, so that a limit is never found too late.
  const { status = 'active' } = person;
  const counts = { active: 'roleCounts', pending: 'pendingRoleCounts' }[status as 'active'];
  const pools = ({ pool, among, roles }: SeatUse) =>
    typeof pool === 'object'
      ? held.some((id) => roles?.includes(id))
        ? [pool.name]
        : []
      : toList(own(person, pool.replace('change.', ''))).filter(
          (name) => !among || among.includes(name as string),
        );
  return new Set(
    counts
      ? [
          ...held.map((id) => `account.${counts}.${id}`),
          // A seat is freed only by someone who is known to hold it.
          ...(person.status ? seats.flatMap(pools) : []).map((name) => `account.seats.${name}`),
        ]
      : [],
  );
}
