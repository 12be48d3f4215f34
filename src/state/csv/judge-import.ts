import type { Decision } from '../../policy/index.ts';
import { toQuestion } from '../../policy/index.ts';
import type { Ask } from '../decider.ts';
import { withId } from '../new-command.ts';
import type { AccountScope } from '../scope.ts';
import type { ImportRow } from './plan-import.ts';

/** A planned row with what the policy says of it. */
export interface JudgedRow extends ImportRow {
  /** Why it will not be sent: one refusal is enough for the whole row to stay as it is. */
  readonly refusal?: Decision;
}

/**
 * Asks the policy about a whole import as one act, in order, so that seats and limits count: of 12 rows that need a seat
 * where 7 are free, the last 5 are refused.
 */
export function judgeImport(
  plan: readonly ImportRow[],
  scope: Pick<AccountScope, 'account' | 'decideAll' | 'standing'>,
): readonly JudgedRow[] {
  const { account } = scope;
  const { actor } = account.status === 'ready' ? account : { actor: undefined };
  const asks = plan.flatMap(({ commands, person }) =>
    commands.map((command): Ask => {
      const { action, change } = toQuestion(withId(command), actor ?? { id: '', roleId: '' }, {});
      return { action, ...(person && { target: person }), ...(change && { change }) };
    }),
  );
  const decisions = scope.decideAll(asks);
  let at = 0;
  return plan.map((row) => {
    const mine = decisions.slice(at, (at += row.commands.length));
    const refusal = mine.find(
      (decision) => !['allowed', 'server-decides'].includes(scope.standing(decision)),
    );
    return refusal ? { ...row, refusal } : row;
  });
}

/** The commands of the rows that can go, for one `scope.run`. */
export function commandsOf(rows: readonly JudgedRow[]): ImportRow['commands'] {
  return rows.flatMap(({ commands, refusal }) => (refusal ? [] : commands));
}
