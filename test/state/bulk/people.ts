import type { PersonRecord } from '../../../src/domain/index.ts';
import type { BulkPlan, BulkRun } from '../../../src/state/index.ts';
import { person } from '../fake-backend.ts';

/** `p0` is the owner, every tenth an admin, the others members; all have names. */
export function staff(count: number): PersonRecord[] {
  return Array.from({ length: count }, (_, n) =>
    person(`p${n}`, {
      firstName: `First${n}`,
      lastName: 'Last',
      roleId: n === 0 ? 'owner' : n % 10 === 0 ? 'admin' : 'member',
    }),
  );
}

export const EVERYONE = { query: {}, except: [] } as const;
export const TO_ADMIN = { action: 'user.change-role', change: { roleId: 'admin' } } as const;

/** Who is left out, by kind of reason or rule. */
export function skippedOf({ skipped }: BulkPlan): Record<string, string[]> {
  return Object.fromEntries(
    skipped.map(({ reason, people }) => [
      reason.kind !== 'policy'
        ? reason.kind
        : reason.decision.effect === 'deny'
          ? reason.decision.rule
          : reason.decision.effect,
      people.map(({ id }) => id),
    ]),
  );
}

/** The statuses of everyone, in their order. */
export function statuses(run: BulkRun): string[] {
  return run.report().map(({ status }) => status);
}
