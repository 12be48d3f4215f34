// A lean SCIM server, as legal as a rich one: filters know `userName eq` alone, sorting is ignored with a 200, no Bulk, no
// `/.search`, no `/Me`, 100 rows at most, past the end is an empty page, PATCH is strict and answers nothing (204).
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { ScimError } from './lean/error.mjs';
import { patched } from './lean/patch.mjs';
import { validate } from './lean/schema.mjs';
import { listen } from './listen.mjs';
import { seedScim } from './scim-people.mjs';

const MAX = 100;
const TOKEN = 'Bearer lean';
const SUPPORTS = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  // As true as on a server that knows all of it: too coarse to tell.
  filter: { supported: true, maxResults: MAX },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [{ type: 'oauthbearertoken', name: 'Token', description: 'A token' }],
};

class Lean {
  #most;
  #held = { Users: new Map(), Groups: new Map() };

  constructor(most) {
    this.#most = most;
  }

  /** @returns {[status: number, body?: object]} */
  answer(method, path, query, body) {
    const [, kind, id] = /^\/(\w+)(?:\/([^/]+))?$/.exec(path) ?? [];
    if (path === '/ServiceProviderConfig' && method === 'GET') return [200, SUPPORTS];
    if (path === '/Me') throw new ScimError(501, undefined, 'There is no /Me');
    if (!Object.hasOwn(this.#held, kind ?? ''))
      throw new ScimError(404, undefined, 'No such endpoint');
    if (id === undefined) {
      if (method === 'GET') return [200, this.#list(kind, query)];
      if (method === 'POST') return [201, this.#shown(kind, this.#put(kind, body))];
      throw new ScimError(405, undefined, `${method} is not for a list`);
    }
    const one = this.#held[kind].get(decodeURIComponent(id));
    if (!one) throw new ScimError(404, undefined, 'There is no such resource');
    if (method === 'GET') return [200, this.#shown(kind, one)];
    if (method === 'PUT') return [200, this.#shown(kind, this.#put(kind, body, one))];
    if (method === 'PATCH') {
      this.#put(kind, patched(one, body), one);
      return [204];
    }
    if (method !== 'DELETE') throw new ScimError(405, undefined, `${method} is not for one`);
    this.#held[kind].delete(one.id);
    if (kind === 'Users')
      for (const group of this.#held.Groups.values())
        group.members = group.members?.filter(({ value }) => value !== one.id);
    return [204];
  }

  #put(kind, given, old) {
    validate(given ?? {}, kind.slice(0, -1));
    const { userName } = given;
    const all = [...this.#held[kind].values()];
    const isSame = (one) => one.userName?.toLowerCase() === userName?.toLowerCase();
    if (kind === 'Users' && all.some((one) => one.id !== old?.id && isSame(one)))
      throw new ScimError(409, 'uniqueness', 'userName is taken');
    const lastModified = new Date().toISOString();
    const one = {
      ...structuredClone(given),
      id: old?.id ?? randomUUID(),
      meta: { created: old?.meta.created ?? lastModified, lastModified },
    };
    delete one.groups;
    this.#held[kind].set(one.id, one);
    return one;
  }

  #list(kind, query) {
    const filter = query.get('filter');
    let rows = [...this.#held[kind].values()];
    if (filter !== null) {
      const [, value] = /^userName eq "([^"\\]*)"$/i.exec(filter) ?? [];
      if (kind !== 'Users' || value === undefined)
        throw new ScimError(400, 'invalidFilter', 'Only userName eq "…" is supported');
      rows = rows.filter(({ userName }) => userName.toLowerCase() === value.toLowerCase());
    }
    const start = Math.max(1, Number(query.get('startIndex') ?? 1) || 1);
    const count = Math.min(this.#most, Math.max(0, Number(query.get('count') ?? MAX)));
    const page = rows.slice(start - 1, start - 1 + count);
    return {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: rows.length,
      startIndex: start,
      itemsPerPage: page.length,
      Resources: page.map((one) => this.#shown(kind, one)),
    };
  }

  /** A user with the groups that hold them, as RFC 7643 has it; they are written on the group alone. */
  #shown(kind, one) {
    if (kind !== 'Users') return one;
    const groups = [...this.#held.Groups.values()].filter(({ members = [] }) =>
      members.some(({ value }) => value === one.id),
    );
    return {
      ...one,
      groups: groups.map(({ id, displayName }) => ({ value: id, display: displayName })),
    };
  }
}

/** @param {{ count?: number, sparse?: boolean, rows?: number }} [options] who is on it; rows in one answer at most, in fact */
export async function start(options) {
  const lean = new Lean(options?.rows ?? MAX);
  const server = createServer((request, response) => {
    void read(request).then((text) => {
      const { pathname, searchParams } = new URL(request.url, 'http://lean');
      try {
        if (request.headers.authorization !== TOKEN)
          throw new ScimError(401, undefined, 'No or a wrong token');
        const [status, body] = lean.answer(request.method, pathname, searchParams, parsed(text));
        send(response, status, body);
      } catch (error) {
        if (!(error instanceof ScimError)) throw error;
        send(response, error.status, error.body);
      }
    });
  });
  const running = { ...(await listen(server)), headers: { Authorization: TOKEN } };
  await seedScim(running, options);
  return running;
}

async function read(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

function parsed(text) {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ScimError(400, 'invalidSyntax', 'The body is no JSON');
  }
}

function send(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/scim+json' });
  response.end(body && JSON.stringify(body));
}
