/** A pool of licences or seats. `used` counts active and pending people, not expired or suspended ones. */
export interface SeatCount {
  readonly total: number;
  readonly used: number;
  /** How many of those used are held by people who are invited and have not joined. Absent: not told. */
  readonly pending?: number;
}

/** What a policy may know about the account. A key missing inside a given map counts as 0. */
export interface AccountFacts {
  /** Active holders per role id. */
  readonly roleCounts?: Readonly<Record<string, number>>;
  /** Invited, not yet active holders per role id. */
  readonly pendingRoleCounts?: Readonly<Record<string, number>>;
  readonly seats?: Readonly<Record<string, SeatCount>>;
  readonly features?: readonly string[];
  /** How many custom attributes the account has defined (ZM-28). */
  readonly customAttributes?: number;
  readonly state?: 'active' | 'cancelled';
  /** When a cancelled account is flagged for deletion, ISO 8601 (RI-18). */
  readonly deletionAt?: string;
  readonly plan?: string;
  readonly runningExports?: number;
}

/** A sub-account, workspace or tenant: something below the account that people belong to. */
export interface Subaccount {
  readonly id: string;
  readonly name: string;
  /** `null`: it hangs directly below the main account. */
  readonly parentId?: string | null;
  readonly status?: 'awaiting-activation' | 'active' | 'ending' | 'ended';
  readonly activeUntil?: string;
  /** Of a paid one: the address of its page, who has it, and where their mail goes (CM-15). */
  readonly pageName?: string;
  readonly userName?: string;
  readonly email?: string;
  /** Which of the sizes on sale it has (CM-12). */
  readonly size?: string;
  readonly version?: string;
}

/** Which sub-accounts. Plain data. */
export interface SubaccountQuery {
  /** Free text over their names; accents and case are ignored. */
  readonly search?: string;
  /**
   * Only those of these ids that there are: to name what rows refer to. A backend that does not know this field may answer
   * with all of them, in pages.
   */
  readonly ids?: readonly string[];
}

/** Something to choose: a role, a group, a licence kind. `label` is the backend's own wording, if it has one. */
export interface Choice {
  readonly id: string;
  readonly label?: string;
  readonly description?: string;
}

/** What groups are for: holding people together, or their chats. An account may have either, or both (ZM-12). */
export const GROUP_KINDS = ['user', 'chat'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** A group that people are put into. No id is used for both kinds. */
export interface Group extends Choice {
  /** Absent: a user group. */
  readonly kind?: GroupKind;
}

/** The groups of one kind, out of all. */
export function groupsOf(groups: readonly Group[], kind: GroupKind): readonly Group[] {
  return groups.filter((group) => (group.kind ?? 'user') === kind);
}

/** One line of the audit trail. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly targetId?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}
