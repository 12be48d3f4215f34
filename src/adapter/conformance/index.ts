import type { AccountAdapter } from '../port.ts';
import { ConformanceSkip } from './ensure.ts';
import { CHECKS } from './checks/index.ts';
import { Subject, type ConformanceOptions } from './subject.ts';

export { ConformanceFailure } from './ensure.ts';
export type { ConformanceOptions } from './subject.ts';

/** What became of a check that did not fail. */
export interface ConformanceResult {
  readonly status: 'passed' | 'skipped';
  /** Why a skipped check had nothing to look at. */
  readonly reason?: string;
}

/** One promise of the port, to be put to the test by any test framework or none. */
export interface ConformanceCheck {
  /** Stable, kebab-case. */
  readonly name: string;
  /** What an adapter promises by passing, as one sentence. */
  readonly promise: string;
  /** Rejects with a `ConformanceFailure` that says what is wrong. */
  run(): Promise<ConformanceResult>;
}

/**
 * Everything that an adapter promises by being one, held against what it advertises.
 *
 * ```ts
 * for (const check of conformance(() => createMyAdapter())) it(check.promise, () => check.run());
 * ```
 *
 * A factory gives every check an adapter of its own; a single adapter is shared, and what a check changes it puts back.
 */
export function conformance(
  source: AccountAdapter | (() => AccountAdapter | Promise<AccountAdapter>),
  options: ConformanceOptions = {},
): readonly ConformanceCheck[] {
  return CHECKS.map(({ name, promise, run }) => ({
    name,
    promise,
    run: async () => {
      const adapter = typeof source === 'function' ? await source() : source;
      try {
        await run(new Subject(adapter, await adapter.capabilities(), options));
        return { status: 'passed' };
      } catch (thrown) {
        if (thrown instanceof ConformanceSkip) return { status: 'skipped', reason: thrown.message };
        throw thrown;
      }
    },
  }));
}
