import { fetchJson } from '../http/fetch-json.ts';
import type { Call } from '../port.ts';
import { AdapterError } from '../problem.ts';
import type { ScimOptions } from './options.ts';

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
}

/** Sends requests to a SCIM server, each under its own path: `/Users`, `/Groups/{id}`. */
export interface Client {
  /** The JSON of the answer; `null` where there is none (204). */
  ask(path: string, asked?: Asked, call?: Call): Promise<unknown>;
}

export function createClient(options: ScimOptions): Client {
  const { baseUrl, token, headers, credentials, fetch: send } = options;
  const base = baseUrl.replace(/\/+$/, '');
  return {
    ask: async (path, { method = 'GET', query = {}, body } = {}, call = {}) => {
      const asked = Object.entries(query).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
      );
      const given = typeof token === 'function' ? await tokenFrom(token) : token;
      return fetchJson(`${base}${path}${asked.length > 0 ? `?${asked.join('&')}` : ''}`, {
        method,
        headers: {
          Accept: 'application/scim+json, application/json',
          ...(body !== undefined && { 'Content-Type': 'application/scim+json' }),
          ...headers,
          ...(given !== undefined && { Authorization: `Bearer ${given}` }),
        },
        ...(body !== undefined && { body }),
        ...(call.signal && { signal: call.signal }),
        ...(credentials && { credentials }),
        ...(send && { fetch: send }),
      });
    },
  };
}

/** Without a token nobody knows who asks, whatever kept the host from getting one. */
async function tokenFrom(source: () => string | Promise<string>): Promise<string> {
  try {
    return await source();
  } catch (cause) {
    throw new AdapterError(
      { kind: 'unauthenticated', code: 'no-token', title: 'No token could be got' },
      { cause },
    );
  }
}

/** An id as part of a path. */
export function pathOf(kind: 'Users' | 'Groups', id: string): string {
  return `/${kind}/${encodeURIComponent(id.replace(/\p{Cs}/gu, '\ufffd'))}`;
}
