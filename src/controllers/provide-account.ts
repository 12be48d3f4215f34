import { ContextProvider } from '@lit/context';
import { createScope, SCOPE_EVENTS, type AccountScope, type ScopeOptions } from '../state/index.ts';
import type { ScopeEventMap } from '../state/index.ts';
import { ReturnRefresh } from './return-refresh.ts';
import { scopeContext } from './scope-context.ts';
import { UnloadGuard } from './unload-guard.ts';

/** An account given to everything inside an element. */
export interface AccountProvision {
  /** The account; set another one and everything inside changes over. `undefined`: not known yet. */
  scope: AccountScope | undefined;
  /** Whether the browser asks before the page is left while commands are on their way. True unless set. */
  guardsUnload: boolean;
  /** Ends it. A scope that was made here is closed. */
  release(): void;
}

// A framework may run the same set-up twice on one element; two providers there would fight.
const provisions = new WeakMap<HTMLElement, Provision>();

/**
 * Gives an account to every element of the kit inside `element`, and lets the scope's events (`account-command`,
 * `account-outcome`, …) bubble from there. Called again on the same element, it replaces the account.
 *
 * @throws PolicyError if `options.policy` is malformed; it lists every mistake.
 */
export function provideAccount(
  element: HTMLElement,
  options?: ScopeOptions | AccountScope,
): AccountProvision {
  const made = options && !isScope(options) ? createScope(options) : undefined;
  const scope = made ?? (options as AccountScope | undefined);
  const known = provisions.get(element);
  const provision = known ?? new Provision(element, scope);
  if (known) known.scope = scope;
  else provisions.set(element, provision);
  provision.made = made;
  return provision;
}

/** By its shape: the scope may come from another copy of the package. */
function isScope(options: ScopeOptions | AccountScope): options is AccountScope {
  return 'run' in options && 'subscribe' in options;
}

class Provision implements AccountProvision {
  readonly #element: HTMLElement;
  readonly #provider: ContextProvider<typeof scopeContext, HTMLElement>;
  readonly #guard = new UnloadGuard();
  readonly #return: ReturnRefresh;
  /** The scope that is ours to close. */
  #made: AccountScope | undefined;

  constructor(element: HTMLElement, scope: AccountScope | undefined) {
    this.#element = element;
    this.#return = new ReturnRefresh(element.ownerDocument);
    this.#provider = new ContextProvider(element, { context: scopeContext });
    this.scope = scope;
    // An element that Lit does not drive has nobody else to announce it.
    if (!('addController' in element)) this.#provider.hostConnected();
  }

  get scope(): AccountScope | undefined {
    return this.#provider.value;
  }

  set scope(scope: AccountScope | undefined) {
    const before = this.scope;
    if (scope === before) return;
    for (const name of SCOPE_EVENTS) {
      before?.removeEventListener(name, this.#pass);
      scope?.addEventListener(name, this.#pass);
    }
    this.#guard.follow(scope);
    this.#return.follow(scope);
    this.#provider.setValue(scope);
    this.made = undefined;
  }

  get guardsUnload(): boolean {
    return this.#guard.enabled;
  }

  set guardsUnload(guards: boolean) {
    this.#guard.enabled = guards;
  }

  set made(made: AccountScope | undefined) {
    if (this.#made !== made) this.#made?.close();
    this.#made = made;
  }

  release(): void {
    this.scope = undefined;
    this.made = undefined;
    this.#provider.clearCallbacks();
    this.#element.removeEventListener('context-request', this.#provider.onContextRequest);
    this.#element.removeEventListener('context-provider', this.#provider.onProviderRequest);
    provisions.delete(this.#element);
  }

  readonly #pass = (event: Event): void => {
    (event as ScopeEventMap[keyof ScopeEventMap]).redispatch(this.#element);
  };
}
