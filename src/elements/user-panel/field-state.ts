import type { PersonRecord } from '../../domain/index.ts';
import { fieldName, type Said, type Translator } from '../../i18n/index.ts';
import { actionOf, holdingsOf, isAssigned, type AccountScope } from '../../state/index.ts';
import type { PanelContext } from './panel-context.ts';

/** The fields of a profile as the kit knows them, in the order in which they are shown. */
export const PROFILE = [
  'firstName', 'lastName', 'displayName', 'email', 'department', 'jobTitle', 'manager', 'location',
] as const; // prettier-ignore

/** Words that a field is named by elsewhere in the kit. */
const NAMED_AS: Readonly<Record<string, string>> = {
  roleId: 'role',
  addons: 'addon',
  products: 'product',
  groupId: 'group',
  chatGroupId: 'chatGroup',
  subaccountIds: 'subaccount',
};

export function fieldLabel(t: Translator, field: string): string {
  const name = NAMED_AS[field] ?? field;
  // An account's own attribute is called by its id where nobody gave it a name.
  return fieldName(t, name, name.startsWith('x-') ? name.slice(2) : undefined);
}

/** How a field of the panel stands. */
export interface FieldState {
  /** The backend can set it at all. */
  readonly isOffered: boolean;
  /** Why it cannot be edited. Absent: it can. */
  readonly closed?: Said;
}

/** Whether a field can be edited here, by what the backend can do and what the policy says of this very field. */
export function fieldState(field: string, panel: PanelContext): FieldState {
  const { person, readonly, scope, say } = panel;
  if (readonly || !canSet(field, scope)) return { isOffered: false };
  const about = { action: actionOf(field), target: person };
  const decision = scope.decide(
    isAssigned(field) ? { ...about, draft: true } : { ...about, change: { fields: [field] } },
  );
  const closed = say(decision);
  return { isOffered: true, ...(closed && { closed }) };
}

function canSet(field: string, scope: AccountScope): boolean {
  const action = actionOf(field);
  return isAssigned(field) ? scope.offers(action) : scope.offers(action, field);
}

/** Custom attributes: those that the backend can sort by, and those that this person has (ZM-28). */
export function attributesOf(person: PersonRecord, scope: AccountScope): readonly string[] {
  const { account } = scope;
  const known = account.status === 'ready' ? account.capabilities.people.sort : [];
  const held = Object.keys(person.attributes ?? {}).map((id) => `x-${id}`);
  return [...new Set([...known.filter((field) => field.startsWith('x-')), ...held])];
}

/** What there is to hold: what the account has, and what this person holds already. */
export function holdable(
  field: 'userType' | 'addons' | 'products',
  { draft, person, scope }: PanelContext,
): readonly string[] {
  const { userTypes: userType, addons, products } = holdingsOf(scope);
  const isOffered = scope.offers(actionOf(field));
  const known = { userType, addons, products }[field];
  const held =
    field === 'userType'
      ? [person.userType ?? '']
      : [...(person[field] ?? []), ...draft.ids(field)];
  return [...new Set([...(isOffered ? known : []), ...held])].filter(Boolean);
}
