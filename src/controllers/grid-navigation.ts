import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A cell: row 0 is the header, then the rows in order; columns from 0. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

export interface GridNavigationOptions {
  /** Rows, the header included. */
  readonly rowCount: () => number;
  readonly columnCount: () => number;
  /** The column that is entered first: not one of checkboxes, but what says whose row it is. */
  readonly firstColumn: () => number;
  readonly pageSize: () => number;
  readonly isRtl: () => boolean;
  /** The element of a cell, if it is drawn. */
  readonly cell: (position: GridPosition) => HTMLElement | undefined;
  /** Brings a row into view; it is drawn by the next update. */
  readonly reveal: (row: number) => void;
}

/** Elements in a cell that take the focus in its place, in their order. */
const WIDGETS = 'button, a[href], input, select, [data-widget]';

/**
 * Keyboard in a grid, after the ARIA grid pattern: one tab stop; arrows, Home, End, Page Up and Page Down move, with
 * Control over the whole grid. A cell that holds widgets gives the focus to them, one after the other.
 */
export class GridNavigation implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: GridNavigationOptions;
  #active: GridPosition | undefined;
  /** The focus has to follow the active cell as soon as it is drawn. */
  #following = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: GridNavigationOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get active(): GridPosition {
    const { rowCount, columnCount, firstColumn } = this.#options;
    const { row, column } = this.#active ?? { row: 1, column: firstColumn() };
    return { row: clamp(row, 0, rowCount() - 1), column: clamp(column, 0, columnCount() - 1) };
  }

  /** Whether this cell is the grid's one tab stop. */
  isActive(row: number, column: number): boolean {
    const { active } = this;
    return active.row === row && active.column === column;
  }

  /** Makes a cell the tab stop and puts the focus there. */
  focus(position: GridPosition = this.active): void {
    this.#active = position;
    this.#following = true;
    this.#options.reveal(this.active.row);
    this.#host.requestUpdate();
  }

  /** Makes a cell the tab stop without taking the focus. */
  place(position: GridPosition): void {
    this.#active = position;
  }

  hostUpdated(): void {
    const cell = this.#options.cell(this.active);
    this.#settleTabStop(cell);
    if (!this.#following || !cell) return;
    this.#following = false;
    const [widget] = widgets(cell);
    (widget ?? cell).focus({ preventScroll: true });
  }

  readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey) return;
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement && target.type !== 'checkbox') return;
    const next = this.#next(event);
    if (!next) return;
    event.preventDefault();
    if (next === 'moved') return;
    this.focus(next);
  };

  readonly handleFocusin = (event: FocusEvent): void => {
    const cell = (event.composedPath() as Element[]).find(
      (node) => node instanceof HTMLElement && node.dataset['row'] !== undefined,
    );
    if (!(cell instanceof HTMLElement)) return;
    const position = { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
    if (this.isActive(position.row, position.column)) return;
    this.#active = position;
    this.#host.requestUpdate();
  };

  #next(event: KeyboardEvent): GridPosition | 'moved' | undefined {
    const { row, column } = this.active;
    const { rowCount, columnCount, pageSize, isRtl } = this.#options;
    const lastRow = rowCount() - 1;
    const lastColumn = columnCount() - 1;
    const whole = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight': {
        if (whole) return undefined;
        const step = (event.key === 'ArrowRight') === isRtl() ? -1 : 1;
        if (this.#moveInside(step)) return 'moved';
        return { row, column: clamp(column + step, 0, lastColumn) };
      }
      case 'ArrowUp':
        return whole ? undefined : { row: clamp(row - 1, 0, lastRow), column };
      case 'ArrowDown':
        return whole ? undefined : { row: clamp(row + 1, 0, lastRow), column };
      case 'PageUp':
        return { row: clamp(row - pageSize(), Math.min(1, lastRow), lastRow), column };
      case 'PageDown':
        return { row: clamp(row + pageSize(), 0, lastRow), column };
      case 'Home':
        return whole ? { row: Math.min(1, lastRow), column: 0 } : { row, column: 0 };
      case 'End':
        return whole ? { row: lastRow, column: lastColumn } : { row, column: lastColumn };
      default:
        return undefined;
    }
  }

  /** From one widget of a cell to its next. */
  #moveInside(step: 1 | -1): boolean {
    const cell = this.#options.cell(this.active);
    if (!cell) return false;
    const inside = widgets(cell);
    const root = cell.getRootNode() as ShadowRoot;
    const next = inside[inside.findIndex((widget) => widget === root.activeElement) + step];
    if (!next || !inside.includes(root.activeElement as HTMLElement)) return false;
    next.focus();
    return true;
  }

  /** Exactly one element of the grid is in the tab order: the active cell's widget, or the cell. */
  #settleTabStop(active: HTMLElement | undefined): void {
    const root = active?.getRootNode() as ShadowRoot | undefined;
    const grid = active?.closest('[role=grid]');
    if (!active || !grid || !root) return;
    for (const stop of grid.querySelectorAll<HTMLElement>('[tabindex="0"]')) stop.tabIndex = -1;
    const inside = widgets(active);
    for (const widget of grid.querySelectorAll<HTMLElement>(WIDGETS)) widget.tabIndex = -1;
    if (inside.length === 0) active.tabIndex = 0;
    for (const widget of inside) widget.tabIndex = 0;
    // A cell that had the focus while its row was being read hands it on to the widget that came.
    if (root.activeElement === active && inside[0]) inside[0].focus({ preventScroll: true });
  }
}

function widgets(cell: HTMLElement): HTMLElement[] {
  return [...cell.querySelectorAll<HTMLElement>(WIDGETS)];
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
