import { expect } from 'chai';
import { problemOf } from '../../../src/adapter/better-auth/problems.ts';
import { HttpRefusal } from '../../../src/adapter/http/fetch-json.ts';

const of = (status: number, body?: unknown, headers: HeadersInit = {}) =>
  problemOf(new HttpRefusal(status, new Headers(headers), body), '/organization/x').problem;
const coded = (status: number, code: string, message = 'In English') =>
  of(status, { code, message });

describe('a refusal of better-auth is told by its code, not its status', () => {
  const cases: readonly (readonly [status: number, code: string, kind: string, ours?: string])[] = [
    [401, 'UNAUTHORIZED', 'unauthenticated'],
    [401, 'YOU_ARE_NOT_ALLOWED_TO_DELETE_THIS_MEMBER', 'forbidden'],
    [403, 'YOU_ARE_NOT_ALLOWED_TO_UPDATE_THIS_MEMBER', 'forbidden'],
    [403, 'YOU_ARE_NOT_ALLOWED_TO_INVITE_USERS_TO_THIS_ORGANIZATION', 'forbidden'],
    [403, 'YOU_ARE_NOT_ALLOWED_TO_INVITE_USER_WITH_THIS_ROLE', 'forbidden', 'better-auth/owners-make-owners'],
    [403, 'YOU_ARE_NOT_ALLOWED_TO_CANCEL_THIS_INVITATION', 'forbidden'],
    [403, 'YOU_ARE_NOT_A_MEMBER_OF_THIS_ORGANIZATION', 'forbidden'],
    [400, 'YOU_CANNOT_LEAVE_THE_ORGANIZATION_WITHOUT_AN_OWNER', 'rule', 'owner/min'],
    [400, 'YOU_CANNOT_LEAVE_THE_ORGANIZATION_AS_THE_ONLY_OWNER', 'rule', 'owner/min'],
    [400, 'USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION', 'conflict', 'email-taken'],
    [400, 'USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION', 'conflict', 'email-taken'],
    [400, 'MEMBER_NOT_FOUND', 'not-found'],
    [400, 'INVITATION_NOT_FOUND', 'not-found'],
    [404, 'USER_NOT_FOUND', 'not-found'],
    [400, 'ROLE_NOT_FOUND', 'invalid'],
    [400, 'TEAM_NOT_FOUND', 'invalid'],
    [400, 'INVALID_EMAIL', 'invalid'],
    [400, 'VALIDATION_ERROR', 'invalid'],
    [400, 'ROLE_IS_ASSIGNED_TO_MEMBERS', 'conflict'],
    [400, 'ORGANIZATION_ALREADY_EXISTS', 'conflict'],
    [400, 'ORGANIZATION_SLUG_ALREADY_TAKEN', 'conflict'],
    [403, 'INVITATION_LIMIT_REACHED', 'quota'],
    [403, 'ORGANIZATION_MEMBERSHIP_LIMIT_REACHED', 'quota'],
    [403, 'TEAM_MEMBER_LIMIT_REACHED', 'quota'],
    [400, 'YOU_HAVE_REACHED_THE_MAXIMUM_NUMBER_OF_TEAMS', 'quota'],
    [403, 'MISSING_OR_NULL_ORIGIN', 'forbidden'],
    [403, 'INVALID_ORIGIN', 'forbidden'],
    [403, 'EMAIL_VERIFICATION_REQUIRED_FOR_INVITATION', 'forbidden'],
    [403, 'BANNED_USER', 'unauthenticated'],
  ]; // prettier-ignore

  for (const [status, code, kind, ours = code] of cases)
    it(`${status} ${code}: ${kind}`, () => {
      expect(coded(status, code)).to.deep.include({ kind, code: ours, status });
    });

  it('tells which part of what was sent is wrong', () => {
    expect(coded(400, 'ROLE_NOT_FOUND').fields).to.deep.equal([
      { pointer: '/change/roleId', code: 'unknown' },
    ]);
    expect(coded(400, 'USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION').fields).to.deep.equal([
      { pointer: '/change/people/0/email', code: 'invited' },
    ]);
  });

  it('finds the code of a refusal that has it in its message alone', () => {
    expect(of(400, { message: 'ROLE_NOT_FOUND: nope' })).to.deep.include({
      kind: 'invalid',
      code: 'ROLE_NOT_FOUND',
      fields: [{ pointer: '/change/roleId', code: 'unknown' }],
    });
    expect(of(400, { message: 'Organization ID is required' })).to.include({ kind: 'invalid' });
    expect(of(400, { message: 'Organization ID is required' })).not.to.have.property('code');
  });

  it('goes by the status where there is nothing else', () => {
    const kinds = [400, 401, 403, 404, 415, 500, 503].map((status) => of(status).kind);
    expect(kinds).to.deep.equal([
      'invalid', 'unauthenticated', 'forbidden', 'unsupported', 'invalid', 'unavailable', 'unavailable',
    ]); // prettier-ignore
    for (const body of ['<html>', null, [], 7, { code: 7, message: {} }])
      expect(of(400, body).kind).to.equal('invalid');
  });

  it('waits as long as it asks for, in a header of its own', () => {
    const limited = { kind: 'rate-limited', retryAfterMs: 7000, retryable: true };
    expect(of(429, { message: 'Too many requests.' }, { 'x-retry-after': '7' })).to.include(
      limited,
    );
    expect(of(429, undefined, { 'Retry-After': '7' })).to.include(limited);
    expect(of(429, undefined, { 'x-retry-after': 'soon' })).not.to.have.property('retryAfterMs');
  });

  it('leaves its words to the person only where there are no better ones, and never in the title', () => {
    const quoted = 'Ana Silva (ana@acme.example) is busy';
    expect(coded(403, 'YOU_ARE_NOT_ALLOWED_TO_DANCE', quoted)).to.include({
      title: '/organization/x: YOU_ARE_NOT_ALLOWED_TO_DANCE',
      detail: quoted,
    });
    expect(coded(400, 'YOU_CANNOT_LEAVE_THE_ORGANIZATION_AS_THE_ONLY_OWNER')).not.to.have.property(
      'detail',
    );
    expect(of(400, { message: quoted }).title).to.equal('/organization/x: 400');
  });
});
