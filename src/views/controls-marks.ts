import { css } from 'lit';

/** `checkbox` (which is hit on more than is seen), `link`, `spinner`, `skeleton` (with `round`), `visually-hidden`. */
export const marks = css`
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

  .link {
    color: var(--_accent-ink);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    border-radius: 2px;
  }

  .spinner {
    display: inline-block;
    flex: none;
    inline-size: 14px;
    block-size: 14px;
    border: 1.5px solid color-mix(in oklab, currentColor 25%, transparent);
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: spin 700ms linear infinite;
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }

  .skeleton {
    display: inline-block;
    block-size: 0.72em;
    inline-size: var(--_width, 60%);
    border-radius: 999px;
    background: var(--_skeleton);
    animation: breathe 1600ms ease-in-out infinite;
  }
  .skeleton.round {
    border-radius: 50%;
  }
  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
    .spinner {
      animation-duration: 2s;
    }
  }

  @media (forced-colors: active) {
    .checkbox:is(:checked, :indeterminate) {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
    .spinner {
      border-color: GrayText;
      border-block-start-color: CanvasText;
    }
    .skeleton {
      border: 1px solid GrayText;
      background: none;
    }
  }
`;
