import type { RecentChange } from '../../state/index.ts';

/** What a person did in one go: one change, or one of many people. */
export interface RecentAct {
  /** The newest change of it. */
  readonly last: RecentChange;
  readonly changes: readonly RecentChange[];
  /** Ids of those that can be undone. */
  readonly open: readonly string[];
}

/** The changes by the acts that they were part of, newest first. */
export function recentActs(recent: readonly RecentChange[]): readonly RecentAct[] {
  const acts = new Map<string, RecentChange[]>();
  for (const change of recent) {
    const changes = acts.get(change.act);
    if (changes) changes.push(change);
    else acts.set(change.act, [change]);
  }
  return [...acts.values()].map((changes) => ({
    last: changes[0] as RecentChange,
    changes,
    open: changes.filter(({ state }) => state === 'open').map(({ id }) => id),
  }));
}
