import { abortError, type Clock } from '../../src/state/clock.ts';
import type { FaultClock } from '../adapter/faults.ts';

/** The line’s clock for a scope: both live in one time. */
export function scopeClock(clock: FaultClock): Clock {
  return {
    now: () => clock.now(),
    sleep: async (ms, signal) => {
      await clock.wait(ms, signal);
      if (signal?.aborted) throw abortError();
    },
  };
}
