import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Attribute that marks the control whose menu is open; the style sheet anchors the menu to it. */
const ANCHOR = 'data-anchor';

export interface MenuOptions {
  /** The popover element that all menus of the host share. */
  readonly popover: () => HTMLElement | undefined;
  /** Puts the focus back after the menu was closed by key or by a choice. */
  readonly returnFocus: (trigger: HTMLElement) => void;
}

/**
 * One menu at a time in one popover: opened by a control, closed by Escape, by a press elsewhere, or when the
 * focus leaves. What it shows is the host's business, by the menu's name.
 */
export class MenuController<Name> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: MenuOptions;
  #name: Name | undefined;
  #trigger: HTMLElement | undefined;
  #opening = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: MenuOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The menu that is open. */
  get name(): Name | undefined {
    return this.#name;
  }

  toggle(name: Name, trigger: HTMLElement): void {
    if (this.#trigger === trigger) this.close();
    else this.open(name, trigger);
  }

  open(name: Name, trigger: HTMLElement): void {
    this.#forget();
    this.#name = name;
    this.#trigger = trigger;
    this.#opening = true;
    trigger.setAttribute(ANCHOR, '');
    document.addEventListener('pointerdown', this.#handlePress, true);
    this.#host.requestUpdate();
  }

  /** Closes the menu and gives the focus back to what opened it. */
  close(): void {
    const trigger = this.#trigger;
    this.#forget();
    if (trigger) this.#options.returnFocus(trigger);
  }

  hostUpdated(): void {
    const popover = this.#options.popover();
    if (!popover || !this.#opening || this.#name === undefined) return;
    this.#opening = false;
    popover.showPopover();
    this.#place();
    window.addEventListener('resize', this.#place);
    this.enter();
  }

  /** Puts the focus on what the open menu begins with. */
  protected enter(): void {
    const popover = this.#options.popover();
    const first =
      popover?.querySelector<HTMLElement>('[data-autofocus]') ??
      popover?.querySelector<HTMLElement>('button, input, [tabindex]');
    first?.focus();
    first?.scrollIntoView({ block: 'nearest' });
  }

  hostDisconnected(): void {
    this.#forget();
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }

  readonly handleFocusout = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    // Without a destination the window lost the focus, or what had it was drawn anew: neither is leaving.
    if (!(to instanceof Element) || to === this.#trigger) return;
    const popover = this.#options.popover();
    // What a host slotted into the menu is in it, though it lies elsewhere in the tree.
    const slot = to.closest('[slot]')?.assignedSlot ?? null;
    if (popover?.contains(to) || popover?.contains(slot)) return;
    this.#forget();
  };

  readonly #handlePress = (event: Event): void => {
    const path = event.composedPath();
    const popover = this.#options.popover();
    if ((popover && path.includes(popover)) || (this.#trigger && path.includes(this.#trigger)))
      return;
    this.#forget();
  };

  readonly #place = (): void => {
    const popover = this.#options.popover();
    if (popover && this.#trigger) place(popover, this.#trigger);
  };

  #forget(): void {
    document.removeEventListener('pointerdown', this.#handlePress, true);
    window.removeEventListener('resize', this.#place);
    this.#trigger?.removeAttribute(ANCHOR);
    this.#trigger = undefined;
    this.#opening = false;
    if (this.#name === undefined) return;
    this.#name = undefined;
    const popover = this.#options.popover();
    if (popover?.isConnected && popover.matches(':popover-open')) popover.hidePopover();
    this.#host.requestUpdate();
  }
}

/**
 * Says where a popover is to be, for the style sheet to put it there: on the side of its trigger with more room, or on a phone
 * at the foot of the page. Not by `position-try-fallbacks`: WebKit hangs when a popover that has them is hidden. Nor by
 * a media query: WebKit does not always ask it again in style sheets that were added later.
 */
function place(popover: HTMLElement, trigger: HTMLElement): void {
  const set = (name: string, on: boolean): boolean => popover.toggleAttribute(`data-${name}`, on);
  set('above', false);
  set('from-end', false);
  if (set('sheet', matchMedia('(max-width: 40rem)').matches)) return;
  const menu = popover.getBoundingClientRect();
  const control = trigger.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = clientHeight - control.bottom;
  set('above', menu.bottom > clientHeight && control.top > below);
  const isOut = menu.right > clientWidth || menu.left < 0;
  const [after, before] = [clientWidth - control.left, control.right];
  set('from-end', isOut && (popover.matches(':dir(rtl)') ? after > before : before > after));
}
