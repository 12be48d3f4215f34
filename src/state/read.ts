import { AdapterError, toProblem, type Problem } from '../adapter/problem.ts';
import { abortError, orAbort, type Clock } from './clock.ts';
import type { Session } from './session.ts';

/** What every call to a backend shares. */
export interface Line {
  readonly clock: Clock;
  readonly session: Session;
  /** Told of every problem, retried or not. */
  readonly report: (problem: Problem, action: string, startedAt: number) => void;
}

const TRIES = 3;
/** Sign-ins in a row after which a backend that still knows nobody is not asked again. */
export const SIGN_INS = 5;
const FIRST_WAIT_MS = 500;
/** Whoever asks to wait longer than this is not waited for in silence. */
const LONGEST_WAIT_MS = 60_000;

/**
 * How long to wait after try number `n` (from 1): what the backend asked for, else doubling. `undefined`:
 * there is to be no other try.
 */
export function backoff({ retryable, retryAfterMs }: Problem, n: number): number | undefined {
  const wait = retryAfterMs ?? FIRST_WAIT_MS * 2 ** (n - 1);
  return retryable && n < TRIES && wait <= LONGEST_WAIT_MS ? wait : undefined;
}

/** What a call ended with. An abort that nobody here asked for is a connection lost like any other. */
export function problemOf(thrown: unknown, signal: AbortSignal | undefined): Problem {
  const problem = toProblem(thrown);
  if (problem.kind !== 'aborted' || signal?.aborted) return problem;
  const { code: _code, ...rest } = problem;
  return { ...rest, kind: 'network', retryable: true };
}

/**
 * Reads from a backend: again after a wait where the problem may pass, and again after sign-in where the
 * session had ended. Rejects with the problem of the last try, or as soon as the signal aborts.
 *
 * @param action names the read in telemetry
 */
export async function read<T>(
  line: Line,
  action: string,
  signal: AbortSignal | undefined,
  ask: () => Promise<T>,
): Promise<T> {
  for (let n = 1, signIns = 0; ; n++) {
    if (signal?.aborted) throw abortError();
    const startedAt = line.clock.now();
    const { epoch } = line.session;
    try {
      return await orAbort(ask(), signal);
    } catch (thrown) {
      if (signal?.aborted) throw abortError();
      const problem = problemOf(thrown, signal);
      line.report(problem, action, startedAt);
      const wait = backoff(problem, n);
      if (problem.kind === 'unauthenticated' && signIns++ < SIGN_INS) {
        await line.session.whenResumed(epoch, signal);
        n = 0;
      } else if (wait !== undefined) await line.clock.sleep(wait, signal);
      else throw new AdapterError(problem, { cause: thrown });
    }
  }
}
