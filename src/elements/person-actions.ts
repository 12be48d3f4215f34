import type { Action, PersonRecord, PersonStatus } from '../domain/index.ts';
import type { Decision } from '../policy/index.ts';
import type { AccountScope } from '../state/index.ts';
import type { LaterIconName } from '../views/icons-later.ts';

interface RowAction {
  readonly action: Action;
  readonly icon: LaterIconName;
  /** For people who stand so it makes sense at all; whether it is allowed is the policy's word. */
  readonly when: readonly PersonStatus[];
  /** It takes something away. */
  readonly danger?: true;
}

const HERE: readonly PersonStatus[] = ['active', 'suspended', 'deactivated'];
const OUT: readonly PersonStatus[] = ['suspended', 'deactivated'];

/** What can be done to one person from their row, in the order of the menu (ZM-16, ZM-17, ZM-32). */
export const ROW_ACTIONS: readonly RowAction[] = [
  { action: 'invitation.resend', icon: 'mail', when: ['pending'] },
  { action: 'invitation.copy-link', icon: 'link', when: ['pending'] },
  { action: 'user.reset-password', icon: 'key', when: ['active'] },
  { action: 'user.reactivate', icon: 'undo', when: OUT },
  { action: 'user.suspend', icon: 'pause', when: ['active'] },
  { action: 'user.deactivate', icon: 'pause', when: ['active'] },
  { action: 'invitation.revoke', icon: 'block', when: ['pending'], danger: true },
  { action: 'user.unlink', icon: 'unlink', when: HERE, danger: true },
  { action: 'user.delete', icon: 'trash', when: HERE, danger: true },
];

export interface OfferedAction extends RowAction {
  readonly decision: Decision;
}

/** The actions that the backend can do to this person, each with the policy's word. What the product does not have at all is left out. */
export function actionsOn(
  person: PersonRecord,
  scope: AccountScope,
  actions: readonly RowAction[] = ROW_ACTIONS,
): readonly OfferedAction[] {
  const possible = actions.filter(
    ({ action, when }) => when.includes(person.status) && scope.offers(action),
  );
  return possible
    .map((each) => ({
      ...each,
      decision: scope.decide({
        action: each.action,
        target: person,
        ...(each === EDIT && { draft: true }),
      }),
    }))
    .filter(({ decision }) => decision.effect !== 'deny' || decision.reason.key !== 'notOffered');
}

/** Opens the person's page to edit them, first of all (RI-9). */
export const EDIT: RowAction = {
  action: 'user.edit',
  icon: 'pencil',
  when: ['active', 'pending', 'suspended', 'deactivated'],
};

export interface RowActionsAsked {
  /** Something on the page shows people one by one, so that they can be edited there. */
  readonly edits: boolean;
  /** The host has entries of its own for the menus. */
  readonly isOwn: boolean;
}

/** Whether any row can have a menu: decides about the column. Whoever may do none of it to anybody needs no menus (RI-9). */
export function offersRowActions(scope: AccountScope, { edits, isOwn }: RowActionsAsked): boolean {
  const offered = (edits ? [EDIT, ...ROW_ACTIONS] : ROW_ACTIONS).filter(({ action }) =>
    scope.offers(action),
  );
  return offered.some(({ action }) => {
    if (isOwn) return true;
    const decision = scope.decide({ action, draft: true });
    return decision.effect !== 'deny' || decision.reason.key !== 'noPermission';
  });
}
