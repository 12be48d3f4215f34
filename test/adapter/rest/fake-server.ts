import {
  createRestAdapter,
  type RestAdapter,
  type RestOptions,
} from '../../../src/adapter/rest/index.ts';

/** A request as it would have gone out. */
export interface Sent {
  readonly url: URL;
  readonly init: RequestInit;
  readonly headers: Headers;
  readonly body: unknown;
}

type Answer = Response | Error | Promise<Response>;

export interface FakeServer {
  readonly adapter: RestAdapter;
  readonly sent: readonly Sent[];
}

/** An adapter whose requests go nowhere: each is answered by what the function makes of it. */
export function fakeServer(
  answer: (sent: Sent, nth: number) => Answer,
  options: Partial<RestOptions> = {},
): FakeServer {
  const sent: Sent[] = [];
  const adapter = createRestAdapter({
    baseUrl: 'https://api.example/v1',
    fetch: async (url, init) => {
      const { body } = init;
      const request: Sent = {
        url: new URL(url),
        init,
        headers: new Headers(init.headers),
        body: typeof body === 'string' ? JSON.parse(body) : undefined,
      };
      sent.push(request);
      const answered = answer(request, sent.length);
      if (answered instanceof Error) throw answered;
      return answered;
    },
    ...options,
  });
  return { adapter, sent };
}

/** An answer in JSON. */
export function json(value: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  return new Response(JSON.stringify(value), { ...init, headers });
}

/** An answer in HTML, as servers and the things before them give when they are at a loss. */
export function page(status = 200): Response {
  return new Response('<!doctype html><title>Sign in</title>', {
    status,
    headers: { 'Content-Type': 'text/html' },
  });
}

export const PERSON = { id: 'p1', email: 'ana@acme.example', roleId: 'member', status: 'active' };
