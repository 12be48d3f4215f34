import type { AccountScope, PeopleList } from '../../state/index.ts';
import {
  DEFAULT_COLUMNS,
  PENDING_COLUMNS,
  resolveColumns,
  type GridColumn,
} from './columns/index.ts';

/** The columns of one table: those there are, and which of them a view shows. */
export class ColumnSet {
  readonly #tag: () => string;
  readonly #scope: () => AccountScope | undefined;
  #specs: unknown;
  #all: readonly GridColumn[] | undefined;
  #mistakes: readonly string[] = [];

  /** @param tag names the element when a mistake is told */
  constructor(tag: () => string, scope: () => AccountScope | undefined) {
    this.#tag = tag;
    this.#scope = scope;
  }

  /** Every mistake in what the host asked for, with its path. */
  get mistakes(): readonly string[] {
    return this.#mistakes;
  }

  /** The columns there are on this account. */
  of(specs: unknown): readonly GridColumn[] {
    const all = this.known(specs);
    if (specs !== undefined) return all;
    const scope = this.#scope();
    return all.filter(({ isOffered }) => !isOffered || (scope && isOffered(scope)));
  }

  /** The same, whether or not this account has them. Each mistake is told once, in the console. */
  known(specs: unknown): readonly GridColumn[] {
    if (this.#all && this.#specs === specs) return this.#all;
    const { columns, mistakes } = resolveColumns(specs);
    for (const mistake of mistakes) console.error(`rosterkit: <${this.#tag()}> ${mistake}`);
    this.#specs = specs;
    this.#all = columns;
    this.#mistakes = mistakes;
    return columns;
  }

  /** Ids of those that are shown at first: a host that names its columns wants to see them, the kit's own list has more than fits. */
  shownAtFirst(specs: unknown, list?: PeopleList): readonly string[] {
    const all = this.of(specs).map(({ id }) => id);
    if (specs !== undefined) return all;
    return (list === 'pending' ? PENDING_COLUMNS : DEFAULT_COLUMNS).filter((id) =>
      all.includes(id),
    );
  }

  /** The columns of a view in their order; one that has gone from the host's list is left out. */
  visible(specs: unknown, ids: readonly string[]): readonly GridColumn[] {
    const all = this.of(specs);
    const visible = ids.flatMap((id) => all.find((column) => column.id === id) ?? []);
    return visible.length > 0 ? visible : all;
  }
}
