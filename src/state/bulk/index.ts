export type { BulkPlan } from './plan.ts';
export type { BulkRun } from './run.ts';
export type { Selected as SelectedRecords } from './selected-people.ts';
export type {
  BulkAct,
  BulkPerson,
  BulkProgress,
  BulkReportRow,
  BulkStatus,
  PlanOptions,
  SkippedPeople,
  SkipReason,
} from './types.ts';
