import { css } from 'lit';

/**
 * `button` (with `primary`, `danger`, `quiet`, `icon`, and `small`, which is hit on more than is seen); `select`, a value in a row that looks like text until it is
 * pointed at (with `boxed`, like a field); `field` around an `input`.
 */
export const buttons = css`
  .button,
  .select {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_control);
    min-inline-size: var(--_control);
    margin: 0;
    padding-block: calc(var(--_space) * 0.5);
    padding-inline: calc(var(--_space) * 3);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_text);
    font: inherit;
    font-weight: var(--_medium);
    line-height: 1.25;
    text-align: start;
    cursor: pointer;
    user-select: none;
    transition:
      background-color var(--_fast) var(--_ease),
      border-color var(--_fast) var(--_ease),
      box-shadow var(--_fast) var(--_ease);
  }
  .button {
    border-color: var(--_border);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-small);
    white-space: nowrap;
  }
  .button:hover,
  .select:hover {
    background-image: linear-gradient(var(--_hover), var(--_hover));
  }
  .button:active,
  .select:active,
  .button[aria-expanded='true'],
  .select[aria-expanded='true'] {
    background-image: linear-gradient(var(--_pressed), var(--_pressed));
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_accent-text);
  }
  .button.primary:is(:hover, :active) {
    background: var(--_accent-hover);
  }
  .button.danger {
    color: var(--_danger);
  }
  .button.quiet {
    border-color: transparent;
    background-color: transparent;
    box-shadow: none;
  }
  .button.icon {
    padding: 0;
    color: var(--_text-muted);
  }
  .button.icon:is(:hover, :focus-visible, [aria-expanded='true']) {
    color: var(--_text);
  }
  .button.small,
  .field > .button {
    position: relative;
  }
  .button.small::after,
  .field > .button::after {
    content: '';
    position: absolute;
    inset: -5px;
  }
  .button.small {
    min-block-size: calc(var(--_control) - 6px);
    padding-inline: calc(var(--_space) * 2);
    font-size: var(--_size-small);
  }

  .select {
    justify-content: space-between;
    padding-inline: calc(var(--_space) * 2) calc(var(--_space) * 1.5);
    font-weight: 400;
  }
  .select > .icon {
    color: var(--_text-muted);
  }
  .select.boxed {
    border-color: var(--_border-strong);
    background: var(--_surface-raised);
  }

  .button[aria-disabled='true'],
  .select[aria-disabled='true'] {
    border-style: dashed;
    border-color: var(--_border);
    background: transparent;
    box-shadow: none;
    color: var(--_text-muted);
    cursor: help;
  }
  .button.quiet[aria-disabled='true'],
  .select[aria-disabled='true']:not(.boxed) {
    border-color: transparent;
  }

  .field {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_control);
    padding-inline: calc(var(--_space) * 2.5);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text-muted);
    cursor: text;
    transition: border-color var(--_fast) var(--_ease);
  }
  .field:hover {
    border-color: var(--_text-muted);
  }
  .field:focus-within {
    border-color: var(--_focus);
    outline: 2px solid color-mix(in oklab, var(--_focus) 45%, transparent);
    outline-offset: 0;
  }
  .field > input {
    appearance: none;
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    color: var(--_text);
    font: inherit;
  }
  .field > input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .field > input::-webkit-search-cancel-button {
    display: none;
  }
  .field > .button {
    min-block-size: 24px;
    min-inline-size: 24px;
    margin-inline-end: calc(var(--_space) * -1);
    border-radius: var(--_radius-small);
  }

  @media (pointer: coarse) {
    .button.small,
    .field > .button {
      min-block-size: 44px;
    }
    .field > .button {
      min-inline-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .button[aria-disabled='true'],
    .select[aria-disabled='true'] {
      color: GrayText;
    }
    .button.primary {
      border-color: ButtonText;
    }
  }
`;
