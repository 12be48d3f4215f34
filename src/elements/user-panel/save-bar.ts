import { html, nothing, type TemplateResult } from 'lit';
import { sayProblem } from '../../i18n/index.ts';
import { isPending } from '../../state/index.ts';
import { blockedField } from './field-row.ts';
import type { PanelContext } from './panel-context.ts';

/** What was edited, and the two ways on. It is there only while there is something to save, or being saved. */
export function saveBar(panel: PanelContext): TemplateResult | typeof nothing {
  const { discard, draft, save, saving, t } = panel;
  const { edited } = draft;
  if (saving.isUnderWay)
    return html`<div class="bar" part="save-bar" role="group" aria-label=${t('panel.unsaved')}>
      <span class="bar-text"><span class="spinner"></span>${obstacle(panel) ?? t('change.saving')}</span>
      <button type="button" class="button" @click=${() => saving.abort()}>${t('change.cancel')}</button>
    </div>`;
  if (edited.length === 0) return nothing;
  const isClosed = blockedField(panel) !== undefined;
  const hasFailed = saving.failed.length > 0;
  return html`<div class="bar" part="save-bar" role="group" aria-label=${t('panel.unsaved')}>
    <span class="bar-text" id="bar-text">${barText(panel)}</span>
    <button type="button" class="button quiet discard" part="discard" @click=${discard}>${t('panel.discard')}</button>
    <button
      type="button"
      class="button primary save"
      part="save"
      aria-disabled=${isClosed ? 'true' : nothing}
      aria-describedby="bar-text"
      aria-keyshortcuts="Control+Enter"
      title="Ctrl+Enter"
      @click=${save}
    >
      ${t(hasFailed ? 'change.retry' : 'panel.save')}
    </button>
  </div>`;
}

function barText({ draft, isStale, saving, t }: PanelContext): string {
  const clashes = draft.clashes.length;
  if (clashes > 0) return t('panel.clashes', { count: clashes });
  if (isStale) return t('panel.stale');
  if (saving.failed.length > 0) return t('panel.failed', { count: draft.edited.length });
  return t('panel.edited', { count: draft.edited.length });
}

/** What keeps it: the host, an earlier change, or the sign-in that has expired. */
function obstacle({ person, scope, t }: PanelContext): string | undefined {
  if (scope.sessionExpired) {
    const { reason, remedy } = sayProblem(t, { kind: 'unauthenticated' });
    return [reason, remedy].filter(Boolean).join(' ');
  }
  const activities = scope.activitiesOn(person.id).filter(isPending);
  if (activities.some(({ phase }) => phase === 'holding')) return t('change.waiting');
  return activities.some(({ slow }) => slow) ? t('change.slow') : undefined;
}
