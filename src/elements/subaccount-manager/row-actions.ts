import type { CommandLimits } from '../../adapter/capabilities.ts';
import type { Action, Subaccount } from '../../domain/index.ts';
import type { Translator } from '../../i18n/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { AccountScope } from '../../state/index.ts';

/** Something that can be done to one sub-account. */
export interface RowAction {
  readonly action: Action;
  /** What stands on its button. */
  readonly label: (t: Translator) => string;
  /** The same with whom it is done to, for a screen reader. */
  readonly title: (t: Translator, name: string) => string;
  readonly decide: (scope: AccountScope, one: Subaccount) => Decision;
}

export const rename: RowAction = {
  action: 'subaccount.edit',
  label: (t) => t('manager.rename'),
  title: (t, name) => t('manager.renameOf', { name }),
  decide: (scope, one) =>
    scope.decide({
      action: 'subaccount.edit',
      target: one,
      change: { fields: ['name'] },
      draft: true,
    }),
};

/** In the order of their buttons. A further one is a line here; what opens for it, the element's `#act` knows. */
const ROW_ACTIONS: readonly RowAction[] = [rename];

/** What is done from the menu of a row; going into one is also the switcher's, and alone makes no menu. */
const MENU_ACTIONS: readonly Action[] = [
  'subaccount.resend-activation',
  'subaccount.resize',
  'subaccount.reassign',
  'subaccount.cancel',
  'subaccount.delete',
];

/** The fields that the backend says an act takes, where a name is not all; `undefined`: it says nothing, or a name is. */
export function fieldsTold(scope: AccountScope, action: Action): readonly string[] | undefined {
  const fields = limitsOf(scope, action)?.fields;
  return fields?.some((field) => field !== 'name') ? fields : undefined;
}

/** The values that a field of an act may have; none: it is not told. */
export function valuesTold(scope: AccountScope, action: Action, field: string): readonly string[] {
  return limitsOf(scope, action)?.values?.[field] ?? [];
}

function limitsOf({ account }: AccountScope, action: Action): CommandLimits | undefined {
  const told = account.status === 'ready' ? account.capabilities.commands[action] : undefined;
  return told === true ? undefined : told;
}

/** Whether rows have a menu: there is more to be done than to rename. */
export function offersMenu({ scope, readonly }: Offering): boolean {
  return (
    !readonly &&
    (MENU_ACTIONS.some((action) => scope.offers(action)) ||
      (scope.offers('subaccount.edit') && fieldsTold(scope, 'subaccount.edit') !== undefined))
  );
}

interface Offering {
  readonly scope: AccountScope;
  readonly readonly: boolean;
}

/** What the rows offer: nothing that the backend cannot do at all. */
export function offeredActions({ scope, readonly }: Offering): readonly RowAction[] {
  return readonly ? [] : ROW_ACTIONS.filter(({ action }) => scope.offers(action, 'name'));
}

/** Whether a control with this decision does what it says. */
export function isOpen(scope: AccountScope, decision: Decision): boolean {
  return ['allowed', 'server-decides'].includes(scope.standing(decision));
}
