import { css, html, nothing, type TemplateResult } from 'lit';
import type { Translator } from '../i18n/index.ts';
import { icon } from './icons.ts';

/** What a person is asked before it is done. All texts are said already. */
export interface ConfirmRequest {
  readonly title: string;
  /** Whom it is done to; the first few are named. */
  readonly names: readonly string[];
  /** What will happen to them, a sentence each. */
  readonly consequences: readonly string[];
  /** Whom it is not done to, and why: a sentence each. */
  readonly spared?: readonly string[];
  /** Has to be typed first, because it is final. */
  readonly typed?: string;
  /** Will do as well: somebody's name in place of their address. */
  readonly orTyped?: string;
  /** On the button that does it. Absent: there is nothing to do but to read. */
  readonly action?: string;
  /** On the button that leaves everything as it is, where "Cancel" would not say it. */
  readonly keep?: string;
  /** It takes something away. */
  readonly danger: boolean;
}

export interface ConfirmHandlers {
  readonly typed: string;
  readonly isComplete: boolean;
  readonly type: (text: string) => void;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** How many are named before the rest is counted. */
const NAMED = 5;

/** A modal dialog that says what will happen to whom, and asks. It takes the focus to Cancel, or to what has to be typed. */
export function confirmation(
  request: ConfirmRequest,
  { typed, isComplete, type, confirm, cancel }: ConfirmHandlers,
  t: Translator,
): TemplateResult {
  const { title, names, consequences, spared = [], action, danger } = request;
  const named = names.length > 1 ? names.slice(0, NAMED) : [];
  const more = named.length > 0 ? names.length - named.length : 0;
  return html`<dialog
    class="dialog confirmation"
    part="confirmation"
    aria-labelledby="confirm-title"
    aria-describedby="confirm-text"
    @cancel=${(event: Event) => {
      event.preventDefault();
      cancel();
    }}
    @close=${cancel}
  >
    <form
      method="dialog"
      @submit=${(event: Event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <h2 id="confirm-title" class="dialog-title" dir="auto">${title}</h2>
      <div id="confirm-text">
        ${
          named.length > 0
            ? html`<p class="people" dir="auto">${t.list([...named, ...(more > 0 ? [t('confirm.more', { count: more })] : [])])}</p>`
            : nothing
        }
        <ul class="consequences">
          ${consequences.map((text) => html`<li>${text}</li>`)}
        </ul>
        ${
          spared.length > 0
            ? html`<div class="spared">
                ${icon('lock')}
                <ul>
                  ${spared.map((text) => html`<li dir="auto">${text}</li>`)}
                </ul>
              </div>`
            : nothing
        }
      </div>
      ${
        request.typed === undefined
          ? nothing
          : html`<label class="typed">
              <span dir="auto">${typing(request.typed, request.orTyped, t)}</span>
              <span class="field">
                <input
                  data-autofocus
                  autocomplete="off"
                  autocapitalize="off"
                  spellcheck="false"
                  .value=${typed}
                  @input=${(event: Event) => type((event.currentTarget as HTMLInputElement).value)}
                />
              </span>
            </label>`
      }
      <div class="dialog-actions">
        <button type="button" class="button" ?data-autofocus=${request.typed === undefined} @click=${cancel}>${request.keep ?? t(action === undefined ? 'change.close' : 'change.cancel')}</button>
        ${action === undefined ? nothing : html`<button type="submit" class="button ${danger ? 'danger' : 'primary'}" aria-disabled=${isComplete ? nothing : 'true'}>${action}</button>`}
      </div>
    </form>
  </dialog>`;
}

function typing(text: string, other: string | undefined, t: Translator): string {
  return other === undefined
    ? t('confirm.type', { text })
    : t('confirm.typeEither', { text, other });
}

/** Beside `buttons`. `dialog` and its parts serve other dialogs too. */
export const dialogStyles = css`
  .dialog {
    inline-size: min(28rem, calc(100vw - 2rem));
    max-block-size: min(44rem, calc(100dvh - 2rem));
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    color: var(--_text);
    font: inherit;
  }
  .dialog::backdrop {
    background: rgb(0 0 0 / 40%);
  }
  .dialog-title {
    margin: 0 0 calc(var(--_space) * 3);
    font-size: var(--_size-large);
    font-weight: var(--_strong);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .dialog-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 5);
  }
  @media (max-width: 30rem) {
    .dialog {
      inline-size: calc(100vw - 1rem);
      max-inline-size: none;
      margin-block-end: 0.5rem;
    }
    .dialog-actions > .button {
      flex: 1 1 auto;
      padding-block: var(--_space);
      white-space: normal;
      overflow-wrap: anywhere;
    }
  }
`;

/** Beside `dialogStyles`. */
export const confirmationStyles = css`
  .confirmation .people {
    margin: 0 0 calc(var(--_space) * 3);
    color: var(--_text-muted);
    text-wrap: pretty;
  }
  .consequences {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
    padding-inline-start: 1.2em;
    text-wrap: pretty;
  }
  .spared {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
  }
  .spared ul {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .typed {
    display: grid;
    gap: var(--_space);
    margin-block-start: calc(var(--_space) * 4);
  }
  .typed > span:first-child {
    overflow-wrap: anywhere;
  }
`;
