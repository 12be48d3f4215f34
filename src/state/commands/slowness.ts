import type { Clock } from '../clock.ts';

/** After this long without an answer, people are told that it takes longer than usual. */
const SLOW_MS = 8_000;

/** Tells when something that is awaited takes longer than people expect. */
export class Slowness {
  readonly #clock: Clock;
  readonly #onSlow: () => void;
  #waiting: AbortController | undefined;

  constructor(clock: Clock, onSlow: () => void) {
    this.#clock = clock;
    this.#onSlow = onSlow;
  }

  start(): void {
    const waiting = new AbortController();
    this.#waiting = waiting;
    this.#clock.sleep(SLOW_MS, waiting.signal).then(this.#onSlow, () => undefined);
  }

  stop(): void {
    this.#waiting?.abort();
    this.#waiting = undefined;
  }
}
