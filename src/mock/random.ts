/** Numbers that look random and are the same for the same seed, on every engine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** Whole, from 0 up to, not including, `below`. */
  int(below: number): number;
  /** True this often: 0 never, 1 always. */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of many, as often as its weight says. */
  weighted<T>(list: readonly (readonly [weight: number, value: T])[]): T;
}

/** Mulberry32: one 32-bit state, good enough to make people up. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (list) => list[int(list.length)] as (typeof list)[number],
    weighted: (list) => {
      let left = next() * list.reduce((sum, [weight]) => sum + weight, 0);
      const found = list.find(([weight]) => (left -= weight) < 0) ?? list[0];
      if (!found) throw new RangeError('Nothing to choose from');
      return found[1];
    },
  };
}
