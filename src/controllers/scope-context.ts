import { createContext } from '@lit/context';
import type { AccountScope } from '../state/scope.ts';

/**
 * How elements find their account. The key is global, so two copies of the kit on one page meet, and
 * anything that speaks the Context Protocol may provide or ask.
 */
export const scopeContext = createContext<AccountScope | undefined>(
  Symbol.for('rosterkit.scope/1'),
);
