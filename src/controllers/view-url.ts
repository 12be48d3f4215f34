import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface ViewUrlOptions {
  /** Name of the URL's parameter; empty: the URL is left alone. */
  readonly key: () => string;
  /** Called with the stored text when the page opens, and after Back and Forward. */
  readonly restore: (text: string) => void;
}

/** Keeps a text in one parameter of the page's URL, without adding to the history. */
export class ViewUrl implements ReactiveController {
  readonly #options: ViewUrlOptions;
  #restored: string | undefined;

  constructor(host: ReactiveControllerHost, options: ViewUrlOptions) {
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
    this.#read();
  }

  /** Puts a text into the URL; an empty one takes the parameter out. */
  write(text: string): void {
    const key = this.#options.key();
    if (!key) return;
    const url = new URL(location.href);
    if (text) url.searchParams.set(key, text);
    else url.searchParams.delete(key);
    if (url.href !== location.href) history.replaceState(history.state, '', url);
  }

  readonly #read = (): void => {
    const key = this.#options.key();
    const text = key ? new URL(location.href).searchParams.get(key) : null;
    if (text !== null) this.#options.restore(text);
  };
}
