/** Callbacks of others, any of which may throw without the rest noticing. */
export class Listeners {
  // Wrapped, so that the same function may listen twice and leave once.
  readonly #all = new Set<{ readonly call: () => void }>();

  add(listener: () => void): () => void {
    const entry = { call: listener };
    this.#all.add(entry);
    return () => void this.#all.delete(entry);
  }

  tell(): void {
    for (const { call } of [...this.#all]) {
      try {
        call();
      } catch (thrown) {
        reportThrown(thrown);
      }
    }
  }

  clear(): void {
    this.#all.clear();
  }
}

/** As the platform reports what an event listener throws; where it has no way to, in the console. */
function reportThrown(thrown: unknown): void {
  if ('reportError' in globalThis) reportError(thrown);
  else console.error(thrown);
}
