import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface TallRowsOptions {
  /** The rows that may be taller than others, as they are drawn; `data-index` says which they are. */
  readonly rows: () => Iterable<HTMLElement>;
  /** Height of all others, px. */
  readonly rowHeight: () => number;
}

/** Room for the few rows of a windowed list that are taller than the others, which are all of one height. */
export class TallRows implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: TallRowsOptions;
  readonly #observed = new Set<HTMLElement>();
  #observer: ResizeObserver | undefined;
  /** By how much each is taller, px, by its place in the list. */
  #extra = new Map<number, number>();

  constructor(host: ReactiveControllerHost, options: TallRowsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** How far the row in a place is pushed down by those above it, px; past the last one: what all of them add. */
  before(index: number): number {
    let sum = 0;
    for (const [at, extra] of this.#extra) if (at < index) sum += extra;
    return sum;
  }

  hostUpdated(): void {
    const rows = [...this.#options.rows()];
    this.#observe(rows);
    const height = this.#options.rowHeight();
    const extra = new Map(
      rows.map((row) => [
        Number(row.dataset['index']),
        Math.max(0, row.getBoundingClientRect().height - height),
      ]),
    );
    if (String([...extra]) === String([...this.#extra])) return;
    this.#extra = extra;
    // The one that is just ending cannot ask for the next; nothing is painted in between.
    queueMicrotask(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed.clear();
  }

  /** A row grows also without being drawn anew, when its lines break. */
  #observe(rows: readonly HTMLElement[]): void {
    for (const row of this.#observed)
      if (!rows.includes(row)) {
        this.#observer?.unobserve(row);
        this.#observed.delete(row);
      }
    for (const row of rows)
      if (!this.#observed.has(row)) {
        this.#observer ??= new ResizeObserver(() => this.#host.requestUpdate());
        this.#observer.observe(row);
        this.#observed.add(row);
      }
  }
}
