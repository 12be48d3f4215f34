import { css } from 'lit';
import { anchored } from '../../views/anchored.ts';
import { controls } from '../../views/controls.ts';
import { iconStyles } from '../../views/icons.ts';
import { reasonStyles } from '../../views/reason.ts';
import { tokens } from '../../views/tokens.ts';

const own = css`
  :host {
    display: inline-block;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .trigger {
    inline-size: var(--subaccount-switcher-inline-size, 16rem);
    max-inline-size: 100%;
  }
  .trigger > .name {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: var(--_medium);
  }
  .trigger .skeleton {
    inline-size: 60%;
  }
  .note {
    margin: 0;
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .gone {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    max-inline-size: var(--subaccount-switcher-inline-size, 16rem);
    margin: calc(var(--_space) * 1.5) 0 0;
    color: var(--_warning);
    font-size: var(--_size-small);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .gone > .icon {
    flex: none;
    margin-block-start: 1px;
  }
  .failed {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
  }
  .failed > .button {
    flex: none;
  }

  .box {
    display: flex;
    flex-direction: column;
    inline-size: min(22rem, 100vw - 2rem);
    max-block-size: min(30rem, 70vh);
  }
  .fixed {
    max-inline-size: 20rem;
    padding: calc(var(--_space) * 2);
  }
  .box > .field {
    flex: none;
    margin: var(--_space);
  }
  .asked {
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5) var(--_space);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    line-height: 1.4;
  }
  .asked > strong {
    display: block;
    color: var(--_text);
    font-size: var(--_size);
    font-weight: var(--_strong);
  }
  .state {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 2.5);
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }
  .state.failed {
    align-items: flex-start;
  }
  .scroll {
    flex: 0 1 auto;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .scroll[hidden] {
    display: none;
  }
  .probe {
    block-size: max(var(--_control), 34px);
    margin-block-end: calc(-1 * max(var(--_control), 34px));
    visibility: hidden;
  }
  .options {
    position: relative;
    /* By the style sheet, so that the list has its height before anything is measured. */
    block-size: min(var(--_count) * max(var(--_control), 34px), 8000000px);
  }
  .row {
    position: absolute;
    inset-block-start: var(--_top);
    inset-inline: 0;
    block-size: max(var(--_control), 34px);
    align-items: center;
  }
  .row.heading {
    display: flex;
    align-items: flex-end;
    padding: 0 calc(var(--_space) * 2) var(--_space);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: var(--_medium);
  }
  .row > .label {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row > .icon {
    margin: 0;
  }
  /* The pointer only moves the mark; the focus stays in the field. */
  .row.item:hover:not([data-active]) {
    background: none;
  }

  @media (max-width: 40rem) {
    .popover[data-sheet] > .box {
      inline-size: auto;
      max-block-size: 75vh;
    }
  }
`;

export const switcherStyles = [tokens, controls, anchored, iconStyles, reasonStyles, own];
