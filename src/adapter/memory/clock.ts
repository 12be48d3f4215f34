/** The backend's clock. Tests and demos move it; nothing here reads the real time but through it. */
export interface MemoryClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Moves it forward (or, negative, back) against the clock it was given. */
  advance(ms: number): void;
}

export function createClock(source: () => Date | number = Date.now): MemoryClock {
  let offset = 0;
  return {
    now: () => Number(source()) + offset,
    advance: (ms) => void (offset += ms),
  };
}
