import {
  fieldName,
  sayDecision,
  sayProblem,
  type Said,
  type Translator,
} from '../../../i18n/index.ts';
import type { CsvError, ImportFault, JudgedRow } from '../../../state/index.ts';
import type { TableContext } from '../table-context.ts';
import type { ImportJob } from './import-job.ts';

/** How a row stands: what will be done with it, or what became of it. */
export type RowStanding =
  'add' | 'update' | 'unchanged' | 'error' | 'done' | 'failed' | 'uncertain';

export function standingOf(row: JudgedRow, job: ImportJob): RowStanding {
  const outcomes = job.outcomesOf(row.row);
  if (outcomes.some(({ status }) => status === 'uncertain')) return 'uncertain';
  if (outcomes.some(({ status }) => status !== 'done')) return 'failed';
  if (outcomes.length > 0) return 'done';
  return row.refusal ? 'error' : row.action;
}

/** Why a row is not sent, or was not done; empty where there is nothing to say. */
export function sayRow(row: JudgedRow, job: ImportJob, { t, roleLabel }: TableContext): string {
  const faults = row.faults.map((fault) => sayFault(fault, t));
  const refused = row.refusal ? [sayDecision(t, row.refusal, { roleLabel })] : [];
  const ended = job.outcomesOf(row.row).map((outcome): Said | undefined => {
    if (outcome.status === 'skipped') return sayDecision(t, outcome.decision, { roleLabel });
    if (outcome.status === 'done') return undefined;
    return outcome.status === 'refused'
      ? sayProblem(t, outcome.problem)
      : { reason: t('change.uncertain') };
  });
  const said = [...refused, ...ended].flatMap((one) => (one ? [one.reason, one.remedy] : []));
  return [...new Set([...faults, ...said])].filter(Boolean).join(' ');
}

function sayFault({ code, field, value = '' }: ImportFault, t: Translator): string {
  switch (code) {
    case 'no-address':
      return t('csv.fault.noAddress');
    case 'several-addresses':
      return t('csv.fault.several', { value });
    case 'twice':
      return t('csv.fault.twice', { row: value });
    case 'unknown-value':
      return t('csv.fault.unknown', {
        field: fieldName(t, field === 'addons' ? 'addon' : (field ?? '')),
        value,
      });
    case 'too-many-cells':
      return t('csv.fault.cells');
    default:
      return t('csv.fault.address', { value });
  }
}

/** Why a file could not be read, and what to do. */
export function sayCsvError(t: Translator, { code, max = 0 }: CsvError): string {
  switch (code) {
    case 'too-large':
      return t('csv.error.tooLarge', { max });
    case 'too-many-rows':
      return t('csv.error.tooMany', { max });
    case 'not-text':
      return t('csv.error.notText');
    case 'empty':
      return t('csv.error.empty');
    case 'unreadable':
      return t('csv.error.unreadable');
  }
}
