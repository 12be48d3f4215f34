import type { ReactiveControllerHost } from 'lit';
import { isOutdated, PriceQuote } from '../../../controllers/price-quote.ts';
import type { AccountScope, NewCommand, Outcome } from '../../../state/index.ts';
import { valuesTold } from '../row-actions.ts';

/** What buys slots for sub-accounts. */
export const BUY = 'subaccount.buy';
/** Nobody buys more in one go; a slip of the finger does. */
const MOST = 1000;

export interface BuyingOptions {
  readonly scope: () => AccountScope | undefined;
  /** The purchase is done. */
  readonly bought: (count: number) => void;
}

/** Slots being bought: their size, their number, what they cost (CM-12). Nothing is bought without a click. */
export class Buying {
  readonly quote: PriceQuote;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: BuyingOptions;
  #size: string | undefined;
  #count = '1';
  #sending: AbortController | undefined;
  #failure: Outcome | undefined;
  #bought = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, options: BuyingOptions) {
    this.#host = host;
    this.#options = options;
    this.quote = new PriceQuote(host, options.scope);
  }

  /** The sizes on sale; none: they come in one. */
  get sizes(): readonly string[] {
    const scope = this.#options.scope();
    return scope ? valuesTold(scope, BUY, 'size') : [];
  }

  get size(): string | undefined {
    return this.#size ?? this.sizes[0];
  }

  /** As it is typed. */
  get countText(): string {
    return this.#count;
  }

  /** How many; `undefined`: what is typed is no number of things. */
  get count(): number | undefined {
    const count = Number(this.#count);
    return Number.isInteger(count) && count >= 1 && count <= MOST ? count : undefined;
  }

  get isSending(): boolean {
    return this.#sending !== undefined;
  }

  /** How buying ended, if badly; a price that has changed is said by the price. */
  get failure(): Outcome | undefined {
    return this.#failure;
  }

  /** How many were bought since it was begun. */
  get bought(): number {
    return this.#bought;
  }

  begin(): void {
    this.#size = undefined;
    this.#count = '1';
    this.#failure = undefined;
    this.#bought = 0;
    this.quote.ask(undefined);
    this.#ask();
  }

  end(): void {
    this.#sending?.abort();
    this.#sending = undefined;
    this.quote.ask(undefined);
  }

  chooseSize(size: string): void {
    this.#size = size;
    this.#ask();
  }

  typeCount(text: string): void {
    this.#count = text;
    this.#ask();
  }

  async submit(): Promise<void> {
    const { count } = this;
    if (this.#sending || count === undefined || !this.quote.isSettled) return;
    const sending = (this.#sending = new AbortController());
    this.#failure = undefined;
    this.#host.requestUpdate();
    const outcome = await this.quote.run({
      source: this.#host.localName,
      signal: sending.signal,
    });
    if (this.#sending !== sending) return;
    this.#sending = undefined;
    this.#host.requestUpdate();
    if (!outcome || isOutdated(outcome)) return;
    if (outcome.status === 'done') {
      this.#bought += count;
      this.#options.bought(count);
    } else {
      this.#failure = outcome;
      this.#options.scope()?.dismiss(outcome.command.id);
    }
  }

  #ask(): void {
    this.#failure = undefined;
    this.quote.ask(this.#command);
    this.#host.requestUpdate();
  }

  get #command(): NewCommand | undefined {
    const { count, size } = this;
    if (count === undefined) return undefined;
    return { action: BUY, change: { count, ...(size !== undefined && { values: { size } }) } };
  }
}
