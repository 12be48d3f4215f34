import type { Check } from '../check.ts';
import { accessChecks } from './access.ts';
import { abortChecks } from './abort.ts';
import { batchChecks } from './batch.ts';
import { capabilityChecks } from './capabilities.ts';
import { commandChecks } from './commands.ts';
import { filterChecks } from './filter.ts';
import { inverseChecks } from './inverses.ts';
import { pagingChecks } from './paging.ts';
import { previewChecks } from './preview.ts';
import { recordChecks } from './records.ts';
import { searchChecks } from './search.ts';
import { sortChecks } from './sort.ts';
import { subaccountChecks } from './subaccounts.ts';
import { writeChecks } from './writes.ts';

/** Every check there is. To add one, add it to the file of its subject. */
export const CHECKS: readonly Check[] = [
  ...capabilityChecks,
  ...pagingChecks,
  ...searchChecks,
  ...sortChecks,
  ...filterChecks,
  ...recordChecks,
  ...accessChecks,
  ...abortChecks,
  ...commandChecks,
  ...writeChecks,
  ...inverseChecks,
  ...batchChecks,
  ...previewChecks,
  ...subaccountChecks,
];
