import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Below this width, in px, there is no room beside a list. */
const NARROW = 720;

/**
 * Says whether there is room beside a list, by the width of the box that the host lies in, and opens the host's dialog
 * accordingly: as a part of the page, or over all of it.
 */
export class PlaceController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #dialog: () => HTMLDialogElement | null;
  // Not at once: what an observer changes in the page, it would have to observe again in the same frame.
  readonly #observer = new ResizeObserver(() => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#measure());
  });
  #frame = 0;
  #isNarrow = false;
  #isOpen = false;

  constructor(host: ReactiveControllerHost & HTMLElement, dialog: () => HTMLDialogElement | null) {
    this.#host = host;
    this.#dialog = dialog;
    host.addController(this);
  }

  /** It covers the page. */
  get isPage(): boolean {
    return this.#isNarrow;
  }

  hostConnected(): void {
    const box = boxAround(this.#host);
    this.#observer.observe(box);
    this.#measure();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  /** Shows the dialog in its place, or closes it. What had the focus in it keeps it. */
  show(isOpen: boolean): void {
    this.#isOpen = isOpen;
    const dialog = this.#dialog();
    if (!dialog) return;
    const isModal = dialog.matches(':modal');
    if (!isOpen) {
      if (dialog.open) dialog.close();
      return;
    }
    if (dialog.open && isModal === this.#isNarrow) return;
    const { activeElement } = this.#host.shadowRoot ?? {};
    if (isModal) dialog.close();
    else dialog.removeAttribute('open');
    if (this.#isNarrow) dialog.showModal();
    // Unlike `show()` this takes no focus: whoever opens it says where that goes.
    else dialog.setAttribute('open', '');
    if (activeElement instanceof HTMLElement && dialog.contains(activeElement))
      activeElement.focus({ preventScroll: true });
  }

  #measure(): void {
    const width = boxAround(this.#host).getBoundingClientRect().width;
    const isNarrow = width > 0 && width < NARROW;
    if (isNarrow === this.#isNarrow) return;
    this.#isNarrow = isNarrow;
    this.show(this.#isOpen);
    this.#host.requestUpdate();
  }
}

/** The nearest box that something lies in: a provider of the account has none of its own. */
function boxAround(host: HTMLElement): Element {
  for (let up = parentOf(host); up; up = parentOf(up))
    if (getComputedStyle(up).display !== 'contents') return up;
  return host.ownerDocument.documentElement;
}

function parentOf(element: Element): Element | null {
  const { assignedSlot, parentElement, parentNode } = element;
  if (assignedSlot) return assignedSlot;
  return parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null);
}
