import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AccountScope } from '../state/scope.ts';
import { scopeContext } from './scope-context.ts';

type Release = () => void;

/**
 * Gives its host the account it stands in: the one set on the host, else the nearest provider's. Renders
 * the host whenever the scope changes or notifies. A provider may come late, even after its consumers.
 */
export class ScopeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #own: AccountScope | undefined;
  #provided: AccountScope | undefined;
  #leaveProvider: Release | undefined;
  #subscribed: AccountScope | undefined;
  #unsubscribe: Release | undefined;
  #answered = false;
  #missing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The account; `undefined` while there is none (yet). */
  get scope(): AccountScope | undefined {
    return this.#own ?? this.#provided;
  }

  /** Sets the host's own scope, which goes before any provider's. */
  set scope(own: AccountScope | undefined) {
    this.#own = own ?? undefined;
    this.#follow();
  }

  /** Nobody provides an account: the page forgot it. False while one may still come. */
  get missing(): boolean {
    return this.#missing && !this.scope && !this.#answered;
  }

  hostConnected(): void {
    this.#ask();
    this.#follow();
    // Lit tells no consumer about a provider that is upgraded after it. Every provider announces itself,
    // though, and capturing hears that even where another provider stops the event.
    this.#host.ownerDocument.addEventListener('context-provider', this.#handleProvider, true);
    const settled = this.#host.ownerDocument.readyState === 'complete';
    // While the page is still loading, the provider's definition may be in a script further down.
    this.#timer = setTimeout(this.#giveUp, settled ? 0 : 250);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#host.ownerDocument.removeEventListener('context-provider', this.#handleProvider, true);
    this.#leaveProvider?.();
    this.#leaveProvider = undefined;
    this.#provided = undefined;
    this.#answered = this.#missing = false;
    this.#unsubscribe?.();
    this.#unsubscribe = this.#subscribed = undefined;
  }

  #ask(): void {
    this.#host.dispatchEvent(new ContextEvent(scopeContext, this.#host, this.#handleAnswer, true));
  }

  /** Keeps exactly one subscription, to the scope in force, while connected. */
  #follow(): void {
    const scope = this.#host.isConnected ? this.scope : undefined;
    if (scope !== this.#subscribed) {
      this.#unsubscribe?.();
      this.#subscribed = scope;
      this.#unsubscribe = scope?.subscribe(() => this.#host.requestUpdate());
    }
    this.#host.requestUpdate();
  }

  // One function for all answers: providers know their subscribers by it.
  readonly #handleAnswer = (scope: AccountScope | undefined, leave?: Release): void => {
    if (this.#leaveProvider !== leave) this.#leaveProvider?.();
    this.#leaveProvider = leave;
    if (this.#answered && scope === this.#provided) return;
    this.#answered = true;
    this.#provided = scope;
    this.#follow();
  };

  readonly #handleProvider = (event: Event): void => {
    const { context, contextTarget } = event as Event & {
      context?: unknown;
      contextTarget?: unknown;
    };
    if (context === scopeContext && contextTarget !== this.#host) this.#ask();
  };

  readonly #giveUp = (): void => {
    this.#missing = true;
    if (this.missing) this.#host.requestUpdate();
  };
}
