import { html, nothing, type TemplateResult } from 'lit';
import { isPersonRecord, personName } from '../../domain/index.ts';
import { actionName, type Translator } from '../../i18n/index.ts';
import type { PeopleWindow, RecentChange } from '../../state/index.ts';
import { icon } from '../../views/icons.ts';
import type { TableContext } from './table-context.ts';

/** How many there are, what keeps some from being shown, and what was done lately. */
export function footer(
  window: PeopleWindow | undefined,
  filtered: boolean,
  table: TableContext,
): TemplateResult {
  const { t, scope, menu } = table;
  return html`<div class="footer" part="footer">
    <span class="count" part="count" dir="auto">${window ? countText(window, table) : nothing}</span>
    ${window?.partial?.scanned !== undefined && filtered ? html`<span class="quiet">${t('people.partial', { count: window.partial.scanned })}</span>` : nothing}
    ${scope.sessionExpired ? html`<span class="footer-problem">${icon('lock')} ${sayObstacle(t, 'unauthenticated')}</span>` : nothing}
    ${
      window?.problem && window.status === 'ready'
        ? html`<span class="footer-problem">
            ${icon('alert')} ${t('people.outdated')}
            <button type="button" class="button quiet small" @click=${() => window.retry()}>${t('change.retry')}</button>
          </span>`
        : nothing
    }
    ${menu.hasFailed ? html`<span class="footer-problem">${icon('alert')} ${sayObstacle(t, 'network')}</span>` : nothing}
    ${
      scope.recent.length > 0
        ? html`<button
            type="button"
            class="button quiet small recent-button"
            aria-haspopup="dialog"
            aria-expanded=${menu.name?.kind === 'recent'}
            @click=${(event: Event) => menu.toggle({ kind: 'recent' }, event.currentTarget as HTMLElement)}
          >
            ${icon('history')}${t('undo.recent')}
          </button>`
        : nothing
    }
  </div>`;
}

/** What keeps the table from going on, and what to do, for the footer and for a screen reader. */
export function sayObstacle(t: Translator, kind: 'network' | 'unauthenticated'): string {
  return `${t(`problem.${kind}`)} ${t(`problem.${kind}.next`)}`;
}

/** How many people there are to see, as far as the backend says. */
export function countText(window: PeopleWindow, { t }: TableContext): string {
  const { total, totalIs, length, status } = window;
  // One row more is kept for what is not read yet.
  if (total === undefined)
    return status === 'ready' ? t('people.atLeast', { count: length - 1 }) : '';
  return t(totalIs === 'estimate' ? 'people.about' : 'people.count', { count: total });
}

/** What something is called. The holder of a link has no name. */
function nameOf(record: NonNullable<RecentChange['before']>): string | undefined {
  if (isPersonRecord(record)) return personName(record);
  return 'name' in record ? record.name : record.label;
}

/** What a change did, in one sentence. */
export function sayChange(
  { command, after, before }: RecentChange,
  { t, cell }: TableContext,
): string {
  const record = after ?? before;
  const name = record && nameOf(record);
  if (!name) return actionName(t, command.action);
  const { roleId } = command.change ?? {};
  if (command.action === 'user.change-role' && roleId)
    return t('role.changed', { name, role: cell.roleName(roleId) });
  return t('change.done', { action: actionName(t, command.action), name });
}
