import type { ActionShape, Membership } from '../domain/index.ts';
import { atMost, tooMany, type Ground } from './condition.ts';
import type { Reason, Remedy, RoleDef } from './document.ts';
import { rolesOf } from './facts.ts';

/** One ground for refusing an action: a rule of the document, a limit, a lack of seats, or a built-in one. */
export interface Refusal {
  readonly id: string;
  readonly rank?: number;
  readonly when: Ground;
  readonly reason: Reason;
  readonly remedy?: Remedy;
}

/** What nobody registered is refused, whatever the document says. */
export const unknownAction = (action: string): Refusal => ({
  id: 'builtin/unknown-action',
  rank: 200,
  when: true,
  reason: { key: 'unknownAction', params: { action } },
});

const holdsNoneOf =
  (ids: readonly string[]): Ground =>
  ({ actor }) =>
    !rolesOf(actor).some((id) => ids.includes(id));

/** What every document refuses. */
export const builtIns = (
  action: string,
  known: readonly string[],
  granting: readonly string[],
): Refusal[] => [
  {
    id: 'builtin/unknown-role',
    rank: 200,
    when: holdsNoneOf(known),
    reason: { key: 'unknownRole', params: { role: { fact: 'actor.roleId' } } },
  },
  {
    id: 'builtin/unknown-role',
    rank: 200,
    when: ({ change }) => change?.roleId !== undefined && !known.includes(change.roleId),
    reason: { key: 'unknownRole', params: { role: { fact: 'change.roleId' } } },
  },
  {
    id: 'builtin/not-active',
    rank: 100,
    when: { not: { fact: 'actor.status', is: 'active' } },
    reason: { key: 'notActive' },
  },
  {
    id: 'builtin/restricted',
    rank: 100,
    when: { fact: 'actor.restricted', overlaps: [action] },
    reason: { key: 'restricted' },
  },
  {
    id: 'builtin/no-permission',
    rank: 50,
    when: holdsNoneOf(granting),
    reason: { key: 'noPermission' },
    remedy: { kind: 'ask' },
  },
];

/** How people come to hold a role, or cease to, by an action: what has to be so for this one to count. */
type Moves = Partial<
  Record<Membership, { readonly loses?: readonly Ground[]; readonly gains?: readonly Ground[] }>
>;

/** How many must and may hold a role, as refusals of an action that moves people in or out of roles. */
export function limits({ id, min, max }: RoleDef, row: ActionShape): Refusal[] {
  // Only an action that has no target at all is about the actor; an account-wide one names nobody.
  const who = row.target ? 'target' : 'actor';
  const count = `roleCounts.${id}`;
  const given = { fact: 'change.roleId', is: id };
  const held = { fact: `${who}.roleIds`, overlaps: [id] };
  const active = { fact: `${who}.status`, is: 'active' };
  const moves: Moves = {
    joins: { gains: [given] },
    changes: { loses: [held, { not: given }], gains: [given, { not: held }] },
    leaves: { loses: [held] },
    returns: { gains: [held, { not: active }] },
  };
  const { loses, gains } = (row.membership && moves[row.membership]) ?? {};
  const found: Refusal[] = [];
  if (min !== undefined && loses)
    found.push({
      id: `${id}/min`,
      when: { all: [...loses, active, atMost(count, min)] },
      reason: { key: 'roleMin', params: { role: id, min } },
    });
  if (max !== undefined && gains)
    found.push({
      id: `${id}/max`,
      when: {
        all: [...gains, tooMany([count, `pendingRoleCounts.${id}`], max, 0)],
      },
      reason: { key: 'roleMax', params: { role: id, max } },
    });
  return found;
}
