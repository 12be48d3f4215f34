import { html, nothing, type TemplateResult } from 'lit';
import { isRef, type AuditEntry } from '../../domain/index.ts';
import { actionName, roleName, userTypeName } from '../../i18n/index.ts';
import { isPending, type RecentChange } from '../../state/index.ts';
import { notDone } from './not-done.ts';
import { fieldLabel } from './field-state.ts';
import { moment } from './head-view.ts';
import type { PanelContext } from './panel-context.ts';

/** What was done to the person lately: here, with its undo, and by others, as far as the backend tells. */
export function historyView(panel: PanelContext): TemplateResult | typeof nothing {
  const { lookups, person, scope, t } = panel;
  const here = scope.recent.filter(
    ({ command: { target } }) =>
      isRef(target) && target.kind === 'person' && target.id === person.id,
  );
  const noted = withoutMine(lookups.trail, here, panel);
  if (here.length + noted.length === 0) return nothing;
  return html`<section class="section" part="section section-history" aria-labelledby="section-history">
    <h3 id="section-history" class="section-title">${t('undo.recent')}</h3>
    <ol class="history">
      ${here.map((change) => mine(change, panel))} ${noted.map((entry) => theirs(entry, panel))}
    </ol>
  </section>`;
}

function mine(change: RecentChange, panel: PanelContext): TemplateResult {
  const { at, command, id, inverse, state } = change;
  const { readonly, scope, t, undo } = panel;
  const said = sayDone(command.action, detailOf(command.change), panel);
  const failed = scope
    .activitiesOn(panel.person.id)
    .find((one) => one.command.id === inverse?.id && !isPending(one));
  return html`<li>
    <span class="done"
      ><span dir="auto">${state === 'undone' ? t('undo.done', { what: said }) : said}</span>
      <span class="quiet">${t('people.you')} · ${moment(t, at, Date.now())}</span></span
    >
    ${
      state === 'open' && !readonly
        ? html`<button type="button" class="button small" part="undo" @click=${() => undo([id])}>${t('undo.do')}</button>`
        : nothing
    }
    ${state === 'undoing' ? html`<span class="spinner"></span>` : nothing}
    ${failed ? notDone(failed, panel) : nothing}
  </li>`;
}

function theirs({ action, actorId, at, detail }: AuditEntry, panel: PanelContext): TemplateResult {
  const { lookups, scope, t } = panel;
  const isMe = scope.account.status === 'ready' && scope.account.actor.id === actorId;
  const who = isMe
    ? t('people.you')
    : ((actorId === null ? undefined : lookups.name(actorId)) ?? t('panel.someone'));
  return html`<li>
    <span class="done"
      ><span dir="auto">${sayDone(action, detail ?? {}, panel)}</span>
      <span class="quiet"><bdi>${who}</bdi> · ${moment(t, at, scope.now())}</span></span
    >
  </li>`;
}

/** The trail without what is listed already because it was done here. */
function withoutMine(
  trail: readonly AuditEntry[],
  here: readonly RecentChange[],
  { scope }: PanelContext,
): readonly AuditEntry[] {
  const me = scope.account.status === 'ready' ? scope.account.actor.id : undefined;
  const done = here.map(({ command }) => command.action);
  return trail.filter(({ action, actorId }) => {
    const n = actorId === me ? done.indexOf(action) : -1;
    if (n >= 0) done.splice(n, 1);
    return n < 0;
  });
}

type Detail = Readonly<Record<string, unknown>>;

function detailOf(change: object = {}): Detail {
  const { values, ...parts } = change as { readonly values?: object };
  return { ...parts, ...(values && { fields: Object.keys(values) }) };
}

/** An action with what it set, as far as that can be said. */
function sayDone(
  action: string,
  { fields, roleId, userType }: Detail,
  { roleLabel, t }: PanelContext,
): string {
  const what = actionName(t, action);
  const value =
    typeof roleId === 'string'
      ? roleName(t, roleId, roleLabel(roleId))
      : typeof userType === 'string'
        ? userTypeName(t, userType)
        : Array.isArray(fields)
          ? t.list(fields.filter((one) => typeof one === 'string').map((one) => fieldLabel(t, one)))
          : undefined;
  return value ? t('filter.chip', { field: what, values: value }) : what;
}
