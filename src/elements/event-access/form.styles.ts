import { css } from 'lit';

/** The form for a link, and the switches of its rights. */
export const formStyles = css`
  .link-form {
    display: grid;
    gap: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 4) var(--_inset);
    border-block-start: 1px solid var(--_border);
    background: var(--_surface-sunken);
  }
  .link-form fieldset {
    display: grid;
    gap: calc(var(--_space) * 3);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .link-form legend {
    margin-block-end: calc(var(--_space) * 2);
    padding: 0;
    font-weight: var(--_medium);
  }
  .role {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px calc(var(--_space) * 2);
    align-items: center;
  }
  .role input {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .role label {
    font-weight: var(--_medium);
    cursor: pointer;
  }
  .abilities {
    grid-column: 2;
    display: grid;
    color: var(--_text-muted);
    font-size: var(--_size-small);
    text-wrap: pretty;
  }
  .for {
    display: grid;
    gap: var(--_space);
    max-inline-size: 24rem;
    font-weight: var(--_medium);
  }
  .for .hint {
    font-weight: 400;
  }
  .freed {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
    color: var(--_success);
  }
  .why-closed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }
  .form-actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  .rights {
    display: grid;
    gap: calc(var(--_space) * 2.5);
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }
  .rights .hint {
    margin: 0;
  }
  .right {
    display: grid;
    gap: 2px;
  }
  .right .reason {
    padding-inline-start: calc(34px + var(--_space) * 2.5);
  }
  .switch {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-self: start;
    gap: calc(var(--_space) * 2.5);
    min-block-size: 28px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .switch:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .track {
    flex: none;
    display: inline-flex;
    box-sizing: border-box;
    inline-size: 34px;
    block-size: 20px;
    padding: 2px;
    border: 1px solid var(--_border-strong);
    border-radius: 10px;
    background: var(--_surface-raised);
  }
  .thumb {
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    background: var(--_text-muted);
  }
  .switch[aria-checked='true'] .track {
    justify-content: flex-end;
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .switch[aria-checked='true'] .thumb {
    background: var(--_accent-text);
  }
  .switch[aria-disabled='true'] {
    color: var(--_text-muted);
    cursor: help;
  }
  .switch[aria-disabled='true'] .track {
    border-style: dashed;
    border-color: var(--_border-strong);
    background: transparent;
  }
  .switch[aria-disabled='true'] .thumb {
    background: var(--_text-muted);
  }
  @media (pointer: coarse) {
    .switch,
    .role label {
      min-block-size: 44px;
      align-content: center;
    }
  }
  @media (forced-colors: active) {
    .track {
      border-color: CanvasText;
    }
    .thumb {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .switch[aria-checked='true'] .track {
      background: Highlight;
      forced-color-adjust: none;
    }
    .switch[aria-checked='true'] .thumb {
      background: HighlightText;
    }
  }
`;
