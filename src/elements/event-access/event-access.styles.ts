import { css, type CSSResultGroup } from 'lit';
import { badgeStyles } from '../../views/badge.ts';
import { confirmationStyles, dialogStyles } from '../../views/confirmation.ts';
import { buttons } from '../../views/controls-buttons.ts';
import { marks } from '../../views/controls-marks.ts';
import { iconStyles } from '../../views/icons.ts';
import { reasonStyles } from '../../views/reason.ts';
import { tokens } from '../../views/tokens.ts';
import { undoOfferStyles } from '../../views/undo-offer.ts';
import { formStyles } from './form.styles.ts';

const layout = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .access {
    --_inset: calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    overflow: clip;
  }
  .access:focus {
    outline: none;
  }
  .access:focus-visible {
    outline: 2px solid var(--_focus);
  }
  .hint {
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }

  .seats {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) var(--_inset);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-sunken);
  }
  .seat-text {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 3);
  }
  .seat-count {
    font-weight: var(--_medium);
    font-variant-numeric: tabular-nums;
  }
  .is-full .seat-count {
    color: var(--_warning);
  }
  .seat-text .coming {
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .bar {
    display: flex;
    block-size: 6px;
    border-radius: 3px;
    background: var(--_skeleton);
    overflow: clip;
  }
  .fill {
    inline-size: calc(var(--_share) * 100%);
    background: var(--_accent);
    transition: inline-size var(--_slow) var(--_ease);
  }
  .fill.coming {
    opacity: 0.45;
  }

  .obstacle {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: calc(var(--_space) * 2) var(--_inset);
    border-block-end: 1px solid var(--_border);
    color: var(--_warning);
    font-size: var(--_size-small);
  }
  .event + .event {
    border-block-start: 1px solid var(--_border);
  }
  .event-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) var(--_inset);
  }
  .event-head h3 {
    margin: 0;
    min-inline-size: 0;
    font-size: var(--_size);
    font-weight: var(--_strong);
    overflow-wrap: anywhere;
  }
  .event-head .badge,
  .when {
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .event-actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin-inline-start: auto;
  }
  .event > .why-closed,
  .event > .failure {
    padding: 0 var(--_inset) calc(var(--_space) * 3);
  }
  .rows {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2.5) var(--_inset);
    border-block-start: 1px solid var(--_border);
  }
  .row.is-leaving .who {
    opacity: 0.6;
  }
  .who {
    flex: 1 1 14rem;
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .who .name {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
    font-weight: var(--_medium);
  }
  .who .name .icon {
    flex: none;
    margin-block-start: 0.15em;
    color: var(--_text-muted);
  }
  .who .more {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
    padding-inline-start: calc(16px + var(--_space) * 2);
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .without {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
  }
  .without .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_control);
  }
  .row > .failure,
  .row > .rights,
  .row > .reason,
  .row > .uncopied {
    flex: 1 1 100%;
  }
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .failure-actions {
    display: inline-flex;
    gap: calc(var(--_space) * 1.5);
  }
  .saving {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .uncopied {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    font-size: var(--_size-small);
  }
  .uncopied .field {
    flex: 1 1 14rem;
  }
  .none {
    margin: 0;
    padding: calc(var(--_space) * 2.5) var(--_inset);
    border-block-start: 1px solid var(--_border);
    color: var(--_text-muted);
  }
  .more-button {
    margin: calc(var(--_space) * 3) var(--_inset);
  }

  .loading {
    display: grid;
    gap: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 5) var(--_inset);
  }
  .loading .skeleton {
    display: block;
    block-size: 0.9em;
    inline-size: min(100%, 26rem);
  }
  .state {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 10) calc(var(--_space) * 6);
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .state:focus {
    outline: none;
  }
  .state-icon {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 48px;
    block-size: 48px;
    margin-block-end: var(--_space);
    border-radius: 50%;
    background: var(--_surface-sunken);
    color: var(--_text-muted);
  }
  .state-icon .icon {
    inline-size: 22px;
    block-size: 22px;
  }
  .is-failed .state-icon,
  .is-no-scope .state-icon {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .state-title {
    margin: 0;
    max-inline-size: 28rem;
    font-size: var(--_size-large);
    font-weight: var(--_strong);
    line-height: 1.3;
  }
  .state p {
    margin: 0;
    max-inline-size: 28rem;
    color: var(--_text-muted);
  }

  @container (max-width: 30rem) {
    .event-actions {
      margin-inline-start: 0;
      inline-size: 100%;
    }
    .event-actions > .button {
      flex: 1 1 auto;
    }
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
    }
    .fill {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .fill {
      transition: none;
    }
  }
`;

export const eventAccessStyles: CSSResultGroup = [
  tokens,
  iconStyles,
  buttons,
  marks,
  badgeStyles,
  reasonStyles,
  dialogStyles,
  confirmationStyles,
  undoOfferStyles,
  formStyles,
  layout,
];
