import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { personName, type PersonRecord } from '../../domain/index.ts';
import type { Translator } from '../../i18n/index.ts';
import type { PeopleSelection } from '../../state/index.ts';

export interface SelectionParts {
  readonly selection: PeopleSelection;
  /** Ids of the rows on the screen. */
  readonly shown: () => readonly string[];
  /** Selects everyone from the row before to this one. */
  readonly extend: (id: string) => void;
}

/** The checkbox of a person. */
export function personBox(
  person: PersonRecord,
  { selection, extend }: SelectionParts,
  t: Translator,
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
export function pageBox({ selection, shown }: SelectionParts, t: Translator): TemplateResult {
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
