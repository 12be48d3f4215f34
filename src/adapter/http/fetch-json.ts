import { AdapterError } from '../problem.ts';
import { jsonOf } from './body.ts';
import { abortedError, orAbort } from './or-abort.ts';

export interface JsonRequest {
  /** Default `GET`, with a body `POST`. */
  readonly method?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Which cookies go along, as `fetch` has it. Default `same-origin`. */
  readonly credentials?: RequestCredentials;
  /** In place of the page's `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Answers longer than this are refused unread. Default 8 MiB. */
  readonly maxBytes?: number;
}

/** A refusal over HTTP, with what the backend said. `toProblem` of a source gets its parts. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the body, if it is any. */
  readonly body: unknown;

  constructor(status: number, headers: Headers, body: unknown) {
    super(`Refused with ${status}`);
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

/**
 * Asks for JSON, and tells apart all that may come instead: a lost connection (`network`), a redirect to a sign-in page
 * (`unauthenticated`), a page where data is due (`unavailable`), half an answer, or one too long (`malformed`).
 * Nothing (a 204, or an empty answer to a change) is `null`.
 *
 * @throws HttpRefusal where the status is not one of success; `createAdapter` makes a problem of it
 * @throws AdapterError for everything else
 */
export async function fetchJson<T = unknown>(
  url: string | URL,
  { signal, method, body, headers, credentials, fetch: send = fetch, maxBytes }: JsonRequest = {},
): Promise<T> {
  if (signal?.aborted) throw abortedError();
  const verb = method ?? (body === undefined ? 'GET' : 'POST');
  try {
    const response = await orAbort(
      send(String(url), {
        method: verb,
        headers: {
          Accept: 'application/json, application/problem+json',
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        // A page about people is not kept on disk, and never shown as it was.
        cache: 'no-store',
        // A redirect leads to a sign-in page, and would turn a POST into a GET on the way.
        redirect: 'manual',
        credentials: credentials ?? 'same-origin',
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      }),
      signal,
    );
    return (await orAbort(answerOf(response, verb, maxBytes), signal)) as T;
  } catch (thrown) {
    if (thrown instanceof AdapterError || thrown instanceof HttpRefusal) throw thrown;
    // `fetch` does not tell a lost connection from a name not found or an answer that CORS keeps from us.
    throw new AdapterError({ kind: 'network', title: `${verb}: no answer` }, { cause: thrown });
  }
}

/** What a response says: its JSON, `null` for nothing, or the problem that it is. */
export async function answerOf(
  response: Response,
  verb: string,
  maxBytes?: number,
): Promise<unknown> {
  const { status, type, redirected, headers, ok } = response;
  if (type === 'opaqueredirect' || redirected || (status >= 300 && status < 400))
    throw redirectedError(verb);
  // A refusal that says nothing, or says it in HTML, is one all the same.
  if (!ok) throw new HttpRefusal(status, headers, await jsonOf(response, 2 ** 20).catch(() => undefined)); // prettier-ignore
  if (status === 204 || status === 205) return null;
  // Whoever reads is due an answer; whoever changed something may be told nothing.
  return jsonOf(response, maxBytes, verb !== 'GET');
}

function redirectedError(verb: string): AdapterError {
  return new AdapterError({
    kind: 'unauthenticated',
    code: 'redirected',
    title: `${verb} was redirected`,
  });
}
