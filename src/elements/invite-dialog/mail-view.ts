import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../views/icons.ts';
import { laterIcon } from '../../views/icons-later.ts';
import type { FormContext } from './form-context.ts';
import type { SentTo } from './sending.ts';

/** Drawn of those who were invited; of thousands nobody reads more. */
const DRAWN = 200;

/** From how many addresses on it takes a while to find out which mail each gets. */
const SAID_FROM = 300;

/** Who was invited, and which mail each of them got (ZM-13). */
export function sentView({ sending, t }: FormContext): TemplateResult | typeof nothing {
  const { sent } = sending;
  if (sent.length === 0) return nothing;
  return html`<section class="sent" part="sent">
    <h3 class="sent-title">${icon('check')}${t('invite.sent', { count: sent.length })}</h3>
    <ul class="sent-list">
      ${sent.slice(0, DRAWN).map(
        (one) => html`<li>
          <bdi class="address">${one.email}</bdi>
          ${one.mail ? html`<span class="quiet">${mailText(one, t)}</span>` : nothing}
        </li>`,
      )}
    </ul>
  </section>`;
}

function mailText({ isAwaited, mail }: SentTo, t: FormContext['t']): string {
  const text = mail === 'join' ? t('invite.mail.join') : t('invite.mail.activation');
  return isAwaited ? `${text}. ${t('invite.balance')}` : text;
}

/** What was found out beforehand of the addresses: whom the mark on some of them is about, and how far it has come. */
export function foreseenView({ foresight, list, t }: FormContext): TemplateResult | typeof nothing {
  const { joining, known } = foresight.counts;
  const total = list.sendable.length;
  const isLong = foresight.isAsking && total >= SAID_FROM;
  if (joining === 0 && !isLong) return nothing;
  return html`<p class="hint with-icon foreseen">
    ${laterIcon('mail')}<span
      >${joining > 0 ? html`<strong>${t('invite.joining', { count: joining })}</strong> ` : nothing}${
        isLong ? t('invite.foreseeing', { known, total }) : nothing
      }</span
    >
  </p>`;
}

/**
 * Which mail an address gets, and what moves with who joins from elsewhere (ZM-15): at length where somebody in the list
 * does, else for whoever wants to know. Only an account whose product moves anything has words for it.
 */
export function mailView(form: FormContext): TemplateResult {
  const { foresight, scope, sending, t } = form;
  const product = scope.policy?.document.id ?? '';
  const moves = t.find(`moves.${product}`);
  const stays = t.find(`stays.${product}`);
  const joins = foresight.counts.joining > 0 || sending.sent.some(({ mail }) => mail === 'join');
  return html`<div class="mails">
    <p class="hint with-icon">${laterIcon('mail')}${t('invite.mails')}</p>
    ${
      moves !== undefined && stays !== undefined
        ? html`<details class="moves" part="moves" ?open=${joins}>
            <summary>${icon('chevron-down')}${t('invite.joins')}</summary>
            <dl>
              <dt>${t('invite.moves')}</dt>
              <dd>${moves}</dd>
              <dt>${t('invite.stays')}</dt>
              <dd>${stays}</dd>
            </dl>
            <p class="hint">${t.find(`moves.${product}.note`) ?? nothing}</p>
          </details>`
        : nothing
    }
  </div>`;
}
