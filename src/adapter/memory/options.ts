import type {
  ActionRegistry,
  Action,
  Choice,
  PersonRecord,
  Subaccount,
} from '../../domain/index.ts';
import type { Policy, PolicyDocument, RoleDef } from '../../policy/index.ts';
import type { Money } from '../port.ts';

/** A person as the backend is given them; `status` is `active` unless it says otherwise. */
export type MemoryPerson = Omit<PersonRecord, 'status'> & Partial<Pick<PersonRecord, 'status'>>;

/**
 * What an address already is elsewhere: nothing (`false`), an account that can join (`true` or `'join'`), a paid
 * account whose owner must first say what happens to its balance (`'paid'`, ZM-14), or one that cannot be
 * added at all (`'taken'`, LM-6).
 */
export type KnownElsewhere = boolean | 'join' | 'paid' | 'taken';

/** Everything of the account that is not a person. What is absent, this backend does not keep. */
export interface MemoryAccount {
  readonly subaccounts?: readonly Subaccount[];
  readonly groups?: readonly Choice[];
  readonly chatGroups?: readonly Choice[];
  /** Custom attributes; each is a column and a sort field `x-<id>`, and a value in `person.attributes`. */
  readonly attributes?: readonly Choice[];
  /** Seats bought, per pool. `used` is counted, never given. */
  readonly pools?: Readonly<Record<string, number | { readonly total: number }>>;
  readonly features?: readonly string[];
  readonly plan?: string;
  readonly state?: 'active' | 'cancelled';
  readonly runningExports?: number;
  /** Custom roles. With a policy they are added to its document; without one they are the roles there are. */
  readonly roles?: readonly RoleDef[];
}

/** What `createMemoryAdapter` takes. Only `people` is needed. */
export interface MemoryOptions extends MemoryAccount {
  readonly people: readonly MemoryPerson[];
  /** Enforced on every call, with facts that the backend counts itself. Absent: everything is allowed. */
  readonly policy?: PolicyDocument | Policy;
  /** Id of who is signed in. Default: the first active person of the highest role. */
  readonly actor?: string;
  readonly now?: () => Date | number;
  /** The licence kinds there are. Default: those that the people hold. */
  readonly userTypes?: readonly string[];
  /** Type that someone has who holds no licence, such as `basic`; freed people fall back to it. */
  readonly baseType?: string;
  /** What one more seat of a pool costs for the rest of the period. What is absent has no price to show. */
  readonly prices?: Readonly<Record<string, Money>>;
  /** When the billing period ends, ISO 8601: a cancelled sub-account lives until then. Default: end of the month. */
  readonly periodEnd?: string;
  readonly knownElsewhere?: (email: string) => KnownElsewhere;
  /** Actions this backend shall not be able to do. */
  readonly without?: readonly Action[];
  /** A host's own actions, as given to `compilePolicy`. */
  readonly actions?: ActionRegistry;
  /** How long every call takes, in ms. */
  readonly latency?: number | (() => number);
}
