import type { Subject } from './subject.ts';

/** A check as it is written: it returns when all is well, and throws when not. */
export interface Check {
  /** Stable, kebab-case: what a report and a test point at. */
  readonly name: string;
  /** What an adapter promises by passing, as one sentence. */
  readonly promise: string;
  run(subject: Subject): Promise<void>;
}
