import { orAbort } from '../clock.ts';

/** Runs what concerns one target in order, and what concerns different ones side by side. */
export class Lanes {
  readonly #last = new Map<string, Promise<void>>();

  /** Whether something in this lane is under way. */
  busy(lane: string): boolean {
    return this.#last.has(lane);
  }

  /** Does the work when its turn comes. Whoever gives up waiting leaves the lane, and the others keep their order. */
  async enter<T>(lane: string, work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const before = this.#last.get(lane) ?? Promise.resolve();
    let leave!: () => void;
    const left = new Promise<void>((resolve) => (leave = resolve));
    const mine = before.then(() => left);
    this.#last.set(lane, mine);
    void mine.then(() => {
      if (this.#last.get(lane) === mine) this.#last.delete(lane);
    });
    try {
      await orAbort(before, signal);
      return await work();
    } finally {
      leave();
    }
  }
}
