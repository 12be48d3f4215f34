import { html, nothing, type TemplateResult } from 'lit';
import type { Subaccount } from '../../../domain/index.ts';
import { actionName, sayDecision, type Translator } from '../../../i18n/index.ts';
import { menuItem } from '../../../views/menu-item.ts';
import type { ManagerContext } from '../manager-context.ts';
import { isOpen } from '../row-actions.ts';
import { actsOn, type OfferedAct } from './row-acts.ts';

/** What can be done to one sub-account (ARIA menu pattern). A closed entry takes the focus like the others and says why. */
export function actMenu(
  one: Subaccount,
  { t, scope, say }: ManagerContext,
  choose: (act: OfferedAct) => void,
): TemplateResult {
  const acts = actsOn(one, scope);
  const firstDanger = acts.findIndex(({ danger }) => danger);
  return html`<div class="menu" role="menu" aria-label=${t('row.actionsOf', { name: one.name })}>
    ${acts.map((act, at) => {
      const { action, icon, danger, decision } = act;
      const closed = isOpen(scope, decision)
        ? undefined
        : sayDecision(t, decision, { ...say, waiting: true });
      const isHere = action === 'subaccount.enter' && scope.subaccountId === one.id;
      const label = isHere ? t('acts.leave') : actLabel(action, t);
      return html`${at > 0 && at === firstDanger ? html`<hr />` : nothing}
      ${menuItem({ id: action, label, part: 'row-act', mark: isHere ? 'back' : icon, danger, closed, take: () => choose(act) })}`;
    })}
  </div>`;
}

/** What an act is called: here more than the name is edited. */
export function actLabel(action: string, t: Translator): string {
  return action === 'subaccount.edit' ? t('acts.edit') : actionName(t, action);
}
