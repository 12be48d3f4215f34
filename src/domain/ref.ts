export type RefKind = 'person' | 'subaccount' | 'link' | 'event' | 'group' | 'contact';

/** Points at one thing on the account. `version` is the one the actor was looking at. */
export interface Ref {
  readonly kind: RefKind;
  readonly id: string;
  readonly version?: string;
}
