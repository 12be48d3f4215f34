import type { ChangeData } from '../../domain/index.ts';
import {
  holdingsOf,
  type AccountScope,
  type Holdings,
  type NewCommand,
} from '../../state/index.ts';

/** Fields of a profile that an invitation may take along (ZM-11). */
export const PROFILE_FIELDS = ['department', 'manager', 'jobTitle', 'location'] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];

/** What everyone who is invited now gets. */
export interface InviteSettings {
  readonly roleId?: string;
  readonly userType?: string;
  readonly addons: readonly string[];
  readonly products: readonly string[];
  readonly groupId?: string;
  readonly chatGroupId?: string;
  /** Where they belong; without those that their role covers anyway. */
  readonly subaccountIds?: readonly string[];
  readonly profile: Readonly<Partial<Record<ProfileField, string>>>;
  /** Write-only: it goes into the commands, and is forgotten after. */
  readonly password: string;
}

export const NO_SETTINGS: InviteSettings = {
  addons: [],
  products: [],
  profile: {},
  password: '',
};

/** The part of an invitation that is the same for all. */
export function sharedChange(settings: InviteSettings): ChangeData {
  const {
    addons,
    chatGroupId,
    groupId,
    password,
    products,
    profile,
    roleId,
    subaccountIds,
    userType,
  } = settings;
  const values = {
    ...Object.fromEntries(Object.entries(profile).filter(([, text]) => text.trim() !== '')),
    ...(password !== '' && { password }),
  };
  return {
    ...(roleId !== undefined && { roleId }),
    ...(subaccountIds && { subaccountIds }),
    ...(userType !== undefined && { userType }),
    ...(addons.length > 0 && { addons }),
    ...(products.length > 0 && { products }),
    ...(groupId !== undefined && { groupId }),
    ...(chatGroupId !== undefined && { chatGroupId }),
    ...(Object.keys(values).length > 0 && { values }),
  };
}

/** What a policy is asked: as many people as there are addresses, all of them alike. */
export function question(settings: InviteSettings, count: number, change: ChangeData = {}) {
  // Which chat group it is, no policy asks.
  const { values, chatGroupId: _, ...shared } = sharedChange(settings);
  return {
    action: 'user.invite',
    change: {
      ...shared,
      ...(values && { fields: Object.keys(values) }),
      ...change,
      count: Math.max(1, count),
    },
  } as const;
}

/** Someone to invite. */
export interface Invited {
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

/** One invitation; each address has its own, and so its own outcome. */
export function inviteCommand(
  { email, firstName, lastName }: Invited,
  settings: InviteSettings,
): NewCommand {
  const [first, last] = [firstName, lastName].map((name) => name?.trim());
  const names = { ...(first && { firstName: first }), ...(last && { lastName: last }) };
  return {
    action: 'user.invite',
    change: { ...sharedChange(settings), people: [{ email, ...names }] },
  };
}

/**
 * The settings without whatever may be refused for reasons that have nothing to do with who is invited: seats run short, and
 * a password is for sending only.
 */
export function seatless(settings: InviteSettings, scope: AccountScope): InviteSettings {
  const { account } = scope;
  const { roleId, subaccountIds, userType: chosen } = settings;
  const pools = account.status === 'ready' ? (account.facts.seats ?? {}) : {};
  const userType = choicesOf(scope).userTypes.find((type) => !Object.hasOwn(pools, type)) ?? chosen;
  return {
    ...NO_SETTINGS,
    ...(roleId !== undefined && { roleId }),
    ...(subaccountIds && { subaccountIds }),
    ...(userType !== undefined && { userType }),
  };
}

/** What there is to choose from. A product is given where it can also be given later. */
export function choicesOf(scope: AccountScope): Holdings {
  const holdings = holdingsOf(scope);
  return scope.offers('user.assign-product') ? holdings : { ...holdings, products: [] };
}

/** Seats of one pool that the invitations would take. */
export interface SeatNeed {
  readonly pool: string;
  readonly needed: number;
  readonly free: number;
}

/** What so many people with these settings need, of the pools that are counted. */
export function seatNeeds(
  settings: InviteSettings,
  count: number,
  scope: AccountScope,
): readonly SeatNeed[] {
  const { account } = scope;
  const pools = account.status === 'ready' ? account.facts.seats : undefined;
  return [settings.userType, ...settings.addons, ...settings.products].flatMap((pool) => {
    if (pool === undefined || !pools || !(pool in pools)) return [];
    const seats = scope.seats(pool);
    return seats ? [{ pool, needed: count, free: seats.free }] : [];
  });
}
