import type { Problem } from '../../adapter/problem.ts';
import type { Decision } from '../../policy/index.ts';
import type { AccountScope, PersonWindow } from '../../state/index.ts';

/** What there is to show. */
export type PanelState =
  | { readonly status: 'nobody' }
  | { readonly status: 'no-scope' }
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | { readonly status: 'missing' }
  | { readonly status: 'no-access'; readonly decision?: Decision; readonly problem?: Problem }
  /** They were here, and are deleted or out of reach now. */
  | { readonly status: 'gone'; readonly isHidden: boolean }
  /** They belong to other sub-accounts than the one that the page is about. */
  | { readonly status: 'elsewhere' }
  | { readonly status: 'open' };

/** @param opening how opening the window failed, if it did */
export function panelState(
  id: string | undefined,
  scope: AccountScope | undefined,
  isMissing: boolean,
  window: PersonWindow | undefined,
  opening: Problem | undefined,
): PanelState {
  if (id === undefined) return { status: 'nobody' };
  if (!scope) return isMissing ? { status: 'no-scope' } : { status: 'loading' };
  const { account } = scope;
  if (account.status === 'failed') return { status: 'failed', problem: account.problem };
  if (account.status === 'loading') return { status: 'loading' };
  if (!window) return opening ? { status: 'failed', problem: opening } : { status: 'loading' };
  const { isHidden, person, problem } = window;
  if (window.status === 'loading') return { status: 'loading' };
  if (window.status === 'gone') return { status: 'gone', isHidden };
  if (window.status === 'failed' && problem) {
    if (problem.kind === 'not-found') return { status: 'missing' };
    return isHidden ? { status: 'no-access', problem } : { status: 'failed', problem };
  }
  const { subaccountIds = [] } = person ?? {};
  const { subaccountId } = scope;
  if (
    subaccountId !== undefined &&
    subaccountIds.length > 0 &&
    !subaccountIds.includes(subaccountId)
  )
    return { status: 'elsewhere' };
  // Whoever is signed in may always look at their own page: the backend has just shown it.
  if (person && person.id !== account.actor.id) {
    const decision = scope.decide({ action: 'user.view', target: person });
    if (decision.effect === 'deny') return { status: 'no-access', decision };
  }
  return { status: 'open' };
}
