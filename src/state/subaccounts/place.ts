import type { Call } from '../../adapter/port.ts';

/** Sub-accounts that are offered as those entered lately. */
const RECENT = 5;

/** The call that is about one sub-account, or about all of them. */
export function callFor(subaccountId: string | undefined): Call {
  return subaccountId === undefined ? {} : { subaccountId };
}

/** Which sub-account the page is about. Lives as long as the scope and is written nowhere. */
export class Place {
  #id: string | undefined;
  #recent: readonly string[] = [];

  /** `undefined`: all of them. */
  get id(): string | undefined {
    return this.#id;
  }

  /** Those entered lately, the last one first. */
  get recent(): readonly string[] {
    return this.#recent;
  }

  /** What goes along with every call from here. */
  readonly call = (): Call => callFor(this.#id);

  /** Whether a call was made from here. */
  isOf({ subaccountId }: Call): boolean {
    return subaccountId === this.#id;
  }

  /** It is no longer there: nobody is offered to go back. */
  forget(id: string): void {
    this.#recent = this.#recent.filter((other) => other !== id);
  }

  move(id: string | undefined): void {
    this.#id = id;
    if (id === undefined) return;
    this.#recent = [id, ...this.#recent.filter((other) => other !== id)].slice(0, RECENT);
  }
}
