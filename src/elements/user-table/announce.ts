import { isRef, type Command } from '../../domain/index.ts';
import type { Outcome } from '../../state/index.ts';
import { sayChange } from './footer.ts';
import { announceEnding } from './notice.ts';
import type { TableContext } from './table-context.ts';

/** Whether a command is one on people. Of what becomes of others, whoever shows those tells. */
export function isOnPeople({ action, target }: Command): boolean {
  return isRef(target) ? target.kind === 'person' : !/^(subaccount|inbox)\./.test(action);
}

/** What a screen reader is told of an act's outcomes: of one what became of it, of several the last bad one or how many were done. */
export function announcement(outcomes: readonly Outcome[], table: TableContext): string {
  const { t, scope } = table;
  const bad = outcomes.findLast(({ status }) => status !== 'done');
  if (bad) {
    if (bad.status === 'refused' && bad.problem.kind === 'aborted') return t('change.cancelled');
    const { status: phase, ...rest } = bad;
    return phase === 'done' ? '' : announceEnding({ ...rest, phase }, table);
  }
  const last = outcomes.at(-1)?.command.id;
  const undone = scope.recent.find(({ inverse }) => inverse?.id === last);
  if (undone) return t('undo.done', { what: sayChange(undone, table) });
  const change = scope.recent.find(({ id }) => id === last);
  if (!change) return '';
  const said = sayChange(change, table);
  return change.inverse ? t('change.undoable', { what: said }) : said;
}
