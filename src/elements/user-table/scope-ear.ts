import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AccountOutcomeEvent, AccountScope } from '../../state/index.ts';

export interface ScopeEarOptions {
  readonly scope: () => AccountScope | undefined;
  readonly outcome: (event: AccountOutcomeEvent) => void;
  readonly expired: () => void;
  /** The page is about another sub-account. */
  readonly moved: () => void;
}

/** Hears what the account at hand says, as long as the element is on the page. */
export class ScopeEar implements ReactiveController {
  readonly #options: ScopeEarOptions;
  #heard: AccountScope | undefined;

  constructor(host: ReactiveControllerHost, options: ScopeEarOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#hear(this.#options.scope());
  }

  hostDisconnected(): void {
    this.#hear(undefined);
  }

  #hear(scope: AccountScope | undefined): void {
    if (scope === this.#heard) return;
    const { outcome, expired, moved } = this.#options;
    this.#heard?.removeEventListener('account-outcome', outcome);
    this.#heard?.removeEventListener('session-expired', expired);
    this.#heard?.removeEventListener('subaccount-changed', moved);
    scope?.addEventListener('account-outcome', outcome);
    scope?.addEventListener('session-expired', expired);
    scope?.addEventListener('subaccount-changed', moved);
    this.#heard = scope;
  }
}
