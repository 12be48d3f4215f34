import type { AccountScope } from '../state/scope.ts';

/** What a role of the account is called by the backend, else by the policy; neither: the kit's messages say it. */
export function roleLabels(
  scope: AccountScope | undefined,
): (roleId: string) => string | undefined {
  const { account, policy } = scope ?? {};
  const roles = account?.status === 'ready' ? account.roles : [];
  return (id) =>
    roles.find((role) => role.id === id)?.label ??
    policy?.roles.find((role) => role.id === id)?.label;
}
