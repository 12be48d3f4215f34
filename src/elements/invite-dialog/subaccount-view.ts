import { html, nothing, type TemplateResult } from 'lit';
import { sayProblem } from '../../i18n/index.ts';
import { icon } from '../../views/icons.ts';
import { laterIcon } from '../../views/icons-later.ts';
import { reasonView } from '../../views/reason.ts';
import type { FormContext } from './form-context.ts';
import type { SubaccountOption } from './subaccount-choice.ts';

/**
 * The sub-account that those invited belong to (MS-4), where a rule needs one. Where it cannot be chosen, it is there all the
 * same, and says why (MS-5, MS-8).
 */
export function subaccountView(form: FormContext): TemplateResult | typeof nothing {
  const { menu, subaccounts, t } = form;
  if (!subaccounts.isAsked) return nothing;
  const { closed, current, need } = subaccounts;
  const value =
    need.kind === 'closed'
      ? t('invite.subaccount.all')
      : current === undefined
        ? t('invite.subaccount.choose')
        : subaccounts.nameOf(current);
  const toggle = (event: Event): void => {
    if (closed) return;
    if (menu.name !== 'subaccount') subaccounts.open();
    menu.toggle('subaccount', event.currentTarget as HTMLElement);
  };
  return html`<div class="block">
    <span class="label" id="subaccount-label">${t('invite.subaccount')}</span>
    <button
      type="button"
      class="select boxed ${current === undefined && !closed ? 'unset' : ''}"
      part="subaccount-trigger"
      aria-haspopup="dialog"
      aria-expanded=${menu.name === 'subaccount'}
      aria-labelledby="subaccount-label subaccount-value"
      aria-describedby=${closed ? 'subaccount-why' : nothing}
      aria-disabled=${closed ? 'true' : nothing}
      @click=${toggle}
    >
      <bdi id="subaccount-value">${value}</bdi>${icon(closed ? 'lock' : 'chevron-down')}
    </button>
    ${closed ? reasonView(closed, { id: 'subaccount-why' }) : nothing}
  </div>`;
}

/** The search for one among any number (ARIA combobox pattern). */
export function subaccountOptions({ subaccounts, t }: FormContext): TemplateResult {
  const { active, hasFailed, options } = subaccounts;
  const hasOptions = options.length > 0;
  return html`<div class="search-list" role="dialog" aria-label=${t('invite.subaccount')}>
    <span class="field"
      >${icon('search')}<input
        data-autofocus
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-label=${t('invite.subaccount.search')}
        aria-autocomplete="list"
        aria-expanded=${hasOptions}
        aria-controls=${hasOptions ? 'subaccounts' : nothing}
        aria-activedescendant=${hasOptions ? `subaccount-${active}` : nothing}
        placeholder=${t('invite.subaccount.search')}
        .value=${subaccounts.search}
        @input=${(event: Event) => subaccounts.type((event.currentTarget as HTMLInputElement).value)}
        @keydown=${subaccounts.handleKeydown}
    /></span>
    ${
      hasOptions
        ? html`<div id="subaccounts" class="roles" role="listbox" aria-label=${t('invite.subaccount')}>
            ${options.map((one, at) => option(one, at, subaccounts))}
          </div>`
        : nothing
    }
    <p class="hint" role="status">${standing(subaccounts, options.length, t)}</p>
    ${
      hasFailed
        ? html`<button type="button" class="button small" @click=${() => subaccounts.retry()}>
            ${t('change.retry')}
          </button>`
        : nothing
    }
  </div>`;
}

function option(
  one: SubaccountOption,
  at: number,
  choice: FormContext['subaccounts'],
): TemplateResult {
  const { active, current } = choice;
  const { id, name, closed } = one;
  const isCurrent = id === current;
  return html`<div
    class="item"
    part="option"
    role="option"
    id="subaccount-${at}"
    aria-selected=${isCurrent}
    aria-disabled=${closed ? 'true' : nothing}
    ?data-active=${at === active}
    @pointerdown=${(event: Event) => event.preventDefault()}
    @click=${() => choice.choose(one)}
    @keydown=${choice.handleKeydown}
  >
    ${isCurrent ? icon('check') : closed ? icon('lock') : laterIcon('group')}
    <span class="label">
      <span dir="auto">${name}</span>
      ${closed ? html`<span class="description"><span class="why">${closed.reason}</span> ${closed.remedy ? html`<span class="remedy">${closed.remedy}</span>` : nothing}</span>` : nothing}
    </span>
  </div>`;
}

/** What there is to say of the list beside what is in it. */
function standing(
  { hasFailed, hidden, isReading }: FormContext['subaccounts'],
  count: number,
  t: FormContext['t'],
): string | typeof nothing {
  if (hasFailed) return sayProblem(t, { kind: 'network', retryable: true }).reason;
  if (isReading) return t('invite.loading');
  if (count === 0) return t('invite.subaccount.nothing');
  return hidden > 0 ? t('invite.subaccount.more', { count: hidden }) : nothing;
}
