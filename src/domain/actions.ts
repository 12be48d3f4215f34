import type { ActionShape } from './action-definition.ts';

// One row an action, on one line, so that the vocabulary can be read as the table it is. What follows from a write is in
// `action-consequences.ts`: policies need not know it, and are loaded without it.
// prettier-ignore
export const ACTION_SHAPES = {
  'user.list': { access: 'read' },
  'user.view': { access: 'read', target: 'required', on: 'person' },
  'user.invite': { access: 'write', needs: ['people'], membership: 'joins' },
  'user.edit': { access: 'write', target: 'required', on: 'person', needs: ['values'] },
  'user.change-role': { access: 'write', target: 'required', on: 'person', needs: ['roleId'], membership: 'changes' },
  'user.change-type': { access: 'write', target: 'required', on: 'person', needs: ['userType'] },
  'user.assign-addon': { access: 'write', target: 'required', on: 'person', needs: ['addons'] },
  'user.assign-product': { access: 'write', target: 'required', on: 'person', needs: ['products'] },
  'user.assign-subaccounts': { access: 'write', target: 'required', on: 'person', needs: ['subaccountIds'] },
  'user.assign-group': { access: 'write', target: 'required', on: 'person', needs: ['groupId'] },
  'user.suspend': { access: 'write', target: 'required', on: 'person', membership: 'leaves' },
  'user.reactivate': { access: 'write', target: 'required', on: 'person', membership: 'returns' },
  'user.deactivate': { access: 'write', target: 'required', on: 'person', membership: 'leaves' },
  'user.unlink': { access: 'write', target: 'required', on: 'person', membership: 'leaves' },
  'user.delete': { access: 'write', target: 'required', on: 'person', membership: 'leaves' },
  'user.transfer-seat': { access: 'write', target: 'required', on: 'person', needs: ['toId'] },
  'user.transfer-ownership': { access: 'write', target: 'required', on: 'person', membership: 'swaps' },
  'user.leave': { access: 'write', membership: 'leaves' },
  'user.reset-password': { access: 'write', target: 'required', on: 'person' },
  'user.revoke-sessions': { access: 'write', target: 'required', on: 'person' },
  'user.set-expiry': { access: 'write', target: 'required', on: 'person', needs: ['until'] },
  'user.list-sessions': { access: 'read', target: 'required', on: 'person' },
  'user.view-recordings': { access: 'read', target: 'required', on: 'person' },
  'user.import': { access: 'write' },
  'user.export': { access: 'read' },
  'invitation.resend': { access: 'write', target: 'required', on: 'person' },
  'invitation.revoke': { access: 'write', target: 'required', on: 'person', membership: 'leaves' },
  'invitation.copy-link': { access: 'read', target: 'required', on: 'person' },
  'link.create': { access: 'write', target: 'optional', on: 'event', needs: ['roleId'], membership: 'joins' },
  'link.revoke': { access: 'write', target: 'required', on: 'link', membership: 'leaves' },
  'subaccount.list': { access: 'read' },
  'subaccount.view-data': { access: 'read', target: 'required', on: 'subaccount' },
  'subaccount.enter': { access: 'read', target: 'required', on: 'subaccount' },
  'subaccount.create': { access: 'write', target: 'optional', on: 'subaccount', needs: ['values'] },
  'subaccount.edit': { access: 'write', target: 'required', on: 'subaccount', needs: ['values'] },
  'subaccount.resize': { access: 'write', target: 'required', on: 'subaccount', needs: ['values'] },
  'subaccount.reassign': { access: 'write', target: 'required', on: 'subaccount', needs: ['people'] },
  'subaccount.cancel': { access: 'write', target: 'required', on: 'subaccount' },
  'subaccount.delete': { access: 'write', target: 'required', on: 'subaccount' },
  'subaccount.resend-activation': { access: 'write', target: 'required', on: 'subaccount' },
  'subaccount.export': { access: 'read', target: 'optional', on: 'subaccount' },
  'subaccount.buy': { access: 'write', needs: ['count'] },
  'subaccount.buy-addon': { access: 'write', target: 'required', on: 'subaccount' },
  'subaccount.change-plan': { access: 'write', target: 'required', on: 'subaccount' },
  'inbox.configure': { access: 'write', target: 'required', on: 'subaccount' },
  'license.add': { access: 'write' },
  'seat.buy': { access: 'write' },
  'billing.view': { access: 'read' },
  'billing.manage': { access: 'write' },
  'addon.view': { access: 'read' },
  'addon.activate': { access: 'write' },
  'plan.change': { access: 'write' },
  'subscription.manage': { access: 'write' },
  'subscription.cancel': { access: 'write' },
  'organization.view': { access: 'read' },
  'organization.edit': { access: 'write' },
  'organization.delete': { access: 'write' },
  'settings.open': { access: 'read' },
  'audit.view': { access: 'read' },
  'account.convert-type': { access: 'write', target: 'optional', on: 'person', needs: ['fromType', 'userType'] },
  'account.unlink-type': { access: 'write', target: 'optional', on: 'person', needs: ['fromType'], membership: 'leaves' },
  'account.set-default-type': { access: 'write', needs: ['userType'] },
  'account.set-default-group': { access: 'write', needs: ['groupId'] },
  'account.move-group': { access: 'write', needs: ['groupId', 'toId'] },
  'group.create': { access: 'write', needs: ['values'] },
  'group.edit': { access: 'write', target: 'required', on: 'group', needs: ['values'] },
  'group.delete': { access: 'write', target: 'required', on: 'group' },
  'attribute.create': { access: 'write', needs: ['values'] },
  'attribute.edit': { access: 'write', needs: ['values'] },
  'attribute.delete': { access: 'write' },
  'role.create': { access: 'write', needs: ['values'] },
  'role.edit': { access: 'write', needs: ['values'] },
  'role.delete': { access: 'write' },
  'role.restrict': { access: 'write', target: 'optional', on: 'person', alsoOn: 'link', needs: ['rights'] },
  'role.unrestrict': { access: 'write', target: 'optional', on: 'person', alsoOn: 'link', needs: ['rights'] },
  'contact.list': { access: 'read', target: 'optional', on: 'person' },
  'contact.remove': { access: 'write', target: 'required', on: 'contact' },
  'event.start': { access: 'write', target: 'optional', on: 'event' },
  'event.run': { access: 'write', target: 'optional', on: 'event' },
  'event.end': { access: 'write', target: 'optional', on: 'event' },
  'event.share': { access: 'write', target: 'optional', on: 'event' },
  'event.record': { access: 'write', target: 'optional', on: 'event' },
  'event.view-attendees': { access: 'read', target: 'optional', on: 'event' },
  'event.moderate-chat': { access: 'write', target: 'optional', on: 'event' },
  'event.start-parallel': { access: 'write', target: 'optional', on: 'event' },
} as const satisfies Readonly<Record<string, ActionShape>>;

/** An action of the kit. Hosts add their own through the `actions` option of `compilePolicy` and `createScope`. */
export type KitAction = keyof typeof ACTION_SHAPES;
export type Action = KitAction | (string & {});

/** An action of the kit that changes something. */
export type KitWrite = {
  [A in KitAction]: (typeof ACTION_SHAPES)[A]['access'] extends 'write' ? A : never;
}[KitAction];

/** What each action has to be told and is about, a host's own among them. */
export type ActionShapes = Readonly<Record<string, ActionShape>>;

export function actionShapes(own?: ActionShapes): ActionShapes {
  return own ? { ...ACTION_SHAPES, ...own } : ACTION_SHAPES;
}
