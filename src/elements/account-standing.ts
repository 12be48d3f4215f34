import type { AccountScope } from '../state/index.ts';

/** RI-18. Nothing can be changed any more: the policy says so of each act, a note of all of them. */
export function isCancelled({ account }: AccountScope): boolean {
  return account.status === 'ready' && account.facts.state === 'cancelled';
}

/** A role that there had better be more holders of. */
interface FewHolders {
  readonly roleId: string;
  readonly count: number;
  readonly recommended: number;
}

/** RI-7. Of a role that nobody counted, nothing is known. */
export function fewHolders({ account, policy }: AccountScope): readonly FewHolders[] {
  const counts = account.status === 'ready' ? account.facts.roleCounts : undefined;
  return (policy?.roles ?? []).flatMap(({ id: roleId, recommended = 0 }) => {
    const count = counts?.[roleId] ?? 0;
    return counts && count < recommended ? [{ roleId, count, recommended }] : [];
  });
}
