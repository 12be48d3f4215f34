/** How an act of several commands is sent. */
export interface Pace {
  /** How many commands, or batches, are under way at once. */
  readonly concurrency: number;
  /** Several go in one call, where the backend takes that. */
  readonly batch?: true;
  /** Resolves as soon as the next may be sent; absent: at once. */
  readonly gate?: () => Promise<void>;
}

/** Acts of more commands than this are sent as those on many people are. */
const FEW = 20;

/** An act of one or a few. */
const BY_HAND: Pace = { concurrency: 20 };
/** An act on many people: a browser has six connections to a server, and the page needs some of them. */
export const IN_BULK: Pace = { concurrency: 4, batch: true };
/** Commands in one call at most, whatever the backend would take: in between, it can be paused and given up. */
export const LARGEST_BATCH = 100;
/** Batches under way at once. */
export const BATCHES = 2;

/** How an act of so many commands is sent where nothing else is asked for. */
export function paceFor(count: number): Pace {
  return count > FEW ? IN_BULK : BY_HAND;
}
