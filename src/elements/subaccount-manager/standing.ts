import type { Problem } from '../../adapter/problem.ts';
import type { Decision } from '../../policy/index.ts';
import type { AccountScope } from '../../state/index.ts';

/** Whether the list can be shown at all. */
export type ManagerStanding =
  | { readonly status: 'waiting' | 'open' | 'no-scope' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | { readonly status: 'no-access'; readonly decision: Decision };

/** @param missing nobody provides a scope, and none is to be expected */
export function standingOf(scope: AccountScope | undefined, missing: boolean): ManagerStanding {
  if (!scope) return { status: missing ? 'no-scope' : 'waiting' };
  const { account } = scope;
  if (account.status === 'loading') return { status: 'waiting' };
  if (account.status === 'failed') return { status: 'failed', problem: account.problem };
  const decision = scope.decide({ action: 'subaccount.list' });
  return decision.effect === 'deny' ? { status: 'no-access', decision } : { status: 'open' };
}
