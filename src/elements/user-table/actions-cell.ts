import { html, type TemplateResult } from 'lit';
import { personName, type PersonRecord } from '../../domain/index.ts';
import { drawing } from '../../views/icons.ts';
import type { GridColumn } from './columns/index.ts';
import type { TableContext } from './table-context.ts';

/** Opens the menu of what can be done to one person. */
function actionsButton(person: PersonRecord, { t, menu }: TableContext): TemplateResult {
  const isOpen = menu.name?.kind === 'actions' && menu.name.personId === person.id;
  return html`<button
    type="button"
    class="button quiet icon row-menu"
    part="row-menu"
    aria-haspopup="menu"
    aria-expanded=${isOpen}
    aria-label=${t('row.actionsOf', { name: personName(person) })}
    @click=${(event: Event) => menu.toggle({ kind: 'actions', personId: person.id }, event.currentTarget as HTMLElement)}
  >
    ${drawing('more', 'M3.25 8h.01M8 8h.01M12.75 8h.01')}
  </button>`;
}

/** The last column, where any row can have such a menu. It is not among those that can be chosen. */
export function actionsColumn(table: () => TableContext): GridColumn {
  return {
    id: 'actions',
    header: (t) => t('row.actions'),
    headerHidden: true,
    width: [56, 0],
    cell: (person) => actionsButton(person, table()),
  };
}
