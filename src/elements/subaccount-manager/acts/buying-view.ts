import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SayOptions, Translator } from '../../../i18n/index.ts';
import { icon } from '../../../views/icons.ts';
import { priceView } from '../../../views/price.ts';
import { reasonView } from '../../../views/reason.ts';
import { sayOutcome } from '../ending.ts';
import type { Buying } from './buying.ts';

/** The choice of size and number, and what it costs. */
export function buyingView(buying: Buying, t: Translator, say: SayOptions): TemplateResult {
  const { sizes, size, failure, quote } = buying;
  return html`<div class="buying" part="buying">
    <div class="choices">
      ${sizes.length > 0 && size !== undefined ? sizeChoice(sizes, size, (chosen) => buying.chooseSize(chosen), t) : nothing}
      <label class="block count"
        ><span class="label">${t('acts.count')}</span>
        <span class="field"
          ><input
            type="number"
            name="count"
            inputmode="numeric"
            min="1"
            max="1000"
            step="1"
            aria-invalid=${buying.count === undefined ? 'true' : nothing}
            .value=${live(buying.countText)}
            @input=${({ target }: InputEvent) => buying.typeCount((target as HTMLInputElement).value)} /></span
      ></label>
    </div>
    ${priceView(quote.state, t, () => quote.again())}
    ${failure ? reasonView(sayOutcome(failure, t, say), { tone: 'problem' }) : nothing}
  </div>`;
}

/** One of the sizes that there are. */
export function sizeChoice(
  sizes: readonly string[],
  current: string,
  choose: (size: string) => void,
  t: Translator,
): TemplateResult {
  return html`<label class="block size"
    ><span class="label">${t('field.size')}</span>
    <span class="select-box"
      ><select name="size" @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}>
        ${sizes.map((size) => html`<option value=${size} ?selected=${size === current}>${sizeName(t, size)}</option>`)}
      </select>
      ${icon('chevron-down')}</span
    ></label
  >`;
}

/** What a size is called: by the host's words, or by its id. */
export function sizeName(t: Translator, size: string): string {
  return t.find(`size.${size}`) ?? size;
}

/** The button that buys, with how many. */
export function buyButton(buying: Buying, t: Translator, isSubmit: boolean): TemplateResult {
  const { count = 1, isSending, quote } = buying;
  const isNew = quote.state.status === 'ready' && quote.state.isNew;
  const isOpen = buying.count !== undefined && quote.isSettled && !isSending;
  return html`<button
    type=${isSubmit ? 'submit' : 'button'}
    class="button buy ${isOpen ? 'primary' : ''}"
    part="buy-button"
    aria-disabled=${isOpen ? nothing : 'true'}
    @click=${() => !isSubmit && void buying.submit()}
  >
    ${isSending ? html`<span class="spinner" aria-hidden="true"></span>${t('change.saving')}` : t(isNew ? 'acts.buyAgain' : 'acts.buy', { count })}
  </button>`;
}
