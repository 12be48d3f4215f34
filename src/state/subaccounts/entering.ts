import type { Decision } from '../../policy/index.ts';
import type { AccountStore } from '../account-store.ts';
import type { Decider } from '../decider.ts';
import { SubaccountChangedEvent } from './subaccount-events.ts';
import type { Place } from './place.ts';

export interface EnteringHost {
  readonly account: AccountStore;
  readonly decider: Decider;
  /** Whether the backend has no such sub-account, as far as that is known. */
  readonly isMissing: (id: string) => boolean;
  /** Where everything that concerns the host is dispatched. */
  readonly events: EventTarget;
  readonly place: Place;
  /** The page is about something else now: lets go of what was read for the former. */
  readonly moved: () => void;
  readonly notify: () => void;
}

/** Stands for a sub-account that is nobody's own: whoever may enter it may enter every one. */
const ANY = '*';

/** Goes from one sub-account to another, as far as the policy lets people. */
export class Entering {
  readonly #host: EnteringHost;

  constructor(host: EnteringHost) {
    this.#host = host;
  }

  /** The policy's answer on entering one, or (`undefined`) on seeing all of them. */
  decide(id: string | undefined): Decision {
    const target = { id: id ?? ANY };
    const [enter, view] = this.#host.decider.asks([
      { action: 'subaccount.enter', target },
      { action: 'subaccount.view-data', target },
    ]) as [Decision, Decision];
    return enter.effect === 'deny' ? enter : view;
  }

  /** Whether someone is in one sub-account for good: it is theirs, and all others are closed to them. */
  get isFixed(): boolean {
    return this.#home() !== undefined;
  }

  enter(id: string | undefined): void {
    const isClosed = id === undefined ? this.isFixed : this.decide(id).effect === 'deny';
    if (!isClosed) this.#go(id);
  }

  /**
   * The account or the list of sub-accounts was read: whoever belongs to one alone is in it, and nobody in one that is closed to
   * them, or that is no longer there.
   */
  settle(): void {
    const { id } = this.#host.place;
    if (id === undefined) {
      const home = this.#home();
      // What was read of all that they may see is what is theirs: it need not be read again.
      if (home !== undefined) this.#move(home);
    } else if (this.#host.isMissing(id)) {
      this.#host.place.forget(id);
      this.#go(this.#home(), id);
    } else if (this.decide(id).effect === 'deny') this.#go(this.#home());
  }

  /** Where someone belongs who may not see them all. */
  #home(): string | undefined {
    const { state } = this.#host.account;
    const own = (state.status === 'ready' && state.actor.subaccountIds) || [];
    const [only] = own;
    if (only === undefined || own.length > 1 || this.decide(undefined).effect !== 'deny')
      return undefined;
    if (this.#host.isMissing(only)) return undefined;
    return this.decide(only).effect === 'deny' ? undefined : only;
  }

  #go(id: string | undefined, goneId?: string): void {
    if (id === this.#host.place.id) return;
    this.#move(id, goneId);
    void this.#host.account.moved();
  }

  #move(id: string | undefined, goneId?: string): void {
    const { events, moved, notify, place } = this.#host;
    place.move(id);
    moved();
    events.dispatchEvent(new SubaccountChangedEvent(id, goneId));
    notify();
  }
}
