import type { RunValue } from '../adapter/port.ts';
import type { Problem } from '../adapter/problem.ts';
import type { Command } from '../domain/index.ts';
import type { Decision } from '../policy/index.ts';

/** How one command ended. */
export type Outcome = {
  readonly command: Command;
  /** Where the command was on a selection: how it ended for each person; the status is the worst of them. */
  readonly each?: readonly Outcome[];
} & (
  | {
      readonly status: 'done';
      readonly value: RunValue;
      /** Undoes it, where something can. */ readonly inverse?: Command;
    }
  | { readonly status: 'refused'; readonly problem: Problem }
  /** Not sent: the policy says no, or does not know. */
  | { readonly status: 'skipped'; readonly decision: Decision }
  /** Sent, and the answer was lost; a re-read did not settle whether it was done. */
  | { readonly status: 'uncertain'; readonly problem: Problem }
);

/**
 * A command on its way, or one that ended badly and is still shown. `holding`: the host was asked;
 * `queued`: an earlier one on the same target is under way; `paused`: waits for sign-in.
 */
export type ActivityPhase =
  'holding' | 'queued' | 'sending' | 'paused' | 'refused' | 'skipped' | 'uncertain';

export interface Activity {
  readonly command: Command;
  /** The sub-account that the page was about when it was asked for. */
  readonly subaccountId?: string;
  readonly phase: ActivityPhase;
  /** It has been under way for longer than people expect. */
  readonly slow?: true;
  readonly problem?: Problem;
  readonly decision?: Decision;
}

/** Whether the command is still on its way. */
export function isPending(activity: Activity): boolean {
  return ['holding', 'queued', 'sending', 'paused'].includes(activity.phase);
}
