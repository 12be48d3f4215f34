import { toProblem, type Problem, type ProblemKind } from '../adapter/problem.ts';

/** The status of every kind of problem. The kind is in the body as well, and counts. */
export const STATUS: Readonly<Record<ProblemKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  rule: 409,
  quota: 409,
  stale: 412,
  'rate-limited': 429,
  unsupported: 501,
  unavailable: 503,
  network: 500,
  aborted: 500,
  unknown: 500,
};

/** Sends what the backend answered; its clock is the server's. */
export function answered(value: unknown, now: number): Response {
  const headers = headersAt(now, 'application/json');
  // A record that is gone, or was never to be told of, has no body.
  if (value === null || value === undefined) return new Response(null, { status: 204, headers });
  return new Response(JSON.stringify(value), { headers });
}

/** Sends a problem as RFC 9457 has it; what only the kit's own parties need are members of its own. */
export function refused(problem: Problem, now: number): Response {
  const status = problem.status ?? STATUS[problem.kind];
  const headers = headersAt(now, 'application/problem+json');
  if (problem.retryAfterMs !== undefined)
    headers.set('Retry-After', String(Math.ceil(problem.retryAfterMs / 1000)));
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer');
  return new Response(JSON.stringify({ ...problem, status }), { status, headers });
}

/** The problem in anything that was thrown, sent. */
export function thrown(reason: unknown, now: number): Response {
  return refused(toProblem(reason), now);
}

/** Sends events as they happen, until whoever reads them stops (HTML, section 9.2). */
export function streamed(
  subscribe: (tell: (event: unknown) => void, signal: AbortSignal) => void,
  now: number,
): Response {
  const ended = new AbortController();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      const send = (line: string) => stream.enqueue(encoder.encode(`${line}\n\n`));
      // Something at once, so that the reader knows it is connected.
      send(': connected');
      subscribe((event) => send(`data: ${JSON.stringify(event)}`), ended.signal);
    },
    cancel: () => ended.abort(),
  });
  return new Response(body, { headers: headersAt(now, 'text/event-stream') });
}

function headersAt(now: number, type: string): Headers {
  return new Headers({
    'Content-Type': type,
    'Cache-Control': 'no-store',
    Date: new Date(now).toUTCString(),
    // A page of another origin sees only the headers that are named.
    'Access-Control-Expose-Headers': 'Date, Retry-After',
  });
}
