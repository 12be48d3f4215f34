import { AccountScopeElement } from './account-scope/account-scope-element.ts';
import { EventAccessElement } from './event-access/event-access-element.ts';
import { PermissionTableElement } from './permission-table/permission-table-element.ts';
import { RolePickerElement } from './role-picker/role-picker-element.ts';
import { SeatMeterElement } from './seat-meter/seat-meter-element.ts';
import { SubaccountManagerElement } from './subaccount-manager/subaccount-manager-element.ts';
import { SubaccountSwitcherElement } from './subaccount-switcher/subaccount-switcher-element.ts';
import { InviteDialogElement } from './invite-dialog/invite-dialog-element.ts';
import { UserPanelElement } from './user-panel/user-panel-element.ts';
import { UserTableElement } from './user-table/user-table-element.ts';

/** Every element of the kit by its tag. */
export const ELEMENTS = {
  'account-scope': AccountScopeElement,
  'role-picker': RolePickerElement,
  'permission-table': PermissionTableElement,
  'seat-meter': SeatMeterElement,
  'subaccount-switcher': SubaccountSwitcherElement,
  'subaccount-manager': SubaccountManagerElement,
  'invite-dialog': InviteDialogElement,
  'user-table': UserTableElement,
  'user-panel': UserPanelElement,
  'event-access': EventAccessElement,
} as const;

/** A tag of the kit. */
export type Tag = keyof typeof ELEMENTS;

/**
 * Defines every element in a registry, some of them under other names. A name that is taken is left alone with a
 * warning; nothing throws.
 *
 * @example define(customElements, { 'user-table': 'acme-table' });
 */
export function define(
  registry: CustomElementRegistry = customElements,
  names: Readonly<Partial<Record<Tag, string>>> = {},
): void {
  for (const [tag, element] of Object.entries(ELEMENTS))
    element.define(registry, names[tag as Tag] ?? tag);
}

declare global {
  interface HTMLElementTagNameMap {
    'account-scope': AccountScopeElement;
    'role-picker': RolePickerElement;
    'permission-table': PermissionTableElement;
    'seat-meter': SeatMeterElement;
    'subaccount-switcher': SubaccountSwitcherElement;
    'subaccount-manager': SubaccountManagerElement;
    'invite-dialog': InviteDialogElement;
    'user-table': UserTableElement;
    'user-panel': UserPanelElement;
    'event-access': EventAccessElement;
  }
}
