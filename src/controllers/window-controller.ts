import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AccountScope } from '../state/index.ts';

/** What a controller needs of a window. */
interface KeptWindow {
  readonly status: 'loading' | 'ready' | 'failed';
  show(first: number, last: number): void;
  release(): void;
}

/**
 * Keeps a window onto a long list for its host: a new one when scope or query change, released when the host
 * leaves the page. While the new one has no answer yet, the old one stays on the screen.
 */
export class WindowController<Query, Window extends KeptWindow> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #scope: () => AccountScope | undefined;
  readonly #open: (scope: AccountScope, query: Query) => Window;
  #key = '';
  #shown: Window | undefined;
  #next: Window | undefined;
  #owner: AccountScope | undefined;

  constructor(
    host: ReactiveControllerHost,
    scope: () => AccountScope | undefined,
    open: (scope: AccountScope, query: Query) => Window,
  ) {
    this.#host = host;
    this.#scope = scope;
    this.#open = open;
    host.addController(this);
  }

  /** The list to paint. */
  get window(): Window | undefined {
    if (this.#next && this.#next.status !== 'loading') {
      this.#shown?.release();
      this.#shown = this.#next;
      this.#next = undefined;
    }
    return this.#shown;
  }

  /** Whether what is painted still answers an earlier question. */
  get changing(): boolean {
    return this.#next !== undefined;
  }

  /** Asks for this list, if it is not the one asked for already. */
  ask(query: Query | undefined): void {
    const scope = this.#scope();
    const key = query ? JSON.stringify(query) : '';
    if (scope === this.#owner && key === this.#key) return;
    if (scope !== this.#owner) this.#release();
    this.#next?.release();
    this.#next = undefined;
    this.#owner = scope;
    this.#key = key;
    if (!scope || !query) return;
    const window = this.#open(scope, query);
    if (this.#shown) this.#next = window;
    else this.#shown = window;
    window.show(0, 0);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#release();
  }

  #release(): void {
    this.#shown?.release();
    this.#next?.release();
    this.#shown = this.#next = this.#owner = undefined;
    this.#key = '';
  }
}
