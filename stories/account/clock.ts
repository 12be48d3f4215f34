/** When every story happens: a Monday morning in Paris. */
export const NOW = Date.parse('2026-10-12T07:30:00Z');

const RealDate = Date;

/**
 * Lets the page's clock start at `NOW` and go on from there, so that "3 days ago" says the same every day.
 * Returns how to put the real one back.
 */
export function startStoryClock(): () => void {
  const began = RealDate.now();
  const now = (): number => NOW + RealDate.now() - began;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: readonly unknown[], caller) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, caller) as Date,
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
  return () => {
    globalThis.Date = RealDate;
  };
}
