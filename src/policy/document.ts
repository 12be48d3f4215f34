import type { AccountFacts, Action, Change, Effect, Person, ReasonKey } from '../domain/index.ts';

export type Scalar = string | number | boolean | null;

/** `self` holds when the target is the actor. */
export type FactPath =
  | 'self'
  | `actor.${keyof Person}`
  | `target.${string}`
  | `change.${keyof Change}`
  | `account.${keyof AccountFacts}`;

export interface FactRef {
  readonly fact: FactPath;
}

/** One comparison. `is` and `in` take one value, `overlaps` and `within` a list, `atLeast` and `atMost` a number or a list's length. */
export type Test = { readonly fact: FactPath } & (
  | { readonly is: Scalar }
  | { readonly in: readonly Scalar[] | FactRef }
  | { readonly overlaps: readonly Scalar[] | FactRef }
  | { readonly within: readonly Scalar[] | FactRef }
  | { readonly atLeast: number }
  | { readonly atMost: number }
);

export type Condition =
  | Test
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Why, as a message key with parameters. A parameter may be a fact; a decision carries its value. */
export interface Reason {
  readonly key: ReasonKey | (string & {});
  readonly params?: Readonly<Record<string, Scalar | FactRef>>;
}

/** What the person can do about a refusal. `ask`: someone else may; who is computed from the document. */
export type Remedy =
  | { readonly kind: 'ask' }
  | { readonly kind: 'buy'; readonly pool?: string; readonly feature?: string }
  | { readonly kind: 'first'; readonly action: Action }
  | {
      readonly kind: 'elsewhere';
      readonly key: string;
      readonly href?: string;
    };

/** `*`: everything; `*:write`: everything that changes something; `user.*`: every verb of a noun. */
export type ActionPattern = Action | '*' | `${string}.*` | '*:write';

export interface RoleDef {
  readonly id: string;
  readonly permissions: readonly ActionPattern[];
  /** The host's own name for the role. Absent: `role.<id>` of the messages. */
  readonly label?: string;
  /** Actions taken out of the permissions again. */
  readonly except?: readonly Action[];
  /** Order in lists, highest first. It decides nothing. */
  readonly rank?: number;
  readonly scope?: 'account' | 'subaccount' | 'event';
  /** Active holders that must remain. */
  readonly min?: number;
  /** Holders at most, pending ones included. */
  readonly max?: number;
  /** Active holders that there had better be: with fewer, people are told. It refuses nothing (RI-7). */
  readonly recommended?: number;
}

/** What takes a seat, and from which pool. */
export interface SeatUse {
  readonly id: string;
  readonly actions: readonly Action[];
  /** The pool is named by the value (or each new value) of the change, or it is always the same one. */
  readonly pool:
    'change.userType' | 'change.addons' | 'change.products' | { readonly name: string };
  /** Only these values take a seat. */
  readonly among?: readonly string[];
  /** Only when the role given is one of these. */
  readonly roles?: readonly string[];
}

export interface Rule {
  readonly id: string;
  readonly actions: readonly ActionPattern[];
  readonly when: Condition | true;
  readonly reason: Reason;
  readonly remedy?: Remedy;
  /** Of several refusals the highest rank is reported, then the smallest id. Default 0. */
  readonly rank?: number;
}

/** A whole policy, as JSON. */
export interface PolicyDocument {
  readonly format: 1;
  readonly id: string;
  readonly roles: readonly RoleDef[];
  readonly seats?: readonly SeatUse[];
  readonly rules: readonly Rule[];
  /**
   * What an action does to people and things in this product, where that is not what the kit says of it: it is told before the
   * act. `{ 'user.delete': ['loses-subaccounts'] }` (RI-15).
   */
  readonly effects?: Readonly<Record<string, readonly (Effect | (string & {}))[]>>;
  /** A host's own roles and reasons, by locale: `{ fr: { 'role.auditor': 'Auditeur' } }`. */
  readonly messages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
