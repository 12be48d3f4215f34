import type { Decision } from '../../policy/index.ts';
import type { AccountScope } from '../../state/index.ts';
import { choicesOf, question, type InviteSettings } from './invite-settings.ts';
import { asksForSubaccount, subaccountNeed } from './subaccount-need.ts';

/**
 * The settings with what nobody has chosen yet, of that which may be given: the role that most people have, the first type, and the
 * sub-account that the page is about. What a role rules out is left out (MS-5), and there again with another role.
 */
export function withDefaults(settings: InviteSettings, scope: AccountScope): InviteSettings {
  const isOpen = (decision: Decision): boolean =>
    ['allowed', 'server-decides'].includes(scope.standing(decision));
  const { subaccountIds: chosen, ...others } = settings;
  const { userTypes } = choicesOf(scope);
  const userType =
    settings.userType ??
    userTypes.find((type) =>
      isOpen(scope.decide({ ...question(others, 1, { userType: type }), draft: true })),
    );
  const roleId = settings.roleId ?? usualRole(scope, others, isOpen);
  const completed = {
    ...others,
    ...(roleId !== undefined && { roleId }),
    ...(userType !== undefined && { userType }),
  };
  const subaccountIds = subaccountsFor(completed, chosen, scope);
  return { ...completed, ...(subaccountIds && { subaccountIds }) };
}

/** Where people with these settings belong: where it was chosen, else where the page is, if anywhere. */
function subaccountsFor(
  settings: InviteSettings,
  chosen: readonly string[] | undefined,
  scope: AccountScope,
): readonly string[] | undefined {
  const { subaccountId: here } = scope;
  const ids = chosen ?? (here === undefined ? undefined : [here]);
  if (!ids || !asksForSubaccount(settings, scope)) return undefined;
  return subaccountNeed(settings, scope).kind === 'closed' ? undefined : ids;
}

function usualRole(
  scope: AccountScope,
  settings: InviteSettings,
  isOpen: (decision: Decision) => boolean,
): string | undefined {
  const { account } = scope;
  const counts = account.status === 'ready' ? account.facts.roleCounts : undefined;
  const roles = [...scope.assignableRoles({ ...question(settings, 1), draft: true })]
    .filter(([, decision]) => isOpen(decision))
    .map(([id]) => id);
  const held = (id: string): number => counts?.[id] ?? 0;
  // Where nobody is counted, the last: roles come with the strongest first.
  return roles.length === 0
    ? undefined
    : roles.reduce((best, id) => (held(id) >= held(best) ? id : best));
}
