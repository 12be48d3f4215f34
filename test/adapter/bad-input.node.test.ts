import { rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import {
  createAdapter,
  fetchJson,
  type AccountAdapter,
  type Listing,
  type ProblemKind,
  type SourcePerson,
} from '../../src/adapter/index.ts';
import { createRestAdapter } from '../../src/adapter/rest/index.ts';
import { checkPage } from '../../src/state/answers.ts';
import { documented } from './documented.ts';
import { problemOf } from './memory/setup.ts';

/** What a server answers to whatever it is asked. */
type Answer = RequestListener;

const send =
  (body: string, type = 'application/json', status = 200): Answer =>
  (_, response) =>
    void response.writeHead(status, { 'Content-Type': type }).end(body);
const json = (body: unknown): Answer => send(JSON.stringify(body));

const PAGE = '<!doctype html><title>Sign in</title><form></form>';
const USER = {
  user_id: 1,
  mail: 'a@crm.example',
  first_name: 'A',
  last_name: 'B',
  role: 'admin',
  state: 'on',
};
const PERSON = { id: 'p1', email: 'a@crm.example', roleId: 'admin', status: 'active' };
const BIG = '9007199254740993';

type Bad = readonly [what: string, answer: Answer, kind: ProblemKind, code?: string];

/** Whatever is asked, it is answered with something that no request could be. */
const ANYWHERE: readonly Bad[] = [
  ['HTML', send(PAGE, 'text/html; charset=utf-8'), 'unavailable', 'malformed'],
  ['HTML that says it is JSON', send(PAGE), 'unavailable', 'malformed'],
  ['the page of a gateway', send(PAGE, 'text/html', 502), 'unavailable'],
  ['an empty 200', send(''), 'invalid', 'malformed'],
  ['half an answer', send('{"users":[{"user_id":1,'), 'invalid', 'malformed'],
  ['a 204 where a body is due', (_, response) => void response.writeHead(204).end(), 'invalid', 'malformed'],
  ['a text where an object is due', json('hello'), 'invalid', 'malformed'],
  ['an object where a list is due', json({ users: {}, items: {}, count: 1 }), 'invalid', 'malformed'],
  ['10 MB in one page', send(`{"users":[${'0,'.repeat(5 * 2 ** 20)}0]}`), 'invalid', 'malformed'],
  ['a redirect to a sign-in page', (_, response) => void response.writeHead(302, { Location: '/login' }).end(), 'unauthenticated', 'redirected'],
  ['401 in HTML', send(PAGE, 'text/html', 401), 'unauthenticated'],
  ['429', (_, response) => void response.writeHead(429, { 'Retry-After': '7' }).end(), 'rate-limited'],
  ['a connection that is cut', (_, response) => void response.destroy(), 'network'],
]; // prettier-ignore

/** The API of the docs, with something wrong in its rows. */
const ROWS: readonly Bad[] = [
  ['rows of other types', json({ users: [7, null], count: 2 }), 'invalid', 'malformed'],
  ['a name that is a number', json({ users: [{ ...USER, first_name: 7 }], count: 1 }), 'invalid', 'malformed'],
  ['a standing nobody knows', json({ users: [{ ...USER, state: 'frozen' }], count: 1 }), 'invalid', 'malformed'],
  ['a total that is a text', json({ users: [USER], count: '1' }), 'invalid', 'malformed'],
  ['no total', json({ users: [USER] }), 'invalid', 'malformed'],
  ['one id twice', json({ users: [USER, USER], count: 2 }), 'invalid', 'malformed'],
  ['a row without an id', json({ users: [{ ...USER, user_id: null }], count: 1 }), 'invalid', 'malformed'],
  ['an id above 2^53', send(`{"users":[${JSON.stringify({ ...USER, user_id: 0 }).replace('"user_id":0', `"user_id":${BIG}`)}],"count":1}`), 'invalid', 'malformed'],
  ['more rows than asked for', json({ users: Array.from({ length: 101 }, (_, i) => ({ ...USER, user_id: i + 1 })), count: 101 }), 'invalid', 'malformed'],
]; // prettier-ignore

/** A backend that hands out cursors, with something wrong in where they lead and in its dates. */
const LISTS: readonly Bad[] = [
  ...['12/11/2026', '2026-11-12 10:00', '2026-11-12T10:00:00', 'yesterday', 1794477600, 1794477600000].map(
    (createdAt): Bad => [`${JSON.stringify(createdAt)} for a date`, json({ items: [{ ...PERSON, createdAt }] }), 'invalid', 'malformed'],
  ),
  ['a cursor that leads to itself', json({ items: [PERSON], next: 'c1' }), 'invalid', 'malformed'],
  ['cursors that go round', (request, response) => {
    const at = new URL(request.url ?? '', 'http://x').searchParams.get('at') ?? '0';
    json({ items: [{ ...PERSON, id: `p${at}` }], next: String((Number(at) + 1) % 3) })(request, response);
  }, 'invalid', 'malformed'],
  ['the same rows under ever new cursors', (request, response) => {
    const at = new URL(request.url ?? '', 'http://x').searchParams.get('at') ?? '0';
    json({ items: [PERSON], next: `${at}1` })(request, response);
  }, 'invalid', 'malformed'],
  ['ever new cursors to nothing', (request, response) => {
    const at = new URL(request.url ?? '', 'http://x').searchParams.get('at') ?? '0';
    json({ items: [], next: String(Number(at) + 1) })(request, response);
  }, 'invalid', 'malformed'],
  ['a number for a cursor', json({ items: [PERSON], next: 2 }), 'invalid', 'malformed'],
]; // prettier-ignore

function withCursors(baseUrl: string): AccountAdapter {
  return createAdapter({
    id: 'cursors',
    account: () => ({ actor: { id: 'p1', roleId: 'admin', status: 'active' } }),
    roles: [{ id: 'admin' }],
    people: {
      paging: 'cursor',
      fields: ['name', 'email', 'role', 'status', 'createdAt'],
      read: ({ cursor = '' }, { signal }) =>
        fetchJson<Listing<SourcePerson>>(`${baseUrl}/people?at=${cursor}`, {
          ...(signal && { signal }),
        }),
    },
  });
}

describe('bad input', () => {
  let create: (baseUrl: string) => AccountAdapter;
  let folder: string;
  let close: (() => Promise<void>) | undefined;

  async function listen(answer: Answer): Promise<string> {
    const server = createServer((request, response) => {
      request.resume().on('end', () => answer(request, response));
    });
    await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
    close = () =>
      new Promise((down) => {
        server.close(() => down());
        server.closeAllConnections();
      });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  before(async () => {
    ({ create, folder } = await documented());
  });
  afterEach(async () => {
    await close?.();
    close = undefined;
  });
  after(() => rmSync(folder, { recursive: true }));

  describe('to the adapter of the docs', () => {
    for (const [what, answer, kind, code] of [...ANYWHERE, ...ROWS]) {
      it(`${what}: ${kind}`, async () => {
        const adapter = create(await listen(answer));
        const problem = await problemOf(adapter.people({}));
        expect(problem).to.include({ kind, ...(code && { code }) });
        expect(problem.title, 'nothing of what was answered').not.to.match(
          /crm\.example|<|Sign in/,
        );
      });
    }

    for (const [what, answer, kind] of ANYWHERE) {
      it(`${what}: of a change nobody says that it failed where nobody knows`, async () => {
        const adapter = create(await listen(answer));
        const target = { kind: 'person', id: '1' } as const;
        const command = { id: 'c', action: 'user.suspend', target };
        const expected = kind === 'invalid' ? 'unknown' : kind;
        const outcome = await problemOf(adapter.run(command));
        expect(outcome).to.include({ kind: expected });
      });
    }
  });

  describe('to a list with cursors', () => {
    for (const [what, answer, kind, code] of LISTS) {
      it(`${what}: ${kind}`, async () => {
        const adapter = withCursors(await listen(answer));
        // In search of somebody everyone is read.
        const problem = await problemOf(adapter.people({ search: 'nobody' }));
        expect(problem).to.include({ kind, ...(code && { code }) });
      });
    }

    it('cursors that go round: noticed page by page as well', async () => {
      const [, answer] = LISTS.find(([what]) => what === 'cursors that go round')!;
      const adapter = withCursors(await listen(answer));
      const walk = async () => {
        for (let at: string | undefined, n = 0; n < 20; n++) {
          const { next } = await adapter.people({ size: 1, ...(at !== undefined && { at }) });
          if (next === undefined) return;
          at = next;
        }
      };
      expect(await problemOf(walk())).to.include({ kind: 'invalid', code: 'malformed' });
    });
  });

  describe('to the rest adapter, as a list shows it', () => {
    const REST: readonly Bad[] = [
      ...ANYWHERE.filter(([what]) => what !== '429'),
      ['rows of other types', json({ items: [7, null] }), 'unknown', 'malformed'],
      ['one id twice', json({ items: [PERSON, PERSON] }), 'unknown', 'malformed'],
      ['an id above 2^53', send(`{"items":[${JSON.stringify(PERSON).replace('"p1"', BIG)}]}`), 'unknown', 'malformed'],
      ['a date in another format', json({ items: [{ ...PERSON, createdAt: '12/11/2026' }] }), 'unknown', 'malformed'],
    ]; // prettier-ignore
    for (const [what, answer, kind, code] of REST) {
      it(`${what}: one problem, and no row`, async () => {
        const baseUrl = await listen(answer);
        const problem = await problemOf(createRestAdapter({ baseUrl }).people({}).then(checkPage));
        expect(problem.kind).to.equal(kind === 'invalid' ? 'unknown' : kind);
        if (code) expect(problem.code).to.equal(code);
      });
    }
  });
});
