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

/** How far the backend was asked, where it takes so long that somebody may send before it is known. */
function stillAsking({ foresight, list, t }: FormContext): string {
  const { known } = foresight.counts;
  const total = list.sendable.length;
  return foresight.isAsking && total >= SAID_FROM
    ? ` ${t('invite.foreseeing', { known, total })}`
    : '';
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
  const { joining } = foresight.counts;
  const joins = joining > 0 || sending.sent.some(({ mail }) => mail === 'join');
  return html`<div class="mails">
    <p class="hint with-icon">
      ${laterIcon('mail')}<span
        >${t('invite.mails')}${joining > 0 ? html` <strong class="joining">${t('invite.joining', { count: joining })}</strong>` : nothing}${stillAsking(form)}</span
      >
    </p>
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
