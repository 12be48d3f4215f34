import type { Subaccount } from '../../domain/index.ts';
import type { SayOptions, Translator } from '../../i18n/index.ts';
import type { AccountScope } from '../../state/index.ts';
import type { Drafts } from './drafts.ts';
import type { RowAction } from './row-actions.ts';

/** What opens on demand: the menu of a row, or a form that no row has to do with. */
export type ManagerMenu =
  { readonly kind: 'row'; readonly id: string } | { readonly kind: 'create' | 'buy' };

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
  /** What opens on demand, and what of it is open. */
  readonly menu: {
    readonly name: ManagerMenu | undefined;
    toggle(name: ManagerMenu, trigger: HTMLElement): void;
  };
  /** Whether a bad ending is said in an open form, and so not in the row. */
  readonly isSaid: (commandId: string) => boolean;
  readonly act: (action: RowAction, one: Subaccount) => void;
  readonly retry: (commandId: string) => void;
  readonly dismiss: (commandId: string) => void;
  readonly dismissProblem: (key: string) => void;
}
