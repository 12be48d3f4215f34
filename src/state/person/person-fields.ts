import type { Action, PersonRecord } from '../../domain/index.ts';
import { heldValue } from '../held-value.ts';

/** What a field of a person holds: a text or an id (empty for none), or ids in no order. */
export type FieldValue = string | readonly string[];

/** Parts of a person that are set by an action of their own, each as a field. */
const ACTIONS = {
  roleId: 'user.change-role',
  userType: 'user.change-type',
  addons: 'user.assign-addon',
  products: 'user.assign-product',
  groupId: 'user.assign-group',
  chatGroupId: 'user.assign-group',
  subaccountIds: 'user.assign-subaccounts',
} as const satisfies Readonly<Record<string, Action>>;

export type AssignedField = keyof typeof ACTIONS;

/** Those that hold several ids. */
const LISTS: readonly string[] = ['addons', 'products', 'subaccountIds'];

/** The action by which a field is set; whatever has none of its own is part of the profile. */
export function actionOf(field: string): Action {
  return isAssigned(field) ? ACTIONS[field] : 'user.edit';
}

export function isAssigned(field: string): field is AssignedField {
  return Object.hasOwn(ACTIONS, field);
}

/** What a record holds in a field; what it does not tell is empty. */
export function fieldOf(person: PersonRecord, field: string): FieldValue {
  // A person may be in several groups, and is put into one.
  if (field === 'groupId') return person.groupIds?.[0] ?? '';
  if (field === 'chatGroupId') return person.chatGroupIds?.[0] ?? '';
  const held = heldValue(person, field);
  if (LISTS.includes(field)) return Array.isArray(held) ? (held as readonly string[]) : [];
  return typeof held === 'string' ? held : '';
}

/** Whether two values are the same to whoever stores them: white space around a text and the order of ids do not matter. */
export function sameValue(one: FieldValue, other: FieldValue): boolean {
  if (typeof one === 'string' || typeof other === 'string')
    return typeof one === typeof other && asStored(one as string) === asStored(other as string);
  return one.length === other.length && one.every((id) => other.includes(id));
}

/** A text as it is stored. */
export function asStored(text: string): string {
  return text.trim().normalize('NFC');
}
