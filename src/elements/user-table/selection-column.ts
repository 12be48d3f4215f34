import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { personName, type PersonRecord } from '../../domain/index.ts';
import type { PeopleSelection } from '../../state/index.ts';
import type { GridColumn } from './columns/index.ts';
import type { TableContext } from './table-context.ts';

export interface SelectionParts {
  readonly selection: PeopleSelection;
  /** Ids of the rows on the screen. */
  readonly shown: () => readonly string[];
  /** Selects everyone from the row before to this one. */
  readonly extend: (id: string) => void;
}

function personBox(
  person: PersonRecord,
  { selection, extend }: SelectionParts,
  { t }: TableContext,
): TemplateResult {
  return html`<input
    type="checkbox"
    class="checkbox"
    part="select"
    .checked=${live(selection.has(person.id))}
    aria-label=${t('selection.row', { name: personName(person) })}
    @click=${(event: MouseEvent) => {
      // What Shift means here is not the browser's to guess: a range, as in any list.
      if (event.shiftKey) extend(person.id);
      else selection.toggle(person.id);
    }}
  />`;
}

/** The checkbox in the header: over the rows on the screen. The bar below then offers everyone who matches. */
export function pageBox({ selection, shown }: SelectionParts, { t }: TableContext): TemplateResult {
  const share = selection.share(shown());
  return html`<input
    type="checkbox"
    class="checkbox"
    part="select-page"
    .checked=${live(share === 'all')}
    .indeterminate=${live(share === 'some')}
    aria-label=${t('selection.page')}
    @click=${() => selection.setAll(shown(), share !== 'all')}
  />`;
}

/** The first column, where something can be done to many. It is not among those that can be chosen. */
export function selectionColumn(parts: SelectionParts, table: () => TableContext): GridColumn {
  return {
    id: 'select',
    header: (t) => t('selection.page'),
    head: () => pageBox(parts, table()),
    width: [44, 0],
    cell: (person) => personBox(person, parts, table()),
  };
}
