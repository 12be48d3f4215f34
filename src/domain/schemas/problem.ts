import * as z from 'zod/mini';
import { personRecord } from './people.ts';

const text = z.exactOptional(z.string());
const number = z.exactOptional(z.number());

/** The kinds of `adapter/problem.ts`, which this layer may not import; a type test holds the two together. */
export const problemKind = z.enum([
  'unauthenticated', 'forbidden', 'not-found', 'conflict', 'stale', 'invalid', 'rule', 'quota', 'rate-limited',
  'unsupported', 'unavailable', 'network', 'aborted', 'unknown',
]); // prettier-ignore

export const problem = z.looseObject({
  kind: problemKind,
  code: text,
  status: number,
  title: z.string(),
  detail: text,
  fields: z.exactOptional(
    z.array(z.looseObject({ pointer: z.string(), code: z.string(), detail: text })),
  ),
  retryAfterMs: number,
  traceId: text,
  retryable: z.boolean(),
  current: z.exactOptional(personRecord),
});
