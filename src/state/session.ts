import { orAbort } from './clock.ts';

/**
 * Whether the actor is signed in. When the backend says they no longer are, whatever needs it waits here
 * until the host resumes, so that nothing typed or asked for is lost.
 */
export class Session {
  readonly #onExpired: (resume: () => void) => void;
  readonly #changed: () => void;
  #waiting: { promise: Promise<void>; resume: () => void } | undefined;
  #epoch = 0;

  /**
   * @param onExpired asks the host to sign in and resume
   * @param changed called when waiting begins and ends
   */
  constructor(onExpired: (resume: () => void) => void, changed: () => void) {
    this.#onExpired = onExpired;
    this.#changed = changed;
  }

  get expired(): boolean {
    return this.#waiting !== undefined;
  }

  /** Counts sign-ins. Take it before a call, to tell an old refusal from a new one. */
  get epoch(): number {
    return this.#epoch;
  }

  /**
   * Says that something sent in an epoch was answered `unauthenticated`; resolves once the host has resumed.
   * If it already has since, that is no news.
   */
  whenResumed(sentIn: number, signal?: AbortSignal): Promise<void> {
    if (sentIn !== this.#epoch) return Promise.resolve();
    const waiting = (this.#waiting ??= this.#expire());
    return orAbort(waiting.promise, signal);
  }

  #expire(): { promise: Promise<void>; resume: () => void } {
    let wake!: () => void;
    const promise = new Promise<void>((resolve) => (wake = resolve));
    const resume = (): void => {
      // An event of an earlier expiry may be kept and resumed again; it does not end this one.
      if (this.#waiting !== waiting) return;
      this.#waiting = undefined;
      this.#epoch++;
      wake();
      this.#changed();
    };
    const waiting = { promise, resume };
    this.#waiting = waiting;
    this.#changed();
    this.#onExpired(resume);
    return waiting;
  }
}
