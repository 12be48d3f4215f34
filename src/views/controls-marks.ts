import { css } from 'lit';

/** `link`, `spinner`, `skeleton` (with `round`), `visually-hidden`. */
export const marks = css`
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

  /* A ring that stands still would look like a tick box: dots say "wait" without moving. */
  @media (prefers-reduced-motion: reduce) {
    .skeleton,
    .spinner {
      animation: none;
    }
    .spinner {
      border-style: dotted;
      border-color: currentColor;
    }
  }

  @media (forced-colors: active) {
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
