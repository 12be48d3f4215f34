import { css, html, nothing, type TemplateResult } from 'lit';
import { sayProblem, type SayableProblem, type Translator } from '../i18n/index.ts';
import { reasonView } from './reason.ts';

/** Minor units of an ISO 4217 currency. */
interface Money {
  readonly amount: number;
  readonly currency: string;
}

interface Cost extends Money {
  readonly proratedUntil?: string;
  readonly nextCharge?: Money & { readonly at: string; readonly every?: 'month' | 'year' };
}

/** What is known of a price; `QuoteState` of the controller is one. */
export type ShownPrice =
  | { readonly status: 'untold' }
  | {
      readonly status: 'reading' | 'ready';
      readonly cost?: Cost | undefined;
      readonly isNew?: boolean;
    }
  | { readonly status: 'failed'; readonly problem: SayableProblem };

/** An amount as people write it. Minor units are those of the currency: 2500 is 25 euros, but 2500 yen. */
export function moneyText(t: Translator, { amount, currency }: Money): string {
  const style = { style: 'currency', currency } as const;
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat(
    'en',
    style,
  ).resolvedOptions();
  return t.number(amount / 10 ** digits, style);
}

/** What is to be paid now, until when that lasts, and what is charged next. Shown, never charged. */
export function priceView(price: ShownPrice, t: Translator, retry: () => void): TemplateResult {
  return html`<div class="price" part="price" aria-live="polite" aria-busy=${price.status === 'reading' ? 'true' : nothing}>
    ${content(price, t, retry)}
  </div>`;
}

function content(price: ShownPrice, t: Translator, retry: () => void) {
  if (price.status === 'untold') return html`<p class="billed">${t('price.untold')}</p>`;
  if (price.status === 'failed')
    return html`<div class="price-failed">
      ${reasonView({ ...sayProblem(t, price.problem), reason: `${t('price.failed')} ${sayProblem(t, price.problem).reason}` }, { tone: 'problem' })}
      <button type="button" class="button small" @click=${retry}>${t('change.retry')}</button>
    </div>`;
  const { cost, isNew } = price;
  return html`${isNew ? html`<p class="new-price">${reasonView({ reason: t('price.changed') }, { tone: 'problem' })}</p>` : nothing}
    ${cost ? rows(cost, t) : nothing}
    ${price.status === 'reading' ? html`<p class="billed"><span class="spinner" aria-hidden="true"></span>${t('price.reading')}</p>` : html`<p class="billed">${t(cost ? 'price.billed' : 'price.untold')}</p>`}`;
}

function rows({ proratedUntil, nextCharge, ...now }: Cost, t: Translator): TemplateResult {
  const when = nextCharge && t.date(nextCharge.at);
  const every = nextCharge?.every ? (`price.every.${nextCharge.every}` as const) : 'price.at';
  const amount = moneyText(t, now);
  return html`<dl>
    <div>
      <dt>${t('price.now')}</dt>
      <dd>${proratedUntil === undefined ? amount : t('price.until', { amount, date: t.date(proratedUntil) })}</dd>
    </div>
    ${
      nextCharge && when !== undefined
        ? html`<div>
            <dt>${t('price.next')}</dt>
            <dd>${t(every, { amount: moneyText(t, nextCharge), date: when })}</dd>
          </div>`
        : nothing
    }
  </dl>`;
}

/** Beside `reasonStyles`, `buttons` and `marks`. */
export const priceStyles = css`
  .price {
    display: grid;
    gap: calc(var(--_space) * 2);
    min-block-size: 6.5rem;
    align-content: start;
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
    font-variant-numeric: tabular-nums;
  }
  .price dl {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin: 0;
  }
  .price dl > div {
    display: grid;
    grid-template-columns: minmax(6.5rem, auto) 1fr;
    gap: 0 calc(var(--_space) * 3);
    align-items: baseline;
  }
  .price dt {
    color: var(--_text-muted);
  }
  .price dd {
    margin: 0;
    font-weight: var(--_medium);
  }
  .price[aria-busy] dl {
    opacity: 0.5;
  }
  .price p {
    margin: 0;
  }
  .price .billed {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .price-failed {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 2);
  }
`;
