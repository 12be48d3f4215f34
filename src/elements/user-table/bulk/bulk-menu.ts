import { html, nothing, type TemplateResult } from 'lit';
import { groupsOf, type Group } from '../../../domain/index.ts';
import { actionName, sayDecision, userTypeName } from '../../../i18n/index.ts';
import type { Decision } from '../../../policy/index.ts';
import { laterIcon, type LaterIconName } from '../../../views/icons-later.ts';
import { menuItem } from '../../../views/menu-item.ts';
import type { TableContext } from '../table-context.ts';
import {
  bulkActions, changeOf, type BulkAction, type BulkValue, type ChosenPart,
} from './bulk-actions.ts'; // prettier-ignore

export interface BulkMenu {
  /** The action whose value is being chosen; absent: which action. */
  readonly choosing: BulkAction | undefined;
  /** Groups of the account, as far as they were read. */
  readonly groups: readonly Group[];
  readonly pick: (action: BulkAction) => void;
  readonly choose: (action: BulkAction, value: BulkValue) => void;
  readonly back: () => void;
}

/** What can be done to everyone selected; or, after that, which role, type or group they shall have (ARIA menu pattern). */
export function bulkMenu(menu: BulkMenu, table: TableContext): TemplateResult {
  const { t, scope } = table;
  const { choosing, pick } = menu;
  if (choosing?.choose) return valueMenu(choosing, choosing.choose, menu, table);
  const offered = bulkActions(scope).filter(
    ({ choose }) => !choose || valuesOf(choose, menu, table).length > 0,
  );
  const firstDanger = offered.findIndex(({ danger }) => danger);
  return html`<div class="menu row-actions" role="menu" aria-label=${t('row.actions')}>
    ${offered.map(
      (each, at) => html`${at > 0 && at === firstDanger ? html`<hr />` : nothing}
      ${entry(
        {
          label: actionName(t, each.action),
          mark: each.icon,
          danger: each.danger,
          decision: each.decision,
          id: each.action,
        },
        () => pick(each),
        table,
      )}`,
    )}
  </div>`;
}

function valueMenu(
  action: BulkAction,
  part: ChosenPart,
  menu: BulkMenu,
  table: TableContext,
): TemplateResult {
  const { t, scope } = table;
  const label = actionName(t, action.action);
  const roles =
    part === 'roleId'
      ? scope.assignableRoles({ action: action.action, draft: true })
      : new Map<string, Decision>();
  return html`<div class="menu row-actions" role="menu" aria-label=${label}>
    <button type="button" class="item heading" role="menuitem" tabindex="-1" data-label=${label} @click=${menu.back}>
      ${laterIcon('back')}<span class="label">${label}</span>
    </button>
    ${valuesOf(part, menu, table).map((value) => {
      const { id, name } = value;
      const decision =
        roles.get(id) ??
        scope.decide({ action: action.action, change: changeOf(part, value), draft: true });
      return entry({ label: name, decision, id }, () => menu.choose(action, value), table);
    })}
  </div>`;
}

/** The values that everyone selected could be given. */
function valuesOf(
  part: ChosenPart,
  { groups }: BulkMenu,
  { t, roles, cell, capabilities }: TableContext,
): readonly BulkValue[] {
  if (part === 'roleId') return roles.map(({ id }) => ({ id, name: cell.roleName(id) }));
  if (part === 'groupId')
    return [
      ...groupsOf(groups, 'user').map(({ id, label = id }) => ({ id, name: label })),
      ...groupsOf(groups, 'chat').map(({ id, label = id }) => ({
        id,
        name: t('bulk.chatGroup', { group: label }),
        kind: 'chat',
      })),
    ];
  const types = capabilities?.people.values?.userType ?? [];
  return types.map((id) => ({ id, name: userTypeName(t, id) }));
}

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly mark?: LaterIconName;
  readonly danger?: true | undefined;
  readonly decision: Decision;
}

function entry(
  { id, label, mark, danger, decision }: Entry,
  take: () => void,
  { t, roleLabel }: TableContext,
): TemplateResult {
  // Whom it can be done to is not known before the plan; only what can be done to nobody is closed.
  const said = decision.effect === 'deny' ? sayDecision(t, decision, { roleLabel }) : undefined;
  return menuItem({ id, label, part: 'bulk-action', mark, danger, closed: said, take });
}
