/** What a policy may know about a change. Lists are the complete new set, never a difference. */
export interface Change {
  readonly roleId?: string;
  readonly subaccountIds?: readonly string[];
  readonly userType?: string;
  /** Source type of `account.convert-type` and `account.unlink-type`. */
  readonly fromType?: string;
  readonly addons?: readonly string[];
  readonly products?: readonly string[];
  /** A group. Of chat groups, where an action may be about either, `kind` is `chat`. */
  readonly groupId?: string;
  readonly domain?: string;
  /** Actions being taken from or given back to someone (CM-8). */
  readonly rights?: readonly string[];
  /** Names of the fields being edited; derived by `toQuestion`. */
  readonly fields?: readonly string[];
  readonly kind?: string;
  readonly toId?: string;
  /** How many people or things at once; 1 when absent. */
  readonly count?: number;
}

/** One address being invited. */
export interface Invitee {
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

/** A change with the data that carries it out. The policy sees only the `Change` part. */
export interface ChangeData extends Change {
  readonly people?: readonly Invitee[];
  /** Field values of an edit, by field name. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Person who takes over what a removed one owned. */
  readonly transferTo?: string;
  /** What a seat transfer keeps (LM-7). */
  readonly keep?: readonly string[];
  /** The chat group of an invitation, which may have a user group (`groupId`) beside it (ZM-12). */
  readonly chatGroupId?: string;
  readonly until?: string;
  /** Of the preview that was shown: what it said is what is done, or nothing. */
  readonly token?: string;
}
