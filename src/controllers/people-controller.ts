import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PeopleQuery } from '../domain/index.ts';
import type { AccountScope, PeopleWindow } from '../state/index.ts';

/**
 * Keeps a window of people for its host: a new one when scope or query change, released when the host
 * leaves the page. While the new one has no answer yet, the old one stays on the screen.
 */
export class PeopleController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #scope: () => AccountScope | undefined;
  #key = '';
  #shown: PeopleWindow | undefined;
  #next: PeopleWindow | undefined;
  #owner: AccountScope | undefined;

  constructor(host: ReactiveControllerHost, scope: () => AccountScope | undefined) {
    this.#host = host;
    this.#scope = scope;
    host.addController(this);
  }

  /** The people to paint. */
  get window(): PeopleWindow | undefined {
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

  /** Asks for these people, if they are not the ones asked for already. */
  ask(query: PeopleQuery | undefined): void {
    const scope = this.#scope();
    const key = query ? JSON.stringify(query) : '';
    if (scope === this.#owner && key === this.#key) return;
    if (scope !== this.#owner) this.#release();
    this.#next?.release();
    this.#next = undefined;
    this.#owner = scope;
    this.#key = key;
    if (!scope || !query) return;
    const window = scope.query(query);
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
