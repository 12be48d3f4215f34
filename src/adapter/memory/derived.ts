/** A value made from another, and made again only when that one is another object. */
export function derived<S extends object, T>(source: () => S, make: (source: S) => T): () => T {
  let from: S | undefined;
  let value: T;
  return () => {
    const now = source();
    if (now !== from) [from, value] = [now, make(now)];
    return value;
  };
}
