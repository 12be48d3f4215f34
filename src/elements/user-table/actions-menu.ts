import { html, nothing, type TemplateResult } from 'lit';
import { personName, type PersonRecord } from '../../domain/index.ts';
import { actionName, sayDecision } from '../../i18n/index.ts';
import { menuItem } from '../../views/menu-item.ts';
import { actionsOn, EDIT, type OfferedAction } from '../person-actions.ts';
import type { TableContext } from './table-context.ts';

/** What can be done to one person (ARIA menu pattern). A closed entry takes the focus like the others and says why. */
export function actionsMenu(
  person: PersonRecord,
  table: TableContext,
  choose: (person: PersonRecord, chosen: OfferedAction) => void,
): TemplateResult {
  const { t, scope } = table;
  const offered = [
    ...(table.open ? actionsOn(person, scope, [EDIT]) : []),
    ...actionsOn(person, scope),
  ];
  const firstDanger = offered.findIndex(({ danger }) => danger);
  return html`<div class="menu row-actions" role="menu" aria-label=${t('row.actionsOf', { name: personName(person) })}>
    ${offered.map(
      (each, at) => html`${at > 0 && at === firstDanger ? html`<hr />` : nothing}
      ${entry(each, table, () => choose(person, each))}`,
    )}
    <slot name="row-actions"></slot>
  </div>`;
}

function entry(
  { action, icon: name, danger, decision }: OfferedAction,
  table: TableContext,
  choose: () => void,
): TemplateResult {
  const { t, scope } = table;
  const standing = scope.standing(decision);
  const said =
    standing === 'denied' || standing === 'pending'
      ? sayDecision(t, decision, { ...table, waiting: standing === 'pending' })
      : undefined;
  return menuItem({
    id: action,
    label: actionName(t, action),
    part: 'row-action',
    mark: name,
    danger,
    closed: said,
    take: choose,
  });
}
