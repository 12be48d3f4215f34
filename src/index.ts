export type * from './adapter/capabilities.ts';
export type * from './adapter/port.ts';
export { AdapterError, PROBLEM_KINDS, type Problem, type ProblemKind } from './adapter/problem.ts';
export { provideAccount, type AccountProvision } from './controllers/provide-account.ts';
export { scopeContext } from './controllers/scope-context.ts';
export * from './domain/index.ts';
export { AccountScopeElement } from './elements/account-scope/account-scope-element.ts';
export { define, ELEMENTS, type Tag } from './elements/elements.ts';
export { EventAccessElement } from './elements/event-access/event-access-element.ts';
export { PermissionTableElement } from './elements/permission-table/permission-table-element.ts';
export type { RoleSpec } from './elements/role-picker/options.ts';
export { RolePickerElement } from './elements/role-picker/role-picker-element.ts';
export { SeatBuyEvent } from './elements/seat-buy-event.ts';
export { SeatMeterElement } from './elements/seat-meter/seat-meter-element.ts';
export { SubaccountManagerElement } from './elements/subaccount-manager/subaccount-manager-element.ts';
export { SubaccountSwitcherElement } from './elements/subaccount-switcher/subaccount-switcher-element.ts';
export { InviteDialogElement } from './elements/invite-dialog/invite-dialog-element.ts';
export { PanelChangedEvent } from './elements/user-panel/events.ts';
export { UserPanelElement } from './elements/user-panel/user-panel-element.ts';
export type { Column, ColumnSpec } from './elements/user-table/columns/index.ts';
export {
  PersonOpenEvent,
  SelectionChangedEvent,
  ViewChangedEvent,
} from './elements/user-table/events.ts';
export { UserTableElement } from './elements/user-table/user-table-element.ts';
export {
  registerMessages,
  type Locale,
  type MessageOverrides,
  type Messages,
  type PartialLocale,
} from './i18n/index.ts';
export type { Decision, Policy, PolicyDocument, Question } from './policy/index.ts';
export * from './state/index.ts';
