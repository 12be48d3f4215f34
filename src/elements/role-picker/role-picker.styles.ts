import { css } from 'lit';

export const rolePickerStyles = css`
  :host {
    display: inline-block;
    min-inline-size: 10rem;
    font-family: var(--_font);
    font-size: var(--_size);
    color: var(--_text);
  }
  :host([hidden]) {
    display: none;
  }
  .select {
    inline-size: 100%;
    justify-content: space-between;
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .select.is-empty .name {
    color: var(--_text-muted);
  }
  /* As native fields do: what is missing shows once the person was here or tried to send. */
  :host(:state(touched):invalid) .select {
    border-color: var(--_danger);
  }
  .select:disabled {
    opacity: 0.55;
    cursor: default;
  }
  .failure {
    margin: var(--_space) 0 0;
    color: var(--_danger);
    font-size: var(--_size-small);
  }
`;
