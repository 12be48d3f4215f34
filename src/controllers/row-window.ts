import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * The tallest spacer used. Firefox drops heights above 17,895,697 px and the others clamp at 33,554,428;
 * beyond this one a scroll step stands for more than one pixel of rows.
 */
const TALLEST_PX = 8_000_000;
/** Rows drawn beyond each edge, so that a quick scroll finds them there. */
const OVERSCAN = 8;
/** The `aria-rowindex` of the first row: it counts from 1, and the head is one. */
const FIRST_ROW = 2;

/** What has to be drawn: both ends inclusive; `last < first` when there is nothing. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** Which of very many rows of one height are to be drawn for a scrolling viewport, and where. */
export class RowWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #viewport: HTMLElement | undefined;
  #observer: ResizeObserver | undefined;
  #height = 0;
  #count = 0;
  #rowHeight = 48;
  #range: RowRange = { first: 0, last: -1 };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The scrolling element, and the head that covers its first pixels. Call after each render. */
  observe(viewport: HTMLElement | undefined, probe: HTMLElement | undefined): void {
    if (viewport === this.#viewport) return;
    this.#stop();
    this.#viewport = viewport;
    if (!viewport || !probe) return;
    viewport.addEventListener('scroll', this.#handleScroll, { passive: true });
    this.#observer = new ResizeObserver(() => {
      const { clientHeight } = viewport;
      const rowHeight = probe.getBoundingClientRect().height || this.#rowHeight;
      if (clientHeight === this.#height && rowHeight === this.#rowHeight) return;
      const top = this.#topRow();
      const kept = this.#focusedRow();
      const taller = this.#height > 0 && rowHeight !== this.#rowHeight;
      this.#height = clientHeight;
      this.#rowHeight = rowHeight;
      // The row at the top stays at the top when rows change their height.
      if (taller) viewport.scrollTop = this.#scrollTopOf(top * rowHeight);
      if (kept !== undefined) this.reveal(kept);
      this.#host.requestUpdate();
    });
    this.#observer.observe(viewport);
    this.#observer.observe(probe);
  }

  /** Height of one row in px, as the style sheet has it. */
  get rowHeight(): number {
    return this.#rowHeight;
  }

  /** Rows that fit into the viewport. */
  get pageSize(): number {
    return Math.max(1, Math.floor(this.#height / this.#rowHeight) - 1);
  }

  /** Height of the spacer that gives the scroll bar its length, in px. */
  get spacer(): number {
    return Math.min(this.#count * this.#rowHeight, TALLEST_PX);
  }

  /** What to draw of `count` rows. */
  range(count: number): RowRange {
    this.#count = count;
    const top = this.#top();
    const first = Math.max(0, Math.floor(top / this.#rowHeight) - OVERSCAN);
    const visible = Math.ceil((this.#height || 640) / this.#rowHeight);
    this.#range = { first, last: Math.min(count - 1, first + visible + 2 * OVERSCAN) };
    return this.#range;
  }

  /** Distance of a row from the top of the spacer, in px. */
  position(index: number): number {
    const real = index * this.#rowHeight;
    return this.#scaled ? real - this.#top() + (this.#viewport?.scrollTop ?? 0) : real;
  }

  /** Scrolls as little as brings the row fully into view. */
  reveal(index: number): void {
    const viewport = this.#viewport;
    if (!viewport || this.#height === 0) return;
    const top = this.#top();
    const rowTop = index * this.#rowHeight;
    const room = this.#height - this.#headHeight();
    if (rowTop < top) viewport.scrollTop = this.#scrollTopOf(rowTop);
    else if (rowTop + this.#rowHeight > top + room)
      viewport.scrollTop = Math.ceil(this.#scrollTopOf(rowTop + this.#rowHeight - room));
    else return;
    this.#host.requestUpdate();
  }

  toTop(): void {
    if (this.#viewport) this.#viewport.scrollTop = 0;
  }

  hostDisconnected(): void {
    this.#stop();
  }

  get #scaled(): boolean {
    return this.#count * this.#rowHeight > TALLEST_PX;
  }

  /** Real px per scrolled px. */
  #scale(): number {
    if (!this.#scaled) return 1;
    const room = this.#height - this.#headHeight();
    return (this.#count * this.#rowHeight - room) / (TALLEST_PX - room);
  }

  #top(): number {
    return (this.#viewport?.scrollTop ?? 0) * this.#scale();
  }

  #scrollTopOf(top: number): number {
    return Math.max(0, top) / this.#scale();
  }

  /** The row that has the focus, where it can be seen. It has to stay so when something takes room from the list. */
  #focusedRow(): number | undefined {
    const row = this.#viewport?.querySelector('[aria-rowindex]:focus-within');
    const index = Number(row?.getAttribute('aria-rowindex') ?? 0) - FIRST_ROW;
    const top = this.#topRow();
    const room = (this.#height - this.#headHeight()) / this.#rowHeight;
    return index >= 0 && index >= top - 1 && index < top + room ? index : undefined;
  }

  #topRow(): number {
    return this.#top() / this.#rowHeight;
  }

  #headHeight(): number {
    const head = this.#viewport?.querySelector<HTMLElement>('[data-head]');
    return head?.offsetHeight ?? 0;
  }

  readonly #handleScroll = (): void => {
    const { first, last } = this.#range;
    const now = this.range(this.#count);
    if (this.#scaled || now.first !== first || now.last !== last) this.#host.requestUpdate();
  };

  #stop(): void {
    this.#viewport?.removeEventListener('scroll', this.#handleScroll);
    this.#observer?.disconnect();
    this.#viewport = this.#observer = undefined;
  }
}
