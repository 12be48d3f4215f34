import type { Refusal } from '../create-adapter/index.ts';
import type { Problem, ProblemKind } from '../problem.ts';
import { isObject } from './resources.ts';

/** What a `scimType` means (RFC 7644, section 3.12), whatever the status: servers send them with any. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  invalidFilter: 'unsupported',
  tooMany: 'unsupported',
  uniqueness: 'conflict',
  mutability: 'forbidden',
  sensitive: 'forbidden',
  invalidSyntax: 'invalid',
  invalidPath: 'invalid',
  invalidValue: 'invalid',
  noTarget: 'invalid',
  invalidVers: 'stale',
};

/** Attributes as a server names them in a sentence, by the field that it was. */
const FIELDS: readonly (readonly [attribute: RegExp, field: string])[] = [
  [/\buserName\b|\bemails?\b/i, 'email'],
  [/\bgivenName\b/i, 'firstName'],
  [/\bfamilyName\b/i, 'lastName'],
  [/\bdisplayName\b/i, 'displayName'],
  [/\btitle\b/i, 'jobTitle'],
  [/\bdepartment\b/i, 'department'],
];

/** What an error of SCIM says. `undefined`: it is none, or says no more than its status. */
export function problemOf({
  body,
}: Refusal): (Partial<Problem> & { kind: ProblemKind }) | undefined {
  if (!isObject(body)) return undefined;
  const { scimType, detail } = body;
  if (typeof scimType !== 'string' || !Object.hasOwn(KINDS, scimType)) return undefined;
  const kind = KINDS[scimType] ?? 'unknown';
  if (kind === 'conflict') return { kind, code: 'email-taken' };
  const words = typeof detail === 'string' ? detail : '';
  const field = kind === 'invalid' && FIELDS.find(([attribute]) => attribute.test(words))?.[1];
  return {
    kind,
    code: scimType,
    ...(field && { fields: [{ pointer: `/change/values/${field}`, code: scimType }] }),
  };
}
