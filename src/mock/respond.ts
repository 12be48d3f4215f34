import { AdapterError } from '../adapter/problem.ts';
import type { WatchEvent } from '../adapter/port.ts';
import { CALLS, type Asked } from './calls.ts';
import type { Failure } from './conditions.ts';
import type { MockBackend } from './mock-backend.ts';
import { askedBy } from './request.ts';
import { answered, streamed, thrown } from './responses.ts';
import type { Operation, Route } from './wire/routes.ts';

/** How long someone who asks too much is told to wait. */
const RETRY_AFTER_MS = 2000;

/**
 * Answers one request of a route: translates it for the backend, and the answer back. A connection that breaks is
 * `Response.error()`.
 */
export async function respond(
  backend: MockBackend,
  route: Route & { readonly operation: Operation },
  request: Request,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Response> {
  const { memory, conditions, sleep, random } = backend;
  const [least, most] = [conditions.latency].flat() as [number, number?];
  const latency = least + ((most ?? least) - least) * random.next();
  if (latency > 0) await sleep(latency);
  if (conditions.offline) return Response.error();
  const failure = random.chance(conditions.failureRate)
    ? random.pick(conditions.failures)
    : undefined;
  if (failure === 'drop') return Response.error();
  const now = () => memory.clock.now();
  try {
    signIn(backend, request);
    if (failure !== undefined && failure !== 'drop-after') fail(failure);
    const asked = await askedBy(request, route, parameters);
    const response =
      route.operation === 'watch'
        ? streamed((tell, signal) => watch(backend, asked, tell, signal), now())
        : answered(await CALLS[route.operation](memory, asked), now());
    return failure === 'drop-after' ? Response.error() : response;
  } catch (reason) {
    return thrown(reason, now());
  }
}

/** Refuses whoever is not signed in. */
function signIn({ conditions }: MockBackend, request: Request): void {
  const { token } = conditions;
  if (conditions.expiresAfter-- <= 0) {
    conditions.expired = true;
    conditions.expiresAfter = Infinity;
  }
  const isKnown = token === undefined || request.headers.get('Authorization') === `Bearer ${token}`;
  if (conditions.expired || !isKnown)
    throw new AdapterError({
      kind: 'unauthenticated',
      code: 'session-expired',
      title: 'Nobody is signed in',
    });
}

function fail(failure: Exclude<Failure, 'drop' | 'drop-after'>): never {
  throw failure === '429'
    ? new AdapterError({
        kind: 'rate-limited',
        title: 'Too many requests',
        retryAfterMs: RETRY_AFTER_MS,
      })
    : new AdapterError({ kind: 'unavailable', status: Number(failure), title: 'Unavailable' });
}

function watch(
  { memory }: MockBackend,
  { call }: Asked,
  tell: (event: WatchEvent) => void,
  signal: AbortSignal,
): void {
  memory.watch(tell, { ...call, signal });
}
