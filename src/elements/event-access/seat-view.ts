import { html, nothing, type TemplateResult } from 'lit';
import { poolName, sayDecision } from '../../i18n/index.ts';
import type { Decision } from '../../policy/index.ts';
import { cssVars } from '../../views/css-vars.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import type { AccessContext } from './access-context.ts';
import { poolOfLinks } from './roles.ts';
import { isOpen } from './said.ts';

/** A role of ARIA 1.2, which the template checker does not know. */
const METER = 'meter' as 'progressbar';

/** Whether the signed-in person may buy seats; `undefined`: nobody buys any here. */
export function buyingOf({ scope }: AccessContext): Decision | undefined {
  const action = ['seat.buy', 'license.add'].find((one) => scope.offers(one));
  return action === undefined ? undefined : scope.decide({ action, draft: true });
}

/** The seats that links take, as they stand now: the number moves with the link, not with its opening (CM-7, CM-11). */
export function seatView(access: AccessContext): TemplateResult | typeof nothing {
  const { t, scope } = access;
  const pool = poolOfLinks(scope);
  const seats = pool === undefined ? undefined : scope.seats(pool);
  if (!seats) return nothing;
  const { total, used, reserved } = seats;
  const name = poolName(t, seats.pool);
  const text = t('access.seats', { pool: name, used, total });
  const coming = reserved > 0 ? t('access.seats.reserved', { count: reserved }) : '';
  const all = Math.max(total, used + reserved, 1);
  return html`<div class="seats ${seats.free === 0 ? 'is-full' : ''}" part="seats">
    <div class="seat-text">
      <span class="seat-count" dir="auto">${text}</span>
      ${coming ? html`<span class="coming">${coming}</span>` : nothing}
      <span class="hint">${t('access.seats.rule')}</span>
    </div>
    <div
      class="bar"
      role=${METER}
      aria-label=${name}
      aria-valuemin="0"
      aria-valuemax=${total}
      aria-valuenow=${Math.min(used, total)}
      aria-valuetext=${[text, coming].filter(Boolean).join(', ')}
    >
      <span class="fill" ${cssVars({ '--_share': used / all })}></span>
      <span class="fill coming" ${cssVars({ '--_share': reserved / all })}></span>
    </div>
  </div>`;
}

/** The way to more seats where one is missing; closed, it says who can. */
export function buyButton(
  decision: Decision,
  access: AccessContext,
): TemplateResult | typeof nothing {
  const { t, scope, say, buy, unsold } = access;
  const pool =
    decision.effect === 'deny' && decision.remedy?.kind === 'buy' && decision.remedy.pool;
  const buying = pool && buyingOf(access);
  if (!pool || !buying || access.readonly) return nothing;
  const closed = isOpen(scope, buying) ? undefined : sayDecision(t, buying, say);
  return html`<button
      type="button"
      class="button small"
      part="buy-button"
      aria-disabled=${closed ? 'true' : nothing}
      aria-describedby=${closed ? 'why-buy' : nothing}
      @click=${() => !closed && buy(pool)}
    >
      ${icon(closed ? 'lock' : 'plus')}${t('access.buy')}
    </button>
    ${closed ? reasonView(closed, { id: 'why-buy' }) : nothing}
    ${unsold ? html`<span role="alert">${reasonView({ reason: t('access.buyElsewhere') }, { tone: 'problem' })}</span>` : nothing}`;
}
