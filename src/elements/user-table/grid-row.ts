import { html, nothing, type TemplateResult } from 'lit';
import type { PersonRecord } from '../../domain/index.ts';
import { isPending } from '../../state/index.ts';
import { cssVars } from '../../views/css-vars.ts';
import type { GridColumn } from './columns/index.ts';
import { badEnding, notice } from './notice.ts';
import type { TableContext } from './table-context.ts';

export interface GridRow {
  readonly person: PersonRecord | undefined;
  /** Position among all that match, from 0. */
  readonly index: number;
  /** Distance from the top of the list, px. */
  readonly top: number;
}

/** One row of the grid: a person, or bars while theirs are being read. */
export function gridRow({ person, index, top }: GridRow, table: TableContext): TemplateResult {
  const { scope, columns } = table;
  const busy = person !== undefined && scope.activitiesOn(person.id).some(isPending);
  const ending = person && badEnding(person, table);
  const classes = ['row', busy && 'is-busy', ending && 'has-notice', index % 2 === 1 && 'is-odd'];
  return html`<div
    class=${classes.filter(Boolean).join(' ')}
    part="row"
    role="row"
    data-id=${person?.id ?? nothing}
    aria-rowindex=${index + 2}
    aria-selected=${person && table.selection ? table.selection.has(person.id) : nothing}
    aria-busy=${busy ? 'true' : nothing}
    ${cssVars({ '--_top': `${top}px` })}
  >
    ${
      person && ending
        ? withNotice(
            columns,
            (column, at) => gridCell(column, at, index, person, table),
            (first, last) =>
              noticeCell(
                first,
                last,
                index,
                leastBefore(columns, first),
                html`${notice(person, ending, table)}`,
              ),
          )
        : columns.map((column, at) => gridCell(column, at, index, person, table))
    }
  </div>`;
}

function gridCell(
  column: GridColumn,
  at: number,
  index: number,
  person: PersonRecord | undefined,
  { cell }: TableContext,
): TemplateResult {
  return html`<div
    class="cell"
    part="cell cell-${column.id}"
    role="gridcell"
    tabindex="-1"
    data-row=${index + 1}
    data-column=${at}
    data-column-id=${column.id}
    aria-colindex=${at + 1}
  >
    ${person ? column.cell(person, cell) : html`<span class="skeleton" aria-hidden="true"></span>`}
  </div>`;
}

/** How wide the columns before one are at least, in px: where there is no room for all, they are just that. */
function leastBefore(columns: readonly GridColumn[], at: number): number {
  return columns.slice(0, at).reduce((sum, { width }) => sum + width[0], 0);
}

function noticeCell(
  first: number,
  last: number,
  index: number,
  before: number,
  content: unknown,
): TemplateResult {
  return html`<div
    class="cell is-notice"
    role="gridcell"
    tabindex="-1"
    data-row=${index + 1}
    data-column=${first}
    aria-colindex=${first + 1}
    aria-colspan=${last - first + 1}
    ${cssVars({ '--_from': String(first + 1), '--_to': String(last + 2), '--_before': `${before}px` })}
  >
    ${content}
  </div>`;
}

/** The columns with a notice in place of the larger side beside the role: name and role stay readable. */
function withNotice(
  columns: readonly GridColumn[],
  cell: (column: GridColumn, at: number) => unknown,
  covering: (first: number, last: number) => unknown,
): unknown[] {
  const role = columns.findIndex(({ id }) => id === 'role');
  const after = columns.length - 1 - role;
  const before = role - 1;
  const [first, last] =
    after >= before || role < 0 ? [Math.max(role + 1, 1), columns.length - 1] : [1, role - 1];
  if (last < first) return [...columns.map(cell), covering(columns.length - 1, columns.length - 1)];
  return columns.flatMap((column, at) =>
    at === first ? [covering(first, last)] : at > first && at <= last ? [] : [cell(column, at)],
  );
}
