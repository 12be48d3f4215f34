/** Runs what concerns one target in order, and what concerns different ones side by side. */
export class Lanes {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Whether something on this target is under way. */
  busy(target: string): boolean {
    return this.#last.has(target);
  }

  async enter<T>(target: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(target);
    const turn = before ? before.then(work, work) : work();
    this.#last.set(target, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(target) === turn) this.#last.delete(target);
    }
  }
}
