import type { FactPath, Reason, Remedy, Scalar } from './document.ts';

/** A reason whose parameters have been looked up. */
export interface ResolvedReason extends Reason {
  readonly params?: Readonly<Record<string, Scalar>>;
}

/** A remedy with what it needs to be said: for `ask`, the roles that would be allowed, highest rank first. */
export type ResolvedRemedy =
  | (Extract<Remedy, { kind: 'ask' }> & { readonly roles: readonly string[] })
  | Exclude<Remedy, { kind: 'ask' }>;

export type Decision =
  | {
      readonly effect: 'allow';
      /** Parts of a draft that could still turn it. */ readonly open?: readonly FactPath[];
    }
  | {
      readonly effect: 'deny';
      /** The refusal reported: highest rank, then smallest id. */
      readonly rule: string;
      readonly reason: ResolvedReason;
      readonly remedy?: ResolvedRemedy;
      /** Every refusal that holds, the reported one first. */
      readonly rules: readonly string[];
    }
  | {
      readonly effect: 'unknown';
      readonly missing: readonly (FactPath | 'target')[];
    };

export type Denial = Extract<Decision, { effect: 'deny' }>;
