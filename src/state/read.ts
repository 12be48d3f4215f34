import { toProblem, type Problem } from '../adapter/problem.ts';
import type { Clock } from './clock.ts';
import type { Session } from './session.ts';

/** What every call to a backend shares. */
export interface Line {
  readonly clock: Clock;
  readonly session: Session;
  /** Told of every problem, retried or not. */
  readonly report: (problem: Problem, action: string, startedAt: number) => void;
}

const TRIES = 3;
const FIRST_WAIT_MS = 500;

/** How long to wait before try number `n` (from 1): what the backend asked for, else doubling. */
export function backoff(problem: Problem, n: number): number {
  return problem.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (n - 1);
}

/**
 * Reads from a backend: again after a wait where the problem may pass, and again after sign-in where the
 * session had ended. Rejects with whatever the last try was rejected with.
 *
 * @param action names the read in telemetry
 */
export async function read<T>(
  line: Line,
  action: string,
  signal: AbortSignal | undefined,
  ask: () => Promise<T>,
): Promise<T> {
  for (let n = 1; ; n++) {
    const startedAt = line.clock.now();
    try {
      return await ask();
    } catch (thrown) {
      const problem = toProblem(thrown);
      if (problem.kind === 'aborted' || signal?.aborted) throw thrown;
      line.report(problem, action, startedAt);
      if (problem.kind === 'unauthenticated') {
        await line.session.whenResumed(signal);
        n = 0;
      } else if (problem.retryable && n < TRIES) {
        await line.clock.sleep(backoff(problem, n), signal);
      } else throw thrown;
    }
  }
}
