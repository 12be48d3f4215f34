import type { Subaccount } from '../../domain/index.ts';
import type { SayOptions, Translator } from '../../i18n/index.ts';
import type { AccountScope } from '../../state/index.ts';
import type { Drafts } from './drafts.ts';
import type { RowAction } from './row-actions.ts';

/** What every part of the element needs. */
export interface ManagerContext {
  readonly t: Translator;
  readonly scope: AccountScope;
  readonly drafts: Drafts;
  readonly say: SayOptions;
  /** The host wants it to be looked at only. */
  readonly readonly: boolean;
  /** The closed action whose reason is being read, and on what. */
  readonly explained: { readonly id: string; readonly action: string } | undefined;
  /** The one that was just added. */
  readonly added: string | undefined;
  readonly act: (action: RowAction, one: Subaccount) => void;
  readonly retry: (commandId: string) => void;
  readonly dismiss: (commandId: string) => void;
  readonly dismissProblem: (key: string) => void;
}
