import type { Call } from '../port.ts';
import { AdapterError } from '../problem.ts';
import { jsonOf } from '../http/body.ts';
import type { RestOptions } from './options.ts';
import { abortedError, orAbort } from '../http/or-abort.ts';
import { isObject, problemFrom } from '../http/problem-from.ts';
import { tokensFrom } from './tokens.ts';

/** One request of the contract. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  /** Below the base; ids in it are encoded. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The path names a thing that may be gone. Of any other, 404 says that the backend has no such route. */
  readonly mayBeGone?: boolean;
}

/** Sends requests; every failure comes out as one `AdapterError`. */
export interface Wire {
  /** An answer that says it went well, its body not yet read. */
  open(asked: Asked, call: Call | undefined): Promise<Response>;
  /** The same with its JSON; `undefined` where a 204 says that there is none. */
  ask(
    asked: Asked,
    call: Call | undefined,
  ): Promise<{ readonly json: unknown; readonly headers: Headers }>;
}

export function createWire(options: RestOptions): Wire {
  const base = baseOf(options.baseUrl);
  const tokens = tokensFrom(options.token);

  /** Sends it once, with the token that is held. */
  async function attempt(
    asked: Asked,
    { signal, subaccountId }: Call,
    token: string | undefined,
  ): Promise<Response> {
    const { url, init } = written(() => {
      const { method, path, body } = asked;
      const headers = new Headers({
        Accept: 'application/json, application/problem+json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...options.headers,
        ...asked.headers,
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      });
      const init: RequestInit = {
        method,
        headers,
        // A page about people is not kept on disk, and never shown as it was.
        cache: 'no-store',
        // A redirect leads to a sign-in page, and would turn a POST into a GET on the way.
        redirect: 'manual',
        credentials: options.credentials ?? 'same-origin',
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      };
      return { url: urlOf(base, path, subaccountId), init };
    });
    const send = options.fetch ?? fetch;
    const response = await orAbort(send(url, init), signal);
    if (response.ok && !response.redirected) return response;
    throw await orAbort(refusal(asked, response), signal);
  }

  async function open(asked: Asked, call: Call = {}): Promise<Response> {
    const { signal } = call;
    try {
      if (signal?.aborted) throw abortedError();
      const held = tokens.current();
      const token = await orAbort(tokenOf(held), signal);
      try {
        return await attempt(asked, call, token);
      } catch (thrown) {
        const other = isRefused(thrown) ? tokens.instead(held) : undefined;
        if (!other) throw thrown;
        const renewed = await orAbort(tokenOf(other), signal);
        return await attempt(asked, call, renewed).catch((again: unknown) => {
          if (isRefused(again)) tokens.forget(other);
          throw again;
        });
      }
    } catch (thrown) {
      throw asProblem(thrown, asked, signal);
    }
  }

  return {
    open,
    ask: async (asked, call) => {
      const response = await open(asked, call);
      try {
        const json =
          response.status === 204
            ? undefined
            : await orAbort(jsonOf(response, options.maxBytes), call?.signal);
        return { json, headers: response.headers };
      } catch (thrown) {
        throw asProblem(thrown, asked, call?.signal);
      }
    },
  };
}

/** @throws TypeError if it is no address; relative ones need a page that they are relative to */
function baseOf(baseUrl: string): URL {
  const here = (globalThis as { document?: Document }).document?.baseURI;
  try {
    const base = new URL(baseUrl, here);
    base.pathname = base.pathname.replace(/\/+$/, '');
    return base;
  } catch (cause) {
    throw new TypeError(`baseUrl: ${JSON.stringify(baseUrl)} is no address`, { cause });
  }
}

function urlOf(base: URL, path: string, subaccountId: string | undefined): string {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/$/, '')}${path}`;
  if (subaccountId !== undefined) url.searchParams.set('subaccountId', subaccountId);
  return url.href;
}

/** Without a token nobody knows who asks, whatever kept the host from getting one. */
async function tokenOf(held: Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await held;
  } catch (cause) {
    if (cause instanceof AdapterError) throw cause;
    throw new AdapterError(
      { kind: 'unauthenticated', code: 'no-token', title: 'No token could be got' },
      { cause },
    );
  }
}

/** What cannot be written down never goes out. The reason is left out: it may quote the token. */
function written<T>(write: () => T): T {
  try {
    return write();
  } catch {
    throw new AdapterError({ kind: 'invalid', code: 'unsendable', title: 'Cannot be sent' });
  }
}

async function refusal(
  { method, path, mayBeGone }: Asked,
  response: Response,
): Promise<AdapterError> {
  const { status, type, headers } = response;
  const what = `${method} ${path}`;
  if (type === 'opaqueredirect' || response.redirected || (status >= 300 && status < 400))
    return new AdapterError({
      kind: 'unauthenticated',
      code: 'redirected',
      title: `${what} was redirected`,
    });
  // A refusal that says nothing, or says it in HTML, is one all the same.
  const body = await jsonOf(response, 2 ** 20).catch(() => undefined);
  if (status === 404 && !mayBeGone && !(isObject(body) && 'kind' in body))
    return new AdapterError({
      kind: 'unsupported',
      code: 'no-route',
      status,
      title: `${what}: there is no such route`,
    });
  return new AdapterError(problemFrom(body, `${what}: ${status}`, status, headers));
}

function isRefused(thrown: unknown): boolean {
  return thrown instanceof AdapterError && thrown.problem.kind === 'unauthenticated';
}

function asProblem(
  thrown: unknown,
  { method, path }: Asked,
  signal: AbortSignal | undefined,
): AdapterError {
  if (signal?.aborted) return abortedError();
  if (thrown instanceof AdapterError) return thrown;
  // `fetch` does not tell a lost connection from a name not found or an answer that CORS keeps from us.
  return new AdapterError(
    { kind: 'network', title: `${method} ${path}: no answer` },
    { cause: thrown },
  );
}
