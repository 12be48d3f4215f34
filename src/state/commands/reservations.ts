import {
  isPersonRecord,
  isRef,
  type AccountFacts,
  type Command,
  type PersonRecord,
} from '../../domain/index.ts';
import type { Policy } from '../../policy/index.ts';
import type { Activities } from '../activities.ts';
import { isPending, type Outcome } from '../outcome.ts';
import { seatsOf, type SeatChanges } from '../seats.ts';
import { seatsHeld, seatsTaken, usesByName, type SeatUses } from './seat-needs.ts';

export interface ReservationsSource {
  readonly activities: Activities;
  readonly policy: Policy | undefined;
  readonly facts: () => AccountFacts | undefined;
  /** Someone as far as they are known. */
  readonly find: (id: string) => PersonRecord | undefined;
}

/**
 * What commands do to pools before the account is read again: those under way reserve what they would take, those done
 * have taken it or given it back.
 */
export class Reservations {
  readonly #source: ReservationsSource;
  readonly #settled = new Map<string, number>();
  /** Commands that were done and still show as under way: they are counted as done. */
  readonly #done = new Set<string>();
  /** What each command under way would take, in the order in which they came. */
  readonly #byCommand = new Map<string, Seats>();
  /** The sum of it: every row of a table asks, on every render. */
  readonly #reserved = new Map<string, number>();

  constructor(source: ReservationsSource) {
    this.#source = source;
  }

  /**
   * The facts as a policy is to see them: with what was done, and what is promised to commands under way, as taken.
   *
   * @param deciding commands that are being decided: they do not stand in their own way, nor does what came after them
   */
  facts(facts: AccountFacts, deciding: readonly Command[] = []): AccountFacts {
    const changes = this.changes(deciding);
    const pools = new Set([...changes.settled.keys(), ...changes.reserved.keys()]);
    if (!facts.seats || pools.size === 0) return facts;
    const seats = { ...facts.seats };
    for (const pool of pools) {
      const state = seatsOf(facts, pool, changes);
      if (state)
        seats[pool] = { ...seats[pool], total: state.total, used: state.used + state.reserved };
    }
    return { ...facts, seats };
  }

  /** What was done, and what is promised to commands under way before these. */
  changes(deciding: readonly Command[] = []): SeatChanges {
    this.#catchUp();
    const first = deciding.length > 0 ? this.#reservedBefore(deciding) : this.#reserved;
    return { settled: this.#settled, reserved: first };
  }

  /** A command was done: what it did to pools counts from now on. */
  done(
    { command, value }: Outcome & { status: 'done' },
    before: PersonRecord | undefined,
    isGone: boolean,
  ): void {
    this.#catchUp();
    if (!this.#done.has(command.id)) this.#count(command.id, -1);
    this.#done.add(command.id);
    const uses = this.#uses();
    const after = value && isPersonRecord(value) ? value : undefined;
    if (before && (after?.id === before.id || isGone)) {
      for (const pool of seatsHeld(before, uses)) add(this.#settled, pool, -1);
      if (after) for (const pool of seatsHeld(after, uses)) add(this.#settled, pool, 1);
    } else
      for (const [pool, count] of seatsTaken(command, uses, before))
        add(this.#settled, pool, count);
    for (const [pool, count] of this.#settled) if (count === 0) this.#settled.delete(pool);
  }

  /** The account was read, and tells of everything that was done. */
  known(): void {
    this.#settled.clear();
  }

  /** First come, first served: what came later does not stand in the way of what was there. */
  #reservedBefore(deciding: readonly Command[]): ReadonlyMap<string, number> {
    const own = new Set(deciding.map(({ id }) => id));
    const reserved = new Map<string, number>();
    for (const [id, seats] of this.#byCommand) {
      if (own.has(id)) break;
      if (!this.#done.has(id)) for (const [pool, count] of seats) add(reserved, pool, count);
    }
    return reserved;
  }

  /** Takes in what moved since: an act may have ten thousand commands, of which one moves at a time. */
  #catchUp(): void {
    const { activities, find } = this.#source;
    const touched = activities.takeTouched();
    if (touched.size === 0) return;
    const uses = this.#uses();
    for (const id of touched) {
      if (!this.#done.has(id)) this.#count(id, -1);
      const activity = activities.get(id);
      if (!activity || !isPending(activity)) {
        this.#byCommand.delete(id);
        this.#done.delete(id);
        continue;
      }
      const { command } = activity;
      // A command on a selection reserves nothing: its parts do.
      const isPart = !command.target || isRef(command.target);
      const target = isRef(command.target) ? find(command.target.id) : undefined;
      const seats = isPart ? seatsTaken(command, uses, target) : undefined;
      if (seats?.size) this.#byCommand.set(id, seats);
      else this.#byCommand.delete(id);
      if (!this.#done.has(id)) this.#count(id, 1);
    }
  }

  #count(id: string, by: 1 | -1): void {
    for (const [pool, count] of this.#byCommand.get(id) ?? []) {
      add(this.#reserved, pool, by * count);
      if (this.#reserved.get(pool) === 0) this.#reserved.delete(pool);
    }
  }

  #uses(): SeatUses {
    const { facts, policy } = this.#source;
    return policy ? (policy.document.seats ?? []) : usesByName(Object.keys(facts()?.seats ?? {}));
  }
}

type Seats = ReadonlyMap<string, number>;

function add(counts: Map<string, number>, pool: string, by: number): void {
  counts.set(pool, (counts.get(pool) ?? 0) + by);
}
