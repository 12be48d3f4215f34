import { AdapterError, type Problem, type ProblemKind } from '../problem.ts';

type Extra = Partial<Omit<Problem, 'kind' | 'title'>>;

/** Ends a call with a problem. Typed `never`, so that what follows is narrowed. */
export function fail(kind: ProblemKind, title: string, extra?: Extra): never {
  throw new AdapterError({ kind, title, ...extra });
}

/** Refuses what was sent, naming the part of it that is wrong. */
export function invalid(pointer: string, code: string): never {
  fail('invalid', `${pointer}: ${code}`, { code: 'invalid', fields: [{ pointer, code }] });
}
