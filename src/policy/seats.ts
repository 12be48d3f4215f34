import { amountOf, tooMany, type Ground } from './condition.ts';
import type { SeatUse } from './document.ts';
import { countOf, read, toList, type Case } from './facts.ts';
import type { Refusal } from './grounds.ts';

/** A seat that a question takes, for each of its `count`, if the ground holds. */
export interface Need {
  readonly pool: string;
  readonly when: Ground;
}

/** The seats that a question may take: the new ones minus those held. */
export function needs({ pool, among, roles }: SeatUse, c: Case): Need[] {
  const need = (name: string, held: Ground, ...given: readonly Ground[]): Need => ({
    pool: name,
    when: {
      all: [...given, ...(roles ? [{ fact: 'change.roleId', in: roles }] : []), { not: held }],
    },
  });
  if (typeof pool === 'object')
    return [need(pool.name, { fact: 'target.roleIds', overlaps: roles ?? [] })];
  // What is not known yet, and may be anything, comes from a pool that nobody has.
  return [...new Set(among ?? (toList(read(c, pool) ?? '') as string[]))].map((name) =>
    need(
      name,
      { fact: pool.replace('change', 'target'), overlaps: [name] },
      { fact: pool, overlaps: [name] },
    ),
  );
}

/** The refusals of a question for want of seats, one for each pool it takes from. */
export const seatRefusals = (use: SeatUse, c: Case): Refusal[] =>
  needs(use, c).map(({ pool, when }) => {
    const path = `seats.${pool}`;
    const free = Math.max(0, -(countOf(c, path) ?? 0));
    return {
      id: use.id,
      when: { all: [when, tooMany([path], 0, -Infinity)] },
      reason: { key: 'noSeat', params: { pool, needed: amountOf(c), free } },
      remedy: { kind: 'buy', pool },
    };
  });
