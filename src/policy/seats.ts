import { amountOf, tooMany, type Ground } from './condition.ts';
import type { SeatUse } from './document.ts';
import { read, toList, type Case } from './facts.ts';
import type { Refusal } from './grounds.ts';

/** A seat that a question takes, for each of its `count`, if the ground holds. */
export interface Need {
  readonly pool: string;
  readonly when: Ground;
}

/** The seats that a question may take: the new ones minus those held. */
export function needs({ pool, among, roles }: SeatUse, c: Case): Need[] {
  const byRole: Ground = roles ? { fact: 'target.roleIds', overlaps: roles } : { any: [] };
  const given = roles ? { fact: 'change.roleId', in: roles } : true;
  const need = (name: string, known: Ground, held: Ground): Need => ({
    pool: name,
    when: { all: [given, known, { not: held }] },
  });
  if (typeof pool === 'object') return [need(pool.name, true, byRole)];
  const value = read(c, pool);
  const held = pool.replace('change', 'target');
  // What is not known yet may be any of the values that take a seat.
  const known = value !== undefined || (() => [pool]);
  const names = value === undefined ? (among ?? ['']) : (toList(value) as string[]);
  return [...new Set(names)]
    .filter((name) => !among || among.includes(name))
    .map((name) => need(name, known, { fact: held, overlaps: [name] }));
}

/** The refusals of a question for want of seats, one for each pool it takes from. */
export const seatRefusals = (use: SeatUse, c: Case): Refusal[] =>
  needs(use, c).map(({ pool, when }) => {
    const path = `account.seats.${pool}`;
    const free = Math.max(0, -(read(c, path) as number));
    return {
      id: use.id,
      when: { all: [when, tooMany([path], 0, -Infinity)] },
      reason: { key: 'noSeat', params: { pool, needed: amountOf(c), free } },
      remedy: { kind: 'buy', pool },
    };
  });
