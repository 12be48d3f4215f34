import type { Subaccount } from '../../domain/index.ts';
import type { AccountScope } from '../../state/index.ts';

/** Names that differ only by case are the same to people. */
const fold = (name: string): string => name.trim().normalize().toLocaleLowerCase();

/**
 * Asks whether another sub-account has this name already, wherever in the list it is: among the first that the backend
 * finds by it. Where that cannot be read, nothing is known, and the backend will say.
 */
export async function findNamesake(
  scope: AccountScope,
  name: string,
  exceptId: string,
  signal: AbortSignal,
): Promise<Subaccount | undefined> {
  const found = scope.subaccounts({ search: name });
  try {
    found.show(0, 0);
    await new Promise<void>((done) => {
      const settled = (): void => {
        if (found.status === 'loading' && !signal.aborted) return;
        leave();
        done();
      };
      const leave = scope.subscribe(settled);
      signal.addEventListener('abort', settled, { once: true });
      settled();
    });
    for (let index = 0, one; (one = found.at(index)); index++)
      if (one.id !== exceptId && fold(one.name) === fold(name)) return one;
    return undefined;
  } finally {
    found.release();
  }
}
