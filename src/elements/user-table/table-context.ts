import type { Action, Choice, PersonRecord } from '../../domain/index.ts';
import type { Translator } from '../../i18n/index.ts';
import type { Capabilities } from '../../adapter/capabilities.ts';
import type {
  AccountScope,
  FilterField,
  Outcome,
  PeopleList,
  PeopleSelection,
  PeopleView,
  RunOptions,
} from '../../state/index.ts';
import type { CellContext, GridColumn } from './columns/index.ts';

/** The menus of the table; one is open at a time. */
export type Menu =
  | { readonly kind: 'filter'; readonly field: FilterField }
  | { readonly kind: 'view' }
  | { readonly kind: 'csv' }
  | { readonly kind: 'recent' }
  | { readonly kind: 'role'; readonly personId: string }
  | { readonly kind: 'actions'; readonly personId: string }
  | { readonly kind: 'bulk' };

/** Which menu is open, as far as the parts of the table are concerned. */
export interface OpenMenu {
  readonly name: Menu | undefined;
  /** The last one that was asked for could not be fetched. */
  readonly hasFailed: boolean;
  toggle(name: Menu, trigger: HTMLElement): void;
}

/** What the parts of the table are drawn from, and what they may ask of it. */
export interface TableContext {
  readonly t: Translator;
  readonly scope: AccountScope;
  readonly capabilities: Capabilities | undefined;
  readonly roles: readonly Choice[];
  readonly view: PeopleView;
  /** Every column there is, and those that are visible, in their order. */
  readonly available: readonly GridColumn[];
  readonly columns: readonly GridColumn[];
  readonly cell: CellContext;
  /** The backend's own label of a role, if it has one. */
  readonly roleLabel: (id: string) => string | undefined;
  /** The clock on this side, ms since the epoch. */
  readonly now: number;
  readonly menu: OpenMenu;
  /** Nothing may be changed here. */
  readonly readonly: boolean;
  /** Who is selected; absent where nothing can be done to many. */
  readonly selection: PeopleSelection | undefined;
  /** Goes along with what is asked of the scope. */
  readonly asking: RunOptions;
  readonly setView: (view: PeopleView) => void;
  readonly showList: (list: PeopleList) => void;
  readonly chooseRole: (person: PersonRecord, roleId: string) => void;
  /** Does this to a person; what it needs to ask first was asked. */
  readonly act: (person: PersonRecord, action: Action) => Promise<Outcome | undefined>;
  /** Opens someone's page. Absent: nothing here shows one. */
  readonly open: ((person: PersonRecord) => void) | undefined;
  /** Asks for the form that invites; given a reason why not, says that. Absent: nothing can be changed here. */
  readonly invite: ((why?: string) => void) | undefined;
  readonly retry: (commandId: string) => void;
  readonly dismiss: (commandId: string) => void;
  readonly undo: (changeIds: readonly string[]) => void;
  readonly say: (text: string) => void;
  /** Resolves once what was asked for is on the screen. */
  readonly drawn: () => Promise<unknown>;
}
