import { abortError, type Clock } from '../../src/state/clock.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Resolves once everything that needs no time to pass has happened: one turn of the event loop. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #now: number;
  #sleepers: Sleeper[] = [];

  constructor(now = Date.UTC(2026, 0, 1)) {
    this.#now = now;
  }

  /** How many wait for time to pass. */
  get waiting(): number {
    return this.#sleepers.length;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(abortError());
      const sleeper: Sleeper = { at: this.#now + ms, wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(abortError());
      });
    });
  }

  /** Resolves after `ms`, or at once when the signal aborts: what a backend's delays go by. */
  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return this.sleep(ms, signal).catch(() => undefined);
  }

  /** Lets this much time pass; whoever wakes is heard out before time goes on. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await turn();
      const next = this.#next();
      if (!next || next.at > end) break;
      this.#wake(next);
    }
    this.#now = end;
    await turn();
  }

  /** Lets time pass until nobody waits for it any more. */
  async runOut(): Promise<void> {
    for (;;) {
      await turn();
      const next = this.#next();
      if (!next) return;
      this.#wake(next);
    }
  }

  #next(): Sleeper | undefined {
    return this.#sleepers.reduce<Sleeper | undefined>(
      (first, one) => (!first || one.at < first.at ? one : first),
      undefined,
    );
  }

  #wake(sleeper: Sleeper): void {
    this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
    this.#now = Math.max(this.#now, sleeper.at);
    sleeper.wake();
  }
}
