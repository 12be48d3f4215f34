import type { Decision } from '../../policy/index.ts';
import type { AccountScope } from '../../state/index.ts';
import { question, type InviteSettings } from './invite-settings.ts';

/**
 * What the policy makes of sub-accounts for whoever is invited with these settings: they need one (`needed`), may not be
 * given any (`closed`), may be given some or none (`free`), or are refused either way (`refused`).
 */
export type SubaccountNeed =
  | { readonly kind: 'needed' | 'free' | 'refused' }
  | { readonly kind: 'closed'; readonly decision: Decision };

/** Stands for a sub-account where none is known yet. */
const ANY = '*';

/** Asked twice, with none and with one: no rule says of itself whether it wants something or forbids it. */
export function subaccountNeed(settings: InviteSettings, scope: AccountScope): SubaccountNeed {
  const decide = (...subaccountIds: string[]): Decision => {
    const { subaccountIds: _, ...others } = settings;
    return scope.decide({ ...question(others, 1, { subaccountIds }), draft: true });
  };
  const without = decide();
  const some = decide(sample(scope));
  if (without.effect === 'deny') return { kind: some.effect === 'deny' ? 'refused' : 'needed' };
  return some.effect === 'deny' ? { kind: 'closed', decision: some } : { kind: 'free' };
}

/** Whether some role that the actor may give needs a sub-account: only then does a form ask for one (MS-4). */
export function asksForSubaccount(settings: InviteSettings, scope: AccountScope): boolean {
  const { account, adapter } = scope;
  if (account.status !== 'ready' || !adapter.subaccounts || !scope.offers('subaccount.list'))
    return false;
  const { roleId: _role, subaccountIds: _ids, ...others } = settings;
  const roles = scope.assignableRoles({ ...question(others, 1), draft: true });
  return [...roles.keys()].some(
    (roleId) => subaccountNeed({ ...others, roleId }, scope).kind === 'needed',
  );
}

/** One that the actor could choose, as far as anything is known: where the page is, else where they belong. */
function sample({ account, subaccountId }: AccountScope): string {
  const own = account.status === 'ready' ? account.actor.subaccountIds?.[0] : undefined;
  return subaccountId ?? own ?? ANY;
}
