import type { PeopleField, PersonRecord } from '../../../domain/index.ts';
import type { Translator } from '../../../i18n/index.ts';
import type { AccountScope } from '../../../state/index.ts';

/** A column of a host's own. Its texts are the host's; what they return is shown as text, never as HTML. */
export interface Column {
  /** Unique. Starts with `x-` if the backend sorts or filters by it. */
  readonly id: string;
  readonly header: string;
  /** What the cell says; also for search engines of people: copy, export, screen readers. */
  readonly value: (person: PersonRecord) => string;
  /** What the cell shows instead of its value. */
  readonly render?: (person: PersonRecord) => string | Node;
  /** The field that the backend sorts by. Absent: the column cannot be sorted. */
  readonly sort?: PeopleField;
  /** How the value is written in an export. Default: `value`. */
  readonly csv?: (person: PersonRecord) => string;
}

/** What a cell may need beside the person. */
export interface CellContext {
  readonly t: Translator;
  /** The backend's time, ms since the epoch. */
  readonly now: number;
  /** The signed-in person's id. */
  readonly actorId: string | undefined;
  /** Whether the backend says that there is nothing of this field: then a blank says nothing about anybody. */
  readonly hasNone: (field: PeopleField) => boolean;
  /** Whether a column is on the screen, so that another need not say the same. */
  readonly isShown: (column: string) => boolean;
  readonly roleName: (id: string) => string;
  /** The names of the sub-accounts that someone belongs to; `all`: their role covers every one. */
  readonly subaccounts: (person: PersonRecord) => readonly string[] | 'all';
  /** Opens someone's page; absent where nothing on the page shows one. */
  readonly open: ((person: PersonRecord) => void) | undefined;
  /** The role cell, with its control where there is one. */
  readonly role: (person: PersonRecord) => unknown;
  /** The button that opens what can be done to the person. */
  readonly actions: (person: PersonRecord) => unknown;
  /** The checkbox that selects the person, and that over the rows on the screen. */
  readonly select: (person: PersonRecord) => unknown;
  readonly selectPage: () => unknown;
}

/** A column as the grid draws it. */
export interface GridColumn {
  readonly id: string;
  readonly header: (t: Translator) => string;
  /** The header is heard, not seen: what is in the cells speaks for itself. */
  readonly headerHidden?: true;
  /** What the header shows instead of its words. */
  readonly head?: (context: CellContext) => unknown;
  readonly sort?: PeopleField;
  /** Narrowest useful width in px, and its share of what is left over. */
  readonly width: readonly [min: number, share: number];
  /** Whether there is such a thing on this account, for this actor. Absent: always. A host that names the column gets it anyway. */
  readonly isOffered?: (scope: AccountScope) => boolean;
  /** How a host’s own column is written in an export; the kit’s are written by `csv/export-columns.ts`. */
  readonly csv?: (person: PersonRecord) => string;
  readonly cell: (person: PersonRecord, context: CellContext) => unknown;
}

/** Whether the backend says that nobody has anything of a field. */
export function hasNone({ account }: AccountScope, field: PeopleField): boolean {
  return account.status === 'ready' && account.capabilities.people.values?.[field]?.length === 0;
}
