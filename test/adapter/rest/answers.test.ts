import { expect } from 'chai';
import type { ProblemKind } from '../../../src/adapter/index.ts';
import type { RestAdapter } from '../../../src/adapter/rest/index.ts';
import { problemOf } from '../memory/setup.ts';
import { fakeServer, json, page, PERSON } from './fake-server.ts';

const COMMAND = {
  id: 'c1',
  action: 'user.edit',
  target: { kind: 'person', id: 'p1' },
  change: { values: { lastName: 'Lee' } },
} as const;

/** Every method that waits for an answer. */
const CALLS: Readonly<Record<string, (adapter: RestAdapter) => Promise<unknown>>> = {
  capabilities: (adapter) => adapter.capabilities(),
  account: (adapter) => adapter.account(),
  people: (adapter) => adapter.people({}),
  person: (adapter) => adapter.person('p1'),
  roles: (adapter) => adapter.roles(),
  groups: (adapter) => adapter.groups(),
  subaccounts: (adapter) => adapter.subaccounts({}),
  events: (adapter) => adapter.events({}),
  links: (adapter) => adapter.links({}),
  linkAddress: (adapter) => adapter.linkAddress('l1'),
  audit: (adapter) => adapter.audit({}),
  run: (adapter) => adapter.run(COMMAND),
  batch: (adapter) => adapter.batch([COMMAND]),
  preview: (adapter) => adapter.preview([COMMAND]),
  can: (adapter) => adapter.can([COMMAND]),
};

type Bad = readonly [
  what: string,
  answer: () => Response | Error,
  kind: ProblemKind,
  code?: string,
];

/** Answers that no method can make anything of. */
const BAD: readonly Bad[] = [
  ['a page instead of JSON', () => page(), 'unavailable', 'malformed'],
  ['an empty 200', () => new Response(''), 'unknown', 'malformed'],
  ['a 200 without a body', () => new Response(null), 'unknown', 'malformed'],
  ['JSON that breaks off', () => new Response('{"items":[{"id":'), 'unknown', 'malformed'],
  ['a text', () => json('done'), 'unknown', 'malformed'],
  ['a list where an object is due', () => json([PERSON]), 'unknown', 'malformed'],
  ['bytes that are no text', () => new Response(new Uint8Array([0xff, 0xfe, 0x00])), 'unknown', 'malformed'],
  ['a redirect', () => new Response(null, { status: 302, headers: { Location: '/login' } }), 'unauthenticated', 'redirected'],
  ['a redirect that the browser hides', opaque, 'unauthenticated', 'redirected'],
  ['a sign-in page that a gateway redirected to', followed, 'unauthenticated', 'redirected'],
  ['a lost connection', () => new TypeError('Failed to fetch'), 'network'],
  ['a connection lost half way', halfWay, 'network'],
  ['an abort that nobody here asked for', () => new DOMException('x', 'AbortError'), 'network'],
  ['500 with a page', () => page(500), 'unavailable'],
  ['502 with nothing', () => new Response(null, { status: 502 }), 'unavailable'],
  ['503 with JSON of another kind', () => json(['down'], { status: 503 }), 'unavailable'],
  ['401 with a page', () => page(401), 'unauthenticated'],
  ['403 with a page', () => page(403), 'forbidden'],
  ['405', () => page(405), 'unsupported'],
  ['429 with nothing', () => new Response(null, { status: 429 }), 'rate-limited'],
  ['422 with nothing', () => new Response(null, { status: 422 }), 'invalid'],
  ['418', () => page(418), 'unknown'],
  ['a kind that only this side can know', () => json({ kind: 'aborted' }, { status: 409 }), 'conflict'],
  ['a kind that nobody knows', () => json({ kind: 'teapot' }, { status: 403 }), 'forbidden'],
]; // prettier-ignore

function opaque(): Response {
  const response = new Response(null);
  Object.defineProperties(response, {
    type: { value: 'opaqueredirect' },
    status: { value: 0 },
    ok: { value: false },
  });
  return response;
}

function followed(): Response {
  return Object.defineProperty(page(), 'redirected', { value: true });
}

function halfWay(): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      stream.enqueue(new TextEncoder().encode('{"items":'));
      stream.error(new TypeError('terminated'));
    },
  });
  return new Response(body);
}

describe('the rest adapter, answered with', () => {
  for (const [what, answer, kind, code] of BAD) {
    it(`${what}, ends as ${kind}, whatever was asked`, async () => {
      for (const [name, call] of Object.entries(CALLS)) {
        const { adapter } = fakeServer(answer);
        const problem = await problemOf(call(adapter));
        expect(problem, name).to.include({ kind, ...(code !== undefined && { code }) });
        expect(problem.title, name).to.be.a('string').and.not.to.include('<');
      }
    });
  }

  it('204 where a body is due, says so; after a command it means that there is nothing to tell', async () => {
    for (const [name, call] of Object.entries(CALLS)) {
      const { adapter } = fakeServer(() => new Response(null, { status: 204 }));
      if (name === 'run') expect(await call(adapter)).to.equal(null);
      else expect((await problemOf(call(adapter))).code, name).to.equal('malformed');
    }
  });

  it('null, takes it for nothing to tell after a command, and after nothing else', async () => {
    for (const [name, call] of Object.entries(CALLS)) {
      const { adapter } = fakeServer(() => json(null));
      if (name === 'run') expect(await call(adapter)).to.equal(null);
      else expect((await problemOf(call(adapter))).code, name).to.equal('malformed');
    }
  });

  it('lists that are none, or hold something else, does not pass them on', async () => {
    const lists = [
      'people',
      'roles',
      'groups',
      'subaccounts',
      'events',
      'links',
      'audit',
      'batch',
      'preview',
      'can',
    ];
    const bodies = [{}, { items: {}, results: 1, verdicts: null, perTarget: 'x' }];
    const broken = { items: [1], results: [null], verdicts: ['yes'], perTarget: [[]] };
    for (const name of lists)
      for (const body of [...bodies, broken]) {
        const { adapter } = fakeServer(() => json(body));
        const problem = await problemOf(CALLS[name]!(adapter));
        expect(problem, name).to.include({ kind: 'unknown', code: 'malformed' });
      }
  });

  it('fewer results than commands, trusts none of them', async () => {
    const { adapter } = fakeServer(() =>
      json({ results: [], verdicts: [{ allowed: true }, { allowed: true }] }),
    );
    expect(await problemOf(adapter.batch([COMMAND]))).to.include({ code: 'malformed' });
    expect(await problemOf(adapter.can([COMMAND]))).to.include({ code: 'malformed' });
  });

  it('more than anybody could read, stops reading', async () => {
    let pulled = 0;
    const endless = () =>
      new Response(
        new ReadableStream<Uint8Array>({
          pull: (stream) => {
            pulled++;
            stream.enqueue(new Uint8Array(1000).fill(0x20));
          },
        }),
      );
    const { adapter } = fakeServer(endless, { maxBytes: 10_000 });
    const problem = await problemOf(adapter.people({}));
    expect(problem).to.deep.include({ kind: 'unknown', code: 'malformed' });
    expect(pulled).to.be.within(10, 14);
  });

  it('404, tells a person who is gone from a route that was never there', async () => {
    const { adapter } = fakeServer(() => page(404));
    expect(await problemOf(adapter.person('p1'))).to.include({ kind: 'not-found', status: 404 });
    expect(await problemOf(adapter.linkAddress('l1'))).to.include({ kind: 'not-found' });
    const ofOne = ['person', 'linkAddress'];
    for (const name of Object.keys(CALLS).filter((one) => !ofOne.includes(one)))
      expect(await problemOf(CALLS[name]!(adapter)), name).to.include({
        kind: 'unsupported',
        code: 'no-route',
      });
    const honest = fakeServer(() => json({ kind: 'not-found', title: 'Gone' }, { status: 404 }));
    expect(await problemOf(honest.adapter.run(COMMAND))).to.include({ kind: 'not-found' });
  });

  it('a byte order mark, reads on', async () => {
    const { adapter } = fakeServer(() => new Response('\ufeff{"items":[{"id":"owner"}]}'));
    expect(await adapter.roles()).to.deep.equal([{ id: 'owner' }]);
  });
});

describe('the rest adapter, refused with a problem', () => {
  const refused = async (body: object, headers: Record<string, string> = {}, status = 409) => {
    const type = { 'Content-Type': 'application/problem+json', ...headers };
    const { adapter } = fakeServer(() => json(body, { status, headers: type }));
    return problemOf(adapter.run(COMMAND));
  };

  it('passes on what it says', async () => {
    const given = {
      kind: 'rule',
      code: 'zoom/owner-stays',
      title: 'Refused',
      detail: 'Ask Ana',
      fields: [{ pointer: '/change/roleId', code: 'denied' }],
      traceId: 't-1',
      retryable: false,
      current: PERSON,
    };
    expect(await refused({ ...given, status: 999, more: true })).to.deep.equal({
      ...given,
      status: 409,
    });
  });

  it('leaves out what is of another type, and keeps words to a readable length', async () => {
    const problem = await refused({
      kind: 'rule',
      code: 7,
      title: ['no'],
      detail: 'x'.repeat(100_000),
      fields: [{ pointer: '/a' }, 'b', { pointer: '/c', code: 'd', detail: {} }],
      traceId: {},
      retryable: 'yes',
      retryAfterMs: -1,
      current: { id: 'p1' },
    });
    expect(problem).to.deep.equal({
      kind: 'rule',
      title: 'POST /commands: 409',
      status: 409,
      detail: 'x'.repeat(1000),
      retryable: false,
    });
  });

  it('reads how long to wait from Retry-After, in seconds or as a date of the server’s clock', async () => {
    const at = (value: string) =>
      refused({}, { 'Retry-After': value, Date: 'Fri, 20 Nov 2026 12:00:00 GMT' }, 429);
    expect(await at('120')).to.include({
      kind: 'rate-limited',
      retryAfterMs: 120_000,
      retryable: true,
    });
    expect((await at('Fri, 20 Nov 2026 12:00:30 GMT')).retryAfterMs).to.equal(30_000);
    expect((await at('Fri, 20 Nov 2026 11:00:00 GMT')).retryAfterMs).to.equal(0);
    expect(await at('soon')).not.to.have.property('retryAfterMs');
    expect((await refused({ retryAfterMs: 1500 }, {}, 503)).retryAfterMs).to.equal(1500);
  });

  it('takes the id of the request for a trace where the body has none', async () => {
    expect((await refused({}, { 'X-Request-Id': 'r-9' })).traceId).to.equal('r-9');
  });

  it('reads the problems in a batch alike', async () => {
    const results = [
      { ok: true },
      { ok: true, value: PERSON },
      {
        ok: false,
        problem: { kind: 'quota', code: 'zoom/licence', title: 'No seat', status: 409 },
      },
      { ok: false, problem: 'no' },
      { ok: 'yes' },
    ];
    const { adapter } = fakeServer(() => json({ results }));
    const commands = results.map((_, i) => ({ ...COMMAND, id: `c${i}` }));
    expect(await adapter.batch(commands)).to.deep.equal([
      { ok: true, value: null },
      { ok: true, value: PERSON },
      {
        ok: false,
        problem: {
          kind: 'quota',
          code: 'zoom/licence',
          title: 'No seat',
          status: 409,
          retryable: false,
        },
      },
      { ok: false, problem: { kind: 'unknown', title: 'Refused', retryable: false } },
      { ok: false, problem: { kind: 'unknown', title: 'Refused', retryable: false } },
    ]);
  });
});
