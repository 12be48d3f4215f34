import { css, type CSSResultGroup } from 'lit';
import { badgeStyles } from '../../views/badge.ts';
import { buttons } from '../../views/controls-buttons.ts';
import { marks } from '../../views/controls-marks.ts';
import { iconStyles } from '../../views/icons.ts';
import { reasonStyles } from '../../views/reason.ts';
import { tokens } from '../../views/tokens.ts';
import { undoOfferStyles } from '../../views/undo-offer.ts';
import { formStyles } from './name-form.styles.ts';

const layout = css`
  :host {
    display: block;
    block-size: var(--subaccount-manager-block-size, min(36rem, 80vh));
    min-block-size: 18rem;
    container-type: inline-size;
  }
  .manager {
    --_inset: calc(var(--_space) * 4);
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    overflow: clip;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
  }
  .search {
    flex: 1 1 12rem;
    max-inline-size: 22rem;
  }
  .adds {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin-inline-start: auto;
  }
  .closed {
    padding: calc(var(--_space) * 2) var(--_inset);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-sunken);
  }
  .stage {
    position: relative;
    flex: 1;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 3);
    min-block-size: calc(var(--_control) + var(--_space) * 2);
    padding-block: var(--_space);
    padding-inline: var(--_inset) calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .count {
    font-variant-numeric: tabular-nums;
  }
  .added,
  .obstacle {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .added {
    margin-inline-start: auto;
    color: var(--_text);
  }
  .obstacle {
    color: var(--_warning);
  }

  .state {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 6);
    overflow: auto;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .state-icon {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 48px;
    block-size: 48px;
    margin-block-end: var(--_space);
    border-radius: 50%;
    background: var(--_surface-sunken);
    color: var(--_text-muted);
  }
  .state-icon .icon {
    inline-size: 22px;
    block-size: 22px;
  }
  .is-failed .state-icon,
  .is-no-scope .state-icon {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .state-title {
    margin: 0;
    max-inline-size: 28rem;
    font-size: var(--_size-large);
    font-weight: var(--_strong);
    line-height: 1.3;
  }
  .state p {
    margin: 0;
    max-inline-size: 28rem;
    color: var(--_text-muted);
  }
  .state > .button {
    margin-block-start: calc(var(--_space) * 2);
  }

  @container (max-width: 34rem) {
    .search {
      flex: 1 1 100%;
      max-inline-size: none;
    }
    .adds {
      flex: 1 1 100%;
    }
    .adds > .button {
      flex: 1 1 auto;
    }
    .added {
      margin-inline-start: 0;
    }
  }
`;

/** The list: its rows are placed one by one, so that only those on the screen have to be drawn. */
const grid = css`
  .viewport {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    /* Rows are placed by us; a browser that corrects their moves would scroll by itself. */
    overflow-anchor: none;
    scrollbar-gutter: stable;
    scrollbar-width: thin;
    scrollbar-color: var(--_border-strong) transparent;
  }
  .viewport[hidden] {
    display: none;
  }
  .probe {
    position: absolute;
    visibility: hidden;
    block-size: var(--_row-comfortable);
    inline-size: 0;
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
  }
  .head-row,
  .row {
    display: grid;
    grid-template-columns: var(--_columns);
  }
  .head-cell {
    min-block-size: 36px;
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: var(--_medium);
  }
  .body {
    position: relative;
    block-size: var(--_spacer);
    overflow: clip;
  }
  .row {
    position: absolute;
    inset-block-start: var(--_top);
    inset-inline: 0;
    block-size: var(--_row-comfortable);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
    transition: background-color var(--_fast) var(--_ease);
  }
  .row.is-tall {
    block-size: auto;
    min-block-size: var(--_row-comfortable);
  }
  .row.is-added {
    background: color-mix(in oklab, var(--_surface), var(--_accent) 8%);
  }
  .row:not(.is-editing):is(:hover, :focus-within) {
    background: color-mix(in oklab, var(--_surface), var(--_text) 2.5%);
  }
  .row.is-editing {
    background: var(--_surface-sunken);
  }
  .manager:has(.grid[aria-busy='true']) .body {
    color: var(--_text-muted);
  }
  .cell {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-content: center;
    gap: 0 calc(var(--_space) * 2);
    min-inline-size: 0;
    padding-inline: calc(var(--_space) * 2);
    outline-offset: -2px;
  }
  /* The first line stays where it is in the other rows. */
  .is-tall > .cell:not(.is-form) {
    align-self: start;
    align-content: start;
    padding-block-start: calc((var(--_row-comfortable) - 1px - 1lh) / 2);
  }
  .is-tall > .cell:last-child:not(.is-form) {
    align-content: center;
    min-block-size: calc(var(--_row-comfortable) - 1px);
    padding-block-start: 0;
  }
  .cell:first-child {
    padding-inline-start: var(--_inset);
  }
  .cell:last-child {
    padding-inline-end: calc(var(--_space) * 3);
  }
  .cell.is-form {
    grid-column: 1 / -1;
    padding: calc(var(--_space) * 2) var(--_inset);
  }
  .main {
    flex: 1 1 100%;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-inline-size: 0;
  }
  .name {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: var(--_medium);
  }
  .details {
    flex: 1 1 100%;
    display: flex;
    gap: 0 calc(var(--_space) * 3);
    min-inline-size: 0;
    overflow: hidden;
    color: var(--_text-muted);
    font-size: var(--_size-small);
    white-space: nowrap;
  }
  .details > * {
    flex: 0 1 auto;
    min-inline-size: 3rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .details > .size {
    flex: none;
  }
  /* Closed, a popover is in nobody's way, also before what it looks like was fetched. */
  .popover:not(:popover-open) {
    display: none;
  }
  .badge,
  .pending {
    flex: none;
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .pending {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  .note {
    flex: 1 1 100%;
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
    padding-block: var(--_space) calc(var(--_space) * 2.5);
  }
  .note > .reason {
    flex: 1 1 14rem;
  }
  .button.quiet.small {
    color: var(--_text-muted);
  }
  .button.quiet.small:is(:hover, :focus-visible),
  .row:is(:hover, :focus-within) .button.quiet.small:not([aria-disabled]) {
    color: var(--_text);
  }

  @media (pointer: coarse) {
    .manager {
      --_row-comfortable: var(--account-row-comfortable, 56px);
    }
  }
`;

export const managerStyles: CSSResultGroup = [
  tokens,
  buttons,
  marks,
  iconStyles,
  reasonStyles,
  badgeStyles,
  undoOfferStyles,
  formStyles,
  layout,
  grid,
];
