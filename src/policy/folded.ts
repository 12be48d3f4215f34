import type { Person } from '../domain/index.ts';

/** What the allowed questions of one act would have changed so far. */
export interface Fold {
  /** Differences of the account's counts, by name: `roleCounts.owner`, `seats.licensed`. */
  readonly counts: Map<string, number>;
  /** What is different about whom it touched. */
  readonly people: Map<string, Partial<Person>>;
}
