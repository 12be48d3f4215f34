import { toProblem, type Problem } from '../../adapter/problem.ts';
import { orAbort } from '../clock.ts';
import { backoff, problemOf, SIGN_INS, type Line } from '../read.ts';

/** What a sending ended with. */
export type Answer<T> = { readonly value: T } | Failure;

/** A last problem, and the one, then or before, that left open whether the command was done. */
export interface Failure {
  readonly problem: Problem;
  readonly doubt: Problem | undefined;
}

/** Something on its way to the backend, and who is to know how it fares there. */
export interface Sending<T> {
  /** Names it in telemetry. */
  readonly action: string;
  readonly signal: AbortSignal;
  /** The backend does it once, however often it is sent. */
  readonly idempotent: boolean;
  /** How an earlier sending ended, if that left open whether it was done. */
  readonly doubt: Problem | undefined;
  readonly send: () => Promise<T>;
  /** Nobody is signed in: it waits. */
  readonly paused: () => void;
  /** It goes on. */
  readonly resumed: () => void;
}

/** Problems that leave open whether the backend did it. */
const UNCLEAR: readonly Problem['kind'][] = ['network', 'unavailable', 'unknown', 'aborted'];

/** The one of two problems that leaves more open; a server that says "unavailable" leaves less open than silence does. */
export function doubtOf(doubt: Problem | undefined, problem: Problem): Problem | undefined {
  return UNCLEAR.includes(problem.kind) && (!doubt || doubt.kind === 'unavailable')
    ? problem
    : doubt;
}

/** Sends until there is an answer, or no sense in sending again. Never rejects. */
export async function exchange<T>(line: Line, sending: Sending<T>): Promise<Answer<T>> {
  const { action, idempotent, paused, resumed, send, signal } = sending;
  let { doubt } = sending;
  for (let n = 1, signIns = 0; ; n++) {
    const startedAt = line.clock.now();
    const { epoch } = line.session;
    let problem: Problem;
    try {
      return { value: await orAbort(send(), signal) };
    } catch (thrown) {
      problem = problemOf(thrown, signal);
    }
    if (problem.kind !== 'aborted') line.report(problem, action, startedAt);
    doubt = doubtOf(doubt, problem);
    const wait = idempotent ? backoff(problem, n) : undefined;
    try {
      if (problem.kind === 'unauthenticated' && signIns++ < SIGN_INS) {
        n = 0;
        paused();
        await line.session.whenResumed(epoch, signal);
        resumed();
      } else if (wait !== undefined) await line.clock.sleep(wait, signal);
      else return { problem, doubt };
    } catch (thrown) {
      // Given up while nothing was on the line.
      return { problem: doubt ? problem : toProblem(thrown), doubt };
    }
  }
}
