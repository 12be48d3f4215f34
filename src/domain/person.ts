import type { Action } from './actions.ts';

/** Where someone stands on the account. `pending`: invited, not yet joined. Expiry is derived from `expiresAt`. */
export const PERSON_STATUSES = ['active', 'pending', 'suspended', 'deactivated'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

/**
 * What a policy may know about a person. Absent booleans are false and absent lists empty;
 * any other fact that a rule needs and that is absent is unknown (never allowed).
 */
export interface Person {
  readonly id: string;
  readonly roleId: string;
  /** Every role held, `roleId` first; permissions are the union. Absent: just `roleId`. */
  readonly roleIds?: readonly string[];
  readonly status?: PersonStatus;
  readonly subaccountIds?: readonly string[];
  /** Licence kind, for example `basic` or `licensed`. */
  readonly userType?: string;
  readonly addons?: readonly string[];
  readonly products?: readonly string[];
  /** Single actions taken away from this person, whatever their role (CM-8). */
  readonly restricted?: readonly Action[];
  /** Fields that a provisioning source owns and nobody edits by hand (LM-3). */
  readonly ownedFields?: readonly string[];
  /** Joined through an associated domain (ZM-24). */
  readonly viaDomain?: boolean;
  readonly billingContact?: boolean;
  /** Opaque version of the record, for optimistic concurrency. */
  readonly version?: string;
}

/** Which mail a new address was sent: to activate a new account, or to join with an existing one (ZM-13). */
export type InvitationMail = 'activation' | 'join';

/** A person as a list shows them: the policy's facts plus the profile. Times are ISO 8601 with an offset. */
export interface PersonRecord extends Person {
  readonly email: string;
  readonly status: PersonStatus;
  readonly firstName?: string;
  readonly lastName?: string;
  /** Overrides first and last name where the person chose one. */
  readonly displayName?: string;
  readonly avatarUrl?: string;
  readonly department?: string;
  readonly manager?: string;
  readonly jobTitle?: string;
  readonly location?: string;
  readonly groupIds?: readonly string[];
  readonly chatGroupIds?: readonly string[];
  /** Custom attributes of the account, by attribute id (ZM-28). */
  readonly attributes?: Readonly<Record<string, string>>;
  /** How many external contacts the person has (ZM-29). */
  readonly externalContacts?: number;
  readonly createdAt?: string;
  readonly lastActiveAt?: string;
  readonly invitedAt?: string;
  /** When a pending invitation lapses (ZM-18). */
  readonly expiresAt?: string;
  readonly mail?: InvitationMail;
  /** The invitee still has to say what happens to their paid balance (ZM-14). */
  readonly awaiting?: 'balance-choice';
}

/** Whether a record is a person of the account. Sub-accounts have an address too, and the holder of a link a role; both, only people have. */
export function isPersonRecord(record: object): record is PersonRecord {
  return 'roleId' in record && 'email' in record;
}

/** The name to show: the chosen display name, else first and last name, else the address. */
export function personName(person: PersonRecord): string {
  const full = [person.firstName, person.lastName].filter(Boolean).join(' ');
  return person.displayName || full || person.email;
}

/** The roles a person holds, `roleId` first. */
export function heldRoles(person: Pick<Person, 'roleId' | 'roleIds'>): readonly string[] {
  return person.roleIds ?? [person.roleId];
}
