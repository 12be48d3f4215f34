import { css } from 'lit';

/** What is in the menus of the table. */
export const menuStyles = css`
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .heading {
    margin: 0;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2) var(--_space);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: var(--_medium);
  }
  .choices {
    display: grid;
    min-inline-size: 12rem;
  }
  .choices .item {
    align-items: center;
  }
  .choices-end {
    justify-self: start;
    margin: var(--_space);
  }

  .view-menu {
    display: grid;
    gap: calc(var(--_space) * 2);
    inline-size: min(19rem, calc(100vw - 2rem));
  }
  .sort-choice {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 calc(var(--_space) * 2);
    padding-inline: calc(var(--_space) * 2);
  }
  .sort-choice .heading {
    grid-column: 1 / -1;
    padding-inline: 0;
  }
  .sort-choice .field {
    position: relative;
    padding: 0;
  }
  .sort-choice select {
    appearance: none;
    flex: 1;
    min-block-size: calc(var(--_control) - 2px);
    padding-inline: calc(var(--_space) * 2.5) calc(var(--_space) * 7);
    border: 0;
    outline: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }
  .sort-choice option {
    background: var(--_surface-raised);
    color: var(--_text);
  }
  .sort-choice .field > .icon {
    position: absolute;
    inset-inline-end: calc(var(--_space) * 2);
  }
  .density {
    padding-inline: calc(var(--_space) * 2);
  }
  .density .heading {
    padding-inline: 0;
  }
  .segments {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    padding: 2px;
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
    border: 1px solid var(--_border);
  }
  .segment {
    position: relative;
    cursor: pointer;
  }
  .segment > span {
    display: grid;
    place-items: center;
    min-block-size: calc(var(--_control) - 6px);
    padding-inline: calc(var(--_space) * 2);
    border-radius: calc(var(--_radius) - 2px);
    color: var(--_text-muted);
  }
  .segment > :checked + span {
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-small);
    color: var(--_text);
    font-weight: var(--_medium);
  }
  .segment > :focus-visible + span {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  @media (forced-colors: active) {
    .segment > :checked + span {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  .column-choice {
    padding-block: 0;
    cursor: default;
  }
  .column-choice > label {
    flex: 1;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_control);
    min-inline-size: 0;
    cursor: pointer;
  }
  .column-choice .checkbox:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .moves {
    display: flex;
  }

  .row-actions {
    inline-size: min(18rem, calc(100vw - 2rem));
  }
  .row-actions .description :is(.why, .remedy) {
    display: block;
    text-wrap: pretty;
  }

  .bulk-bar progress {
    appearance: none;
    inline-size: 8rem;
    block-size: 6px;
    border: 0;
    border-radius: 999px;
    background: var(--_border);
    color: var(--_accent);
    overflow: hidden;
  }
  .bulk-bar progress::-webkit-progress-bar {
    background: var(--_border);
  }
  .bulk-bar progress::-webkit-progress-value {
    background: var(--_accent);
  }
  .bulk-bar progress::-moz-progress-bar {
    background: var(--_accent);
  }
  /* Beside its mark, in as many lines as it takes. */
  .bulk-summary {
    flex: 1 1 12rem;
    min-inline-size: 0;
  }
  .is-done {
    color: var(--_success);
  }

  .recent {
    inline-size: min(24rem, calc(100vw - 2rem));
  }
  .recent-item {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0 calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2);
  }
  .recent-item + .recent-item {
    border-block-start: 1px solid var(--_border);
  }
  .recent-item .button {
    grid-column: 2;
    grid-row: 1 / span 2;
  }
  .recent-item time {
    font-size: var(--_size-small);
  }
`;
