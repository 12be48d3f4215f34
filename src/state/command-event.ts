import type { Command } from '../domain/index.ts';
import { Holds, type Intent } from './holds.ts';
import { OUTWARD } from './outward.ts';

/** Fired before anything is sent, once per act of a person. Cancel it, or hold it with a promise. */
export class AccountCommandEvent extends Event {
  static readonly eventName = 'account-command';
  readonly commands: readonly Command[];
  /** What the act came from: a tag name, `undo`, `host`. */
  readonly source: string;
  readonly #holds: Holds;

  constructor(commands: readonly Command[], source: string, holds = new Holds()) {
    super(AccountCommandEvent.eventName, { ...OUTWARD, cancelable: true });
    this.commands = commands;
    this.source = source;
    this.#holds = holds;
  }

  /**
   * Holds the commands until the promise settles. A veto or a rejection keeps things as they are.
   *
   * @throws `InvalidStateError` if the event is no longer being dispatched: call it before any `await`
   */
  waitUntil(intent: Promise<Intent>): void {
    this.#holds.add(intent);
  }

  /** The same question, asked at another target; what is answered there counts here. */
  redispatch(target: EventTarget): void {
    const again = new AccountCommandEvent(this.commands, this.source, this.#holds);
    if (!target.dispatchEvent(again)) this.preventDefault();
  }

  /** Every promise it is held with. */
  get holds(): readonly Promise<Intent>[] {
    return this.#holds.promises;
  }
}
