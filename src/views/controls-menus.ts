import { css } from 'lit';

/** `popover`, `menu` (with `heading`, `hr`), `item` (with `icon`, `label`, `description`, `danger`). */
export const menus = css`
  .popover {
    margin: 0;
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    color: var(--_text);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .popover[popover] {
    inset: auto;
    opacity: 0;
    translate: 0 -4px;
    transition:
      opacity var(--_fast) var(--_ease),
      translate var(--_fast) var(--_ease),
      overlay var(--_fast) allow-discrete,
      display var(--_fast) allow-discrete;
  }
  .popover:popover-open {
    opacity: 1;
    translate: 0;
  }
  @starting-style {
    .popover:popover-open {
      opacity: 0;
      translate: 0 -4px;
    }
  }

  .menu {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .menu > .heading {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2) var(--_space);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: var(--_medium);
  }
  .menu > hr {
    inline-size: 100%;
    margin: var(--_space) 0;
    border: 0;
    border-block-start: 1px solid var(--_border);
  }
  .item {
    appearance: none;
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_control);
    inline-size: 100%;
    margin: 0;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border: 0;
    border-radius: calc(var(--_radius-large) - var(--_space));
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .item > .icon {
    margin-block-start: 2px;
    color: var(--_text-muted);
  }
  .item > .label {
    flex: 1;
    min-inline-size: 0;
  }
  .item .description {
    display: block;
    color: var(--_text-muted);
    font-size: var(--_size-small);
    line-height: 1.4;
  }
  .item:is(:hover, :focus-visible, [data-active]) {
    background: var(--_hover);
  }
  .item:focus-visible {
    outline-offset: -2px;
  }
  .item:is([aria-selected='true'], [aria-checked='true']) {
    font-weight: var(--_medium);
  }
  .item:is([aria-selected='true'], [aria-checked='true']) > .icon {
    color: var(--_accent-ink);
  }
  .item.danger {
    color: var(--_danger);
  }
  .item[aria-disabled='true'] {
    color: var(--_text-muted);
    cursor: help;
  }

  @media (forced-colors: active) {
    .item[aria-disabled='true'] {
      color: GrayText;
    }
    .item:is(:hover, :focus-visible, [data-active]) {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .item:is(:hover, :focus-visible, [data-active]) :is(.icon, .description) {
      color: inherit;
    }
  }
`;
