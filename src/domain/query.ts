import type { SubaccountQuery } from './account.ts';

/**
 * What a list of people can be sorted and filtered by. `x-…` are an account's custom attributes and a
 * host's own columns. An adapter declares which of them its backend knows; no other field is ever sent.
 */
export const PEOPLE_FIELDS = [
  'name', 'email', 'role', 'userType', 'status', 'department', 'jobTitle', 'location', 'manager',
  'group', 'subaccount', 'addon', 'product', 'createdAt', 'lastActiveAt', 'invitedAt', 'expiresAt',
] as const; // prettier-ignore
export type PeopleField = (typeof PEOPLE_FIELDS)[number] | `x-${string}`;

export const FILTER_OPERATORS = [
  'eq',
  'ne',
  'in',
  'contains',
  'startsWith',
  'lt',
  'gt',
  'exists',
] as const;
export type FilterOperator = (typeof FILTER_OPERATORS)[number];

export type FilterTest = {
  readonly field: PeopleField;
  readonly op: FilterOperator;
  readonly value?: string | number | boolean | readonly string[];
};
export type Filter =
  FilterTest | { readonly and: readonly Filter[] } | { readonly or: readonly Filter[] };

export interface SortKey {
  readonly field: PeopleField;
  readonly desc?: boolean;
}

/** Which people, and in which order. Plain data: the same value goes to every adapter and into the URL. */
export interface PeopleQuery {
  /** Free text over names, addresses and departments; accents and case are ignored. */
  readonly search?: string;
  readonly filter?: Filter;
  readonly sort?: readonly SortKey[];
  /** BCP 47 tag whose collation orders text. */
  readonly locale?: string;
}

/** Opaque position in a list. An offset backend encodes its offset here. */
export type Cursor = string;

export interface PageRequest extends PeopleQuery {
  /** How many rows at most; an adapter may give fewer. */
  readonly size?: number;
  /** Absent: from the start. `{ offset }` only where `capabilities.people.jump` is true. */
  readonly at?: Cursor | { readonly offset: number };
}

/** A page of sub-accounts, in the order in which the backend lists them. */
export interface SubaccountRequest extends SubaccountQuery {
  /** How many rows at most; an adapter may give fewer. */
  readonly size?: number;
  /** Absent: from the start. `{ offset }` only where `capabilities.subaccounts.jump` is true. */
  readonly at?: Cursor | { readonly offset: number };
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: Cursor;
  readonly total?: number;
  readonly totalIs?: 'exact' | 'estimate';
  /** Set where the answer covers only a part, for example a client-side search over the first rows. */
  readonly partial?: { readonly reason: 'scan-limit' | 'client-side'; readonly scanned?: number };
}
