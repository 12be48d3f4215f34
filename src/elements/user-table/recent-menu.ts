import { html, nothing, type TemplateResult } from 'lit';
import { actionName } from '../../i18n/index.ts';
import { sayChange } from './footer.ts';
import { recentActs, type RecentAct } from './recent-acts.ts';
import type { TableContext } from './table-context.ts';

/** The last acts, each with its undo where there is one; an act on many is one of them. */
export function recentMenu(table: TableContext): TemplateResult {
  const { t, scope, undo } = table;
  return html`<div class="recent" role="group" aria-label=${t('undo.recent')}>
    <p class="heading">${t('undo.recent')}</p>
    <ul class="menu">
      ${recentActs(scope.recent).map(
        (act) => html`<li class="recent-item">
          <span class="recent-text" dir="auto">${sayAct(act, table)}</span>
          <time class="quiet" datetime=${new Date(act.last.at).toISOString()}>${t.relativeTime(act.last.at, table.now)}</time>
          ${
            act.open.length > 0
              ? html`<button type="button" class="button small" @click=${() => undo(act.open)}>${t('undo.do')}</button>`
              : nothing
          }
        </li>`,
      )}
    </ul>
  </div>`;
}

function sayAct({ last, changes, open }: RecentAct, table: TableContext): string {
  const { t } = table;
  const said =
    changes.length === 1
      ? sayChange(last, table)
      : t('confirm.many', {
          action: actionName(t, last.command.action),
          count: changes.length,
        });
  return open.length === 0 && last.state === 'undone' ? t('undo.done', { what: said }) : said;
}
