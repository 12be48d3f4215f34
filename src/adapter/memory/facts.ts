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
  const { account, held } = store;
  const { attributes = [], links, pools, features, plan, state, runningExports } = account;
  const roleCounts = Object.fromEntries(store.active);
  for (const { roleId } of links) roleCounts[roleId] = (roleCounts[roleId] ?? 0) + 1;
  const pendingRoleCounts = Object.fromEntries(store.pending);

  /** A pool with a name of its own counts what its seat uses are about: sub-accounts, or holders of roles. */
  const usedOf = (name: string): number => {
    const uses =
      document?.seats?.filter(({ pool }) => typeof pool === 'object' && pool.name === name) ?? [];
    if (!uses.length) return held.get(name) ?? 0;
    const roles = new Set(uses.flatMap((use) => use.roles ?? []));
    const isAboutSubaccounts = uses.some(({ actions }) => actions.includes('subaccount.create'));
    return [...roles].reduce(
      (sum, role) => sum + (roleCounts[role] ?? 0) + (pendingRoleCounts[role] ?? 0),
      isAboutSubaccounts
        ? subaccountsNow(account, now).filter(({ status }) => status !== 'ended').length
        : 0,
    );
  };

  return {
    roleCounts,
    pendingRoleCounts,
    customAttributes: attributes.length,
    state,
    runningExports,
    ...(features && { features }),
    ...(plan !== undefined && { plan }),
    ...(pools && {
      seats: Object.fromEntries(
        Object.entries(pools).map(([pool, total]) => [pool, { total, used: usedOf(pool) }]),
      ),
    }),
  };
}
