import { orAbort } from './clock.ts';

/**
 * Whether the actor is signed in. When the backend says they no longer are, whatever needs it waits here
 * until the host resumes, so that nothing typed or asked for is lost.
 */
export class Session {
  readonly #onExpired: (resume: () => void) => void;
  #waiting: { promise: Promise<void>; resume: () => void } | undefined;

  constructor(onExpired: (resume: () => void) => void) {
    this.#onExpired = onExpired;
  }

  get expired(): boolean {
    return this.#waiting !== undefined;
  }

  /** Says that the backend answered `unauthenticated`; resolves once the host has resumed. */
  whenResumed(signal?: AbortSignal): Promise<void> {
    if (!this.#waiting) {
      let resume!: () => void;
      const promise = new Promise<void>((resolve) => {
        resume = () => {
          this.#waiting = undefined;
          resolve();
        };
      });
      this.#waiting = { promise, resume };
      this.#onExpired(resume);
    }
    return orAbort(this.#waiting.promise, signal);
  }
}
