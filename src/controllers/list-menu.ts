import type { CSSResult, ReactiveControllerHost } from 'lit';
import { ListNavigation } from './list-navigation.ts';
import { MenuController, type MenuOptions } from './menu-controller.ts';

/**
 * Menus of which some are lists (ARIA listbox and menu patterns): arrows, Home, End and typing move in them, Tab closes.
 * They are fetched on demand, so they bring their style sheets along.
 */
export class ListMenu<Name> extends MenuController<Name> {
  readonly #options: ListNavigation;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    options: MenuOptions,
    sheets: readonly CSSResult[],
  ) {
    super(host, options);
    this.#options = new ListNavigation(() => [
      ...(options.popover()?.querySelectorAll<HTMLElement>('[role=option], [role=menuitem]') ?? []),
    ]);
    for (const { styleSheet } of sheets)
      if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  protected override enter(): void {
    this.#options.reset();
    super.enter();
  }

  /** Whether the open menu is such a list. */
  protected get isList(): boolean {
    return this.name !== undefined;
  }

  override open(name: Name, trigger: HTMLElement): void {
    this.#options.begin();
    super.open(name, trigger);
  }

  override handleKeydown(event: KeyboardEvent): void {
    super.handleKeydown(event);
    if (!this.isList) return;
    this.#options.handleKeydown(event);
    if (event.key !== 'Tab') return;
    event.preventDefault();
    this.close();
  }
}
