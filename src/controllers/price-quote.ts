import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Preview } from '../adapter/port.ts';
import { toProblem, type Problem } from '../adapter/problem.ts';
import type { AccountScope, NewCommand, Outcome, RunOptions } from '../state/index.ts';

/** What is known of a price. While another is read, the last one is shown as no longer sure. */
export type QuoteState =
  /** Nothing is asked, or this backend tells no prices. */
  | { readonly status: 'untold' }
  | { readonly status: 'reading'; readonly cost?: Preview['cost'] }
  | { readonly status: 'ready'; readonly cost?: Preview['cost']; readonly isNew: boolean }
  | { readonly status: 'failed'; readonly problem: Problem };

/** How long a choice has to stand before its price is asked for, in ms: a number is typed digit by digit. */
const PAUSE_MS = 150;

/** Problems after which what was shown no longer holds. */
const OUTDATED: readonly (string | undefined)[] = ['price-changed', 'preview-outdated'];

/**
 * The price of a command, asked for before it is sent: what is sent goes with the token of what was shown, so that
 * the price shown is the price paid. Where that has changed meanwhile nothing is done, and the new one is shown.
 */
export class PriceQuote implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #scope: () => AccountScope | undefined;
  #command: NewCommand | undefined;
  #key = '';
  #state: QuoteState = { status: 'untold' };
  #token: string | undefined;
  #reading: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, scope: () => AccountScope | undefined) {
    this.#host = host;
    this.#scope = scope;
    host.addController(this);
  }

  get state(): QuoteState {
    return this.#state;
  }

  /** What is shown is what would be paid: it may be sent. */
  get isSettled(): boolean {
    return this.#state.status === 'ready' || this.#state.status === 'untold';
  }

  /** Asks for the price of this, if it is another command than before. `undefined`: of nothing. */
  ask(command: NewCommand | undefined): void {
    const key = command ? JSON.stringify(command) : '';
    if (key === this.#key) return;
    this.#key = key;
    this.#command = command;
    this.#stop();
    if (!command) this.#set({ status: 'untold' });
    else {
      const { cost } = this.#state as { cost?: Preview['cost'] };
      this.#set({ status: 'reading', ...(cost && { cost }) });
      this.#timer = setTimeout(() => void this.#read(false), PAUSE_MS);
    }
  }

  /** Asks for it once more. */
  again(): void {
    this.#stop();
    this.#set({ status: 'reading' });
    void this.#read(false);
  }

  /** Sends the command at the price that is shown. */
  async run(options: RunOptions): Promise<Outcome | undefined> {
    const scope = this.#scope();
    const command = this.#command;
    if (!scope || !command || !this.isSettled) return undefined;
    const outcome = await scope.run(
      { ...command, change: { ...command.change, ...(this.#token && { token: this.#token }) } },
      options,
    );
    if (isOutdated(outcome)) {
      scope.dismiss(outcome.command.id);
      this.#stop();
      this.#set({ status: 'reading' });
      await this.#read(true);
    }
    return outcome;
  }

  hostDisconnected(): void {
    this.#stop();
    this.#key = '';
  }

  async #read(isNew: boolean): Promise<void> {
    const scope = this.#scope();
    const command = this.#command;
    if (!scope || !command) return;
    const reading = (this.#reading = new AbortController());
    const state = await previewed(scope, command, reading.signal);
    if (this.#reading !== reading) return;
    this.#reading = undefined;
    if ('problem' in state) this.#set({ status: 'failed', problem: state.problem });
    else if (!state.preview) this.#set({ status: 'untold' });
    else {
      const { cost, token } = state.preview;
      this.#set({ status: 'ready', isNew, ...(cost && { cost }) });
      this.#token = token;
    }
  }

  #set(state: QuoteState): void {
    this.#state = state;
    this.#token = undefined;
    this.#host.requestUpdate();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#reading?.abort();
    this.#reading = undefined;
  }
}

/** Whether a command was refused because what was shown of it no longer holds. */
export function isOutdated(outcome: Outcome): boolean {
  return outcome.status === 'refused' && OUTDATED.includes(outcome.problem.code);
}

async function previewed(
  scope: AccountScope,
  command: NewCommand,
  signal: AbortSignal,
): Promise<{ readonly preview: Preview | undefined } | { readonly problem: Problem }> {
  try {
    const preview = await scope.preview([command], signal);
    const problem = preview?.perTarget.find((one) => one.problem)?.problem;
    return problem ? { problem } : { preview };
  } catch (thrown) {
    return { problem: toProblem(thrown) };
  }
}
