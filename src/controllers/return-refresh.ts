import type { AccountScope } from '../state/scope.ts';

/** How long a page may be out of sight before it is read again, in ms. */
const AWAY_MS = 15_000;

/**
 * Reads an account again when its page comes back into sight after a while, where the backend does not tell of changes made
 * elsewhere: in another tab, by somebody else. What is shown stays until the answer is there.
 */
export class ReturnRefresh {
  readonly #document: Document;
  #scope: AccountScope | undefined;
  #leftAt: number | undefined;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Follows another account, or none. */
  follow(scope: AccountScope | undefined): void {
    this.#scope = scope;
    this.#leftAt = undefined;
    this.#document.removeEventListener('visibilitychange', this.#handleChange);
    if (scope) this.#document.addEventListener('visibilitychange', this.#handleChange);
  }

  readonly #handleChange = (): void => {
    const scope = this.#scope;
    if (!scope) return;
    const now = scope.now();
    if (this.#document.visibilityState === 'hidden') {
      this.#leftAt = now;
      return;
    }
    const away = now - (this.#leftAt ?? now);
    const { account } = scope;
    if (away < AWAY_MS || account.status !== 'ready' || account.capabilities.live === 'push')
      return;
    // A failure shows where it is read, as any other.
    scope.refresh().catch(() => undefined);
  };
}
