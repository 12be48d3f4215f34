import { css } from 'lit';

/** The grid: its rows are placed one by one, so that only those on the screen have to be drawn. */
export const gridStyles = css`
  .table {
    --_row: var(--_row-comfortable);
    --_inset: calc(var(--_space) * 4);
  }
  .table[data-density='compact'] {
    --_row: var(--_row-compact);
    --_avatar: 24px;
  }
  .probe {
    position: absolute;
    visibility: hidden;
    block-size: var(--_row);
    inline-size: 0;
  }
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
  .grid {
    min-inline-size: var(--_least);
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_surface);
    border-block-end: 1px solid var(--_border);
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
  .sort {
    appearance: none;
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 28px;
    margin-inline: calc(var(--_space) * -1.5);
    padding-inline: calc(var(--_space) * 1.5);
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: inherit;
    font: inherit;
    white-space: nowrap;
    cursor: pointer;
  }
  .sort .icon {
    inline-size: 14px;
    block-size: 14px;
    opacity: 0;
    transition: opacity var(--_fast) var(--_ease);
  }
  .sort:is(:hover, :focus-visible) {
    color: var(--_text);
    background: var(--_hover);
  }
  .sort:is(:hover, :focus-visible, .asc, .desc) .icon {
    opacity: 1;
  }
  .sort:is(.asc, .desc) {
    color: var(--_text);
  }

  .body {
    position: relative;
    block-size: var(--_spacer);
    /* Rows drawn beyond the end must not make the list longer than it is. */
    overflow: clip;
  }
  .row {
    position: absolute;
    inset-inline: 0;
    inset-block-start: var(--_top);
    block-size: var(--_row);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
    transition: background-color var(--_fast) var(--_ease);
  }
  .row[aria-selected='true'] {
    background: color-mix(in oklab, var(--_surface), var(--_accent) 8%);
  }
  .row:hover,
  .row:focus-within {
    background: color-mix(in oklab, var(--_surface), var(--_text) 2.5%);
  }
  /* Set back, and still to be read: an answer may take long. */
  .row.is-busy,
  :host([data-busy]) .body {
    color: var(--_text-muted);
  }
  .cell {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2.5);
    min-inline-size: 0;
    padding-inline: calc(var(--_space) * 2);
    outline-offset: -2px;
  }
  .cell:first-child {
    padding-inline-start: var(--_inset);
  }
  .cell:last-child {
    padding-inline-end: var(--_inset);
  }
  .cell > :is(span, time):not(.skeleton, .badge, .you, .provisioned, .avatar, .role-pending) {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name {
    font-weight: var(--_medium);
  }
  button.name {
    min-inline-size: 0;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: var(--_medium);
    text-align: start;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  button.name:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .you {
    flex: none;
    padding-inline: calc(var(--_space) * 1.5);
    border-radius: 999px;
    background: var(--_accent-soft);
    color: var(--_accent-ink);
    font-size: var(--_size-small);
  }
  .provisioned {
    display: inline-flex;
    flex: none;
    color: var(--_text-muted);
  }
  .cell[data-column-id='name'] > .skeleton {
    --_width: 70%;
  }

  .cell[data-column-id='role'] {
    padding-inline-start: 0;
  }
  .cell[data-column-id='role'] .role-text {
    padding-inline: calc(var(--_space) * 2);
  }
  .head-cell[data-column-id='role'] {
    padding-inline-start: calc(var(--_space) * 2);
  }
  .role-trigger {
    max-inline-size: 100%;
    min-inline-size: 0;
  }
  .role-trigger .icon {
    opacity: 0.55;
  }
  .row:is(:hover, :focus-within) .role-trigger .icon,
  .role-trigger[aria-expanded='true'] .icon {
    opacity: 1;
  }
  .role-name {
    overflow: hidden;
    /* That of the cells beside it: on one line with them, and what hangs below it is not cut off. */
    line-height: var(--_line);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .role-pending {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
    padding-inline-start: calc(var(--_space) * 2);
  }
  .role-pending-text {
    display: grid;
    min-inline-size: 0;
    line-height: 1.25;
  }
  .role-pending-text .quiet {
    font-size: var(--_size-small);
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .cell[data-column-id='select'] {
    justify-content: center;
    padding-inline: var(--_space) 0;
  }
  .cell[data-column-id='select'] + .cell:not(:first-child) {
    padding-inline-start: calc(var(--_space) * 2);
  }
  /* In reach however far the columns are scrolled. */
  .cell[data-column-id='actions'] {
    position: sticky;
    inset-inline-end: 0;
    justify-content: flex-end;
    padding-inline-start: 0;
    background: inherit;
  }
  .row-menu {
    color: var(--_text-muted);
  }
  .row:is(:hover, :focus-within) .row-menu,
  .row-menu[aria-expanded='true'] {
    color: var(--_text);
  }

  .cell.is-notice {
    /* What can be seen of it without scrolling; where that is too little, it begins before its columns. */
    --_room: calc(100cqi - var(--_before) - var(--_space) * 4);
    grid-column: var(--_from) / var(--_to);
    z-index: 1;
    margin-inline-start: min(0px, var(--_room) - 20rem);
    padding-block: var(--_space);
  }
  .notice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    inline-size: min(100%, max(var(--_room), 20rem));
    block-size: 100%;
    padding-inline: calc(var(--_space) * 3) calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    background: var(--_danger-soft);
    font-size: var(--_size-small);
    line-height: 1.3;
  }
  .notice.is-warning {
    background: var(--_warning-soft);
  }
  .notice-icon {
    color: var(--_danger);
  }
  .notice.is-warning .notice-icon {
    color: var(--_warning);
  }
  .notice-text {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
  }
  .notice-title {
    font-weight: var(--_strong);
  }
  .notice-actions {
    display: flex;
    flex: none;
    gap: var(--_space);
  }

  :host([data-busy]) .body {
    transition: color var(--_slow) var(--_ease) 150ms;
  }

  /* A phone: each person is a card; the header is for screen readers, and order is in the view menu. */
  @container (max-width: 40rem) {
    .table,
    .table[data-density='compact'] {
      --_inset: calc(var(--_space) * 3);
      --_avatar: 36px;
      --_line-block: calc(var(--_size) * 1.6);
      --_row: calc(var(--_line-block) * 4 + var(--_space) * 6);
    }
    .table[data-density='compact'] {
      --_row: calc(var(--_line-block) * 3 + var(--_space) * 5);
    }
    .grid {
      min-inline-size: 0;
    }
    /* Whoever moves into it by keyboard sees it. */
    .head:not(:focus-within) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .head-row {
      display: flex;
      gap: calc(var(--_space) * 3);
      padding-inline: var(--_inset);
      overflow-x: auto;
      scrollbar-width: none;
    }
    .head-cell {
      flex: none;
    }
    .row {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      grid-auto-rows: var(--_line-block);
      align-content: center;
      padding-block: calc(var(--_space) * 2);
      padding-inline: calc(var(--_inset) + var(--_avatar) + var(--_space) * 3) var(--_inset);
      overflow: hidden;
    }
    .cell,
    .cell:first-child,
    .cell:last-child,
    .cell[data-column-id='select'] + .cell:not(:first-child) {
      padding-inline: 0;
    }
    .cell:not([data-column-id='name'], [data-column-id='role'], .is-notice) {
      font-size: var(--_size-small);
    }
    .cell[data-column-id='name'],
    .cell[data-column-id='email'] {
      grid-column: 1 / -1;
    }
    .cell[data-column-id='name'] {
      grid-row: 1;
      padding-inline-end: 6.5em;
    }
    .cell[data-column-id='name'] .avatar {
      position: absolute;
      inset-block-start: calc(var(--_space) * 3);
      inset-inline-start: var(--_inset);
    }
    .cell[data-column-id='status'] {
      grid-row: 1;
      grid-column: 2;
      justify-self: end;
    }
    .row > .cell[data-column-id='select'] {
      position: absolute;
      inset-block-end: calc(var(--_space) * 2);
      inset-inline-start: calc(var(--_inset) + (var(--_avatar) - 16px) / 2);
    }
    .cell[data-column-id='actions'] {
      position: absolute;
      inset-block-end: var(--_space);
      inset-inline-end: calc(var(--_inset) - var(--_space) * 2);
    }
    .cell[data-column-id='role'] .role-text,
    .role-pending {
      padding-inline: 0;
    }
    .role-pending-text {
      display: flex;
      align-items: baseline;
      gap: calc(var(--_space) * 1.5);
    }
    .role-pending-text > .role-name {
      flex: none;
    }
    .role-trigger {
      position: relative;
      min-block-size: 28px;
      margin-inline-start: calc(var(--_space) * -2);
      outline-offset: -1px;
    }
    /* Drawn as low as its line of the card, and hit like any other control. */
    .role-trigger::after {
      content: '';
      position: absolute;
      inset: calc((26px - var(--_control)) / 2) 0;
    }
    /* Name and role say already who it is about; the words of the notice need the room. */
    .row.has-notice {
      padding-block: var(--_space);
    }
    .row.has-notice .cell[data-column-id='email'],
    .notice-title {
      display: none;
    }
    .cell.is-notice {
      /* Not above the controls of its row, which are hit beyond their lines. */
      z-index: auto;
      grid-column: 1 / -1;
      grid-row: span 2;
      padding-block: 0;
      margin-inline-start: calc((var(--_avatar) + var(--_space) * 3) * -1);
    }
    /* The box that selects stands there. */
    .row > [data-column-id='select'] ~ .is-notice {
      margin-inline-start: 0;
    }
    .notice {
      inline-size: 100%;
      padding-inline: calc(var(--_space) * 2) var(--_space);
      line-height: 1.25;
    }
    .notice-text {
      -webkit-line-clamp: 3;
      line-clamp: 3;
    }
  }

  @media (forced-colors: active) {
    .notice {
      border: 1px solid CanvasText;
    }
    .filter.chosen {
      border-color: Highlight;
    }
  }
`;
