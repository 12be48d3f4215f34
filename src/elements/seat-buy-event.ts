/**
 * The person wants more seats of a pool. Selling them is the host's: whoever handles it calls `preventDefault()`; if
 * nobody does, the meter says that this page does not sell seats.
 */
export class SeatBuyEvent extends Event {
  static readonly eventName = 'seat-buy';
  /** The pool, as the policy names it: `licensed`. */
  readonly pool: string;
  /** Seats taken beyond those there are; 0: none. */
  readonly missing: number;

  constructor(pool: string, missing: number) {
    super(SeatBuyEvent.eventName, { bubbles: true, composed: true, cancelable: true });
    this.pool = pool;
    this.missing = missing;
  }
}

declare global {
  interface HTMLElementEventMap {
    'seat-buy': SeatBuyEvent;
  }
}
