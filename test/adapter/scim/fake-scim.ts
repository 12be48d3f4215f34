import {
  createScimAdapter,
  type ScimAdapter,
  type ScimOptions,
} from '../../../src/adapter/scim/index.ts';

export interface Request {
  readonly method: string;
  /** Below the base, without its query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: { readonly [key: string]: unknown } | undefined;
}

/** What a server answers: JSON with its status, or a response as it is. `undefined`: there is nothing at that path (404). */
export type Answer = readonly [status: number, body?: unknown] | Response | undefined;

export interface Fake {
  readonly adapter: ScimAdapter;
  readonly requests: readonly Request[];
}

export const user = (n: number, more: object = {}) => ({
  id: `u${n}`,
  userName: `user${n}@scim.example`,
  ...more,
});

/** A page of a list, as it was asked for. */
export function list(all: readonly object[], { query }: Request): Answer {
  const [start, count] = [Number(query.get('startIndex') ?? 1), Number(query.get('count') ?? 20)];
  return [
    200,
    {
      totalResults: all.length,
      startIndex: start,
      Resources: all.slice(start - 1, start - 1 + count),
    },
  ];
}

/** The error envelope of SCIM. */
export const refusal = (status: number, scimType?: string, detail?: string): Answer => [
  status,
  {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType && { scimType }),
    ...(detail && { detail }),
  },
];

/** An adapter before a server that answers as the test says; what it has nothing to say to is as on a small server with three people. */
export function fakeScim(
  answer: (request: Request) => Answer,
  options: Partial<ScimOptions> = {},
): Fake {
  const people = [user(1), user(2), user(3)];
  const usual = (request: Request): Answer => {
    const { method, path } = request;
    if (method === 'GET' && path === '/Users') return list(people, request);
    const one = people.find(({ id }) => path === `/Users/${id}`);
    return method === 'GET' && one ? [200, one] : undefined;
  };
  const requests: Request[] = [];
  const adapter = createScimAdapter({
    baseUrl: 'https://id.example/scim/',
    actor: { id: 'me', roleId: 'admin' },
    ...options,
    fetch: async (url, init) => {
      const { pathname, searchParams } = new URL(url);
      const request: Request = {
        method: init.method ?? 'GET',
        path: pathname.replace('/scim', ''),
        query: searchParams,
        headers: new Headers(init.headers),
        body:
          typeof init.body === 'string' ? (JSON.parse(init.body) as Request['body']) : undefined,
      };
      requests.push(request);
      const given = answer(request) ?? usual(request) ?? refusal(404);
      if (given instanceof Response) return given;
      const [status, body] = given as readonly [number, unknown?];
      return new Response(body === undefined ? null : JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/scim+json' },
      });
    },
  });
  return { adapter, requests };
}
