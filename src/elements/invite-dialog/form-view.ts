import { html, nothing, type TemplateResult } from 'lit';
import { poolName, sayDecision } from '../../i18n/index.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import { addressView } from './address-view.ts';
import type { FormContext } from './form-context.ts';
import { seatNeeds } from './invite-settings.ts';
import { mailView, sentView } from './mail-view.ts';
import { namesView } from './names-view.ts';
import { optionsView, settingsView } from './settings-view.ts';

/** The whole form: who was invited already, the addresses, the settings, what it takes, and the buttons. */
export function formView(form: FormContext): TemplateResult {
  const { menu, sending } = form;
  const isDone = sending.sent.length > 0 && !form.hasContent;
  return html`<div class="body" part="body" tabindex="-1">
      ${sentView(form)}
      ${isDone ? nothing : html`${addressView(form)} ${namesView(form)} ${settingsView(form)}`} ${mailView(form)}
    </div>
    <div class="foot" part="footer">${form.asksDiscard ? discardView(form) : footView(form, isDone)}</div>
    <div
      id="options"
      class="popover anchored"
      popover="manual"
      @keydown=${(event: KeyboardEvent) => menu.handleKeydown(event)}
      @focusout=${menu.handleFocusout}
    >
      ${optionsView(form)}
    </div>`;
}

function footView(form: FormContext, isDone: boolean): TemplateResult {
  const { count, list, sending, t } = form;
  if (isDone)
    return html`<div class="buttons">
      <button type="button" class="button another" @click=${() => form.startAgain()}>${t('invite.another')}</button>
      <button type="button" class="button primary" @click=${() => form.close()}>${t('change.close')}</button>
    </div>`;
  if (sending.isUnderWay)
    return html`<div class="buttons">
      <span class="progress">
        <span class="spinner"></span>${sending.obstacle ?? t('invite.sending', { count: sending.count })}
      </span>
      <button type="button" class="button" @click=${() => sending.abort()}>${t('change.cancel')}</button>
    </div>`;
  const left = list.entries.length - count;
  return html`${needsView(form)}
    <div class="buttons">
      ${left > 0 ? html`<span class="left">${t('invite.left', { count: left })}</span>` : nothing}
      ${sendButton(form)}
    </div>`;
}

function sendButton(form: FormContext): TemplateResult {
  const { box, count, sending, t } = form;
  const isClosed = isRefused(form);
  const isAgain = sending.failed > 0 && sending.failed === count;
  const words = isAgain ? t('invite.again', { count }) : t('invite.send', { count });
  return html`<button
    type="button"
    class="button primary send"
    part="send"
    aria-disabled=${isClosed ? 'true' : nothing}
    aria-describedby=${isClosed ? 'needs' : nothing}
    @click=${() => {
      if (box.draft.trim() !== '') box.commit();
      else if (!isClosed) void sending.send();
    }}
  >
    ${count > 0 ? words : t('invite.sendNone')}
  </button>`;
}

/** Whether the policy keeps the invitations from being sent as they are set. */
function isRefused({ decision, scope }: FormContext): boolean {
  return (
    decision !== undefined && !['allowed', 'server-decides'].includes(scope.standing(decision))
  );
}

/** "Needs 12 seats, 7 free", and why it cannot be sent as it is. */
function needsView(form: FormContext): TemplateResult {
  const { count, decision, roleLabel, scope, settings, t } = form;
  const needs = count > 0 ? seatNeeds(settings, count, scope) : [];
  const said =
    decision && isRefused(form)
      ? sayDecision(t, decision, { roleLabel, waiting: true })
      : undefined;
  // That they do not last is said by the numbers.
  const isSaid =
    decision?.effect === 'deny' && decision.reason.key === 'noSeat' && needs.length > 0;
  return html`<div class="needs" id="needs" part="seats">
    ${needs.map(
      ({ pool, needed, free }) => html`<p class="need ${needed > free ? 'short' : ''}">
        ${icon(needed > free ? 'alert' : 'user')}${t('invite.seats', { needed, free, pool: poolName(t, pool) })}
      </p>`,
    )}
    ${said && !isSaid ? reasonView(said) : nothing}
    ${isSaid && said?.remedy ? html`<p class="need">${said.remedy}</p>` : nothing}
  </div>`;
}

function discardView(form: FormContext): TemplateResult {
  const { list, t } = form;
  const count = Math.max(1, list.entries.length);
  return html`<div class="buttons" role="alertdialog" aria-labelledby="discard">
    <span class="left" id="discard">${t('invite.discard', { count })}</span>
    <button type="button" class="button danger" @click=${() => form.discard()}>${t('invite.discard.do')}</button>
    <button type="button" class="button primary keep" @click=${() => form.keep()}>${t('invite.discard.keep')}</button>
  </div>`;
}
