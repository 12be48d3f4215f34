import type { Action, ChangeData } from '../../../domain/index.ts';
import type { Decision } from '../../../policy/index.ts';
import type { AccountScope } from '../../../state/index.ts';
import type { LaterIconName } from '../../../views/icons-later.ts';

/** The part of a change that has to be chosen first. */
export type ChosenPart = 'roleId' | 'userType' | 'groupId';

export interface BulkAction {
  readonly action: Action;
  readonly icon: LaterIconName;
  readonly choose?: ChosenPart;
  /** It takes something away. */
  readonly danger?: true;
}

/** What can be done to many at once, in the order of the menu (ZM-16, ZM-17, ZM-21, ZM-32). */
const BULK_ACTIONS: readonly BulkAction[] = [
  { action: 'user.change-role', icon: 'key', choose: 'roleId' },
  { action: 'user.change-type', icon: 'ticket', choose: 'userType' },
  { action: 'user.assign-group', icon: 'group', choose: 'groupId' },
  { action: 'invitation.resend', icon: 'mail' },
  { action: 'user.reactivate', icon: 'undo' },
  { action: 'user.suspend', icon: 'pause' },
  { action: 'user.deactivate', icon: 'pause' },
  { action: 'invitation.revoke', icon: 'block', danger: true },
  { action: 'user.unlink', icon: 'unlink', danger: true },
  { action: 'user.delete', icon: 'trash', danger: true },
];

export interface OfferedBulkAction extends BulkAction {
  /** Whether the actor may do it to anyone at all; for whom, the plan says. */
  readonly decision: Decision;
}

/** The actions that the backend can do, each with the policy's word. What the product does not have at all is left out. */
export function bulkActions(scope: AccountScope): readonly OfferedBulkAction[] {
  return BULK_ACTIONS.filter(({ action }) => scope.offers(action))
    .map((each) => ({ ...each, decision: scope.decide({ action: each.action, draft: true }) }))
    .filter(({ decision }) => decision.effect !== 'deny' || decision.reason.key !== 'notOffered');
}

/** Whether the backend can do any of it: without that there is nothing to select for. */
export function offersBulk(scope: AccountScope): boolean {
  return BULK_ACTIONS.some(({ action }) => scope.offers(action));
}

/** A role, type or group that everyone selected could be given. */
export interface BulkValue {
  readonly id: string;
  readonly name: string;
  /** What kind of group it is, if it is no user group. */
  readonly kind?: string;
}

/** The change that a choice makes. */
export function changeOf(part: ChosenPart, { id, kind }: BulkValue): ChangeData {
  return { [part]: id, ...(kind !== undefined && { kind }) };
}
