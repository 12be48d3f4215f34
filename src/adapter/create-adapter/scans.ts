import { abortedError, orAbort } from '../http/or-abort.ts';

/** Lists that are kept, last used last. */
const KEPT = 4;
/** Who begins a list anew wants it as it is now, but not once for every letter that is typed. */
const FRESH_MS = 15_000;

interface Held<T> {
  readonly promise: Promise<T>;
  readonly abort: AbortController;
  readonly since: number;
  waiting: number;
  isDone: boolean;
}

/** What was read whole, kept for the next page of it. Whoever asks for what is just being read waits for the same reading. */
export class Scans<T> {
  readonly #held = new Map<string, Held<T>>();

  /**
   * @param isBegun it goes on with a list that was begun: then that list, however old
   * @param read ends with the signal, which aborts when nobody waits any more
   */
  async get(
    key: string,
    isBegun: boolean,
    read: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    if (signal?.aborted) throw abortedError();
    let held = this.#held.get(key);
    if (held && (isBegun || Date.now() - held.since < FRESH_MS)) this.#keep(key, held);
    else this.#keep(key, (held = this.#begin(key, read)));
    held.waiting++;
    try {
      return await orAbort(held.promise, signal);
    } finally {
      held.waiting--;
      if (held.waiting === 0 && !held.isDone) {
        held.abort.abort();
        this.#drop(key, held);
      }
    }
  }

  /** Forgets everything: something was changed. */
  clear(): void {
    this.#held.clear();
  }

  #begin(key: string, read: (signal: AbortSignal) => Promise<T>): Held<T> {
    const abort = new AbortController();
    const held: Held<T> = {
      promise: read(abort.signal),
      abort,
      since: Date.now(),
      waiting: 0,
      isDone: false,
    };
    held.promise.then(
      () => (held.isDone = true),
      () => {
        held.isDone = true;
        this.#drop(key, held);
      },
    );
    return held;
  }

  #keep(key: string, held: Held<T>): void {
    this.#held.delete(key);
    this.#held.set(key, held);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= KEPT) break;
      this.#held.delete(oldest);
    }
  }

  #drop(key: string, held: Held<T>): void {
    if (this.#held.get(key) === held) this.#held.delete(key);
  }
}
