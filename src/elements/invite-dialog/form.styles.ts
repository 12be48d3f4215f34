import { css } from 'lit';

/** The form in the dialog; it is fetched together with the form. */
export const formStyles = css`
  .body {
    flex: 1;
    min-block-size: 0;
    display: grid;
    align-content: start;
    gap: calc(var(--_space) * 5);
    padding: calc(var(--_space) * 5);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .block {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .label {
    padding: 0;
    font-weight: var(--_medium);
  }
  .hint {
    margin: 0;
    color: var(--_text-muted);
    font-size: var(--_size-small);
    text-wrap: pretty;
  }
  .hint.with-icon {
    display: flex;
    gap: calc(var(--_space) * 2);
  }
  .hint strong {
    color: var(--_text);
    font-weight: var(--_medium);
  }
  fieldset > legend {
    margin-block-end: calc(var(--_space) * 1.5);
  }
  bdi {
    overflow-wrap: anywhere;
  }

  .addresses {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    max-block-size: 40vh;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    overflow: auto;
    cursor: text;
  }
  .addresses:focus-within {
    border-color: var(--_focus);
    outline: 2px solid color-mix(in oklab, var(--_focus) 45%, transparent);
  }
  .addresses[data-busy] {
    background: var(--_surface-sunken);
  }
  .chips {
    display: contents;
    list-style: none;
  }
  .addresses textarea {
    appearance: none;
    flex: 1 1 12rem;
    min-inline-size: 0;
    min-block-size: calc(var(--_control) - 6px);
    max-block-size: 8rem;
    margin: 0;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 1.5);
    border: 0;
    outline: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    resize: none;
    field-sizing: content;
  }
  .chip {
    gap: 0;
    padding-inline: 0 calc(var(--_space) * 2);
    background: var(--_surface-sunken);
  }
  .chip:not(.problem) > .button {
    color: var(--_text-muted);
  }
  .chip-text {
    appearance: none;
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 1.5);
    min-inline-size: 0;
    min-block-size: 24px;
    margin: 0;
    padding-inline: calc(var(--_space) * 2) calc(var(--_space) * 1.5);
    border: 0;
    border-radius: 999px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: text;
  }
  .chip .name + .address {
    color: var(--_text-muted);
  }
  .chip.problem {
    inline-size: 100%;
    justify-content: space-between;
    border-radius: var(--_radius);
    border-color: transparent;
    background: var(--_danger-soft);
  }
  .chip.problem > .chip-text {
    flex: 1;
    padding-block: calc(var(--_space) * 1.25);
    border-radius: var(--_radius-small);
  }
  .chip.problem .icon {
    color: var(--_danger);
  }
  .chip.problem:is(.odd, .duplicate) {
    background: var(--_warning-soft);
  }
  .chip.problem:is(.odd, .duplicate) .icon {
    color: var(--_warning);
  }
  .chip.problem .who {
    font-weight: var(--_medium);
    min-inline-size: 0;
  }
  .chip.problem .why {
    flex: 1 1 14rem;
    color: var(--_text);
  }
  .chip.editing {
    inline-size: 100%;
    padding: 0;
    border-color: var(--_focus);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .chip-input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: calc(var(--_control) - 6px);
    padding-inline: calc(var(--_space) * 2);
    border: 0;
    outline: 0;
    background: none;
    color: var(--_text);
    font: inherit;
  }
  .more {
    inline-size: 100%;
  }

  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    align-items: start;
    gap: calc(var(--_space) * 4);
  }
  .settings > :is(.held, .more-settings) {
    grid-column: 1 / -1;
  }
  .settings .select {
    inline-size: 100%;
  }
  .settings .select.unset {
    color: var(--_text-muted);
  }
  .search-list {
    display: grid;
    gap: calc(var(--_space) * 1);
    inline-size: min(21rem, calc(100vw - 2rem));
  }
  .popover[data-sheet] :is(.search-list, .search-list .roles) {
    inline-size: auto;
  }
  .search-list > .field {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }
  .search-list > .hint {
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2);
  }
  .search-list > .hint:empty {
    padding: 0;
  }
  .select-box {
    position: relative;
    display: grid;
    align-items: center;
  }
  .select-box > select {
    appearance: none;
    inline-size: 100%;
    min-block-size: var(--_control);
    margin: 0;
    padding-inline: calc(var(--_space) * 2) calc(var(--_space) * 7);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }
  .select-box > .icon {
    position: absolute;
    inset-inline-end: calc(var(--_space) * 1.5);
    color: var(--_text-muted);
  }
  .check {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
    min-block-size: calc(var(--_control) - 8px);
    cursor: pointer;
  }
  .check > .checkbox {
    margin-block-start: 2px;
  }
  .check > .checkbox[aria-disabled='true'] {
    border-style: dashed;
    cursor: help;
  }
  details > summary {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_control);
    border-radius: var(--_radius-small);
    font-weight: var(--_medium);
    cursor: pointer;
    list-style: none;
  }
  details > summary::-webkit-details-marker {
    display: none;
  }
  details > summary > .icon {
    color: var(--_text-muted);
    transition: rotate var(--_fast) var(--_ease);
  }
  details:not([open]) > summary > .icon {
    rotate: -90deg;
  }
  details:not([open]) > summary:dir(rtl) > .icon {
    rotate: 90deg;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    align-items: start;
    gap: calc(var(--_space) * 3);
    padding-block-start: calc(var(--_space) * 3);
  }
  .fields.names {
    padding: 0;
  }
  .fields input {
    inline-size: 100%;
  }

  .mails {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .moves dl {
    display: grid;
    gap: var(--_space);
    margin: var(--_space) 0 calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }
  .moves dt {
    font-size: var(--_size-small);
    font-weight: var(--_medium);
    color: var(--_text-muted);
  }
  .moves dd {
    margin: 0 0 var(--_space);
    text-wrap: pretty;
  }

  .sent {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_success-soft);
  }
  .sent-title {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin: 0;
    font-size: inherit;
    font-weight: var(--_strong);
  }
  .sent-title > .icon {
    color: var(--_success);
  }
  .sent-list {
    display: grid;
    gap: var(--_space);
    max-block-size: 30vh;
    margin: 0;
    padding: 0;
    overflow: auto;
    list-style: none;
  }
  .sent-list > li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 4);
  }
  .sent .quiet {
    font-size: var(--_size-small);
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 5);
    padding-block-end: max(calc(var(--_space) * 3), env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_border);
  }
  .needs {
    flex: 1 1 14rem;
    display: grid;
    gap: var(--_space);
  }
  .needs:empty {
    display: none;
  }
  .need {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
    font-size: var(--_size-small);
    font-variant-numeric: tabular-nums;
  }
  .need > .icon {
    inline-size: 14px;
    block-size: 14px;
    color: var(--_text-muted);
  }
  .need.short,
  .need.short > .icon {
    color: var(--_danger);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
    margin-inline-start: auto;
  }
  .left,
  .progress {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin-inline-end: calc(var(--_space) * 2);
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }

  @media (max-width: 40rem) {
    .body,
    .foot {
      padding-inline: calc(var(--_space) * 4);
    }
    .buttons {
      flex: 1 1 100%;
    }
    .buttons > .button {
      flex: 1 1 auto;
    }
  }
  @media (forced-colors: active) {
    .chip.problem,
    .sent {
      border: 1px solid CanvasText;
    }
  }
`;
