import { malformed } from '../malformed.ts';

/** The schemas by name (RFC 7643, section 8.7; RFC 7644, section 3). */
export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const BULK_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

/** One of several values of an attribute. */
export interface MultiValue {
  readonly value?: string;
  readonly display?: string;
  readonly type?: string;
  readonly primary?: boolean;
}

/** A user as RFC 7643 has them, as far as the kit shows it. Anything but `id` may be lacking. */
export interface ScimUser {
  readonly id: string;
  readonly userName?: string;
  readonly name?: { readonly givenName?: string; readonly familyName?: string };
  readonly displayName?: string;
  readonly title?: string;
  readonly active?: boolean;
  readonly photos?: readonly MultiValue[];
  readonly emails?: readonly MultiValue[];
  readonly addresses?: readonly { readonly locality?: string; readonly primary?: boolean }[];
  readonly roles?: readonly MultiValue[];
  readonly entitlements?: readonly MultiValue[];
  readonly groups?: readonly MultiValue[];
  readonly meta?: { readonly created?: string; readonly lastModified?: string };
  readonly [ENTERPRISE]?: {
    readonly department?: string;
    readonly manager?: { readonly value?: string; readonly displayName?: string };
  };
}

export interface ScimGroup {
  readonly id: string;
  readonly displayName?: string;
  readonly members?: readonly MultiValue[];
}

/** The answer to a query (RFC 7644, section 3.4.2). */
export interface ListResponse<T> {
  readonly totalResults: number;
  readonly startIndex: number | undefined;
  readonly items: readonly T[];
}

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list as it was answered; `Resources` may be left out where there is nothing. */
export function listOf<T>(answer: unknown, what: string): ListResponse<T> {
  if (!isObject(answer)) throw malformed(`${what} should be a ListResponse`);
  const { totalResults, startIndex, Resources: items = [] } = answer;
  if (!Number.isInteger(totalResults) || Number(totalResults) < 0)
    throw malformed(`${what}: totalResults should be a count`);
  if (!Array.isArray(items) || !items.every(isObject))
    throw malformed(`${what}: Resources should be a list of objects`);
  return {
    totalResults: Number(totalResults),
    startIndex: Number.isInteger(startIndex) ? Number(startIndex) : undefined,
    items: items as unknown as readonly T[],
  };
}

export function userOf(answer: unknown): ScimUser {
  if (!isObject(answer) || typeof answer['id'] !== 'string')
    throw malformed('a user should be an object with an id');
  return answer as unknown as ScimUser;
}
