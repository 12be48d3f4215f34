import type { AccountFacts, SeatCount } from '../../domain/index.ts';
import type { PolicyDocument } from '../../policy/index.ts';
import { subaccountsNow } from './account-data.ts';
import type { Store } from './store.ts';

/** The facts that policies ask about, counted now. Only what the account keeps is there. */
export function accountFacts(
  store: Store,
  document: PolicyDocument | undefined,
  now: number,
): AccountFacts {
  const { account, held, invited } = store;
  const {
    attributes = [],
    links,
    pools,
    features,
    plan,
    state,
    deletionAt,
    runningExports,
  } = account;
  const roleCounts = Object.fromEntries(store.active);
  for (const { roleId } of links) roleCounts[roleId] = (roleCounts[roleId] ?? 0) + 1;
  const pendingRoleCounts = Object.fromEntries(store.pending);

  /** A pool with a name of its own counts what its seat uses are about: sub-accounts, or holders of roles. */
  const seatsOf = (name: string, bought: number): SeatCount => {
    const uses =
      document?.seats?.filter(({ pool }) => typeof pool === 'object' && pool.name === name) ?? [];
    if (!uses.length)
      return { total: bought, used: held.get(name) ?? 0, pending: invited.get(name) ?? 0 };
    const roles = [...new Set(uses.flatMap((use) => use.roles ?? []))];
    const isAboutSubaccounts = uses.some(({ actions }) => actions.includes('subaccount.create'));
    const sum = (counts: Readonly<Record<string, number>>) =>
      roles.reduce((total, role) => total + (counts[role] ?? 0), 0);
    const things = isAboutSubaccounts ? subaccountsNow(account, now) : [];
    // What has ended is billed no more, and its slot went with it (CM-13).
    const ended = things.filter(({ status }) => status === 'ended').length;
    const pending = sum(pendingRoleCounts);
    return {
      total: Math.max(0, bought - ended),
      used: things.length - ended + sum(roleCounts) + pending,
      pending,
    };
  };

  return {
    roleCounts,
    pendingRoleCounts,
    customAttributes: attributes.length,
    state,
    runningExports,
    ...(features && { features }),
    ...(plan !== undefined && { plan }),
    ...(deletionAt !== undefined && { deletionAt }),
    ...(pools && {
      seats: Object.fromEntries(
        Object.entries(pools).map(([pool, total]) => [pool, seatsOf(pool, total)]),
      ),
    }),
  };
}
