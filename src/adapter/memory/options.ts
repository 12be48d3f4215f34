import type {
  ActionRegistry,
  Action,
  Choice,
  EventLink,
  EventRecord,
  PersonRecord,
  Subaccount,
} from '../../domain/index.ts';
import type { Policy, PolicyDocument, RoleDef } from '../../policy/index.ts';
import type { CommandLimits } from '../capabilities.ts';
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
  /**
   * What one more seat of a pool costs for a whole period, or, where it comes in sizes, what each of them does. What is absent
   * has no price to show.
   */
  readonly prices?: Readonly<Record<string, Money | Readonly<Record<string, Money>>>>;
  /** Sizes of the sub-account slots that were bought and are free; they are used up in this order (CM-12). */
  readonly slots?: readonly string[];
  readonly features?: readonly string[];
  readonly plan?: string;
  readonly state?: 'active' | 'cancelled';
  /** When it is flagged for deletion, once it is cancelled; ISO 8601. */
  readonly deletionAt?: string;
  readonly runningExports?: number;
  /** What people come together in. Absent: events are kept elsewhere, and only named here. */
  readonly events?: readonly EventRecord[];
  /** The event roles that are held through a link already, each with its address if one is to be found again. */
  readonly links?: readonly (EventLink & { readonly address?: string })[];
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
  /** How long a billing period is. What is bought within one is charged pro rata (CM-12). Absent: prices are charged in full. */
  readonly period?: 'month' | 'year';
  /** When the billing period ends, ISO 8601: a cancelled sub-account lives until then. Default: end of the month. */
  readonly periodEnd?: string;
  /** What single commands can be told: which fields, and which values of them. Anything else is refused. */
  readonly limits?: Readonly<Partial<Record<Action, CommandLimits>>>;
  readonly knownElsewhere?: (email: string) => KnownElsewhere;
  /** Actions this backend shall not be able to do. */
  readonly without?: readonly Action[];
  /** A host's own actions, as given to `compilePolicy`. */
  readonly actions?: ActionRegistry;
  /** How long every call takes, in ms. */
  readonly latency?: number | (() => number);
}
