import type { Action } from './actions.ts';
import type { ChangeData } from './change.ts';
import type { PeopleQuery } from './query.ts';
import type { Ref } from './ref.ts';

/** "All who match, except these": a selection that needs no list of ids. */
export interface Selection {
  readonly query: PeopleQuery;
  readonly except: readonly string[];
  readonly count?: number;
}

/**
 * Everything that changes something, as plain data. `id` is also the idempotency key: every retry
 * keeps it, editing the command makes a new one.
 */
export interface Command {
  readonly id: string;
  readonly action: Action;
  readonly target?: Ref | Selection;
  readonly change?: ChangeData;
  /** Refuse (`stale`) unless the target still has this version. */
  readonly ifVersion?: string;
}

/** Whether a target is one thing rather than a selection. */
export function isRef(target: Ref | Selection | undefined): target is Ref {
  return target !== undefined && 'id' in target;
}
