import { AdapterError, type Problem, type ProblemKind } from './problem.ts';

/** Ends a call with a problem. Typed `never`, so that what follows is narrowed. */
export function fail(kind: ProblemKind, code: string = kind, extra?: Partial<Problem>): never {
  throw new AdapterError({ kind, code, title: `${kind}: ${code}`, ...extra });
}

/** Refuses what was sent, naming the part of it that is wrong. */
export function invalid(pointer: string, code: string): never {
  fail('invalid', 'invalid', { title: `${pointer}: ${code}`, fields: [{ pointer, code }] });
}
