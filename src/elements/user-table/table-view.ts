import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PeopleCapabilities } from '../../adapter/capabilities.ts';
import { ViewUrl } from '../../controllers/view-url.ts';
import {
  decodeView,
  encodeView,
  withinReach,
  type PeopleList,
  type PeopleView,
  type ViewCodec,
} from '../../state/index.ts';
import type { ColumnSet } from './column-set.ts';
import type { ColumnSpec } from './columns/index.ts';

/** How long after the last keystroke a search starts, in ms. */
const SEARCH_PAUSE_MS = 200;

export interface TableViewOptions {
  readonly columns: ColumnSet;
  /** What the host asked for. */
  readonly asked: () => {
    readonly columns: readonly ColumnSpec[] | undefined;
    readonly withLists: boolean;
    readonly withSearchInUrl: boolean;
    readonly viewKey: string;
  };
  /** What the backend can do, once that is known. */
  readonly can: () => PeopleCapabilities | undefined;
  /** Sets the element's own property, so that whoever reads or watches it sees the same. */
  readonly set: (view: PeopleView) => void;
  /** The person at the screen changed it; `isOther`: others are in the list than before. */
  readonly changed: (isOther: boolean) => void;
}

/** How a table's list is looked at: the view, its form in the page's URL, and the search as it is typed. */
export class TableView implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: TableViewOptions;
  readonly #url: ViewUrl;
  readonly #listColumns = new Map<PeopleList, readonly string[]>();
  #view: PeopleView | undefined;
  /** Other columns were chosen than those at first. */
  #hasOwnColumns = false;
  #searchText = '';
  #searchTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: TableViewOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#url = new ViewUrl(host, {
      key: () => options.asked().viewKey,
      restore: (text) => options.set(decodeView(text, this.#codec)),
    });
  }

  get value(): PeopleView {
    const can = this.#options.can();
    return can ? withinReach(this.#wanted, can) : this.#wanted;
  }

  get #wanted(): PeopleView {
    const view = this.#view;
    // Until columns were chosen they are those at first, which may become others once the account is known.
    if (!view) return this.#defaults;
    return this.#hasOwnColumns ? view : { ...view, columns: this.#shownAtFirst(view.list) };
  }

  /** Sets a part of it, or with `undefined` puts the defaults back. */
  set(view: Partial<PeopleView> | undefined): void {
    const next = view && { ...this.value, ...view };
    if (!next) this.#hasOwnColumns = false;
    else if (view.columns)
      this.#hasOwnColumns = String(view.columns) !== String(this.#shownAtFirst(next.list));
    this.#view = next;
    this.#searchText = this.value.query.search ?? '';
  }

  /** What stands in the search field. */
  get searchText(): string {
    return this.#searchText;
  }

  hostDisconnected(): void {
    clearTimeout(this.#searchTimer);
  }

  /** Changes it for the person at the screen. */
  change(view: PeopleView): void {
    const old = this.value;
    this.#options.set(view);
    this.#url.write(encodeView(this.value, this.#codec));
    this.#options.changed(leavesOut(view.query) !== leavesOut(old.query) || view.list !== old.list);
  }

  /** Each list has the columns that were chosen for it. */
  showList(list: PeopleList): void {
    const { value } = this;
    if (value.list === list) return;
    if (value.list) this.#listColumns.set(value.list, value.columns);
    const columns = this.#listColumns.get(list) ?? this.#shownAtFirst(list);
    this.change({ ...value, list, columns });
  }

  /** Takes in what is typed into the search field; the search starts after a pause. */
  readonly search = (text: string): void => {
    this.#searchText = text;
    this.#host.requestUpdate();
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => {
      const { search: _old, ...query } = this.value.query;
      this.change({ ...this.value, query: text.trim() ? { ...query, search: text } : query });
    }, SEARCH_PAUSE_MS);
  };

  get #defaults(): PeopleView {
    const list = this.#options.asked().withLists ? 'users' : undefined;
    const columns = this.#shownAtFirst(list);
    return { query: {}, ...(list && { list }), columns, density: 'comfortable' };
  }

  get #codec(): ViewCodec {
    const { columns, withSearchInUrl } = this.#options.asked();
    return {
      columns: this.#options.columns.known(columns).map(({ id }) => id),
      defaults: this.#defaults,
      withSearch: withSearchInUrl,
    };
  }

  #shownAtFirst(list: PeopleList | undefined): readonly string[] {
    return this.#options.columns.shownAtFirst(this.#options.asked().columns, list);
  }
}

/** What of a query decides who is in the list, and so how many. */
function leavesOut({ search, filter }: PeopleView['query']): string {
  return JSON.stringify([search, filter]);
}
