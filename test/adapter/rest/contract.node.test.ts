import { expect } from 'chai';
import { contract } from '../../tools/contract.ts';

const BASE = 'https://api.example/v1';
const PERSON = { id: 'p1', email: 'a@b.example', roleId: 'member', status: 'active' };

/** What is complained of when a request is answered like this. */
async function complaints(
  path: string,
  init: RequestInit,
  body: unknown,
  { status = 200, type = 'application/json' } = {},
): Promise<string> {
  const headers = { 'Content-Type': type, Date: 'Fri, 20 Nov 2026 12:00:00 GMT' };
  const answer = status === 204 ? null : JSON.stringify(body);
  const held = contract(BASE, async () => new Response(answer, { status, headers }));
  await held.fetch(BASE + path, init);
  return held.complaints.join('\n');
}

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers,
});
const command = { id: 'c1', action: 'user.list' };

describe('the judge of requests and answers', () => {
  it('has nothing to say of what is as it should be', async () => {
    expect(await complaints('/people/p1', {}, PERSON)).to.equal('');
    expect(await complaints('/people/p1?subaccountId=s', {}, { ...PERSON, more: 1 })).to.equal('');
    expect(
      await complaints('/commands', post(command, { 'Idempotency-Key': 'c1' }), null, {
        status: 204,
      }),
    ).to.equal('');
    const problem = { kind: 'rule', title: 'No', retryable: false };
    expect(
      await complaints('/people/p1', {}, problem, {
        status: 418,
        type: 'application/problem+json',
      }),
    ).to.equal('');
  });

  for (const [what, complaint, given] of [
    ['a path', 'not in the document', () => complaints('/people', {}, {})],
    ['a method', 'not in the document', () => complaints('/people/p1', post({}), PERSON)],
    ['a parameter', 'page is not known', () => complaints('/people/p1?page=2', {}, PERSON)],
    [
      'a missing header',
      'no Idempotency-Key',
      () => complaints('/commands', post(command), PERSON),
    ],
    [
      'a header',
      'run If-Match',
      () =>
        complaints(
          '/commands',
          post(command, { 'Idempotency-Key': 'c1', 'If-Match': 'v1' }),
          PERSON,
        ),
    ],
    [
      'a request',
      'run request',
      () => complaints('/commands', post({ id: 1 }, { 'Idempotency-Key': '1' }), PERSON),
    ],
    [
      'an answer',
      'getPerson 200',
      () => complaints('/people/p1', {}, { ...PERSON, status: 'gone' }),
    ],
    [
      'a type of answer',
      'answered as text/html',
      () => complaints('/people/p1', {}, PERSON, { type: 'text/html' }),
    ],
    [
      'an empty answer',
      '204: not in the document',
      () => complaints('/people/p1', {}, null, { status: 204 }),
    ],
    [
      'a problem',
      'getPerson 404',
      () => complaints('/people/p1', {}, {}, { status: 404, type: 'application/problem+json' }),
    ],
  ] as const) {
    it(`notices ${what} that the document does not have`, async () => {
      expect(await given()).to.include(complaint);
    });
  }
});
