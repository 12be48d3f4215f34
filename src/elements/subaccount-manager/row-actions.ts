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

/** What the rows offer: nothing that the backend cannot do at all. */
export function offeredActions({
  scope,
  readonly,
}: {
  readonly scope: AccountScope;
  readonly readonly: boolean;
}): readonly RowAction[] {
  return readonly ? [] : ROW_ACTIONS.filter(({ action }) => scope.offers(action));
}

/** Whether a control with this decision does what it says. */
export function isOpen(scope: AccountScope, decision: Decision): boolean {
  return ['allowed', 'server-decides'].includes(scope.standing(decision));
}
