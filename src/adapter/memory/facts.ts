import type { AccountFacts } from '../../domain/index.ts';
import type { PolicyDocument } from '../../policy/index.ts';
import { subaccountsNow } from './account-data.ts';
import type { Store } from './store.ts';

/** The facts that policies ask about, counted now. Only what the account keeps is there. */
export function accountFacts(
  store: Store,
  document: PolicyDocument | undefined,
  now: number,
): AccountFacts {
  const { account } = store;
  const roleCounts = Object.fromEntries(store.active);
  for (const { roleId } of account.links) roleCounts[roleId] = (roleCounts[roleId] ?? 0) + 1;
  const pendingRoleCounts = Object.fromEntries(store.pending);
  const holders = (role: string) => (roleCounts[role] ?? 0) + (pendingRoleCounts[role] ?? 0);

  /** A pool with a name of its own counts what its seat uses are about: sub-accounts, or holders of roles. */
  const usedOf = (pool: string): number => {
    const uses =
      document?.seats?.filter(({ pool: p }) => typeof p === 'object' && p.name === pool) ?? [];
    if (uses.length === 0) return store.held.get(pool) ?? 0;
    const roles = new Set(uses.flatMap((use) => use.roles ?? []));
    const buildings = uses.some((use) => use.actions.includes('subaccount.create'))
      ? subaccountsNow(account, now).filter(({ status }) => status !== 'ended').length
      : 0;
    return [...roles].reduce((sum, role) => sum + holders(role), buildings);
  };

  return {
    roleCounts,
    pendingRoleCounts,
    ...(account.pools && {
      seats: Object.fromEntries(
        Object.entries(account.pools).map(([pool, total]) => [pool, { total, used: usedOf(pool) }]),
      ),
    }),
    ...(account.features && { features: account.features }),
    customAttributes: account.attributes?.length ?? 0,
    state: account.state,
    ...(account.plan !== undefined && { plan: account.plan }),
    runningExports: account.runningExports,
  };
}
