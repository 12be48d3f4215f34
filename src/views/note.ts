import { css, html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from './icons.ts';

/** Something that concerns the whole account. All texts are said already. */
export interface Note {
  /** Names it for styling, and tells it from the others. */
  readonly name: string;
  readonly icon: IconName;
  readonly text: string;
  /** What to do about it, or what follows from it. */
  readonly next?: string | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** A strip above what it is about. It takes no focus and interrupts nobody: it is there when it is come to. */
export function noteView({ name, icon: drawing, text, next, action }: Note): TemplateResult {
  return html`<div class="note is-${name}" part="note note-${name}" role="note">
    ${icon(drawing)}
    <p dir="auto">
      <strong>${text}</strong>${next ? html` <span>${next}</span>` : nothing}
    </p>
    ${action ? html`<button type="button" class="button small" part="note-button" @click=${action.run}>${action.label}</button>` : nothing}
  </div>`;
}

/** Beside `buttons`. */
export const noteStyles = css`
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    background: var(--_warning-soft);
    color: var(--_text);
  }
  .note > .icon {
    color: var(--_warning);
  }
  .note > p {
    flex: 1 1 16rem;
    margin: 0;
    text-wrap: pretty;
  }
  .note strong {
    font-weight: var(--_medium);
  }
  @media (forced-colors: active) {
    .note {
      border: 1px solid CanvasText;
    }
  }
`;
