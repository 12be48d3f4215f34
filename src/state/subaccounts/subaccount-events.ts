import { OUTWARD } from '../outward.ts';

/** The page is about another sub-account now, or (`undefined`) about all of them. */
export class SubaccountChangedEvent extends Event {
  static readonly eventName = 'subaccount-changed';
  readonly subaccountId: string | undefined;
  /** The one that was left because it is no longer there; nobody has chosen to leave it. */
  readonly goneId: string | undefined;

  constructor(subaccountId: string | undefined, goneId?: string) {
    super(SubaccountChangedEvent.eventName, OUTWARD);
    this.subaccountId = subaccountId;
    this.goneId = goneId;
  }

  redispatch(target: EventTarget): void {
    target.dispatchEvent(new SubaccountChangedEvent(this.subaccountId, this.goneId));
  }
}

/**
 * Dispatched on a scope where something belongs to one sub-account and none is chosen:
 * `scope.dispatchEvent(new SubaccountRequestEvent())`. The first `<subaccount-switcher>` of that scope opens and asks to
 * choose one; a host with a switcher of its own cancels it where it bubbles.
 */
export class SubaccountRequestEvent extends Event {
  static readonly eventName = 'subaccount-request';
  #isAnswered = false;

  constructor() {
    super(SubaccountRequestEvent.eventName, { ...OUTWARD, cancelable: true });
  }

  /** Whether some switcher is going to open. */
  get isAnswered(): boolean {
    return this.#isAnswered || this.defaultPrevented;
  }

  /** Takes the request on; false where another has already. */
  answer(): boolean {
    if (this.isAnswered) return false;
    this.#isAnswered = true;
    return true;
  }

  redispatch(target: EventTarget): void {
    if (!target.dispatchEvent(new SubaccountRequestEvent())) this.preventDefault();
  }
}
