import * as z from 'zod/mini';
import { actionRegistry } from '../src/domain/index.ts';
import { ROUTES, type Route } from '../src/mock/wire/routes.ts';
import { SCHEMAS, type SchemaName } from '../src/mock/wire/schemas.ts';

type Json = Readonly<Record<string, unknown>>;

export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Json>>;
  readonly components: { readonly schemas: Json } & Json;
  readonly [part: string]: unknown;
}

const ABOUT = `How a page of rosterkit talks to a backend. Ids, cursors and versions are opaque texts. Every refusal is
a problem (RFC 9457) with a \`kind\`; whoever reads it goes by that rather than by the status. Unknown members are
ignored, so a backend may add its own. \`Date\` tells the backend's clock, by which invitations expire, and
\`Retry-After\` how long to wait; a backend of another origin has to expose both to the page.`;

const TAGS = {
  account: 'Who is signed in, what the account has, what the backend can do',
  people: 'Who is on the account',
  commands: 'Everything that changes something',
} as const satisfies Readonly<Record<Route['tag'], string>>;

/** What each status of a refusal means. */
const REFUSALS: Readonly<Record<number, string>> = {
  401: 'Nobody is signed in, or the token is no longer good',
  403: 'The actor may not do this',
  404: 'There is no such thing, or the actor may not know of it',
  409: 'Refused: by a rule, for want of a seat, or because things have changed meanwhile',
  412: 'Stale: the target was changed since; `current` is the record as it is now',
  422: 'The request is not as it should be; `fields` say where',
  429: 'Too many requests',
  501: 'The backend cannot do this',
};
const ALWAYS = [401, 403, 422, 429];

/** The contract as an OpenAPI 3.1 document. */
export function openApiDocument(version: string): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Rosterkit backend',
      version,
      summary: 'People, roles, seats and invitations of an account',
      description: ABOUT.replaceAll('\n', ' '),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api', description: 'Wherever the host puts it: `baseUrl` of the adapter' }],
    security: [{ bearer: [] }, { cookie: [] }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(
      ROUTES.map((route) => [route.path, { [route.method]: operationOf(route) }]),
    ),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'session',
          description: 'Or by whatever cookie the host knows people',
        },
      },
      parameters: PARAMETERS,
      headers: HEADERS,
      responses: {
        Problem: {
          description: 'The backend cannot answer',
          headers: { ...headers('Date', 'RetryAfter') },
          content: { 'application/problem+json': { schema: refTo('Problem') } },
        },
      },
      schemas: schemasByName(),
    },
  };
}

const PARAMETERS: Json = {
  Subaccount: {
    name: 'subaccountId',
    in: 'query',
    description: 'The sub-account that the page is about; absent: all of them',
    schema: { type: 'string' },
  },
  Id: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'Percent-encoded',
    schema: { type: 'string', minLength: 1 },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'The command’s `id`; what is not visible ASCII is percent-encoded',
    schema: { type: 'string', minLength: 1 },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The command’s `ifVersion` as an entity tag, where it has one; encoded alike',
    schema: { type: 'string', pattern: '^"[^"]*"$' },
  },
};

const HEADERS: Json = {
  Date: { description: 'The backend’s clock (RFC 9110)', schema: { type: 'string' } },
  RetryAfter: {
    description: 'When to ask again: seconds, or a date',
    schema: { type: 'string' },
  },
};

function operationOf(route: Route): Json {
  const { operation, tag, summary, description, body, path, guarded, refusals = [] } = route;
  const parameters = [
    ...(path.includes('{id}') ? ['Id'] : []),
    ...(guarded ? ['IdempotencyKey', 'IfMatch'] : []),
    'Subaccount',
  ];
  const statuses = [...ALWAYS, ...refusals].sort((a, b) => a - b);
  return {
    operationId: operation,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    parameters: parameters.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: refTo(body) } } },
    }),
    responses: {
      200: answerOf(route),
      ...(route.mayBeEmpty && {
        204: { description: 'Done, and there is nothing to tell', headers: headers('Date') },
      }),
      ...Object.fromEntries(
        statuses.map((status) => [
          status,
          {
            description: REFUSALS[status],
            headers: headers('Date', ...(status === 429 ? ['RetryAfter'] : [])),
            content: { 'application/problem+json': { schema: refTo('Problem') } },
          },
        ]),
      ),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function answerOf({ answer, streams }: Route): Json {
  const content = streams
    ? {
        'text/event-stream': {
          schema: {
            type: 'string',
            contentMediaType: 'application/json',
            contentSchema: refTo(answer),
          },
        },
      }
    : { 'application/json': { schema: refTo(answer) } };
  return {
    description: streams ? 'Events as they happen' : 'The answer',
    headers: headers('Date'),
    content,
  };
}

function headers(...names: readonly string[]): Json {
  const nameOf = (name: string) => (name === 'RetryAfter' ? 'Retry-After' : name);
  return Object.fromEntries(
    names.map((name) => [nameOf(name), { $ref: `#/components/headers/${name}` }]),
  );
}

function refTo(name: SchemaName): Json {
  return { $ref: uriOf(name) };
}

function uriOf(name: string): string {
  return `#/components/schemas/${name}`;
}

/** The vocabulary of commands, for whoever has to carry them out. */
const ACTION_WORDS: Json = {
  description:
    'What is to be done. `x-actions` has those of the kit: what each is about (`on`), the parts of `change` without which it is not complete (`needs`), and what it does to people (`effects`). A backend does those that its capabilities name, and answers the others with `unsupported`.',
  examples: ['user.invite', 'user.change-role', 'invitation.resend'],
  'x-actions': Object.fromEntries(
    Object.entries(actionRegistry()).map(([action, { access, target, on, needs, effects }]) => [
      action,
      { access, target, on, needs, effects },
    ]),
  ),
};

/** Every schema as JSON Schema; one that is part of another is referred to by its name. */
function schemasByName(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  // As they are taken in: as given out, unknown members would be forbidden.
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: uriOf });
  const named: Record<string, Json> = {};
  for (const [name, { $id: _id, $schema: _dialect, ...schema }] of Object.entries(schemas))
    named[name] = schema;
  return { ...named, Action: { ...named['Action'], ...ACTION_WORDS } };
}
