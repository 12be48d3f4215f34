import type { PersonRecord } from '../../domain/index.ts';
import { PROBLEM_KINDS, type Problem, type ProblemKind } from '../problem.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a status means where the body does not say it better. Of the rest, 4xx are unknown and 5xx unavailable. */
const KINDS: Readonly<Record<number, ProblemKind>> = {
  400: 'invalid',
  401: 'unauthenticated',
  402: 'quota',
  403: 'forbidden',
  404: 'not-found',
  405: 'unsupported',
  408: 'unavailable',
  409: 'conflict',
  410: 'not-found',
  412: 'stale',
  413: 'invalid',
  415: 'invalid',
  422: 'invalid',
  423: 'conflict',
  425: 'unavailable',
  428: 'invalid',
  429: 'rate-limited',
  501: 'unsupported',
};

/** Kinds that only this side can know of. */
const OURS: readonly unknown[] = ['aborted', 'network'];

/** Words of a server are kept to what a person could read. */
const LONGEST = 1000;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The problem (RFC 9457, with a `kind`) that a body tells of. Whatever it lacks, or has in another type, is made
 * up for by the status and the headers.
 */
export function problemFrom(
  body: unknown,
  title: string,
  status?: number,
  headers?: Headers,
): Omit<Problem, 'retryable'> & { retryable?: boolean } {
  const given = isObject(body) ? body : {};
  const told = given['kind'] as ProblemKind;
  const kind =
    PROBLEM_KINDS.includes(told) && !OURS.includes(told)
      ? told
      : (KINDS[status ?? 0] ?? ((status ?? 0) >= 500 ? 'unavailable' : 'unknown'));
  const wait = retryAfter(headers) ?? numberIn(given, 'retryAfterMs');
  const fields = Array.isArray(given['fields']) ? given['fields'].filter(isField) : [];
  const { retryable, current } = given;
  return {
    kind,
    title: textIn(given, 'title') ?? title,
    ...found('status', status ?? numberIn(given, 'status')),
    ...found('code', textIn(given, 'code')),
    ...found('detail', textIn(given, 'detail')),
    ...found('traceId', textIn(given, 'traceId') ?? headers?.get('x-request-id') ?? undefined),
    ...found('retryAfterMs', wait),
    ...(fields.length > 0 && { fields }),
    ...(typeof retryable === 'boolean' && { retryable }),
    ...(isRecord(current) && { current }),
  };
}

/** A part of a problem, where there is one. */
function found<Key extends keyof Problem>(key: Key, value: Problem[Key]) {
  return (value === undefined ? {} : { [key]: value }) as {
    [_ in Key]?: NonNullable<Problem[Key]>;
  };
}

function textIn(given: Json, key: string): string | undefined {
  const value = given[key];
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : undefined;
}

function numberIn(given: Json, key: string): number | undefined {
  const value = given[key];
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

function isField(value: unknown): value is NonNullable<Problem['fields']>[number] {
  return (
    isObject(value) &&
    typeof value['pointer'] === 'string' &&
    typeof value['code'] === 'string' &&
    typeof (value['detail'] ?? '') === 'string'
  );
}

function isRecord(value: unknown): value is PersonRecord {
  return (
    isObject(value) &&
    ['id', 'email', 'roleId', 'status'].every((key) => typeof value[key] === 'string')
  );
}

/** `Retry-After` in ms, given as seconds or as a moment of the server's clock. */
function retryAfter(headers: Headers | undefined): number | undefined {
  const given = headers?.get('retry-after');
  if (!given) return undefined;
  const ms = /^\d+$/.test(given)
    ? Number(given) * 1000
    : Date.parse(given) - (Date.parse(headers?.get('date') ?? '') || Date.now());
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
