import { css } from 'lit';

/** `chip` (with `chosen`): a value that was picked, with a `button quiet icon` to take it away. Needs `controls`. */
export const chipStyles = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 24px;
    max-inline-size: 100%;
    padding-inline: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: 999px;
    background: var(--_surface-raised);
    font-size: var(--_size-small);
    line-height: 1.33;
  }
  .chip.chosen {
    border-color: transparent;
    background: var(--_accent-soft);
    color: var(--_accent-ink);
  }
  .chip > .button {
    position: relative;
    min-block-size: 24px;
    min-inline-size: 24px;
    margin-inline: 0 calc(var(--_space) * -1.75);
    border-radius: 999px;
    color: inherit;
  }
  .chip > .button::after {
    content: '';
    position: absolute;
    inset: -5px;
  }

  @media (pointer: coarse) {
    .chip,
    .chip > .button {
      min-block-size: 44px;
    }
    .chip > .button {
      min-inline-size: 44px;
    }
  }
`;
