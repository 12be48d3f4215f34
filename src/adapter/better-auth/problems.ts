import type { HttpRefusal } from '../http/fetch-json.ts';
import { problemFrom } from '../http/problem-from.ts';
import { AdapterError, type Problem, type ProblemKind } from '../problem.ts';

type Told = Pick<Problem, 'kind'> & Partial<Pick<Problem, 'code' | 'fields'>>;

/** The rules of the policy that a refusal is an instance of. */
export const RULES = {
  lastOwner: 'owner/min',
  makeOwners: 'better-auth/owners-make-owners',
  touchOwners: 'better-auth/owners-touch-owners',
  notPending: 'better-auth/not-pending',
  stillPending: 'better-auth/still-pending',
} as const;

const NO_ROUTE: Told = { kind: 'unsupported', code: 'no-route' };
const EMAIL = '/change/people/0/email';

const taken = (code: string): Told => ({
  kind: 'conflict',
  code: 'email-taken',
  fields: [{ pointer: EMAIL, code }],
});
const unknown = (pointer: string): Told => ({
  kind: 'invalid',
  fields: [{ pointer, code: 'unknown' }],
});

/** What a code means that cannot be told by how it begins. */
const CODES: Readonly<Record<string, Told>> = {
  UNAUTHORIZED: { kind: 'unauthenticated' },
  SESSION_EXPIRED: { kind: 'unauthenticated' },
  SESSION_NOT_FRESH: { kind: 'unauthenticated' },
  BANNED_USER: { kind: 'unauthenticated' },
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_WITHOUT_AN_OWNER: { kind: 'rule', code: RULES.lastOwner },
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_AS_THE_ONLY_OWNER: { kind: 'rule', code: RULES.lastOwner },
  YOU_ARE_NOT_ALLOWED_TO_INVITE_USER_WITH_THIS_ROLE: { kind: 'forbidden', code: RULES.makeOwners },
  USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION: taken('member'),
  USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION: taken('invited'),
  INVALID_EMAIL: { kind: 'invalid', fields: [{ pointer: EMAIL, code: 'email' }] },
  ROLE_NOT_FOUND: unknown('/change/roleId'),
  TEAM_NOT_FOUND: unknown('/change/groupId'),
  INVALID_TEAM_ID: unknown('/change/groupId'),
  VALIDATION_ERROR: { kind: 'invalid' },
  ROLE_IS_ASSIGNED_TO_MEMBERS: { kind: 'conflict' },
  MISSING_OR_NULL_ORIGIN: { kind: 'forbidden' },
  INVALID_ORIGIN: { kind: 'forbidden' },
  TOO_MANY_ROLES: { kind: 'quota' },
  NO_ACTIVE_ORGANIZATION: { kind: 'forbidden' },
  INVITER_IS_NO_LONGER_A_MEMBER_OF_THE_ORGANIZATION: { kind: 'conflict' },
};

/** What codes mean by their wording, which the many are consistent in. */
const WORDINGS: readonly (readonly [RegExp, ProblemKind])[] = [
  [/_LIMIT_REACHED$|_REACHED_THE_MAXIMUM_/, 'quota'],
  [/_NOT_FOUND$/, 'not-found'],
  [/_ALREADY_(EXISTS|TAKEN)$|_IS_ALREADY_/, 'conflict'],
  [/^YOU_ARE_NOT_|^YOU_CAN_?NOT_|^EMAIL_VERIFICATION_REQUIRED|_NOT_A_MEMBER_|^YOU_DO_NOT_HAVE_/, 'forbidden'],
]; // prettier-ignore

/** Words of a server are kept to what a person could read. */
const LONGEST = 1000;

/**
 * The problem that a refusal is: by its code, and by its status only where there is none. 401 may be "not allowed"
 * here, and 400 "not found".
 */
export function problemOf({ body, status, headers }: HttpRefusal, path: string): AdapterError {
  const { code: given, message } = (body ?? {}) as { code?: unknown; message?: unknown };
  const text = typeof message === 'string' ? message.slice(0, LONGEST) : '';
  // One refusal has its code in the message alone: `ROLE_NOT_FOUND: nope`.
  const code = typeof given === 'string' ? given : /^([A-Z][A-Z_]+)(?:: |$)/.exec(text)?.[1];
  // What has no code and is not there is the plugin itself.
  const told = toldBy(code) ?? (status === 404 ? NO_ROUTE : undefined);
  const wait = headers.get('x-retry-after');
  // Where the code has a meaning here, the page has better words, and in the language of whoever reads.
  const isSaid = told?.code !== undefined || told?.kind === 'unauthenticated';
  return new AdapterError({
    ...problemFrom(undefined, `${path}: ${code ?? status}`, status, headers),
    ...(code !== undefined && { code }),
    ...(text && !isSaid && { detail: text }),
    ...(wait && Number(wait) >= 0 && { retryAfterMs: Number(wait) * 1000 }),
    ...told,
  });
}

function toldBy(code: string | undefined): Told | undefined {
  if (code === undefined) return undefined;
  if (Object.hasOwn(CODES, code)) return CODES[code];
  const kind = WORDINGS.find(([wording]) => wording.test(code))?.[1];
  return kind && { kind };
}
