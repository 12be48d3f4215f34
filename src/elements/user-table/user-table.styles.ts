import { css, type CSSResultGroup } from 'lit';
import { avatarStyles } from '../../views/avatar.ts';
import { badgeStyles } from '../../views/badge.ts';
import { buttons } from '../../views/controls-buttons.ts';
import { checkbox } from '../../views/controls-checkbox.ts';
import { marks } from '../../views/controls-marks.ts';
import { iconStyles } from '../../views/icons.ts';
import { tokens } from '../../views/tokens.ts';
import { undoOfferStyles } from '../../views/undo-offer.ts';
import { gridStyles } from './grid.styles.ts';

const layout = css`
  :host {
    display: block;
    block-size: var(--user-table-block-size, min(46rem, 84vh));
    min-block-size: 20rem;
    container-type: inline-size;
  }
  .table {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    overflow: clip;
  }
  .quiet {
    color: var(--_text-muted);
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
  }
  .lists {
    display: flex;
    gap: 2px;
    padding: 2px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }
  .list-button {
    appearance: none;
    min-block-size: calc(var(--_control) - 6px);
    padding-inline: calc(var(--_space) * 3);
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: none;
    color: var(--_text-muted);
    font: inherit;
    font-weight: var(--_medium);
    cursor: pointer;
  }
  .list-button[aria-pressed='true'] {
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-small);
    color: var(--_text);
  }
  @media (forced-colors: active) {
    .list-button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  .search {
    flex: 1 1 14rem;
    max-inline-size: 22rem;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .filter {
    max-inline-size: 16rem;
  }
  .filter.chosen {
    border-color: transparent;
    background: var(--_accent-soft);
    color: var(--_accent-ink);
  }
  .filter-text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .toolbar-end {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin-inline-start: auto;
  }
  .stage {
    position: relative;
    flex: 1;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-block-size: calc(var(--_control) + var(--_space) * 2);
    padding-block: var(--_space);
    padding-inline: calc(var(--_space) * 4) calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .count {
    font-variant-numeric: tabular-nums;
  }
  .footer-problem {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    color: var(--_warning);
  }
  .bulk-bar {
    background: var(--_accent-soft);
    color: var(--_text);
  }
  .bulk-count {
    font-weight: var(--_medium);
    font-variant-numeric: tabular-nums;
  }
  .bulk-end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    margin-inline-start: auto;
  }
  .recent-button {
    margin-inline-start: auto;
  }

  .state-box {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    overflow: auto;
  }
  .state {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    margin: auto;
    max-inline-size: 28rem;
    padding: calc(var(--_space) * 6);
    text-align: center;
    text-wrap: balance;
  }
  .state-icon {
    display: inline-grid;
    place-items: center;
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
  .state .state-detail {
    max-inline-size: 100%;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius-small);
    background: var(--_surface-sunken);
    font-family: ui-monospace, monospace;
    font-size: var(--_size-small);
    text-align: start;
    text-wrap: wrap;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .state .button {
    margin-block-start: calc(var(--_space) * 2);
  }

  @container (max-width: 40rem) {
    .lists {
      flex: 1 1 100%;
    }
    .list-button {
      flex: 1;
    }
    .search {
      flex: 1 1 0;
      min-inline-size: 8rem;
      max-inline-size: none;
    }
    .filters {
      order: 1;
      flex: 1 1 100%;
      flex-wrap: nowrap;
      overflow-x: auto;
      scrollbar-width: none;
      margin: -3px;
      padding: 3px;
    }
    .filters > .button {
      flex: none;
    }
    .toolbar-end .button-text {
      display: none;
    }
  }
`;

export const userTableStyles: CSSResultGroup = [
  tokens,
  buttons,
  checkbox,
  marks,
  iconStyles,
  avatarStyles,
  badgeStyles,
  undoOfferStyles,
  layout,
  gridStyles,
];
