import type { Call } from '../port.ts';
import type { Awaitable, Found } from './source.ts';

/** A value that is found out once, when it is first needed. Where that fails, the next one tries again. */
export function found<T>(given: Found<T>): () => Promise<T> {
  let held: Promise<T> | undefined;
  return () => {
    if (held) return held;
    // Others wait for it as well: that the first one gave up is no reason for them to.
    const find = async (): Promise<T> =>
      typeof given === 'function' ? (given as (call: Call) => Awaitable<T>)({}) : given;
    const asked = (held = find());
    asked.catch(() => {
      if (held === asked) held = undefined;
    });
    return asked;
  };
}
