import { html, nothing, type TemplateResult } from 'lit';
import type { RowRange } from '../../controllers/row-window.ts';
import type { Subaccount } from '../../domain/index.ts';
import type { SayOptions, Translator } from '../../i18n/index.ts';
import { isPending, type AccountScope, type SubaccountWindow } from '../../state/index.ts';
import { cssVars } from '../../views/css-vars.ts';
import { icon } from '../../views/icons.ts';
import type { Draft } from './draft.ts';
import { nameForm } from './name-form.ts';
import { rowActions } from './row-actions.ts';

export interface RowsContext {
  readonly t: Translator;
  readonly scope: AccountScope;
  readonly window: SubaccountWindow;
  readonly range: RowRange;
  readonly top: (index: number) => number;
  /** The row whose buttons are reached by Tab; arrows go to the others. */
  readonly active: number;
  /** The name that is being changed. */
  readonly draft: Draft | undefined;
  readonly say: SayOptions;
  readonly begin: (action: string, one: Subaccount, index: number) => void;
  readonly refuse: (why: string) => void;
  readonly change: (text: string) => void;
  readonly save: () => void;
  readonly cancel: () => void;
}

/** The sub-accounts that are on the screen. */
export function managerRows(rows: RowsContext): TemplateResult {
  const { range, t, window } = rows;
  const drawn = Array.from(
    { length: Math.max(0, range.last - range.first + 1) },
    (_, n) => range.first + n,
  );
  return html`<div class="rows" part="list" role="list" aria-label=${t('subaccount.list')} ${cssVars({ '--_count': window.length })}>
    ${drawn.map((index) => row(index, rows))}
  </div>`;
}

function row(index: number, rows: RowsContext): TemplateResult {
  const { draft, t, window } = rows;
  const one = window.at(index);
  const isEditing = one !== undefined && draft?.id === one.id;
  return html`<div
    class="row ${isEditing ? 'is-editing' : ''}"
    part="row"
    role="listitem"
    aria-setsize=${window.length}
    aria-posinset=${index + 1}
    data-index=${index}
    data-id=${one?.id ?? nothing}
    ${cssVars({ '--_top': `${rows.top(index)}px` })}
  >
    ${
      one
        ? isEditing
          ? editing(one, draft, rows)
          : reading(one, index, rows)
        : html`<span class="visually-hidden">${t('subaccount.loading')}</span><span class="skeleton" aria-hidden="true"></span>`
    }
  </div>`;
}

function editing(
  one: Subaccount,
  draft: Draft,
  { t, say, change, save, cancel }: RowsContext,
): TemplateResult {
  return nameForm({
    draft, t, say, change, save, cancel,
    label: t('subaccount.renameOf', { name: one.name }),
    sending: t('subaccount.renaming', { name: draft.text.trim() }),
  }); // prettier-ignore
}

function reading(one: Subaccount, index: number, rows: RowsContext): TemplateResult {
  const { t, scope, active, begin, refuse } = rows;
  // Renamed by something else on this page: it is on its way.
  const isChanging = scope.activitiesOn(one.id).some(isPending);
  return html`<span class="name" dir="auto" title=${one.name}>${one.name}</span>
    ${isChanging ? html`<span class="pending"><span class="spinner" aria-hidden="true"></span> ${t('change.saving')}</span>` : nothing}
    ${rowActions(scope, one, t).map(({ action, decision, label, title }) => {
      const isClosed = scope.standing(decision) === 'denied';
      return html`<button
        type="button"
        class="button quiet small"
        part="row-action"
        data-action=${action}
        tabindex=${index === active ? 0 : -1}
        aria-label=${title}
        aria-disabled=${isClosed ? 'true' : nothing}
        aria-describedby=${isClosed ? 'why-closed' : nothing}
        @click=${() => (isClosed ? refuse(action) : begin(action, one, index))}
      >${isClosed ? icon('lock') : nothing}${label}</button>`;
    })}`;
}
