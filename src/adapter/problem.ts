import type { PersonRecord } from '../domain/index.ts';

/** Every way a backend can fail, as a person would tell them apart. The adapter decides, by the backend's own code. */
export const PROBLEM_KINDS = [
  'unauthenticated', 'forbidden', 'not-found', 'conflict', 'stale', 'invalid', 'rule', 'quota', 'rate-limited',
  'unsupported', 'unavailable', 'network', 'aborted', 'unknown',
] as const; // prettier-ignore
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** What went wrong, in the shape of RFC 9457 with a kind. Holds no personal data. */
export interface Problem {
  readonly kind: ProblemKind;
  /** The backend's own code, or one with a meaning here: `email-taken`, `awaiting-balance-choice`, a policy rule id. */
  readonly code?: string;
  readonly status?: number;
  /** One sentence for the log, in English; elements show a message by kind and code. */
  readonly title: string;
  /** The backend's own words for the person, if it has any. Shown as text. */
  readonly detail?: string;
  readonly fields?: readonly {
    readonly pointer: string;
    readonly code: string;
    readonly detail?: string;
  }[];
  /** How long the backend asks to wait, in ms. */
  readonly retryAfterMs?: number;
  readonly traceId?: string;
  /** The same request may succeed later. */
  readonly retryable: boolean;
  /** With `stale`: the record as it is now. */
  readonly current?: PersonRecord;
}

const RETRYABLE: readonly ProblemKind[] = ['rate-limited', 'unavailable', 'network'];

/** The only error an adapter rejects with. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  readonly problem: Problem;

  constructor(
    problem: Omit<Problem, 'retryable'> & { readonly retryable?: boolean },
    options?: ErrorOptions,
  ) {
    super(problem.title, options);
    this.problem = { ...problem, retryable: problem.retryable ?? RETRYABLE.includes(problem.kind) };
  }
}

/**
 * The problem in anything that was thrown. An adapter should only reject with `AdapterError`; whatever
 * else comes out of one becomes `unknown`, and an abort is recognised by name. Tests shape, not class:
 * two copies of the package may be on a page.
 */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof Error) {
    if ('problem' in thrown && isProblem(thrown.problem)) return thrown.problem;
    if (thrown.name === 'AbortError')
      return { kind: 'aborted', title: 'Aborted', retryable: false };
    return { kind: 'unknown', title: thrown.message || thrown.name, retryable: false };
  }
  return { kind: 'unknown', title: String(thrown), retryable: false };
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' && value !== null && 'kind' in value &&
    (PROBLEM_KINDS as readonly unknown[]).includes(value.kind)
  ); // prettier-ignore
}
