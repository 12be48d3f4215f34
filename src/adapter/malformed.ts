import { AdapterError, type ProblemKind } from './problem.ts';

/**
 * An answer that is not what was promised. `what` is for the log and holds nothing that was answered, which may be
 * about people. It may have been carried out all the same; who knows that it was only read says `invalid`.
 */
export function malformed(
  what: string,
  { kind = 'unknown', cause }: { readonly kind?: ProblemKind; readonly cause?: unknown } = {},
): AdapterError {
  return new AdapterError(
    { kind, code: 'malformed', title: `Malformed answer: ${what}` },
    cause === undefined ? undefined : { cause },
  );
}
