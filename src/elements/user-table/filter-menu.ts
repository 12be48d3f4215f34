import { html, nothing, type TemplateResult } from 'lit';
import { fieldName } from '../../i18n/index.ts';
import { filteredTo, withFilter, type FilterField } from '../../state/index.ts';
import type { TableContext } from './table-context.ts';
import { filterValues, valueName } from './toolbar.ts';

/** The values to filter by, as check boxes; a choice takes effect at once. */
export function filterMenu(field: FilterField, table: TableContext): TemplateResult {
  const { t, view, setView } = table;
  const chosen = filteredTo(view.query, field);
  const set = (values: readonly string[]): void =>
    setView({ ...view, query: withFilter(view.query, field, values) });
  return html`<fieldset class="choices">
    <legend class="visually-hidden">${fieldName(t, field)}</legend>
    ${filterValues(field, table).map(
      (value, at) => html`<label class="item">
        <input
          type="checkbox"
          class="checkbox"
          ?data-autofocus=${at === 0}
          .checked=${chosen.includes(value)}
          @change=${(event: Event) => {
            const { checked } = event.currentTarget as HTMLInputElement;
            set(checked ? [...chosen, value] : chosen.filter((each) => each !== value));
          }}
        />
        <span class="label" dir="auto">${valueName(field, value, table)}</span>
      </label>`,
    )}
    ${
      chosen.length > 0
        ? html`<button type="button" class="button quiet small choices-end" @click=${() => set([])}>${t('filter.any')}</button>`
        : nothing
    }
  </fieldset>`;
}
