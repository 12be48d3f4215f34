import * as z from 'zod/mini';
import { AdapterError } from '../adapter/problem.ts';
import type { Command } from '../domain/index.ts';
import type { Asked } from './calls.ts';
import type { Route } from './wire/routes.ts';
import { SCHEMAS } from './wire/schemas.ts';

/**
 * What a request asks, once it has been held against its route.
 *
 * @throws AdapterError of kind `invalid` that names every part that is not as the contract has it
 */
export async function askedBy(
  request: Request,
  route: Route,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Asked> {
  const body = route.body ? await bodyOf(request, SCHEMAS[route.body]) : undefined;
  if (route.guarded) checkHeaders(request.headers, body as Command);
  const subaccountId = new URL(request.url).searchParams.get('subaccountId');
  const { id } = parameters;
  return {
    id: typeof id === 'string' ? id : '',
    body,
    call: { signal: request.signal, ...(subaccountId !== null && { subaccountId }) },
  };
}

async function bodyOf(request: Request, schema: z.ZodMiniType): Promise<unknown> {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    throw new AdapterError({
      kind: 'invalid',
      code: 'not-json',
      status: 400,
      title: 'The body is not JSON',
    });
  }
  const { error } = z.safeParse(schema, body);
  if (error) {
    const fields = error.issues.map(({ path, code }) => ({ pointer: pointerTo(path), code }));
    throw new AdapterError({
      kind: 'invalid',
      code: 'invalid',
      title: 'The body is not as the contract has it',
      fields,
    });
  }
  return body;
}

/** RFC 6901. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** The headers are for whoever stands between; what they say must be what the command says. */
function checkHeaders(headers: Headers, { id, ifVersion }: Command): void {
  const key = headers.get('Idempotency-Key');
  const [, version] = /^"([^"]*)"$/.exec(headers.get('If-Match') ?? '') ?? [];
  const fields = [
    ...(key === null || decoded(key) !== id
      ? [{ pointer: '/id', code: 'idempotency-key-differs' }]
      : []),
    ...(decoded(version) !== ifVersion
      ? [{ pointer: '/ifVersion', code: 'if-match-differs' }]
      : []),
  ];
  if (fields.length > 0)
    throw new AdapterError({
      kind: 'invalid',
      code: 'headers-differ',
      status: 400,
      title: 'The headers say something else than the command',
      fields,
    });
}

function decoded(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value);
  } catch {
    return value;
  }
}
