import type { GridNavigation } from '../../controllers/grid-navigation.ts';
import type { RowWindow } from '../../controllers/row-window.ts';
import type { PeopleWindow } from '../../state/index.ts';
import type { GridRow } from './grid-row.ts';

export interface DrawnRowsParts {
  readonly rows: RowWindow;
  readonly grid: GridNavigation;
  readonly window: PeopleWindow | undefined;
  /** Rows there are, placeholders included. */
  readonly count: number;
  /** Whether the focus is in one of the rows. */
  readonly hasFocus: boolean;
}

/** The rows on the screen, and the active one if it has the focus: it must not vanish from under it. */
export function drawnRows(parts: DrawnRowsParts): readonly GridRow[] {
  const { rows, grid, window, count, hasFocus } = parts;
  const { first, last } = rows.range(count);
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  const { row, column } = grid.active;
  const active = row - 1;
  if (active >= 0 && (active < first || active > last)) {
    // The grid is entered where the person has scrolled to.
    if (!hasFocus) grid.place({ row: Math.round((first + last) / 2) + 1, column });
    else if (active < first) indexes.unshift(active);
    else if (active < count) indexes.push(active);
  }
  return indexes.map((index) => ({ index, person: window?.at(index), top: rows.position(index) }));
}

/** A cell of the grid as it stands in the document. */
export function drawnCell(root: ParentNode, row: number, column: number): HTMLElement | undefined {
  const cells = root.querySelectorAll<HTMLElement>(`[data-row="${row}"]`);
  // A notice covers several columns: it stands for all of them.
  return [...cells].findLast((cell) => Number(cell.dataset['column']) <= column);
}

/** The id of the person in whose row something happened, unless it was on a control there. */
export function rowOf(event: Event): string | undefined {
  const path = event.composedPath().filter((node) => node instanceof HTMLElement);
  if (path.some((node) => node.matches('button, a[href], input, select'))) return undefined;
  return path.find(({ dataset }) => dataset['id'] !== undefined)?.dataset['id'];
}
