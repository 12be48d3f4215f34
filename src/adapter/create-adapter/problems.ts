import { answerOf, HttpRefusal } from '../http/fetch-json.ts';
import { abortedError, orAbort } from '../http/or-abort.ts';
import { problemFrom } from '../http/problem-from.ts';
import { malformed } from '../malformed.ts';
import type { Call } from '../port.ts';
import { AdapterError, toProblem, type Problem } from '../problem.ts';
import type { AdapterSource, Awaitable, Refusal } from './source.ts';

/** Calls a source, and lets nothing but an `AdapterError` come out. */
export type Guard = <T>(
  what: string,
  call: Call | undefined,
  give: (call: Call) => Awaitable<T>,
  /** It changes something: where the answer makes no sense, nobody knows what became of it. */
  isWrite?: boolean,
) => Promise<T>;

type Own = (refusal: Refusal) => (Partial<Problem> & Pick<Problem, 'kind'>) | undefined;

export function guardOf(source: Pick<AdapterSource, 'id' | 'toProblem'>): Guard {
  const own: Own = (refusal) => source.toProblem?.(refusal);
  return async (what, call = {}, give, isWrite = false) => {
    const { signal } = call;
    try {
      if (signal?.aborted) throw abortedError();
      return await orAbort((async () => give(call))(), signal);
    } catch (thrown) {
      if (signal?.aborted) throw abortedError();
      throw await errorOf(thrown, `${source.id}: ${what}`, isWrite, own);
    }
  };
}

/** The one error that anything thrown by a source comes down to. Titles hold nothing that was answered: it may be about people. */
export async function errorOf(
  thrown: unknown,
  title: string,
  isWrite: boolean,
  own: Own,
): Promise<AdapterError> {
  const error = await opened(thrown);
  if (isOurs(error)) return isWrite ? error : invalidIfMalformed(error);
  const isRefusal = error instanceof HttpRefusal;
  const { status, headers, body }: Partial<HttpRefusal> = isRefusal ? error : {};
  const told = wordOf(own, {
    thrown,
    ...(status !== undefined && { status }),
    ...(body !== undefined && { body }),
    ...(headers && { headers }),
  });
  const cause = { cause: thrown };
  if (isRefusal) {
    const problem = problemFrom(body, `${title}: ${error.status}`, status, headers);
    return new AdapterError({ ...problem, ...told }, cause);
  }
  if (told) return new AdapterError({ title: `${title}: ${told.kind}`, ...told }, cause);
  const name = error instanceof Error ? error.name : typeof error;
  if (name === 'AbortError' || name === 'TimeoutError' || isLostConnection(error))
    // Nobody here asked for that abort: whatever did, the answer is not coming.
    return new AdapterError({ kind: 'network', title: `${title}: no answer` }, cause);
  if (error instanceof SyntaxError || error instanceof TypeError)
    // What was answered is not what is read out of it.
    return malformed(`${title}: ${name}`, { kind: isWrite ? 'unknown' : 'invalid', cause: thrown });
  return new AdapterError({ kind: 'unknown', title: `${title}: ${name}` }, cause);
}

/** A response that was thrown, or handed back, as what it says. */
async function opened(thrown: unknown): Promise<unknown> {
  if (!(thrown instanceof Response)) return thrown;
  const refusal = await answerOf(thrown, 'request').catch((error: unknown) => error);
  return refusal instanceof Error ? refusal : thrown;
}

function isOurs(error: unknown): error is AdapterError {
  // Shape, not class: two copies of the package may be on a page.
  return error instanceof Error && 'problem' in error && toProblem(error) === error.problem;
}

/** What was only read can be asked for again: then it is the answer that is not valid, and nothing else has happened. */
function invalidIfMalformed(error: AdapterError): AdapterError {
  const { kind, code } = error.problem;
  if (kind !== 'unknown' || code !== 'malformed') return error;
  return new AdapterError({ ...error.problem, kind: 'invalid' }, { cause: error });
}

/** What the source makes of it. One that stumbles over something it did not expect has nothing to say. */
function wordOf(own: Own, refusal: Refusal): ReturnType<Own> {
  try {
    return own(refusal);
  } catch {
    return undefined;
  }
}

/** `fetch` and the reading of a body fail with a `TypeError`, as a mistake in a source does; engines word it each in their own way. */
function isLostConnection(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /fetch|network|load failed|terminated|offline|connection/i.test(error.message)
  );
}
