import { AdapterError } from '../problem.ts';

export function abortedError(): AdapterError {
  return new AdapterError({ kind: 'aborted', title: 'Aborted' });
}

/** Settles like `promise`, or rejects as soon as the signal aborts, whichever is first. */
export function orAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(abortedError());
    // What comes after an abort is heard too: a rejection that nobody hears is an error of its own.
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
