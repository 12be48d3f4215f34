import type { Problem } from '../../adapter/problem.ts';
import type { Action, ChangeData } from '../../domain/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { UnfinishedCommand } from '../unfinished.ts';

/** What is done to each of many: a command without its target. */
export interface BulkAct {
  readonly action: Action;
  readonly change?: ChangeData;
}

/** Someone an act is on, as far as people are told of it. */
export interface BulkPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Why someone is left out before anything is sent: the policy (or the backend, asked beforehand) says no or does not
 * know; they already are as they would become; or they are no longer there.
 */
export type SkipReason =
  | { readonly kind: 'policy'; readonly decision: Decision }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'gone' };

/** People left out for one reason. */
export interface SkippedPeople {
  readonly reason: SkipReason;
  readonly people: readonly BulkPerson[];
}

/** How far an act has come. The others add up to `total`. */
export interface BulkProgress {
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  readonly skipped: number;
  /** Sent, and the answer was lost; looking did not settle it. */
  readonly uncertain: number;
  /** Nothing was done about them: not yet, or not any more after the act was given up. */
  readonly left: number;
}

export type BulkStatus = 'left' | 'done' | 'refused' | 'skipped' | 'uncertain';

/** How an act ended, or stands, for one person: a line of its report. Plain data; the words are the reader's. */
export interface BulkReportRow {
  readonly person: BulkPerson;
  readonly action: Action;
  readonly status: BulkStatus;
  /** With `skipped`: why. */
  readonly reason?: SkipReason;
  /** With `refused` and `uncertain`: what the backend, or the page, said. */
  readonly problem?: Problem;
}

export interface PlanOptions {
  /**
   * Commands that an earlier page may have sent. Where a record cannot tell whether its own was done, the same command goes
   * again, so that a backend that did it does not do it twice.
   */
  readonly earlier?: readonly UnfinishedCommand[];
  /** Gives up reading. */
  readonly signal?: AbortSignal;
  /** Told while people are read: how many so far, and of how many if that is known. */
  readonly progress?: (count: number, total: number | undefined) => void;
}
