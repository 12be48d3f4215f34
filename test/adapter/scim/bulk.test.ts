import { expect } from 'chai';
import { toProblem } from '../../../src/adapter/problem.ts';
import type { Command } from '../../../src/domain/index.ts';
import { fakeScim, refusal, type Answer, type Request } from './fake-scim.ts';

interface Operation {
  readonly method: string;
  readonly path: string;
}
const operationsOf = ({ body }: Request) => body?.['Operations'] as readonly Operation[];
const suspend = (id: string): Command => ({
  id: `c-${id}`,
  action: 'user.suspend',
  target: { kind: 'person', id },
});
const isBulk = ({ path }: Request) => path === '/Bulk';
const done = (request: Request): Answer => [
  200,
  {
    Operations: operationsOf(request).map(({ path }) => ({
      status: '200',
      location: `https://id.example/scim${path}`,
    })),
  },
];

/** A server that says it has Bulk, and what it answers to it. */
function withBulk(answer: (request: Request) => Answer, limits = {}) {
  const bulk = { supported: true, maxOperations: 1000, maxPayloadSize: 1_048_576, ...limits };
  return fakeScim((request) => {
    if (request.path === '/ServiceProviderConfig')
      return [200, { bulk, filter: { supported: true, maxResults: 50 } }];
    if (isBulk(request)) return answer(request);
    return request.method === 'PATCH' ? [204] : undefined;
  });
}

describe('the scim adapter and Bulk', () => {
  it('SCIM 1.5: sends what it can in one request, no more than the server takes', async () => {
    const { adapter, requests } = withBulk(done, { maxOperations: 2 });
    expect((await adapter.capabilities()).batch).to.deep.equal({ max: 2, native: true });
    expect(await adapter.batch([suspend('u1'), suspend('u2')])).to.have.length(2);
    expect(requests.filter(isBulk).map((one) => operationsOf(one).length)).to.deep.equal([2]);
  });

  it('parts what would be too long for the server', async () => {
    const { adapter, requests } = withBulk(done, { maxPayloadSize: 900 });
    const results = await adapter.batch([suspend('u1'), suspend('u2'), suspend('u3')]);
    expect(results.map(({ ok }) => ok)).to.deep.equal([true, true, true]);
    const sent = requests.filter(isBulk).map((one) => operationsOf(one).map(({ path }) => path));
    expect(sent).to.deep.equal(
      [['/Users/u1'], ['/Users/u2', '/Users/u3']].flatMap((paths) => paths.map((path) => [path])),
    );
  });

  it('goes on one by one where there is no Bulk after all', async () => {
    const { adapter, requests } = withBulk(() => refusal(501));
    const results = await adapter.batch([suspend('u1'), suspend('u2')]);
    expect(results.map(({ ok }) => ok)).to.deep.equal([true, true]);
    expect(
      requests.filter(({ method }) => method === 'PATCH').map(({ path }) => path),
    ).to.deep.equal(['/Users/u1', '/Users/u2']);
  });

  it('tells of each what became of it, by the error that came with it', async () => {
    const { adapter } = withBulk((request) => {
      const [first, second] = operationsOf(request);
      const [, response] = refusal(400, 'mutability') as readonly [number, unknown];
      return [
        200,
        {
          Operations: [
            { status: '400', location: first?.path, response },
            { status: { code: 204 }, location: second?.path },
          ],
        },
      ];
    });
    const results = await adapter.batch([suspend('u1'), suspend('u2')]);
    expect(results.map((one) => (one.ok ? 'done' : one.problem.kind))).to.deep.equal([
      'forbidden',
      'done',
    ]);
  });

  const wrong: readonly (readonly [what: string, answer: (request: Request) => Answer])[] = [
    ['fewer results than operations', () => [200, { Operations: [] }]],
    [
      'results in another order',
      (request) => {
        const results = operationsOf(request).map(({ path }) => ({
          status: '200',
          location: path,
        }));
        return [200, { Operations: results.reverse() }];
      },
    ],
    [
      'results without a status',
      (request) => [200, { Operations: operationsOf(request).map(() => ({})) }],
    ],
  ];
  for (const [what, answer] of wrong) {
    it(`believes nothing of ${what}`, async () => {
      const { adapter } = withBulk(answer);
      const code = await adapter.batch([suspend('u1'), suspend('u2')]).then(
        () => 'done',
        (thrown: unknown) => toProblem(thrown).code,
      );
      expect(code).to.equal('malformed');
    });
  }
});
