import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { cssVars } from '../../views/css-vars.ts';
import { icon } from '../../views/icons.ts';
import { withSort } from '../../state/index.ts';
import type { GridColumn } from './columns/index.ts';
import { gridRow, type GridRow } from './grid-row.ts';
import type { TableContext } from './table-context.ts';

export interface GridParts {
  readonly rows: readonly GridRow[];
  /** How many there are in all. */
  readonly count: number;
  /** The number is exact; otherwise assistive technology is told that it is not known. */
  readonly exact: boolean;
  readonly spacer: number;
  readonly busy: boolean;
  readonly label: string;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onFocusin: (event: FocusEvent) => void;
  readonly onDblclick: (event: Event) => void;
}

/** The grid itself: a head that stays, and the rows that are on the screen. */
export function grid(parts: GridParts, table: TableContext): TemplateResult {
  const { t, columns } = table;
  const template = columns
    .map(({ width: [min, share] }) => `minmax(${min}px, ${share}fr)`)
    .join(' ');
  const least = columns.reduce((sum, { width }) => sum + width[0], 0);
  return html`<div
    class="grid"
    part="grid"
    role="grid"
    aria-label=${parts.label}
    aria-describedby="help"
    aria-rowcount=${parts.exact ? parts.count + 1 : -1}
    aria-colcount=${columns.length}
    aria-multiselectable=${table.selection ? 'true' : nothing}
    aria-busy=${parts.busy ? 'true' : nothing}
    ${cssVars({ '--_columns': template, '--_least': `${least}px` })}
    @keydown=${parts.onKeydown}
    @focusin=${parts.onFocusin}
    @mousedown=${keepWords}
    @dblclick=${parts.onDblclick}
  >
    <div class="head" part="head" role="rowgroup" data-head>
      <div class="head-row" role="row" aria-rowindex="1">${columns.map((column, at) => headCell(column, at, table))}</div>
    </div>
    <div class="body" role="rowgroup" ${cssVars({ '--_spacer': `${parts.spacer}px` })}>
      ${repeat(
        parts.rows,
        ({ index }) => index,
        (row) => gridRow(row, table),
      )}
    </div>
    <span id="help" hidden>${t('grid.help')}</span>
  </div>`;
}

/** The second of two clicks opens a row: it selects no words there, but in a text of the host's. */
function keepWords(event: MouseEvent): void {
  const [into] = event.composedPath();
  if (event.detail > 1 && !(into instanceof HTMLElement && into.matches('input, textarea')))
    event.preventDefault();
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

function headCell(column: GridColumn, at: number, table: TableContext): TemplateResult {
  const { t, view, capabilities } = table;
  const { sort } = column;
  const sortable = sort !== undefined && (capabilities?.people.sort.includes(sort) ?? false);
  const key = view.query.sort?.find(({ field }) => field === sort);
  const order = sortable && key ? (key.desc ? 'desc' : 'asc') : undefined;
  const header = column.header(t);
  return html`<div
    class="cell head-cell"
    part="head-cell"
    role="columnheader"
    tabindex="-1"
    data-row="0"
    data-column=${at}
    data-column-id=${column.id}
    aria-colindex=${at + 1}
    aria-sort=${order ? ARIA_SORT[order] : nothing}
  >
    ${
      column.head
        ? column.head(table.cell)
        : sortable
          ? html`<button type="button" class="sort ${order ?? ''}" title=${t(nextSort(order).hint)} @click=${() => sortBy(column, table)}>
            <span dir="auto">${header}</span>${icon(order === 'desc' ? 'sort-down' : order === 'asc' ? 'sort-up' : 'sort-none')}
          </button>`
          : html`<span class=${column.headerHidden ? 'visually-hidden' : nothing} dir="auto">${header}</span>`
    }
  </div>`;
}

/** Ascending, descending, as the backend has them. */
function nextSort(order: 'asc' | 'desc' | undefined) {
  if (order === undefined) return { next: 'asc', hint: 'sort.asc' } as const;
  return order === 'asc'
    ? ({ next: 'desc', hint: 'sort.desc' } as const)
    : ({ next: undefined, hint: 'sort.none' } as const);
}

/** Sorts by a column, or turns its order round. Says so. */
export function sortBy(
  column: GridColumn,
  { t, view, setView, say }: TableContext,
  to?: 'asc' | 'desc',
): void {
  const field = column.sort;
  const key = view.query.sort?.find((each) => each.field === field);
  const next = field && (to ?? nextSort(key && (key.desc ? 'desc' : 'asc')).next);
  const sort = next ? [{ field, ...(next === 'desc' && { desc: true }) }] : [];
  setView({ ...view, query: withSort(view.query, sort) });
  say(
    next
      ? t(next === 'desc' ? 'sort.byDesc' : 'sort.byAsc', { column: column.header(t) })
      : t('sort.cleared'),
  );
}
