import type { AccountFacts, Action, FilterOperator, PeopleField } from '../domain/index.ts';

/** A fact of an account that a backend may be able to deliver. */
export type AccountFact = keyof AccountFacts;

/** What a backend can do at all. What is absent is not offered: the kit draws no control for it. */
export interface Capabilities {
  readonly commands: Readonly<Partial<Record<Action, true | CommandLimits>>>;
  readonly people: PeopleCapabilities;
  /** How the list of sub-accounts is paged. Absent: by cursor, as many at a time as the backend likes. */
  readonly subaccounts?: Paging;
  /** How the list of events is paged. Absent: this backend tells nothing of events. */
  readonly events?: Paging;
  /** How the list of links is paged. Absent: this backend does not list them, or knows none. */
  readonly links?: Paging;
  /** Facts that this backend can ever know. One that is not listed is never waited for: the server decides. */
  readonly facts: readonly AccountFact[];
  readonly roles: { readonly many: boolean; readonly editable: boolean };
  readonly batch?: { readonly max: number; readonly native: boolean };
  /** `version`: `ifVersion` is honoured, and an outdated one answers `stale`. */
  readonly concurrency: 'version' | 'none';
  /** A command sent twice with the same id is done once, and answered alike. */
  readonly idempotency: boolean;
  readonly live: 'push' | 'poll' | 'none';
  readonly preview: readonly Action[];
  readonly audit?: boolean;
}

export interface CommandLimits {
  /** How many in one call. */
  readonly max?: number;
  /** Fields that can be set. */
  readonly fields?: readonly string[];
  /** Fields whose values are a closed list, with that list: the sizes in which sub-accounts are sold, say. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  readonly emulated?: boolean;
}

/** How a list is paged. */
export interface Paging {
  /** Rows can be asked for by offset, so a scroll bar may jump. */
  readonly jump: boolean;
  readonly totals: 'exact' | 'estimate' | 'none';
  /** Rows in one answer at most. */
  readonly maxSize: number;
}

export interface PeopleCapabilities extends Paging {
  /** `server`: over everyone. `client`: only over what was read. */
  readonly search: 'server' | 'client' | false;
  readonly sort: readonly PeopleField[];
  readonly filter: Readonly<Partial<Record<PeopleField, readonly FilterOperator[]>>>;
  /** Fields whose values are a closed list, with that list; a filter offers them. Roles and statuses are known anyway. */
  readonly values?: Readonly<Partial<Record<PeopleField, readonly string[]>>>;
  /** `flat`: one `and` of tests; `nested`: any tree. */
  readonly boolean: 'flat' | 'nested';
  readonly invitations: 'merged' | 'separate' | 'none';
}
