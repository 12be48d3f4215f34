import { html, nothing, type TemplateResult } from 'lit';
import { actionName } from '../../i18n/index.ts';
import { isPending } from '../../state/index.ts';
import { laterIcon } from '../../views/icons-later.ts';
import { icon } from '../../views/icons.ts';
import { actionsOn, type OfferedAction } from '../person-actions.ts';
import { moment } from './head-view.ts';
import { notDone } from './not-done.ts';
import type { PanelContext } from './panel-context.ts';

/** What can be done to the person, and why the rest cannot (ZM-16, ZM-17, ZM-32). A closed entry can be reached like the others. */
export function actionsView(panel: PanelContext): TemplateResult | typeof nothing {
  const { person, readonly, scope, t } = panel;
  const offered = readonly ? [] : actionsOn(person, scope);
  if (offered.length === 0) return nothing;
  return html`<section class="section" part="section section-actions" aria-labelledby="section-actions">
    <h3 id="section-actions" class="section-title">${t('row.actions')}</h3>
    <ul class="actions">
      ${offered.map((each) => html`<li>${entry(each, panel)}</li>`)}
    </ul>
  </section>`;
}

function entry(
  { action, danger, decision, icon: mark }: OfferedAction,
  panel: PanelContext,
): TemplateResult {
  const { act, person, say, scope, t } = panel;
  const said = say(decision);
  const activity = scope.activitiesOn(person.id).find((one) => one.command.action === action);
  const isUnderWay = activity !== undefined && isPending(activity);
  return html`<button
    type="button"
    class="item ${danger && !said ? 'danger' : ''}"
    part="action"
    data-value=${action}
    aria-disabled=${said || isUnderWay ? 'true' : nothing}
    @click=${() => !said && !isUnderWay && act(action)}
  >
    ${isUnderWay ? html`<span class="spinner"></span>` : said ? icon('lock') : laterIcon(mark)}
    <span class="label">
      <span dir="auto">${actionName(t, action)}</span>
      ${said ? html`<span class="description"><span class="why">${said.reason}</span> ${said.remedy ? html`<span class="remedy">${said.remedy}</span>` : nothing}</span>` : nothing}
    </span>
  </button>
  ${activity && !isUnderWay ? notDone(activity, panel, () => void scope.retry(activity.command.id)) : nothing}`;
}

/** That the person has not joined yet, and until when they can. */
export function invitationView({
  person,
  scope,
  t,
}: PanelContext): TemplateResult | typeof nothing {
  if (person.status !== 'pending') return nothing;
  const { awaiting, expiresAt, invitedAt } = person;
  return html`<div class="banner" part="banner">
    ${laterIcon('mail')}
    <p>
      ${t('panel.pending')}
      ${invitedAt || expiresAt ? html`<span class="quiet">${invitedAt ? html`${t('field.invitedAt')}: ${moment(t, invitedAt, scope.now())}` : nothing}${invitedAt && expiresAt ? ' · ' : nothing}${expiresAt ? html`${t('field.expiresAt')}: ${moment(t, expiresAt, scope.now())}` : nothing}</span>` : nothing}
      ${awaiting ? html`<span>${t('people.awaitingBalance')}</span>` : nothing}
    </p>
  </div>`;
}
