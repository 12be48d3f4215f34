import { expect } from 'chai';
import { toProblem } from '../../../src/adapter/problem.ts';
import type { Command } from '../../../src/domain/index.ts';
import { fakeScim, list, refusal, user, type Answer, type Request } from './fake-scim.ts';

const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (thrown: unknown) => toProblem(thrown),
  );
const command = (action: string, change?: Command['change'], id = 'u2'): Command => ({
  id: `c-${action}`,
  action,
  target: { kind: 'person', id },
  ...(change && { change }),
});
const isPatch = ({ method }: Request) => method === 'PATCH';
const isList = ({ method, path }: Request) => method === 'GET' && path === '/Users';

describe('the scim adapter and what a server answers', () => {
  describe('SCIM 1.5: errors are told by their scimType, whatever the status', () => {
    const cases: readonly (readonly [answer: Answer, kind: string, code: string | undefined])[] = [
      [refusal(400, 'uniqueness'), 'conflict', 'email-taken'],
      [refusal(409, 'uniqueness'), 'conflict', 'email-taken'],
      [refusal(400, 'mutability'), 'forbidden', 'mutability'],
      [refusal(400, 'invalidValue'), 'invalid', 'invalidValue'],
      [refusal(400, 'noTarget'), 'invalid', 'noTarget'],
      [refusal(400, 'invalidVers'), 'stale', 'invalidVers'],
      [refusal(401), 'unauthenticated', undefined],
      [refusal(403), 'forbidden', undefined],
      [refusal(404), 'not-found', undefined],
      [refusal(429), 'rate-limited', undefined],
      [refusal(500), 'unavailable', undefined],
      [refusal(400, 'madeUp'), 'invalid', undefined],
    ];
    for (const [answer, kind, code] of cases) {
      const [status, body] = answer as readonly [number, { scimType?: string }];
      it(`${status} ${body.scimType ?? 'without one'}: ${kind}`, async () => {
        const { adapter } = fakeScim((request) => (isPatch(request) ? answer : undefined));
        const problem = await problemOf(adapter.run(command('user.suspend')));
        expect(problem?.kind).to.equal(kind);
        expect(problem?.code).to.equal(code);
        expect(problem?.status).to.equal(status);
      });
    }

    it('and the field that the sentence names is where the person sees it', async () => {
      const said = 'Attribute title is too long';
      const { adapter } = fakeScim((request) =>
        isPatch(request) ? refusal(400, 'invalidValue', said) : undefined,
      );
      const problem = await problemOf(
        adapter.run(command('user.edit', { values: { jobTitle: 'x' } })),
      );
      expect(problem).to.include({ kind: 'invalid', detail: said });
      expect(problem?.fields).to.deep.equal([
        { pointer: '/change/values/jobTitle', code: 'invalidValue' },
      ]);
    });
  });

  describe('what is no answer is one problem, and no wrong row', () => {
    const cases: readonly (readonly [what: string, answer: Answer])[] = [
      ['HTML', new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })],
      ['nothing', new Response('')],
      ['a list of something else', [200, { totalResults: 1, Resources: ['Ann'] }]],
      ['a list without a total', [200, { Resources: [] }]],
      [
        'two people with one id',
        [200, { totalResults: 2, startIndex: 1, Resources: [user(1), { ...user(2), id: 'u1' }] }],
      ],
      [
        'an id that has lost digits',
        [200, { totalResults: 1, startIndex: 1, Resources: [{ ...user(1), id: 2 ** 60 }] }],
      ],
    ];
    for (const [what, answer] of cases) {
      it(what, async () => {
        const { adapter } = fakeScim((request) =>
          isList(request) ? (answer instanceof Response ? answer.clone() : answer) : undefined,
        );
        const problem = await problemOf(adapter.people({}));
        expect(problem?.kind).to.be.oneOf(['invalid', 'unavailable']);
      });
    }

    it('SCIM 1.2.1: the same rows again, from a server that does not say where it began', async () => {
      const first = Array.from({ length: 20 }, (_, n) => user(n));
      const { adapter } = fakeScim((request) =>
        isList(request) ? [200, { totalResults: 45, Resources: first }] : undefined,
      );
      expect(await problemOf(adapter.people({ size: 40 }))).to.include({
        kind: 'invalid',
        code: 'malformed',
      });
    });

    it('a list that is left out where there is nobody', async () => {
      const { adapter } = fakeScim((request) =>
        isList(request) ? [200, { totalResults: 0 }] : undefined,
      );
      const { items, total } = await adapter.people({});
      expect([items, total]).to.deep.equal([[], 0]);
    });
  });

  it('shows a record as it is: primary values first, and nothing made up', async () => {
    const whole = user(9, {
      name: { givenName: 'Zoë', familyName: 'Ñandú' },
      active: false,
      emails: [{ value: 'home@x.example' }, { value: 'zoe@x.example', primary: true }],
      roles: [{ value: 'agent' }, { value: 'Administrator', primary: true, display: 'Chief' }],
      entitlements: [{ value: 'webinar', type: 'licence' }],
      addresses: [{ locality: 'Lyon' }],
      meta: { created: '2026-01-02T03:04:05.678Z' },
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
        department: 'R&D',
        manager: { value: 'u1', displayName: 'Bo' },
      },
    });
    const { adapter } = fakeScim(
      (request) =>
        isList(request)
          ? list([whole, user(1, { meta: { created: 'Tue Jan 02 2026' } })], request)
          : undefined,
      { roleValues: { admin: 'Administrator' } },
    );
    const { items } = await adapter.people({});
    expect(items[0]).to.deep.equal({
      id: 'u9',
      email: 'zoe@x.example',
      status: 'suspended',
      roleId: 'admin',
      roleIds: ['admin', 'agent'],
      firstName: 'Zoë',
      lastName: 'Ñandú',
      department: 'R&D',
      manager: 'Bo',
      location: 'Lyon',
      addons: ['webinar'],
      createdAt: '2026-01-02T03:04:05.678Z',
    });
    expect(items[1]).to.deep.equal({
      id: 'u1',
      email: 'user1@scim.example',
      status: 'active',
      roleId: 'member',
    });
    expect(await adapter.roles()).to.deep.equal([
      { id: 'member' },
      { id: 'agent' },
      { id: 'admin', label: 'Chief' },
    ]);
  });

  it('a role goes out under the name that the server has for it', async () => {
    const { adapter, requests } = fakeScim((request) => (isPatch(request) ? [204] : undefined), {
      roleValues: { admin: 'Administrator' },
    });
    await adapter.run(command('user.change-role', { roleId: 'admin' }));
    expect(requests.find(isPatch)?.body?.['Operations']).to.deep.equal([
      { op: 'replace', path: 'roles', value: [{ value: 'Administrator', primary: true }] },
    ]);
  });

  it('an empty text clears, and every field has its path', async () => {
    const { adapter, requests } = fakeScim((request) => (isPatch(request) ? [204] : undefined));
    await adapter.run(
      command('user.edit', { values: { firstName: 'A', lastName: '', department: 'D' } }),
    );
    expect(requests.find(isPatch)?.body?.['Operations']).to.deep.equal([
      { op: 'replace', path: 'name.givenName', value: 'A' },
      { op: 'remove', path: 'name.familyName' },
      {
        op: 'replace',
        path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
        value: 'D',
      },
    ]);
  });

  describe('without', () => {
    it('groups, there is nothing to be put into', async () => {
      const { adapter } = fakeScim(() => undefined);
      expect(await adapter.groups()).to.deep.equal([]);
      const { commands } = await adapter.capabilities();
      expect(commands).to.have.property('user.suspend', true);
      expect(commands).to.not.have.any.keys('user.assign-group', 'user.invite');
      expect(
        await problemOf(adapter.run(command('user.assign-group', { groupId: 'g1' }))),
      ).to.include({ kind: 'unsupported' });
    });

    it('a page to say so, a server is taken to be as lean as it may be', async () => {
      const { adapter } = fakeScim(() => undefined);
      const { people, batch, concurrency } = await adapter.capabilities();
      expect(people).to.include({ maxSize: 100, search: 'client', invitations: 'none' });
      expect(batch?.native).to.equal(false);
      expect(concurrency).to.equal('none');
    });

    it('an answer while it is tried out, it is tried again by the next call', async () => {
      let isDown = true;
      const { adapter } = fakeScim(() => (isDown ? refusal(503) : undefined));
      expect(await problemOf(adapter.people({}))).to.include({
        kind: 'unavailable',
        retryable: true,
      });
      isDown = false;
      expect((await adapter.people({})).items).to.have.length(3);
    });
  });

  it('SCIM 1.5: the token goes along with every request, and is asked for each time', async () => {
    let asked = 0;
    const { adapter, requests } = fakeScim(() => undefined, { token: async () => `t${++asked}` });
    await adapter.people({});
    expect(requests.map(({ headers }) => headers.get('authorization'))).to.deep.equal(
      requests.map((_, n) => `Bearer t${n + 1}`),
    );
  });
});
