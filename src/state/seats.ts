import type { AccountFacts, SeatCount } from '../domain/index.ts';

/** A pool of licences or seats as it stands. The same numbers wherever they are shown or decided on. */
export interface SeatState {
  readonly pool: string;
  readonly total: number;
  /** Taken, also by who is invited. What was done since the account was last read is counted already. */
  readonly used: number;
  /** How many of those used are held by invitations; absent: the backend does not tell. */
  readonly pending?: number;
  /** What commands under way would take. */
  readonly reserved: number;
  /** What is left for anybody else: never less than 0. */
  readonly free: number;
}

/** What commands did, or would do, to pools since the account was read. */
export interface SeatChanges {
  /** Seats taken (or, negative, given back) by what was done. */
  readonly settled: ReadonlyMap<string, number>;
  /** Seats that commands under way would take. */
  readonly reserved: ReadonlyMap<string, number>;
}

/** A pool as it stands; one that was not bought is empty. `undefined`: the account's seats are not known. */
export function seatsOf(
  { seats }: AccountFacts,
  pool: string,
  changes?: SeatChanges,
): SeatState | undefined {
  if (!seats) return undefined;
  const { total = 0, used = 0, pending }: Partial<SeatCount> = seats[pool] ?? {};
  const taken = Math.max(0, used + (changes?.settled.get(pool) ?? 0));
  const reserved = changes?.reserved.get(pool) ?? 0;
  return {
    pool,
    total,
    used: taken,
    ...(pending !== undefined && { pending }),
    reserved,
    free: Math.max(0, total - taken - reserved),
  };
}
