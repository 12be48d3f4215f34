import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Subaccount } from '../../domain/index.ts';
import { cssVars } from '../../views/css-vars.ts';
import { columnsOf, isTall, type ManagerColumn } from './columns.ts';
import type { ManagerContext } from './manager-context.ts';
import { nameForm } from './name-form.ts';
import { offersMenu } from './row-actions.ts';

/** A row to draw. */
export interface ManagerRow {
  readonly one: Subaccount | undefined;
  /** Position among all that match, from 0. */
  readonly index: number;
  /** Distance from the top of the list, px. */
  readonly top: number;
}

export interface ManagerGridParts {
  readonly rows: readonly ManagerRow[];
  /** How many there are in all; -1 if that is not known. */
  readonly count: number;
  readonly spacer: number;
  readonly busy: boolean;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onFocusin: (event: FocusEvent) => void;
}

/** The sub-accounts as an ARIA grid: a head that stays, and the rows that are on the screen. */
export function managerGrid(parts: ManagerGridParts, manager: ManagerContext): TemplateResult {
  const { t } = manager;
  const columns = columnsOf(manager);
  return html`<div
    class="grid"
    part="grid"
    role="grid"
    aria-label=${t('manager.label')}
    aria-describedby=${columns.length > 1 ? 'help' : nothing}
    aria-rowcount=${parts.count < 0 ? -1 : parts.count + 1}
    aria-colcount=${columns.length}
    aria-busy=${parts.busy ? 'true' : nothing}
    ${cssVars({ '--_columns': columns.map(({ track }) => track).join(' ') })}
    @keydown=${parts.onKeydown}
    @focusin=${parts.onFocusin}
  >
    <div class="head" role="rowgroup" data-head>
      <div class="head-row" role="row" aria-rowindex="1">${columns.map((column, at) => headCell(column, at, manager))}</div>
    </div>
    <div class="body" role="rowgroup" ${cssVars({ '--_spacer': `${parts.spacer}px` })}>
      ${repeat(
        parts.rows,
        // What is being typed in a row goes where the row goes.
        ({ one, index }) => one?.id ?? index,
        (row) => gridRow(row, columns, manager),
      )}
    </div>
    <span id="help" hidden>${t(offersMenu(manager) ? 'manager.help.menu' : 'manager.help')}</span>
  </div>`;
}

function headCell(column: ManagerColumn, at: number, { t }: ManagerContext): TemplateResult {
  return html`<div
    class="cell head-cell"
    role="columnheader"
    tabindex="-1"
    data-row="0"
    data-column=${at}
    aria-colindex=${at + 1}
  >
    <span class=${column.headerHidden ? 'visually-hidden' : nothing}>${column.header(t)}</span>
  </div>`;
}

function gridRow(
  { one, index, top }: ManagerRow,
  columns: readonly ManagerColumn[],
  manager: ManagerContext,
): TemplateResult {
  const draft = one && manager.drafts.get(one.id);
  const classes = [
    'row',
    one && isTall(one, manager) && 'is-tall',
    draft && 'is-editing',
    one?.id === manager.added && one && 'is-added',
  ];
  return html`<div
    class=${classes.filter(Boolean).join(' ')}
    part="row"
    role="row"
    data-id=${one?.id ?? nothing}
    data-index=${index}
    aria-rowindex=${index + 2}
    ${cssVars({ '--_top': `${top}px` })}
  >
    ${
      draft
        ? html`<div class="cell is-form" role="gridcell" tabindex="-1" data-row=${index + 1} data-column="0" aria-colindex="1" aria-colspan=${columns.length}>
            ${nameForm(draft, manager)}
          </div>`
        : columns.map((column, at) => cell(column, at, index, one, manager))
    }
  </div>`;
}

function cell(
  column: ManagerColumn,
  at: number,
  index: number,
  one: Subaccount | undefined,
  manager: ManagerContext,
): TemplateResult {
  return html`<div
    class="cell"
    part="cell cell-${column.id}"
    role="gridcell"
    tabindex="-1"
    data-row=${index + 1}
    data-column=${at}
    aria-colindex=${at + 1}
  >
    ${
      one
        ? column.cell(one, index, manager)
        : at === 0
          ? html`<span class="skeleton" aria-hidden="true" ${cssVars({ '--_width': `${28 + ((index * 17) % 30)}%` })}></span>`
          : nothing
    }
  </div>`;
}
