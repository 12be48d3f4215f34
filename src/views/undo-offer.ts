import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Translator } from '../i18n/index.ts';
import { icon } from './icons.ts';

/** What was just done, and how far undoing it has come. */
export interface Undoable {
  /** What was done, in one sentence. */
  readonly said: string;
  /** `open`: it can be undone. Any other: it cannot, and nothing is offered but to close the line. */
  readonly state: string;
}

export interface UndoOfferHandlers {
  readonly undo: () => void;
  /** The pointer or the focus is on the offer, and has left it: meanwhile it does not go by itself. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly dismiss: () => void;
}

/** The offer to undo what was just done: a line of the list's room, so that nothing lies under it. */
export function undoOffer(
  { said, state }: Undoable,
  { undo, pause, resume, dismiss }: UndoOfferHandlers,
  t: Translator,
): TemplateResult {
  return html`<div
    class="offer"
    part="undo-offer"
    role="group"
    aria-label=${t('undo.do')}
    @pointerenter=${pause}
    @pointerleave=${resume}
    @focusin=${pause}
    @focusout=${resume}
  >
    ${icon('check')}
    <span class="offer-text" dir="auto">${state === 'undone' ? t('undo.done', { what: said }) : said}</span>
    ${state === 'open' ? html`<button type="button" class="button small" @click=${undo}>${t('undo.do')}</button>` : nothing}
    ${state === 'undoing' ? html`<span class="offer-pending"><span class="spinner" aria-hidden="true"></span>${t('undo.doing')}</span>` : nothing}
    <button type="button" class="button quiet icon small" aria-label=${t('change.close')} @click=${dismiss}>${icon('close')}</button>
  </div>`;
}

export const undoOfferStyles = css`
  .offer {
    flex: none;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: calc(var(--_control) + var(--_space) * 2);
    padding-inline: calc(var(--_space) * 4) calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
    background: var(--_surface-raised);
  }
  .offer > svg {
    color: var(--_success);
  }
  .offer-text {
    flex: 1;
    min-inline-size: 0;
    padding-block: var(--_space);
    overflow-wrap: anywhere;
  }
  .offer-pending {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  @media (prefers-reduced-motion: no-preference) {
    .offer > * {
      animation: rise var(--_slow) var(--_ease);
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
`;
