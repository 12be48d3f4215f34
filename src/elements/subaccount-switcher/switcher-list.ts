import { html, nothing, type TemplateResult } from 'lit';
import { sayDecision, sayProblem, type Translator } from '../../i18n/index.ts';
import type { AccountScope, SubaccountWindow } from '../../state/index.ts';
import type { RowRange } from '../../controllers/row-window.ts';
import { cssVars } from '../../views/css-vars.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import type { Entries, Entry } from './entries.ts';

/** All that drawing the open list needs. */
export interface ListContext {
  readonly t: Translator;
  readonly scope: AccountScope;
  readonly entries: Entries;
  readonly window: SubaccountWindow | undefined;
  readonly active: number;
  readonly range: RowRange;
  readonly top: (index: number) => number;
  readonly search: string;
  readonly mayAll: boolean;
  /** Something wants one to be chosen. */
  readonly isAsked: boolean;
  readonly roleLabel: (id: string) => string | undefined;
  readonly setSearch: (text: string) => void;
  readonly handleKeydown: (event: KeyboardEvent) => void;
  readonly choose: (index: number) => void;
  readonly point: (index: number) => void;
}

/** What is in the popover: the field to search in, and the list under it. After the ARIA combobox pattern. */
export function switcherList(list: ListContext): TemplateResult {
  const { t, search, active, entries } = list;
  const isOpen = entries.length > 0;
  return html`<div class="box">
    ${
      list.isAsked
        ? html`<p class="asked" part="asked" id="asked"><strong>${t('subaccount.chooseFirst')}</strong> ${t('subaccount.chooseFirst.why')}</p>`
        : nothing
    }
    <label class="field" part="search">
      ${icon('search')}
      <input
        data-autofocus
        type="search"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-label=${t('subaccount.search')}
        placeholder=${t('subaccount.search')}
        aria-autocomplete="list"
        aria-expanded=${isOpen}
        aria-controls="list"
        aria-activedescendant=${isOpen && active >= 0 ? `option-${active}` : nothing}
        aria-describedby=${list.isAsked ? 'asked' : nothing}
        .value=${search}
        @input=${(event: InputEvent) => list.setSearch((event.target as HTMLInputElement).value)}
        @keydown=${list.handleKeydown}
      />
    </label>
    ${state(list)}
    <div
      class="scroll"
      id="list"
      part="list"
      role="listbox"
      aria-label=${t('subaccount.list')}
      tabindex="-1"
      ?hidden=${!isOpen}
      ${cssVars({ '--_count': entries.length })}
    >
      <div class="probe" aria-hidden="true"></div>
      <div class="options" role="presentation">${isOpen ? options(list) : nothing}</div>
    </div>
  </div>`;
}

/** What stands under the field in place of a list, or above what there is of one. */
function state({ t, window, search, entries }: ListContext): TemplateResult | typeof nothing {
  if (window?.status === 'failed') {
    const said = window.problem && sayProblem(t, window.problem);
    const reason = `${t('subaccount.failed')}. ${said?.reason ?? ''}`;
    return html`<div class="state failed" part="failure" role="alert">
      ${reasonView({ ...said, reason }, { tone: 'problem' })}
      <button type="button" class="button small" @click=${() => window.retry()}>${t('change.retry')}</button>
    </div>`;
  }
  if (window?.status !== 'ready')
    return html`<p class="state" role="status"><span class="spinner" aria-hidden="true"></span> ${t('subaccount.loading')}</p>`;
  if (window.length > 0) return nothing;
  if (search.trim() === '') return html`<p class="state" part="empty">${t('subaccount.none')}</p>`;
  return entries.length > 0
    ? nothing
    : html`<p class="state" part="empty">${t('subaccount.noMatch', { text: search.trim() })}</p>`;
}

function options(list: ListContext): readonly TemplateResult[] {
  const { first, last } = list.range;
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
  return drawn.map((index) => {
    const entry = list.entries.at(index);
    return entry ? option(index, entry, list) : html``;
  });
}

function option(index: number, entry: Entry, list: ListContext): TemplateResult {
  const { t, scope, active, entries } = list;
  const place = cssVars({ '--_top': `${list.top(index)}px` });
  if (entry.kind === 'heading')
    return html`<div class="row heading" aria-hidden="true" ${place}>${t(entry.of === 'recent' ? 'subaccount.recent' : 'subaccount.others')}</div>`;
  const isActive = index === active;
  if (entry.kind === 'loading')
    return html`<div class="row item" role="option" id="option-${index}" aria-selected="false" aria-disabled="true" aria-setsize=${entries.length} aria-posinset=${index + 1} ?data-active=${isActive} ${place}>
      <span class="visually-hidden">${t('subaccount.loading')}</span><span class="skeleton" aria-hidden="true"></span>
    </div>`;
  const id = entry.kind === 'one' ? entry.one.id : undefined;
  const name = entry.kind === 'one' ? entry.one.name : allName(list);
  const decision = id === undefined ? undefined : scope.decideEnter(id);
  const closed =
    decision?.effect === 'deny'
      ? sayDecision(t, decision, { roleLabel: list.roleLabel })
      : undefined;
  const isCurrent = id === scope.subaccountId;
  return html`<div
    class="row item"
    part="option"
    role="option"
    id="option-${index}"
    aria-selected=${isCurrent}
    aria-disabled=${closed ? 'true' : nothing}
    aria-setsize=${entries.length}
    aria-posinset=${index + 1}
    ?data-active=${isActive}
    @click=${() => list.choose(index)}
    @keydown=${list.handleKeydown}
    @pointermove=${() => list.point(index)}
    ${place}
  >
    <span class="label" dir="auto" title=${name}>${name}</span>${closed ? html`<span class="visually-hidden">${closed.reason}</span>` : nothing}
    ${closed ? icon('lock') : isCurrent ? icon('check') : nothing}
  </div>`;
}

/** What seeing all of them is called: for some people these are only their own. */
export function allName({
  t,
  mayAll,
}: {
  readonly t: Translator;
  readonly mayAll: boolean;
}): string {
  return t(mayAll ? 'subaccount.allOfThem' : 'subaccount.allOwn');
}
