import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A user as this API keeps them. */
interface User {
  user_id: number;
  mail: string;
  first_name: string;
  last_name: string;
  role: string;
  state: string;
}

const FIRST = ['Ana', 'Émile', 'Bo', 'Zoë', 'Chloé', 'Ravi', 'Ines', 'Şahin', 'Noor'];
const LAST = ['Silva', 'Lind', 'Roy', 'Meyer', 'O’Brien', 'Núñez', 'Åberg'];

const users = (): User[] =>
  Array.from({ length: 47 }, (_, i) => ({
    user_id: 100 + i,
    mail: `user${i}@crm.example`,
    first_name: FIRST[i % FIRST.length] ?? '',
    last_name: LAST[i % LAST.length] ?? '',
    role: i % 9 === 0 ? 'admin' : 'agent',
    state: i % 11 === 5 ? 'off' : i % 13 === 7 ? 'invited' : 'on',
  }));

class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A REST API as one finds them: numeric ids, page numbers, a filter grammar of its own, errors as a list. */
export async function startForeignApi(): Promise<{ baseUrl: string; server: Server }> {
  const all = users();
  const find = (id: string | undefined): User => {
    const user = all.find(({ user_id }) => String(user_id) === id);
    if (!user) throw new Refusal(400, 'no_such_user');
    return user;
  };
  const keepAnAdmin = (user: User): void => {
    const admins = all.filter(({ role, state }) => role === 'admin' && state === 'on');
    if (user.role === 'admin' && admins.length === 1) throw new Refusal(409, 'last_admin');
  };

  function list(query: URLSearchParams): unknown {
    const tests = (query.get('where') ?? '').split(';').filter(Boolean);
    const words = plain(query.get('q') ?? '')
      .split(/\s+/)
      .filter(Boolean);
    let found = all.filter((user) => {
      const text = plain(`${user.first_name} ${user.last_name} ${user.mail}`);
      return (
        words.every((word) => text.includes(word)) &&
        tests.every((test) => {
          const [column = '', values = ''] = test.split('=');
          return values.split('|').includes(String(user[column as keyof User]));
        })
      );
    });
    const keys = (query.get('order') ?? '').split(',').filter(Boolean);
    const { compare } = new Intl.Collator('en');
    const valueOf = (user: User, column: string): string =>
      column === 'last_name'
        ? `${user.first_name} ${user.last_name}`
        : String(user[column as keyof User]);
    found = [...found].sort((a, b) => {
      for (const key of keys) {
        const column = key.replace(/^-/, '');
        const by = compare(valueOf(a, column), valueOf(b, column));
        if (by) return key.startsWith('-') ? -by : by;
      }
      return a.user_id - b.user_id;
    });
    const [page, size] = [Number(query.get('page')), Number(query.get('per_page'))];
    return { users: found.slice((page - 1) * size, page * size), count: found.length };
  }

  function answer(
    method: string,
    path: string,
    query: URLSearchParams,
    body: Partial<User>,
  ): unknown {
    const id = /^\/users\/([^/]*)$/.exec(path)?.[1];
    switch (`${method} ${path.replace(/^\/users\/.*/, '/users/{id}')}`) {
      case 'GET /me': {
        const on = all.filter(({ state }) => state === 'on');
        const count = (role: string) => on.filter((user) => user.role === role).length;
        return { me: all[0], admins: count('admin'), agents: count('agent') };
      }
      case 'GET /roles':
        return [
          { slug: 'admin', title: 'Administrator' },
          { slug: 'agent', title: 'Agent' },
        ];
      case 'GET /users':
        return list(query);
      case 'GET /users/{id}':
        return find(id);
      case 'POST /users': {
        if (all.some(({ mail }) => mail === body.mail)) throw new Refusal(422, 'mail_taken');
        const made: User = {
          user_id: 1000 + all.length, mail: body.mail ?? '', first_name: body.first_name ?? '', last_name: body.last_name ?? '',
          role: body.role ?? 'agent', state: 'invited',
        }; // prettier-ignore
        all.push(made);
        return made;
      }
      case 'PUT /users/{id}': {
        const user = find(id);
        if (body.role !== undefined && !['admin', 'agent'].includes(body.role))
          throw new Refusal(400, 'bad_value');
        if (body.state === 'off' || (body.role !== undefined && body.role !== user.role))
          keepAnAdmin(user);
        return Object.assign(user, body);
      }
      case 'DELETE /users/{id}': {
        const user = find(id);
        keepAnAdmin(user);
        all.splice(all.indexOf(user), 1);
        return undefined;
      }
      default:
        throw new Refusal(404, 'no_such_thing');
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://crm.example');
    response.setHeader('Content-Type', 'application/json');
    try {
      const body = (text ? JSON.parse(text) : {}) as Partial<User>;
      const value = answer(request.method ?? '', pathname, searchParams, body);
      if (value === undefined) response.writeHead(204).end();
      else response.end(JSON.stringify(value));
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      response
        .writeHead(thrown.status)
        .end(JSON.stringify({ errors: [{ code: thrown.code, message: `It is ${thrown.code}.` }] }));
    }
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}`, server };
}
