import type { Subaccount } from '../domain/index.ts';
import { BRANCHES, CITIES } from './branches.ts';
import { createRandom } from './random.ts';

/** Sub-accounts of a business: `Lyon – Bakery`, and from the second of a name on with its number; no two are called alike. */
export function generateSubaccounts(count: number, seed: number): readonly Subaccount[] {
  const random = createRandom(seed);
  const named = new Map<string, number>();
  return Array.from({ length: count }, (_, n) => {
    const name = `${random.pick(CITIES)} – ${random.pick(BRANCHES)}`;
    const before = named.get(name) ?? 0;
    named.set(name, before + 1);
    const id = `sub_${random.int(0x7fffffff).toString(36).padStart(6, '0')}${n.toString(36)}`;
    return { id, name: before ? `${name} ${before + 1}` : name, parentId: null, status: 'active' };
  });
}
