import { css, type CSSResultGroup } from 'lit';
import { anchored } from '../../views/anchored.ts';
import { avatarStyles } from '../../views/avatar.ts';
import { badgeStyles } from '../../views/badge.ts';
import { confirmationStyles, dialogStyles } from '../../views/confirmation.ts';
import { buttons } from '../../views/controls-buttons.ts';
import { checkbox } from '../../views/controls-checkbox.ts';
import { marks } from '../../views/controls-marks.ts';
import { menus } from '../../views/controls-menus.ts';
import { iconStyles } from '../../views/icons.ts';
import { reasonStyles } from '../../views/reason.ts';
import { roleChoiceStyles } from '../../views/role-choice.ts';
import { tokens } from '../../views/tokens.ts';
import { fieldStyles } from './fields.styles.ts';

const layout = css`
  :host {
    display: block;
    inline-size: var(--user-panel-inline-size, 26rem);
    max-inline-size: 100%;
    min-inline-size: 0;
    block-size: var(--user-panel-block-size, min(46rem, 84vh));
    min-block-size: 20rem;
  }
  :host(:not([data-open])) {
    display: none;
  }
  /* It covers the page, and leaves no gap where it would be. */
  :host([data-page]) {
    display: contents;
  }
  .panel {
    position: static;
    flex-direction: column;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_text);
    overflow: clip;
    container: panel / inline-size;
  }
  .panel[open] {
    display: flex;
  }
  .panel:modal {
    position: fixed;
    inset: 0;
    inline-size: 100vw;
    block-size: 100dvh;
    border: 0;
    border-radius: 0;
  }
  .panel::backdrop {
    background: none;
  }
  .quiet {
    color: var(--_text-muted);
  }
  .top {
    flex: none;
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
    min-block-size: calc(var(--_control) + var(--_space) * 4);
    padding: calc(var(--_space) * 2);
    padding-inline-start: calc(var(--_space) * 5);
  }
  .top > .button {
    margin-inline-start: auto;
  }
  .panel:modal .top {
    padding-inline: calc(var(--_space) * 2) calc(var(--_space) * 5);
    border-block-end: 1px solid var(--_border);
  }
  .panel:modal .top > .button {
    margin-block-start: calc(var(--_space) * 2);
    margin-inline-start: 0;
  }
  .body {
    flex: 1;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    overflow: auto;
    overscroll-behavior: contain;
    padding-block-end: calc(var(--_space) * 4);
  }

  .who {
    --_avatar: 44px;
    flex: 1;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-inline-size: 0;
    padding-block: calc(var(--_space) * 2) calc(var(--_space) * 1.5);
  }
  .who-text {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    gap: calc(var(--_space) * 0.5);
  }
  .name {
    margin: 0;
    font-size: calc(var(--_size) * 1.286);
    font-weight: var(--_strong);
    line-height: 1.25;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .you {
    margin-inline-start: var(--_space);
    padding: 1px calc(var(--_space) * 1.5);
    border-radius: 999px;
    background: var(--_accent-soft);
    color: var(--_accent-ink);
    font-size: var(--_size-small);
    font-weight: var(--_medium);
    letter-spacing: normal;
    vertical-align: 0.1em;
  }
  .who-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 3);
    margin: 0;
    font-size: var(--_size-small);
  }
  .address {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .banner {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin: 0 calc(var(--_space) * 5) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_warning-soft);
  }
  .banner > .icon {
    margin-block-start: 2px;
    color: var(--_warning);
  }
  .banner p {
    display: grid;
    margin: 0;
  }
  .banner .quiet {
    font-size: var(--_size-small);
  }

  .actions,
  .history {
    margin: 0;
    padding: 0 calc(var(--_space) * 3);
    list-style: none;
  }
  .actions .item {
    border-radius: var(--_radius);
  }
  .actions .description :is(.why, .remedy) {
    display: block;
    text-wrap: pretty;
  }
  .actions .spinner {
    margin: 3px 1px;
  }
  .ending {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding: var(--_space) calc(var(--_space) * 2) calc(var(--_space) * 3) calc(var(--_space) * 8);
  }
  .ending-buttons {
    display: flex;
    gap: var(--_space);
  }
  .history li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    min-block-size: var(--_control);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
  }
  .history .ending {
    flex-basis: 100%;
    padding: 0;
  }
  .done {
    display: grid;
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .done .quiet {
    font-size: var(--_size-small);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 5);
    padding-block-end: max(calc(var(--_space) * 3), env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_border);
    background: var(--_surface-raised);
    box-shadow: 0 -6px 16px -12px var(--_shadow-color);
  }
  .bar-text {
    flex: 1 1 9rem;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
    color: var(--_text-muted);
    font-size: var(--_size-small);
    text-wrap: pretty;
  }

  .state {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin: auto;
    max-inline-size: 24rem;
    padding: calc(var(--_space) * 12) calc(var(--_space) * 6) calc(var(--_space) * 6);
    text-align: center;
    text-wrap: balance;
  }
  /* What was typed stands right below. */
  .state:not(:last-child) {
    margin-block-end: 0;
    padding-block-end: calc(var(--_space) * 4);
  }
  .state-icon {
    display: inline-grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    border-radius: 50%;
    background: var(--_surface-sunken);
    color: var(--_text-muted);
  }
  .state-icon > .icon {
    inline-size: 22px;
    block-size: 22px;
  }
  .is-failed .state-icon,
  .is-config .state-icon {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .state-title {
    margin: 0;
    font-size: var(--_size-large);
    font-weight: var(--_strong);
    line-height: 1.3;
  }
  .state p {
    margin: 0;
    color: var(--_text-muted);
  }
  .state .button {
    margin-block-start: calc(var(--_space) * 2);
  }
  .typed-values {
    margin: 0 calc(var(--_space) * 3) auto;
    padding: calc(var(--_space) * 2);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
    user-select: text;
  }
  .loading .name .skeleton {
    --_width: 11rem;
  }
  .loading .who-line .skeleton {
    --_width: 14rem;
  }
  .loading .avatar {
    background: var(--_skeleton);
  }
  .loading .section-title .skeleton {
    --_width: 4rem;
  }
  .loading .label .skeleton {
    --_width: 70%;
  }
  #title:focus {
    outline: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    .panel:modal {
      animation: slide var(--_slow) var(--_ease);
    }
    .bar {
      animation: rise var(--_fast) var(--_ease);
    }
    @keyframes slide {
      from {
        opacity: 0;
        translate: 0 12px;
      }
    }
    @keyframes rise {
      from {
        opacity: 0;
        translate: 0 8px;
      }
    }
  }
  @media (forced-colors: active) {
    .banner,
    .typed-values {
      border: 1px solid CanvasText;
    }
  }
`;

export const userPanelStyles: CSSResultGroup = [
  tokens,
  buttons,
  checkbox,
  marks,
  menus,
  anchored,
  iconStyles,
  avatarStyles,
  badgeStyles,
  reasonStyles,
  roleChoiceStyles,
  dialogStyles,
  confirmationStyles,
  layout,
  fieldStyles,
];
