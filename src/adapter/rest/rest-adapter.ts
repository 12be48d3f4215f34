import { isRef, type Command, type Page, type PersonRecord } from '../../domain/index.ts';
import type { Capabilities } from '../capabilities.ts';
import type {
  AccountAdapter, AccountSnapshot, Call, Preview, RunResult, RunValue, Verdict,
} from '../port.ts'; // prettier-ignore
import { AdapterError, toProblem } from '../problem.ts';
import { encoded, headerText } from './encode.ts';
import type { RestOptions } from './options.ts';
import { malformed } from '../malformed.ts';
import { isObject, problemFrom } from '../http/problem-from.ts';
import { createWire, type Asked } from './wire.ts';

type Json = Readonly<Record<string, unknown>>;

/** Every method there is; which of them the backend has is told by its capabilities. */
export type RestAdapter = Required<AccountAdapter>;

/**
 * The way to a backend that speaks the contract of `rosterkit/openapi.json`.
 *
 * ```ts
 * createRestAdapter({ baseUrl: '/api', token: () => auth.accessToken() });
 * ```
 *
 * What it answers has the shape that the contract promises on the outside: JSON, lists where lists are due. The
 * records in it are passed on as they came; who uses them looks at them.
 *
 * @throws TypeError if `baseUrl` is no address
 */
export function createRestAdapter(options: RestOptions): RestAdapter {
  const wire = createWire(options);

  /** The object that a request is answered with. */
  const object = async (asked: Asked, call: Call | undefined) => {
    const { json, headers } = await wire.ask(asked, call);
    if (!isObject(json)) throw malformed(`${asked.path} should be an object`);
    return { json, headers };
  };
  /** One with a list in it, whole or a page; as many as were asked for, where that is known. */
  const listed = async (
    key: string,
    asked: Asked,
    call: Call | undefined,
    count?: number,
  ): Promise<Json> => {
    const { json } = await object(asked, call);
    const list: unknown = json[key];
    if (!Array.isArray(list) || !list.every(isObject))
      throw malformed(`${asked.path} should have a list of ${key}`);
    if (count !== undefined && list.length !== count)
      throw malformed(`${asked.path}: ${list.length} ${key} for ${count} commands`);
    return json;
  };
  const search = async <T>(path: string, body: object, call: Call | undefined) =>
    (await listed('items', { method: 'POST', path, body }, call)) as unknown as Page<T>;
  const all = async <T>(path: string, call: Call | undefined) =>
    (await listed('items', { method: 'GET', path }, call))['items'] as readonly T[];
  const post = (path: string, commands: readonly Command[]): Asked => ({
    method: 'POST',
    path,
    body: { commands },
  });

  const adapter: RestAdapter = {
    id: 'rest',

    capabilities: async (call) =>
      (await object({ method: 'GET', path: '/capabilities' }, call))
        .json as unknown as Capabilities,

    account: async (call) => {
      const { json, headers } = await object({ method: 'GET', path: '/account' }, call);
      const date = Date.parse(headers.get('date') ?? '');
      // The clock that expiry is judged by is the server's, also where its body does not tell it.
      const now = date && { now: new Date(date).toISOString() };
      return { ...now, ...json } as unknown as AccountSnapshot;
    },

    people: (request, call) => search('/people/search', request, call),

    person: async (id, call) => {
      // No path can name these: they would be taken for the folder, or the one above it.
      if (id === '' || id === '.' || id === '..')
        throw new AdapterError({ kind: 'not-found', title: 'No person has such an id' });
      const path = `/people/${encoded(id)}`;
      const { json } = await object({ method: 'GET', path, mayBeGone: true }, call);
      return json as unknown as PersonRecord;
    },

    roles: (call) => all('/roles', call),
    groups: (call) => all('/groups', call),
    subaccounts: (request, call) => search('/subaccounts/search', request, call),
    events: (request, call) => search('/events/search', request, call),
    links: (request, call) => search('/links/search', request, call),
    linkAddress: async (id, call) => {
      if (id === '' || id === '.' || id === '..')
        throw new AdapterError({ kind: 'not-found', title: 'No link has such an id' });
      const path = `/links/${encoded(id)}/address`;
      const { json } = await object({ method: 'GET', path, mayBeGone: true }, call);
      const { address } = json;
      if (typeof address !== 'string') throw malformed('the address of a link should be a text');
      return address;
    },
    audit: (request, call) => search('/audit/search', request, call),

    run: async (command, call) => {
      const { id, ifVersion, target } = command;
      const asked: Asked = {
        method: 'POST',
        path: '/commands',
        body: command,
        headers: {
          'Idempotency-Key': headerText(id),
          ...(ifVersion !== undefined && { 'If-Match': `"${headerText(ifVersion)}"` }),
        },
      };
      try {
        const { json = null } = await wire.ask(asked, call);
        if (json !== null && !isObject(json))
          throw malformed('/commands should be a record or null');
        return json as RunValue;
      } catch (thrown) {
        const problem = toProblem(thrown);
        const isSaid = problem.kind !== 'stale' || problem.current;
        if (isSaid || !isRef(target) || target.kind !== 'person') throw thrown;
        // A backend may refuse with 412 and nothing else; what the record is now, the person has to see.
        const current = await adapter.person(target.id, call).catch(() => undefined);
        throw new AdapterError({ ...problem, ...(current && { current }) }, { cause: thrown });
      }
    },

    batch: async (commands, call) => {
      const asked = post('/commands/batch', commands);
      const { results } = await listed('results', asked, call, commands.length);
      return (results as readonly Json[]).map(resultOf);
    },
    preview: async (commands, call) =>
      (await listed('perTarget', post('/commands/preview', commands), call)) as unknown as Preview,
    can: async (commands, call) => {
      const asked = post('/commands/can', commands);
      return (await listed('verdicts', asked, call, commands.length))[
        'verdicts'
      ] as readonly Verdict[];
    },

    watch: (on, call) => {
      void import('./watch.ts').then(
        ({ watch }) => watch(wire, on, call),
        () => undefined,
      );
    },
  };
  return adapter;
}

function resultOf({ ok, value, problem }: Json): RunResult {
  if (ok === true) return { ok, value: (value ?? null) as RunValue };
  return { ok: false, problem: new AdapterError(problemFrom(problem, 'Refused')).problem };
}
