import type { Choice, Subaccount } from '../../domain/index.ts';
import type { RoleDef } from '../../policy/index.ts';
import type { MemoryAccount } from './options.ts';

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
