import { html, nothing, type TemplateResult } from 'lit';
import { sayChange } from './footer.ts';
import type { TableContext } from './table-context.ts';

/** The last changes, each with its undo where there is one. */
export function recentMenu(table: TableContext): TemplateResult {
  const { t, scope, undo } = table;
  return html`<div class="recent" role="group" aria-label=${t('undo.recent')}>
    <p class="heading">${t('undo.recent')}</p>
    <ul class="menu">
      ${scope.recent.map((change) => {
        const said = sayChange(change, table);
        return html`<li class="recent-item">
          <span class="recent-text" dir="auto">${change.state === 'undone' ? t('undo.done', { what: said }) : said}</span>
          <time class="quiet" datetime=${new Date(change.at).toISOString()}>${t.relativeTime(change.at, table.now)}</time>
          ${
            change.state === 'open'
              ? html`<button type="button" class="button small" @click=${() => undo(change.id)}>${t('undo.do')}</button>`
              : nothing
          }
        </li>`;
      })}
    </ul>
  </div>`;
}
