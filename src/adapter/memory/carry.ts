import { AdapterError, toProblem } from '../problem.ts';
import { fail } from '../fail.ts';
import type { MemoryOptions } from './options.ts';

/**
 * Answers a call after the backend's latency. Aborted while it waits, nothing has been done; once done, an abort
 * comes too late. Rejects with `AdapterError` only.
 */
export async function carry<T>(
  signal: AbortSignal | undefined,
  latency: MemoryOptions['latency'],
  give: () => T,
): Promise<T> {
  const wait = typeof latency === 'function' ? latency() : (latency ?? 0);
  if (wait > 0 && !signal?.aborted) await pause(wait, signal);
  if (signal?.aborted) return fail('aborted');
  try {
    return give();
  } catch (thrown) {
    throw thrown instanceof AdapterError
      ? thrown
      : new AdapterError(toProblem(thrown), { cause: thrown });
  }
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, ms);
    function finish(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', finish);
      done();
    }
    signal?.addEventListener('abort', finish);
  });
}
