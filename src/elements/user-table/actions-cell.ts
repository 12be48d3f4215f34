import { html, type TemplateResult } from 'lit';
import { personName, type PersonRecord } from '../../domain/index.ts';
import { icon } from '../../views/icons.ts';
import type { TableContext } from './table-context.ts';

/** Opens the menu of what can be done to one person. */
export function actionsButton(person: PersonRecord, { t, menu }: TableContext): TemplateResult {
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
    ${icon('more')}
  </button>`;
}
