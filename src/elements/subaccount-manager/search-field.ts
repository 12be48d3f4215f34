import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../views/icons.ts';
import type { ManagerContext } from './manager-context.ts';

export interface SearchField {
  readonly text: string;
  readonly search: (text: string) => void;
  readonly clear: () => void;
}

/** The field to search in; Escape clears it. */
export function searchField(
  { text, search, clear }: SearchField,
  { t }: ManagerContext,
): TemplateResult {
  return html`<label class="field search" part="search">
    ${icon('search')}
    <input
      type="search"
      autocomplete="off"
      spellcheck="false"
      aria-label=${t('manager.search')}
      placeholder=${t('manager.search')}
      .value=${text}
      @input=${({ target }: InputEvent) => search((target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || !text || event.isComposing) return;
        event.preventDefault();
        clear();
      }}
    />
    ${
      text
        ? html`<button type="button" class="button quiet icon" aria-label=${t('search.clear')} @click=${clear}>${icon('close')}</button>`
        : nothing
    }
  </label>`;
}
