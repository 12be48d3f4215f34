import { css } from 'lit';

/** `checkbox`, which is hit on more than is seen. */
export const checkbox = css`
  .checkbox {
    appearance: none;
    display: inline-grid;
    place-content: center;
    inline-size: 16px;
    block-size: 16px;
    flex: none;
    margin: 0;
    border: 1px solid var(--_border-strong);
    border-radius: min(var(--_radius-small), 5px);
    background: var(--_surface-raised);
    color: var(--_accent-text);
    cursor: pointer;
    position: relative;
  }
  .checkbox::after {
    content: '';
    position: absolute;
    inset: calc((18px - var(--_control)) / 2);
  }
  .checkbox::before {
    content: '';
    inline-size: 10px;
    block-size: 10px;
    background: currentColor;
    opacity: 0;
    clip-path: polygon(12% 48%, 1% 60%, 38% 96%, 100% 19%, 88% 8%, 37% 71%);
  }
  .checkbox:is(:checked, :indeterminate) {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .checkbox:is(:checked, :indeterminate)::before {
    opacity: 1;
  }
  .checkbox:indeterminate::before {
    clip-path: inset(40% 5%);
  }

  @media (forced-colors: active) {
    .checkbox:is(:checked, :indeterminate) {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
