import { html, nothing, type TemplateResult } from 'lit';
import type { PeopleSelection, PeopleWindow } from '../../state/index.ts';
import { icon } from '../../views/icons.ts';
import type { TableContext } from './table-context.ts';

/** What stands in the footer while people are selected: how many, everyone who matches, what to do, and out of it. */
export function bulkBar(
  selection: PeopleSelection,
  window: PeopleWindow | undefined,
  table: TableContext,
): TemplateResult {
  const { t, menu } = table;
  const { count } = selection;
  const total = window?.status === 'ready' ? window.total : undefined;
  const canAll = !selection.isMatching && window?.status === 'ready' && (total ?? 2) > (count ?? 0);
  return html`<div class="footer bulk-bar" part="bulk-bar" role="group" aria-label=${t('selection.label')}>
    <span class="bulk-count" part="bulk-count">
      ${count === undefined ? t('selection.matching') : t('selection.count', { count })}
    </span>
    ${
      canAll
        ? html`<button type="button" class="button quiet small" @click=${() => selection.selectMatching(window.query, total)}>
            ${total === undefined ? t('selection.allMatching') : t('selection.all', { count: total })}
          </button>`
        : nothing
    }
    <span class="bulk-end">
      <button
        type="button"
        class="button small bulk-button"
        part="bulk-button"
        aria-haspopup="menu"
        aria-expanded=${menu.name?.kind === 'bulk'}
        @click=${(event: Event) => menu.toggle({ kind: 'bulk' }, event.currentTarget as HTMLElement)}
      >
        ${t('row.actions')}${icon('chevron-down')}
      </button>
      <button type="button" class="button quiet icon small" aria-label=${t('selection.clear')} @click=${() => selection.clear()}>
        ${icon('close')}
      </button>
    </span>
  </div>`;
}
