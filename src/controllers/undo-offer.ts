import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AccountScope, RecentChange } from '../state/index.ts';

/** How long undo is offered on the spot, in ms. It stays in the list of recent changes after that. */
const OFFER_MS = 10_000;

/** Offers to undo the newest change for a while. The time stands still while the pointer or the focus is on the offer. */
export class UndoOffer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #scope: () => AccountScope | undefined;
  readonly #concerns: (change: RecentChange) => boolean;
  #seen: string | undefined;
  #owner: AccountScope | undefined;
  #offered: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #paused = false;

  /** @param concerns whether a change is this element's to offer the undoing of */
  constructor(
    host: ReactiveControllerHost,
    scope: () => AccountScope | undefined,
    concerns: (change: RecentChange) => boolean = () => true,
  ) {
    this.#host = host;
    this.#scope = scope;
    this.#concerns = concerns;
    host.addController(this);
  }

  /** The change on offer, also for a moment after it was undone. */
  get change(): RecentChange | undefined {
    return this.#scope()?.recent.find(({ id }) => id === this.#offered);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.#offered = undefined;
    this.#host.requestUpdate();
  }

  readonly pause = (): void => {
    this.#paused = true;
    clearTimeout(this.#timer);
  };

  readonly resume = (): void => {
    this.#paused = false;
    if (this.#offered !== undefined) this.#count();
  };

  hostUpdate(): void {
    const scope = this.#scope();
    const newest = scope?.recent[0];
    if (scope !== this.#owner) {
      // What was done before this element came is not its to offer.
      this.#owner = scope;
      this.#seen = newest?.id;
      this.#offered = undefined;
    }
    if (!newest || newest.id === this.#seen) return;
    this.#seen = newest.id;
    // An act on many says itself how it went.
    const isOfMany = scope.recent[1]?.act === newest.act;
    if (newest.state !== 'open' || isOfMany || !this.#concerns(newest)) return;
    this.#offered = newest.id;
    if (!this.#paused) this.#count();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#offered = undefined;
  }

  #count(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.dismiss(), OFFER_MS);
  }
}
