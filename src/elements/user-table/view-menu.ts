import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { DENSITIES } from '../../state/index.ts';
import { laterIcon } from '../../views/icons-later.ts';
import { icon } from '../../views/icons.ts';
import { DEFAULT_COLUMNS, type GridColumn } from './columns/index.ts';
import { sortBy } from './grid.ts';
import type { TableContext } from './table-context.ts';

/** Order, density and columns: how the list is looked at. The order is here too because a phone shows no header. */
export function viewMenu(table: TableContext): TemplateResult {
  const { t, view, available, columns, setView } = table;
  const hidden = available.filter(({ id }) => !view.columns.includes(id));
  // Checkboxes and menus of rows are not among those that can be chosen.
  const shown = columns.filter((column) => available.includes(column));
  const defaults = DEFAULT_COLUMNS.filter((id) => available.some((column) => column.id === id));
  return html`<div class="view-menu" role="group" aria-label=${t('view.open')}>
    ${sortChoice(table)}
    <fieldset class="density">
      <legend class="heading">${t('view.density')}</legend>
      <span class="segments">
        ${DENSITIES.map(
          (density) => html`<label class="segment">
            <input
              type="radio"
              name="density"
              class="visually-hidden"
              .checked=${density === view.density}
              @change=${() => setView({ ...view, density })}
            />
            <span>${t(`view.${density}`)}</span>
          </label>`,
        )}
      </span>
    </fieldset>
    <fieldset class="choices">
      <legend class="heading">${t('view.label')}</legend>
      ${repeat(
        [...shown, ...hidden],
        ({ id }) => id,
        (column) => columnChoice(column, table),
      )}
    </fieldset>
    <button type="button" class="button quiet small choices-end" @click=${() => setView({ ...view, columns: defaults.length > 0 ? defaults : available.map(({ id }) => id) })}>
      ${t('view.reset')}
    </button>
  </div>`;
}

function sortChoice(table: TableContext): TemplateResult | typeof nothing {
  const { t, view, available, capabilities } = table;
  const sortable = available.filter(
    ({ sort }) => sort !== undefined && capabilities?.people.sort.includes(sort),
  );
  if (sortable.length === 0) return nothing;
  const [key] = view.query.sort ?? [];
  const current = sortable.find(({ sort }) => sort === key?.field);
  return html`<div class="sort-choice">
    <label class="heading" for="sort-by">${t('view.sort')}</label>
    <span class="field">
      <select
        id="sort-by"
        @change=${(event: Event) => {
          const column = sortable.find(
            ({ id }) => id === (event.currentTarget as HTMLSelectElement).value,
          );
          if (column) sortBy(column, table, 'asc');
        }}
      >
        <option value="" ?selected=${!current}>${t('sort.none')}</option>
        ${sortable.map((column) => html`<option value=${column.id} ?selected=${column === current}>${column.header(t)}</option>`)}
      </select>
      ${icon('chevron-down')}
    </span>
    ${
      current
        ? html`<button
            type="button"
            class="button icon"
            aria-label=${t(key?.desc ? 'sort.asc' : 'sort.desc')}
            @click=${() => sortBy(current, table, key?.desc ? 'asc' : 'desc')}
          >
            ${icon(key?.desc ? 'sort-down' : 'sort-up')}
          </button>`
        : nothing
    }
  </div>`;
}

function columnChoice(column: GridColumn, table: TableContext): TemplateResult {
  const { t, view, setView } = table;
  const shown = view.columns.includes(column.id);
  const at = view.columns.indexOf(column.id);
  const header = column.header(t);
  // The name says whose row it is; without it no row could be told from another.
  const fixed = column.id === 'name';
  const set = (columns: readonly string[]): void => setView({ ...view, columns });
  return html`<div class="item column-choice" data-column-id=${column.id}>
    <label>
      <input
        type="checkbox"
        class="checkbox"
        .checked=${shown}
        ?disabled=${fixed || (shown && view.columns.length === 1)}
        @change=${() => set(shown ? view.columns.filter((id) => id !== column.id) : [...view.columns, column.id])}
      />
      <span class="label" dir="auto">${header}</span>
    </label>
    ${
      shown
        ? html`<span class="moves">
            ${moveButton(column, at, -1, table)} ${moveButton(column, at, 1, table)}
          </span>`
        : nothing
    }
  </div>`;
}

function moveButton(
  column: GridColumn,
  at: number,
  step: -1 | 1,
  { t, view, setView, say, drawn }: TableContext,
): TemplateResult {
  const to = at + step;
  const header = column.header(t);
  const impossible = to < 0 || to >= view.columns.length;
  return html`<button
    type="button"
    class="button quiet icon small"
    data-move=${step}
    aria-label=${t(step < 0 ? 'view.up' : 'view.down', { column: header })}
    aria-disabled=${impossible ? 'true' : nothing}
    @click=${(event: Event) => {
      if (impossible) return;
      const button = event.currentTarget as HTMLElement;
      const columns = view.columns.filter((id) => id !== column.id);
      setView({ ...view, columns: [...columns.slice(0, to), column.id, ...columns.slice(to)] });
      say(t('view.moved', { column: header, position: to + 1, total: view.columns.length }));
      // Its row was moved in the list, and with it the focus would be lost.
      void drawn().then(() => button.focus());
    }}
  >
    ${laterIcon(step < 0 ? 'arrow-up' : 'arrow-down')}
  </button>`;
}
