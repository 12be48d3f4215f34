import type { AccountFacts, Choice, Subaccount } from '../../domain/index.ts';
import type { PolicyDocument, RoleDef } from '../../policy/index.ts';
import type { MemoryAccount } from './options.ts';
import type { Store } from './store.ts';

/** An event role that someone holds through a link, without an account (CM-7). */
export interface Link {
  readonly id: string;
  readonly roleId: string;
  readonly eventId?: string;
}

/** What new people get unless an invitation says otherwise (ZM-25, ZM-26). The key is a domain, or `*` for everyone. */
export interface Defaults {
  readonly userType?: string;
  readonly groupId?: string;
  readonly chatGroupId?: string;
}

/** Everything of the account that is not a person, in one immutable value. */
export interface AccountData {
  readonly subaccounts?: readonly Subaccount[];
  readonly groups?: readonly Choice[];
  readonly chatGroups?: readonly Choice[];
  readonly attributes?: readonly Choice[];
  readonly roles: readonly RoleDef[];
  readonly links: readonly Link[];
  /** Seats bought, per pool; absent where seats are not counted. */
  readonly pools?: Readonly<Record<string, number>>;
  readonly features?: readonly string[];
  readonly plan?: string;
  readonly state: 'active' | 'cancelled';
  readonly runningExports: number;
  readonly defaults: Readonly<Record<string, Defaults>>;
}

/** The account as it starts, from what the options or `set` say about it. */
export function accountData(given: MemoryAccount, before?: AccountData): AccountData {
  const { subaccounts, groups, chatGroups, attributes, features, plan } = { ...before, ...given };
  const pools =
    given.pools && mapValues(given.pools, (pool) => (typeof pool === 'number' ? pool : pool.total));
  return {
    ...(subaccounts && { subaccounts }),
    ...(groups && { groups }),
    ...(chatGroups && { chatGroups }),
    ...(attributes && { attributes }),
    ...(features && { features }),
    ...(plan !== undefined && { plan }),
    ...((pools ?? before?.pools) && { pools: { ...before?.pools, ...pools } }),
    roles: given.roles ?? before?.roles ?? [],
    state: given.state ?? before?.state ?? 'active',
    runningExports: given.runningExports ?? before?.runningExports ?? 0,
    links: before?.links ?? [],
    defaults: before?.defaults ?? {},
  };
}

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

/** The sub-accounts as they stand: one whose paid time is over has ended (CM-13). */
export function subaccountsNow(account: AccountData, now: number): readonly Subaccount[] {
  return (account.subaccounts ?? []).map((one) =>
    one.status === 'ending' && one.activeUntil !== undefined && Date.parse(one.activeUntil) <= now
      ? { ...one, status: 'ended' }
      : one,
  );
}

function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  fn: (value: A) => B,
): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, fn(value)]));
}
