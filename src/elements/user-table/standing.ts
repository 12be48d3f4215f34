import type { Problem } from '../../adapter/problem.ts';
import type { Decision } from '../../policy/index.ts';
import type { AccountScope } from '../../state/index.ts';

/** Whether the list can be shown at all. */
export type TableStanding =
  /** The account is being read. */
  | { readonly status: 'waiting' }
  | { readonly status: 'open' }
  | { readonly status: 'stopped'; readonly why: 'no-scope' }
  /** The host made a mistake; `detail` says where. */
  | { readonly status: 'stopped'; readonly why: 'mistake'; readonly detail: string }
  | { readonly status: 'stopped'; readonly why: 'failed'; readonly problem: Problem }
  | { readonly status: 'stopped'; readonly why: 'no-access'; readonly decision: Decision };

/** @param missing nobody provides a scope, and none is to be expected */
export function tableStanding(
  scope: AccountScope | undefined,
  missing: boolean,
  mistakes: readonly string[],
): TableStanding {
  if (mistakes.length > 0)
    return { status: 'stopped', why: 'mistake', detail: mistakes.join('\n') };
  if (!scope) return missing ? { status: 'stopped', why: 'no-scope' } : { status: 'waiting' };
  const { account } = scope;
  if (account.status === 'loading') return { status: 'waiting' };
  if (account.status === 'failed') {
    const { problem } = account;
    return problem.code === 'configuration'
      ? { status: 'stopped', why: 'mistake', detail: problem.title }
      : { status: 'stopped', why: 'failed', problem };
  }
  const decision = scope.decide({ action: 'user.list' });
  return decision.effect === 'deny'
    ? { status: 'stopped', why: 'no-access', decision }
    : { status: 'open' };
}
