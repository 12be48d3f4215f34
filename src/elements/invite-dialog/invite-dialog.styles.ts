import { css, type CSSResultGroup } from 'lit';
import { buttons } from '../../views/controls-buttons.ts';
import { marks } from '../../views/controls-marks.ts';
import { iconStyles } from '../../views/icons.ts';
import { reasonStyles } from '../../views/reason.ts';
import { tokens } from '../../views/tokens.ts';

const layout = css`
  :host {
    display: contents;
  }
  dialog {
    flex-direction: column;
    inline-size: min(var(--invite-dialog-inline-size, 44rem), calc(100vw - 2rem));
    max-inline-size: none;
    block-size: fit-content;
    max-block-size: min(52rem, calc(100dvh - 2rem));
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius-large) * 1.25);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_text);
    overflow: clip;
  }
  dialog[open] {
    display: flex;
  }
  dialog::backdrop {
    background: oklch(0 0 0 / 0.4);
  }
  .quiet {
    color: var(--_text-muted);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 5);
    border-block-end: 1px solid var(--_border);
  }
  .title {
    margin: 0;
    font-size: var(--_size-large);
    font-weight: var(--_strong);
    line-height: 1.3;
  }
  .waiting {
    display: grid;
    justify-items: center;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 10) calc(var(--_space) * 5);
    text-align: center;
    text-wrap: balance;
  }
  .waiting p {
    margin: 0;
  }
  .waiting .reason {
    text-align: start;
  }

  /* On a phone it takes the whole page. */
  @media (max-width: 40rem) {
    dialog {
      inline-size: 100vw;
      block-size: 100dvh;
      max-block-size: none;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
    .head {
      padding-inline: calc(var(--_space) * 4);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: appear var(--_slow) var(--_ease);
    }
    @keyframes appear {
      from {
        opacity: 0;
        translate: 0 8px;
      }
    }
  }
`;

export const inviteDialogStyles: CSSResultGroup = [
  tokens,
  buttons,
  marks,
  iconStyles,
  reasonStyles,
  layout,
];
