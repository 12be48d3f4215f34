import type { AccountScope } from '../state/scope.ts';

/** Has the browser ask before the page is left, as long as commands of an account are on their way, and not a moment longer. */
export class UnloadGuard {
  /** Whether it asks. */
  enabled = true;
  #scope: AccountScope | undefined;
  #leave: (() => void) | undefined;
  #isOn = false;

  /** Follows another account, or none. */
  follow(scope: AccountScope | undefined): void {
    this.#leave?.();
    this.#scope = scope;
    this.#leave = scope?.subscribe(this.#update);
    this.#update();
  }

  readonly #update = (): void => {
    const isOn = this.#scope?.busy === true;
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    // A page that listens all the time is not kept for the way back in every browser.
    if (isOn) addEventListener('beforeunload', this.#handleUnload);
    else removeEventListener('beforeunload', this.#handleUnload);
  };

  readonly #handleUnload = (event: BeforeUnloadEvent): void => {
    if (this.enabled) event.preventDefault();
  };
}
