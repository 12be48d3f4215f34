import { actionName } from '../../../i18n/index.ts';
import type { BulkPlan } from '../../../state/index.ts';
import type { ConfirmRequest } from '../../../views/confirmation.ts';
import { consequencesOf, isFinal } from '../../confirm-request.ts';
import type { TableContext } from '../table-context.ts';
import { saySkip } from './bulk-words.ts';

/** What a person is asked before an act on many: what happens to whom, and who is left out and why. */
export function bulkRequest(
  { act, going, skipped, partial }: BulkPlan,
  value: string | undefined,
  table: TableContext,
): ConfirmRequest {
  const { t, scope } = table;
  const action = actionName(t, act.action);
  const count = going.length;
  const what = value === undefined ? action : t('bulk.to', { action, value });
  return {
    title: count === 0 ? t('bulk.nobody', { action }) : t('confirm.many', { action: what, count }),
    names: going.map(({ name }) => name),
    consequences: count === 0 ? [] : consequencesOf(act.action, t, scope),
    spared: [
      ...skipped.map(({ reason, people }) =>
        t('bulk.spared', { count: people.length, reason: saySkip(reason, table) }),
      ),
      ...(partial ? [t('people.partial', { count: partial.scanned ?? going.length })] : []),
    ],
    ...(count > 0 && isFinal(act.action, scope) && { typed: String(count) }),
    ...(count > 0 && { action: what }),
    danger: isFinal(act.action, scope),
  };
}
