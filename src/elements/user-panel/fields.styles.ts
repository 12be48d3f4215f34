import { css } from 'lit';

/** Sections of labels and values; a value looks like text until it is pointed at. */
export const fieldStyles = css`
  .section {
    padding-block: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
  }
  .section:first-child {
    border-block-start-color: transparent;
    padding-block-start: 0;
  }
  .section-title {
    margin: 0 0 var(--_space);
    padding-inline: calc(var(--_space) * 5);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: var(--_medium);
  }
  .facts {
    margin: 0;
  }
  .row {
    position: relative;
    display: grid;
    grid-template-columns: 8rem minmax(0, 1fr);
    align-items: start;
    padding-inline: calc(var(--_space) * 5) calc(var(--_space) * 3);
  }
  .row > .label {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 2);
    padding-block: calc((var(--_control) - 1em * var(--_line)) / 2);
    padding-inline-end: calc(var(--_space) * 2);
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }
  .row > .value {
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
    margin: 0;
  }
  /* What differs from what is saved. */
  .row.edited::before {
    content: '';
    position: absolute;
    inset-block: calc(var(--_space) * 1.5);
    inset-inline-start: calc(var(--_space) * 2);
    inline-size: 3px;
    border-radius: 3px;
    background: var(--_accent);
  }
  .followed {
    padding-inline: calc(var(--_space) * 1.5);
    border-radius: 999px;
    background: var(--_success-soft);
    color: var(--_success);
    font-size: var(--_size-small);
  }
  .plain {
    display: block;
    min-block-size: var(--_control);
    padding-block: calc((var(--_control) - 1em * var(--_line)) / 2);
    padding-inline: calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }
  .row > .value.plain {
    display: block;
  }

  .text-field {
    position: relative;
    display: grid;
  }
  .text-field > input {
    appearance: none;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_control);
    margin: 0;
    padding-block: 0;
    padding-inline: calc(var(--_space) * 2 - 1px);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text);
    font: inherit;
    text-align: match-parent;
    text-overflow: ellipsis;
    transition:
      border-color var(--_fast) var(--_ease),
      background-color var(--_fast) var(--_ease);
  }
  .text-field > input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .text-field > input:hover:not(:read-only) {
    border-color: var(--_border-strong);
  }
  .text-field > input:focus {
    border-color: var(--_focus);
    outline: 2px solid color-mix(in oklab, var(--_focus) 45%, transparent);
    outline-offset: 0;
    background: var(--_surface-raised);
  }
  .text-field > input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .text-field.closed > input {
    padding-inline-end: calc(var(--_space) * 7);
    cursor: help;
  }
  .text-field.closed > .icon {
    position: absolute;
    inset-inline-end: calc(var(--_space) * 1.5);
    align-self: center;
    inline-size: 14px;
    block-size: 14px;
    color: var(--_text-muted);
  }
  .select.choice {
    inline-size: 100%;
    min-inline-size: 0;
    padding-inline: calc(var(--_space) * 2 - 1px) calc(var(--_space) * 1.5 - 1px);
  }
  .select.choice > bdi {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .select.choice > .icon {
    opacity: 0.75;
  }
  .select.choice:hover:not([aria-disabled]) {
    border-color: var(--_border-strong);
    background-image: none;
  }
  .row.closed .select.choice {
    color: var(--_text);
  }
  .select.choice > .icon-lock {
    inline-size: 14px;
    block-size: 14px;
    margin-inline-end: 1px;
  }
  .boxes {
    display: grid;
    padding-block: calc((var(--_control) - 24px) / 2);
    padding-inline: calc(var(--_space) * 2);
  }
  .check {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
    min-block-size: 24px;
    padding-block: 2px;
    cursor: pointer;
  }
  .check > .checkbox {
    margin-block-start: 2px;
  }
  .check > .checkbox[aria-disabled='true'] {
    border-style: dashed;
    cursor: help;
  }
  .check > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .value > .reason {
    padding-inline: calc(var(--_space) * 2);
    padding-block-end: calc(var(--_space) * 1.5);
  }
  .why-closed {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 5) 0;
  }

  .clash {
    display: grid;
    gap: var(--_space);
    margin-block-end: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    border-radius: var(--_radius);
    background: var(--_warning-soft);
  }
  .clash-title {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
    font-size: var(--_size-small);
    font-weight: var(--_medium);
  }
  .clash-title > .icon {
    color: var(--_warning);
  }
  .clash-side {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .clash-value {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .picker {
    display: grid;
    gap: var(--_space);
    inline-size: min(20rem, calc(100vw - 2rem));
  }
  .picked {
    display: grid;
    max-block-size: 18rem;
    padding: var(--_space) calc(var(--_space) * 2);
    overflow: auto;
  }
  .picker .none {
    margin: 0;
    padding: calc(var(--_space) * 2);
  }

  @container panel (max-width: 22rem) {
    .row {
      grid-template-columns: minmax(0, 1fr);
      padding-block-end: var(--_space);
    }
    .row > .label {
      padding-block: var(--_space) 0;
      padding-inline-start: calc(var(--_space) * 0);
      font-size: var(--_size-small);
    }
    .row > .value {
      margin-inline-start: calc(var(--_space) * -2);
    }
  }
  @media (pointer: coarse) {
    .check {
      min-block-size: 44px;
      align-items: center;
    }
  }
  @media (forced-colors: active) {
    .row.edited::before {
      background: Highlight;
      forced-color-adjust: none;
    }
    .clash,
    .followed {
      border: 1px solid CanvasText;
    }
    .text-field > input {
      border-color: ButtonBorder;
    }
  }
`;
