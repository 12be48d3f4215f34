import { css } from 'lit';
import { controls } from '../../views/controls.ts';
import { iconStyles } from '../../views/icons.ts';
import { reasonStyles } from '../../views/reason.ts';
import { tokens } from '../../views/tokens.ts';

const own = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .manager {
    display: flex;
    flex-direction: column;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    overflow: clip;
  }
  .toolbar,
  .closed,
  .adding {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
  }
  .toolbar > .field {
    flex: 1 1 12rem;
    max-inline-size: 22rem;
  }
  .toolbar > .add {
    margin-inline-start: auto;
  }
  .adding {
    background: var(--_surface-sunken);
  }
  .closed {
    padding-block: calc(var(--_space) * 2);
    background: var(--_surface-sunken);
  }
  .scroll {
    position: relative;
    max-block-size: var(--subaccount-manager-block-size, 26rem);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .probe {
    block-size: var(--_row-comfortable);
    margin-block-end: calc(-1 * var(--_row-comfortable));
    visibility: hidden;
  }
  .rows {
    position: relative;
    /* By the style sheet, so that the list has its height before anything is measured. */
    block-size: min(var(--_count) * var(--_row-comfortable), 8000000px);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    position: absolute;
    inset-block-start: var(--_top);
    inset-inline: 0;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    block-size: var(--_row-comfortable);
    padding-inline: calc(var(--_space) * 3);
  }
  .row + .row {
    border-block-start: 1px solid var(--_border);
  }
  .row:hover {
    background: var(--_hover);
  }
  .row > .name {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: var(--_medium);
  }
  .row > .skeleton {
    inline-size: 12rem;
  }
  .row > .pending {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .row.is-editing {
    z-index: 1;
    background: var(--_surface-raised);
  }

  .name-form {
    position: relative;
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .name-form > .field {
    flex: 1 1 10rem;
    min-inline-size: 0;
    max-inline-size: 24rem;
  }
  .name-form:has([aria-invalid]) > .field {
    border-color: var(--_danger);
  }
  .problem {
    flex: 1 0 100%;
  }
  /* Rows are of one height: what went wrong lies over the next one until it is seen to. */
  .row .name-form {
    flex-wrap: nowrap;
  }
  .row .problem {
    position: absolute;
    inset-block-start: calc(100% + var(--_space));
    inset-inline: calc(var(--_space) * -3);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  .state {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: calc(var(--_space) * 10) calc(var(--_space) * 4);
    color: var(--_text-muted);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .state > strong {
    color: var(--_text);
    font-weight: var(--_strong);
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    min-block-size: calc(var(--_control) + var(--_space) * 2);
    padding: var(--_space) calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .offer {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
    color: var(--_text);
  }
  .note {
    margin: 0;
    color: var(--_text-muted);
  }
  @container (max-width: 30rem) {
    .row .name-form > .button {
      padding-inline: calc(var(--_space) * 2);
    }
  }
`;

export const managerStyles = [tokens, controls, iconStyles, reasonStyles, own];
