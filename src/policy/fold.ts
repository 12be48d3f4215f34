import type { Person, RefKind } from '../domain/index.ts';
import { amountOf, holds } from './condition.ts';
import type { SeatUse } from './document.ts';
import { own, rolesOf, toList, type Case } from './facts.ts';
import type { Fold } from './folded.ts';
import { needs } from './seats.ts';

/** A link or an event may have the id of a person without being one. */
export const keyOf = (id: unknown, on: RefKind = 'person'): string => `${on} ${String(id)}`;

/** What an action sets of a person, if its row names it among its needs. */
const PARTS = ['userType', 'addons', 'products', 'subaccountIds'] as const;

/** Writes down what an allowed question would change. */
export function apply(fold: Fold, seats: readonly SeatUse[], c: Case): void {
  const { row, action, change } = c;
  const { membership } = row;
  const roleId = change?.roleId;
  const add = (path: string, by: number) =>
    fold.counts.set(path, (fold.counts.get(path) ?? 0) + by);

  for (const use of seats.filter(({ actions }) => actions.includes(action)))
    for (const { pool, when } of needs(use, c)) {
      const takes = holds(when, c);
      // A seat that may be taken counts as taken; one that a draft leaves open does not.
      if (takes === true || (takes && !c.draft)) add(`seats.${pool}`, amountOf(c));
    }

  if (membership === 'joins') {
    if (roleId) add(`pendingRoleCounts.${roleId}`, amountOf(c));
    return;
  }
  for (const [person, difference] of touched(c)) {
    const before = occupied(person, seats);
    const after = occupied({ ...person, ...difference }, seats);
    for (const path of before) if (!after.has(path)) add(path, -1);
    // The seats taken are those that the question needs, counted above.
    for (const path of after) if (!before.has(path) && !path.startsWith('seats')) add(path, 1);
    const key = keyOf(person.id, row.on);
    fold.people.set(key, { ...fold.people.get(key), ...difference });
  }
}

/** Whom an allowed question changes, and how. */
function touched({ row, action, change = {}, target, actor }: Case): [Person, Partial<Person>][] {
  const { membership, needs: named } = row;
  const { roleId } = change;
  const person = (row.target ? target : actor) as Person | undefined;
  if (!person) return [];
  const rolesAs = (one: Person) => ({ roleId: one.roleId, roleIds: rolesOf(one) });
  if (membership === 'swaps')
    // With someone whose roles nobody knows, or what is no person, there is nothing to exchange.
    return rolesOf(person).length === 0
      ? []
      : [
          [person, rolesAs(actor)],
          [actor, rolesAs(person)],
        ];
  const changes = membership === 'changes';
  const parts = PARTS.filter(
    // Another role may come with other sub-accounts.
    (part) => (named?.includes(part) || (changes && part === 'subaccountIds')) && change[part],
  );
  const status = {
    leaves: action === 'user.suspend' ? 'suspended' : 'deactivated',
    returns: 'active',
  }[membership as 'leaves'] as Person['status'];
  const difference = {
    ...Object.fromEntries(parts.map((part) => [part, change[part]])),
    ...(status && { status }),
    ...(changes && roleId && { roleId, roleIds: [roleId] }),
  };
  return [[person, difference]];
}

/** The counts of the account that someone adds to. */
function occupied(person: Person, seats: readonly SeatUse[]): Set<string> {
  const held = rolesOf(person);
  // Without a status they are taken for active, so that a limit is never found too late.
  const { status = 'active' } = person;
  const counts = { active: 'roleCounts', pending: 'pendingRoleCounts' }[status as 'active'];
  const poolsOf = ({ pool, among, roles }: SeatUse) => {
    if (typeof pool === 'object') return held.some((id) => roles?.includes(id)) ? [pool.name] : [];
    const names = toList(own(person, pool.replace('change.', ''))) as readonly string[];
    return names.filter((name) => !among || among.includes(name));
  };
  // A seat is freed only by someone who is known to hold it.
  const pools = person.status ? seats.flatMap(poolsOf) : [];
  return new Set(
    counts ? [...held.map((id) => `${counts}.${id}`), ...pools.map((name) => `seats.${name}`)] : [],
  );
}
