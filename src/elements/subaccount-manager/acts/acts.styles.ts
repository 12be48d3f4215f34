import { css } from 'lit';

/** The forms of what is done to a sub-account; beside `dialogStyles`, fetched with them. */
export const actStyles = css`
  .act-form {
    inline-size: min(32rem, calc(100vw - 2rem));
  }
  .act-body {
    display: grid;
    gap: calc(var(--_space) * 5);
  }
  .act-form h3 {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    margin: 0 0 calc(var(--_space) * 1.5);
    font-size: inherit;
    font-weight: var(--_medium);
  }
  .act-form h3 > .icon {
    inline-size: 14px;
    block-size: 14px;
    color: var(--_text-muted);
  }
  .act-form p {
    margin: 0;
    text-wrap: pretty;
  }
  .act-form .fields {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .act-form .block {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }
  .act-form .label {
    font-weight: var(--_medium);
    overflow-wrap: anywhere;
  }
  .act-form .field {
    inline-size: 100%;
    box-sizing: border-box;
  }
  .act-form .field > input {
    inline-size: 100%;
  }
  .act-form .fault {
    color: var(--_danger);
    font-size: var(--_size-small);
  }
  .act-form .hint {
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .act-failure {
    margin-block-start: calc(var(--_space) * 4);
  }
  .slots {
    display: flex;
    gap: calc(var(--_space) * 2);
    color: var(--_text-muted);
  }
  .slots.is-bought {
    color: var(--_success);
  }
  .slots > .icon {
    margin-block-start: 2px;
  }
  .blocked {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .blocked > .slots {
    color: var(--_text);
  }
  .blocked > .slots > .icon {
    color: var(--_warning);
  }
  .buying {
    display: grid;
    gap: calc(var(--_space) * 4);
    inline-size: 100%;
  }
  .buying > .choices {
    display: grid;
    grid-template-columns: 1fr minmax(6rem, 8rem);
    gap: calc(var(--_space) * 3);
  }
  .buying > .choices > :only-child {
    grid-column: 1 / -1;
  }
  .act-form .select-box {
    position: relative;
    display: grid;
    align-items: center;
  }
  .act-form .select-box > select {
    appearance: none;
    inline-size: 100%;
    min-block-size: var(--_control);
    margin: 0;
    padding-inline: calc(var(--_space) * 2.5) calc(var(--_space) * 7);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }
  .act-form .select-box > .icon {
    position: absolute;
    inset-inline-end: calc(var(--_space) * 2);
    color: var(--_text-muted);
  }
  .act-form .consequences {
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .limits {
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
    font-size: var(--_size-small);
  }
  .limits dl {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin: 0;
  }
  .limits dd {
    margin: 0;
    color: var(--_text-muted);
  }
  .steps {
    display: grid;
    gap: calc(var(--_space) * 5);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .steps > li {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  .steps > li + li {
    padding-block-start: calc(var(--_space) * 5);
    border-block-start: 1px solid var(--_border);
  }
  .steps h3 {
    flex-wrap: wrap;
    align-items: baseline;
    margin: 0;
    gap: 0 calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }
  .steps .step {
    flex: 1 0 100%;
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: 400;
  }
  .steps .final {
    display: flex;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .steps .final > .icon {
    margin-block-start: 2px;
  }
`;
