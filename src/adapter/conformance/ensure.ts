/** What an adapter got wrong. */
export class ConformanceFailure extends Error {
  override readonly name = 'ConformanceFailure';
}

/** Why a check had nothing to look at. Not a failure, and not a pass either. */
export class ConformanceSkip extends Error {
  override readonly name = 'ConformanceSkip';
}

/** Fails the check unless the condition holds. */
export function ensure(condition: unknown, message: string): asserts condition {
  if (!condition) throw new ConformanceFailure(message);
}

/** Ends the check where the backend offers, or holds, nothing that it could be tried on. */
export function skip(reason: string): never {
  throw new ConformanceSkip(reason);
}

/** What differs between two lists of ids, as words; `undefined` where nothing does. */
export function differenceOf(
  found: readonly string[],
  expected: readonly string[],
  anyOrder = false,
): string | undefined {
  const [a, b] = anyOrder ? [[...found].sort(), [...expected].sort()] : [found, expected];
  const at = a.findIndex((id, i) => id !== b[i]);
  if (at < 0 && a.length === b.length) return undefined;
  const where = at < 0 ? a.length : at;
  return (
    `${a.length} rows where ${b.length} were expected; first difference at ${where}: ` +
    `${a[where] ?? 'nothing'} instead of ${b[where] ?? 'nothing'}`
  );
}

/** Fails unless both lists hold the same ids, in the same order unless told otherwise. */
export function ensureSameIds(
  found: readonly string[],
  expected: readonly string[],
  what: string,
  anyOrder = false,
): void {
  const difference = differenceOf(found, expected, anyOrder);
  ensure(difference === undefined, `${what}: ${difference ?? ''}`);
}
