import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface PersonUrlOptions {
  /** Name of the URL's parameter; empty: the URL is left alone. */
  readonly key: () => string;
  /** Called with the id when the page opens, and after Back and Forward; `undefined`: there is none. */
  readonly restore: (id: string | undefined) => void;
}

/**
 * Keeps the id of who is open, and nothing else of them, in one parameter of the page's URL. Opening adds to the history, so that
 * Back closes; going from one person to another does not.
 */
export class PersonUrl implements ReactiveController {
  readonly #options: PersonUrlOptions;
  #restored: string | undefined;

  constructor(host: ReactiveControllerHost, options: PersonUrlOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#read);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#read);
    this.#restored = undefined;
  }

  /** Reads the URL once the key is known; later calls with the same key do nothing. */
  hostUpdate(): void {
    const key = this.#options.key();
    if (!key || this.#restored === key) return;
    this.#restored = key;
    if (this.#id !== undefined) this.#read();
  }

  /** Puts an id into the URL; `undefined` takes it out. */
  write(id: string | undefined): void {
    const key = this.#options.key();
    if (!key || this.#restored !== key || id === this.#id) return;
    const url = new URL(location.href);
    const isOpening = this.#id === undefined;
    if (id === undefined) url.searchParams.delete(key);
    else url.searchParams.set(key, id);
    if (isOpening) history.pushState(history.state, '', url);
    else history.replaceState(history.state, '', url);
  }

  get #id(): string | undefined {
    return new URL(location.href).searchParams.get(this.#options.key()) || undefined;
  }

  readonly #read = (): void => {
    if (this.#options.key()) this.#options.restore(this.#id);
  };
}
