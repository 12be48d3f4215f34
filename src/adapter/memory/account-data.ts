import type { EventLink, Subaccount } from '../../domain/index.ts';
import type { RoleDef } from '../../policy/index.ts';
import type { MemoryAccount } from './options.ts';

/** An event role that someone holds through a link, without an account (CM-7), with the address that is handed out. */
export interface Link extends EventLink {
  /** Absent: made up from its id. */
  readonly address?: string;
}

/** What new people get unless an invitation says otherwise (ZM-25, ZM-26). */
export interface Defaults {
  readonly userType?: string;
  readonly groupId?: string;
  readonly chatGroupId?: string;
}

/** Everything of the account that is not a person, in one immutable value. */
export interface AccountData extends Omit<MemoryAccount, 'pools'> {
  readonly roles: readonly RoleDef[];
  readonly links: readonly Link[];
  /** Seats bought, per pool; absent where seats are not counted. */
  readonly pools?: Readonly<Record<string, number>>;
  readonly state: 'active' | 'cancelled';
  readonly runningExports: number;
  /** By domain; `*` is everyone. */
  readonly defaults: Readonly<Record<string, Defaults>>;
}

const EMPTY: AccountData = {
  roles: [],
  links: [],
  defaults: {},
  state: 'active',
  runningExports: 0,
};
const PARTS = [
  'subaccounts', 'groups', 'chatGroups', 'attributes', 'features', 'plan', 'state', 'deletionAt', 'runningExports', 'roles',
  'prices', 'slots',
  'events', 'links',
] as const; // prettier-ignore

/** The account as it is once it has what the options, or `set`, give it. */
export function accountData(given: MemoryAccount, before = EMPTY): AccountData {
  const parts = PARTS.filter((part) => given[part] !== undefined).map((part) => [
    part,
    given[part],
  ]);
  const pools = Object.entries(given.pools ?? {}).map(([pool, seats]) => [
    pool,
    typeof seats === 'number' ? seats : seats.total,
  ]);
  return {
    ...before,
    ...(Object.fromEntries(parts) as Partial<AccountData>),
    ...(given.pools && {
      pools: { ...before.pools, ...(Object.fromEntries(pools) as Record<string, number>) },
    }),
  };
}

/** The sub-accounts as they stand: one whose paid time is over has ended (CM-13). */
export function subaccountsNow(
  { subaccounts = [] }: Pick<AccountData, 'subaccounts'>,
  now: number,
): readonly Subaccount[] {
  return subaccounts.map((one) =>
    one.status === 'ending' && Date.parse(one.activeUntil ?? '') <= now
      ? { ...one, status: 'ended' }
      : one,
  );
}
