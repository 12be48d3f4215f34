import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;
type Json = Readonly<Record<string, unknown>>;

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly $ref: string }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Json }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required?: boolean;
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

/** Holds everything that is sent and answered against `docs/openapi.json`. */
export interface Contract {
  /** A `fetch` that looks at what passes through it. */
  readonly fetch: Fetch;
  /** What was not as the document has it. */
  readonly complaints: readonly string[];
  /** The operations that were asked for and answered, each with the statuses it was answered with. */
  readonly seen: ReadonlyMap<string, ReadonlySet<number>>;
}

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as OpenApi;
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(document, 'openapi.json');

/** Every operation of the document, by its id. */
export const OPERATIONS: readonly string[] = Object.values(document.paths).flatMap((methods) =>
  Object.values(methods).map(({ operationId }) => operationId),
);

export function contract(baseUrl: string, through: Fetch = fetch): Contract {
  const complaints: string[] = [];
  const seen = new Map<string, Set<number>>();

  const check = (what: string, place: readonly string[], value: unknown): void => {
    const pointer = place.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'));
    const validate = ajv.getSchema(`openapi.json#/${pointer.map(encodeURIComponent).join('/')}`);
    if (!validate) throw new Error(`The document has no ${pointer.join('/')}`);
    if (!validate(value)) complaints.push(`${what}: ${ajv.errorsText(validate.errors)}`);
  };

  return {
    complaints,
    seen,
    fetch: async (url, init) => {
      const method = (init.method ?? 'GET').toLowerCase();
      const { pathname, searchParams } = new URL(url);
      const asked = pathname.slice(new URL(baseUrl).pathname.length);
      const path = Object.keys(document.paths).find((one) => patternOf(one).test(asked));
      const operation = document.paths[path ?? '']?.[method];
      if (path === undefined || !operation) {
        complaints.push(`${method} ${asked}: not in the document`);
        return through(url, init);
      }
      const place = ['paths', path, method];
      const headers = new Headers(init.headers);
      const given = new Set<string>(searchParams.keys());
      for (const { $ref } of operation.parameters) {
        const name = $ref.slice($ref.lastIndexOf('/') + 1);
        const parameter = document.components.parameters[name];
        if (!parameter) throw new Error(`The document has no parameter ${name}`);
        given.delete(parameter.name);
        const value =
          parameter.in === 'header' ? headers.get(parameter.name)
          : parameter.in === 'query' ? searchParams.get(parameter.name)
          : decodeURIComponent(asked.slice(asked.lastIndexOf('/') + 1)); // prettier-ignore
        if (value !== null)
          check(
            `${operation.operationId} ${parameter.name}`,
            ['components', 'parameters', name, 'schema'],
            value,
          );
        else if (parameter.required)
          complaints.push(`${operation.operationId}: no ${parameter.name}`);
      }
      for (const name of given) complaints.push(`${operation.operationId}: ${name} is not known`);
      if (operation.requestBody)
        check(
          `${operation.operationId} request`,
          [...place, 'requestBody', 'content', 'application/json', 'schema'],
          JSON.parse(init.body as string),
        );
      else if (init.body != null) complaints.push(`${operation.operationId}: a body`);

      const response = await through(url, init);
      const { status } = response;
      seen.set(operation.operationId, (seen.get(operation.operationId) ?? new Set()).add(status));
      const told = operation.responses[status];
      const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
      const what = `${operation.operationId} ${status}`;
      if (status === 204) {
        if (!told) complaints.push(`${what}: not in the document`);
      } else if (told?.content) {
        if (!(type in told.content)) complaints.push(`${what}: answered as ${type}`);
        else if (type.endsWith('json')) {
          const body: unknown = await response.clone().json();
          check(what, [...place, 'responses', `${status}`, 'content', type, 'schema'], body);
        }
      } else {
        const body: unknown = await response.clone().json();
        check(what, ['components', 'schemas', 'Problem'], body);
      }
      if (response.headers.get('date') === null) complaints.push(`${what}: no Date`);
      return response;
    },
  };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
}
