import { heldRoles, type AccountFacts } from '../../domain/index.ts';
import type { AccountFact } from '../capabilities.ts';
import type { Call } from '../port.ts';
import { toProblem } from '../problem.ts';
import type { People } from './people.ts';

/** Facts that can be counted from the people. */
export const COUNTED: readonly AccountFact[] = ['roleCounts', 'pendingRoleCounts'];

/**
 * Holders per role, active and invited; `undefined` where not everybody could be read. A part of them would be a lie:
 * "the last owner" may be among the rest.
 */
export async function countsOf(
  people: People,
  call: Call,
): Promise<Pick<AccountFacts, 'roleCounts' | 'pendingRoleCounts'> | undefined> {
  // Whichever sub-account the page is about, limits are those of the whole account.
  const { subaccountId: _one, ...all } = call;
  let scan;
  try {
    scan = await people.everyone(all);
  } catch (thrown) {
    const { kind } = toProblem(thrown);
    if (kind === 'forbidden' || kind === 'rule' || kind === 'unsupported') return undefined;
    throw thrown;
  }
  if (scan.partial) return undefined;
  const counts = { active: {}, pending: {} } as Record<string, Record<string, number>>;
  for (const person of scan.items) {
    const count = counts[person.status];
    if (count) for (const role of heldRoles(person)) count[role] = (count[role] ?? 0) + 1;
  }
  return { roleCounts: counts['active'] ?? {}, pendingRoleCounts: counts['pending'] ?? {} };
}
