import { fetchJson, HttpRefusal } from '../http/fetch-json.ts';
import type { Call } from '../port.ts';
import { AdapterError } from '../problem.ts';
import type { BetterAuthOptions } from './options.ts';
import { problemOf } from './problems.ts';

/** Sends requests to the handler of better-auth; every failure comes out as one `AdapterError`. */
export interface Requests {
  get(path: string, query: Readonly<Record<string, string | number>>, call: Call): Promise<unknown>;
  /** Every change is a POST here. */
  post(path: string, body: Readonly<Record<string, unknown>>, call: Call): Promise<unknown>;
  /** The server's clock when it last answered, where it tells it. */
  readonly now: string | undefined;
}

/** @throws TypeError if `baseUrl` is no address */
export function createRequests(options: BetterAuthOptions): Requests {
  const { token, credentials, headers } = options;
  const send = options.fetch ?? fetch;
  const base = baseOf(options.baseUrl ?? '/api/auth');
  let now: string | undefined;

  async function ask(path: string, url: URL, body: unknown, { signal }: Call): Promise<unknown> {
    const bearer = token === undefined ? undefined : await tokenOf(token);
    try {
      return await fetchJson(url, {
        ...(body !== undefined && { body }),
        ...(signal && { signal }),
        ...(credentials && { credentials }),
        headers: { ...headers, ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }) },
        fetch: async (address, init) => {
          const response = await send(address, init);
          const date = Date.parse(response.headers.get('date') ?? '');
          if (date) now = new Date(date).toISOString();
          return response;
        },
      });
    } catch (thrown) {
      throw thrown instanceof HttpRefusal ? problemOf(thrown, path) : thrown;
    }
  }

  const urlOf = (path: string): URL => {
    const url = new URL(base);
    url.pathname = `${base.pathname.replace(/\/+$/, '')}${path}`;
    return url;
  };

  return {
    get now() {
      return now;
    },
    get: (path, query, call) => {
      const url = urlOf(path);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
      return ask(path, url, undefined, call);
    },
    post: (path, body, call) => ask(path, urlOf(path), body, call),
  };
}

/** @throws TypeError if it is no address; relative ones need a page that they are relative to */
function baseOf(baseUrl: string): URL {
  const here = (globalThis as { document?: Document }).document?.baseURI;
  try {
    return new URL(baseUrl, here);
  } catch (cause) {
    throw new TypeError(`baseUrl: ${JSON.stringify(baseUrl)} is no address`, { cause });
  }
}

/** Without a token nobody knows who asks, whatever kept the host from getting one. */
async function tokenOf(source: NonNullable<BetterAuthOptions['token']>): Promise<string> {
  try {
    return typeof source === 'function' ? await source() : source;
  } catch (cause) {
    if (cause instanceof AdapterError) throw cause;
    throw new AdapterError(
      { kind: 'unauthenticated', code: 'no-token', title: 'No token could be got' },
      { cause },
    );
  }
}
