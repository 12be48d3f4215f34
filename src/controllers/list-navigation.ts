/** How long two keystrokes belong to one typed word, in ms. */
const WORD_MS = 600;

/**
 * Keyboard in a list of options, after the ARIA listbox pattern: arrows, Home, End, and typing the beginning of a
 * label. Closed options are reached like the others, so that they can say why.
 */
export class ListNavigation {
  readonly #options: () => readonly HTMLElement[];
  #word = '';
  #typedAt = -Infinity;

  /** @param options the option elements, in their order */
  constructor(options: () => readonly HTMLElement[]) {
    this.#options = options;
  }

  /** Begins anew: what was typed into another list is no part of a word in this one. */
  reset(): void {
    this.#typedAt = -Infinity;
  }

  /** Moves the focus for a key; says whether it was one of its keys. */
  handleKeydown(event: KeyboardEvent): boolean {
    const options = this.#options();
    // Not by `:focus`: WebKit goes on saying that of nobody after a menu has moved to the foot of a narrow page.
    const active = (options[0]?.getRootNode() as DocumentOrShadowRoot | undefined)?.activeElement;
    const at = options.findIndex((option) => option === active);
    const next = this.#next(event, options, at);
    if (!next) return false;
    event.preventDefault();
    next.focus();
    return true;
  }

  /** Another list begins: what was typed in the one before is not part of a word here. */
  begin(): void {
    this.#word = '';
  }

  #next(
    event: KeyboardEvent,
    options: readonly HTMLElement[],
    at: number,
  ): HTMLElement | undefined {
    switch (event.key) {
      case 'ArrowDown':
        return options[Math.min(at + 1, options.length - 1)];
      case 'ArrowUp':
        return options[Math.max(at - 1, 0)];
      case 'Home':
        return options[0];
      case 'End':
        return options.at(-1);
      default:
        return this.#typed(event, options, at);
    }
  }

  #typed(
    event: KeyboardEvent,
    options: readonly HTMLElement[],
    at: number,
  ): HTMLElement | undefined {
    if (
      event.key.length !== 1 ||
      event.key === ' ' ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return undefined;
    const fresh = event.timeStamp - this.#typedAt > WORD_MS;
    this.#word = (fresh ? '' : this.#word) + event.key.toLocaleLowerCase();
    this.#typedAt = event.timeStamp;
    // A fresh letter goes on from the present option, so that one letter walks through all that begin with it.
    const from = fresh ? at + 1 : at;
    const inOrder = [...options.slice(from), ...options.slice(0, from)];
    return inOrder.find((option) =>
      (option.dataset['label'] ?? '').toLocaleLowerCase().startsWith(this.#word),
    );
  }
}
