import { sayDecision, sayProblem, type Translator } from '../../../i18n/index.ts';
import type { BulkReportRow, SkipReason } from '../../../state/index.ts';
import type { TableContext } from '../table-context.ts';

/** Why someone is left out, in one line. */
export function saySkip(reason: SkipReason, { t, roleLabel }: TableContext): string {
  if (reason.kind === 'unchanged') return t('bulk.unchanged');
  if (reason.kind === 'gone') return t('bulk.gone');
  const said = sayDecision(t, reason.decision, { roleLabel });
  return said ? joined(said.reason, said.remedy) : t('reason.other');
}

/** Why it went wrong for someone, in one line; empty where it did not. */
export function sayRow({ reason, problem }: BulkReportRow, table: TableContext): string {
  if (reason) return saySkip(reason, table);
  if (!problem) return '';
  if (problem.code === 'vetoed') return problem.detail ?? table.t('change.vetoed');
  const said = sayProblem(table.t, problem);
  return joined(said.reason, said.remedy);
}

/** How it stands with someone, in a word. */
export function sayStatus(t: Translator, status: BulkReportRow['status']): string {
  return t(`bulk.status.${status}`);
}

function joined(reason: string, remedy: string | undefined): string {
  return [reason, remedy].filter(Boolean).join(' ');
}
