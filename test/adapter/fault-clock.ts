/** A clock that only moves when a test says so. */
export interface FaultClock {
  now(): number;
  /** Moves on, waking whoever waited that long, in order, each with time to do what follows from it. */
  advance(ms: number): Promise<void>;
  /** Resolves after `ms` of this clock, or at once when the signal aborts. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** How many are waiting. */
  readonly waiting: number;
}

export function createFaultClock(start = 0): FaultClock {
  let now = start;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    get waiting() {
      return sleepers.length;
    },
    wait: (ms, signal) =>
      new Promise((wake) => {
        if (signal?.aborted) return wake();
        const sleeper = { at: now + ms, wake };
        sleepers.push(sleeper);
        const stop = () => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          wake();
        };
        signal?.addEventListener('abort', stop, { once: true });
      }),
    advance: async (ms) => {
      const end = now + ms;
      for (;;) {
        await settle();
        const next = sleepers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = next.at;
        sleepers = sleepers.filter((one) => one !== next);
        next.wake();
      }
      now = end;
      await settle();
    },
  };
}

/** Lets everything run that only waits for promises, without waiting for time. */
export async function settle(): Promise<void> {
  // A message channel comes after all microtasks, and unlike a timer is not delayed in background pages.
  for (let turn = 0; turn < 3; turn++) {
    await new Promise<void>((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        done();
      };
      port2.postMessage(null);
    });
  }
}
