export type { AccountState } from './account-store.ts';
export type { RecentChange } from './changes.ts';
export { systemClock, type Clock } from './clock.ts';
export type { RunOptions } from './command-runner.ts';
export * from './events.ts';
export { isPending, type Activity, type ActivityPhase, type Outcome } from './outcome.ts';
export { PeopleWindow } from './people-window.ts';
export * from './query-filters.ts';
export {
  AccountScope,
  createScope,
  type Ask,
  type NewCommand,
  type ScopeOptions,
  type Standing,
} from './scope.ts';
export * from './view.ts';
