import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { cache } from 'lit/directives/cache.js';
import { Announcer } from '../../controllers/announcer.ts';
import { GridNavigation } from '../../controllers/grid-navigation.ts';
import { PeopleController } from '../../controllers/people-controller.ts';
import { RowWindow } from '../../controllers/row-window.ts';
import { UndoOffer } from '../../controllers/undo-offer.ts';
import { ViewUrl } from '../../controllers/view-url.ts';
import { personName, type PersonRecord } from '../../domain/index.ts';
import { roleName, sayDecision, sayProblem } from '../../i18n/index.ts';
import {
  decodeView, encodeView, isFiltered, withoutFilters, type AccountOutcomeEvent, type AccountScope, type PeopleView, type PeopleWindow, type ViewCodec,
} from '../../state/index.ts'; // prettier-ignore
import { KitElement } from '../kit-element.ts';
import {
  DEFAULT_COLUMNS,
  resolveColumns,
  type ColumnSpec,
  type GridColumn,
  type ResolvedColumns,
} from './columns/index.ts';
import { announcement } from './announce.ts';
import { PersonOpenEvent, ViewChangedEvent } from './events.ts';
import { countText, footer, sayObstacle, undoOffer } from './footer.ts';
import { grid } from './grid.ts';
import type { GridRow } from './grid-row.ts';
import { MenuOpener } from './menu-opener.ts';
import { roleCell } from './role-cell.ts';
import { tableStanding, type TableStanding } from './standing.ts';
import { stateView } from './states.ts';
import type { TableContext } from './table-context.ts';
import { toolbar } from './toolbar.ts';
import { userTableStyles } from './user-table.styles.ts';

/** How long after the last keystroke a search starts, in ms. */
const SEARCH_PAUSE_MS = 200;

/**
 * The people of an account as a grid: searched, filtered, sorted, scrolled at any length, and changed in place. Follows
 * the ARIA grid pattern. Every refusal says why, and what to do.
 *
 * @tag user-table
 * @fires {ViewChangedEvent} view-changed - The person changed search, filters, order, columns or density.
 * @fires {PersonOpenEvent} person-open - Someone was opened, by Enter or a double click on their row.
 * @slot toolbar - The host's own controls at the end of the toolbar.
 * @slot empty - Shown below the words when there is nobody yet.
 * @slot no-access - Shown below the words when the actor may not see the people.
 * @csspart toolbar - The bar above the grid.
 * @csspart search - The search field.
 * @csspart filter - A filter's button.
 * @csspart view-button - The button that opens order, density and columns.
 * @csspart viewport - The scrolling box around the grid.
 * @csspart grid - The grid.
 * @csspart head - The row of column headers.
 * @csspart head-cell - A column header.
 * @csspart row - A person's row.
 * @csspart cell - A cell; `cell-<column id>` for one column's.
 * @csspart avatar - The picture or initials of a person.
 * @csspart role-trigger - The button that opens the choice of role.
 * @csspart option - A role to choose.
 * @csspart pending - What stands in for a role while it is being changed.
 * @csspart notice - Why a change was not made, in the person's row.
 * @csspart undo-offer - The offer to undo the last change.
 * @csspart footer - The bar below the grid.
 * @csspart count - How many people there are.
 * @csspart menu - The popover of filters, columns, roles and recent changes.
 * @csspart state - What stands in place of rows; `state-empty`, `state-no-match`, `state-no-access`, `state-failed`, `state-config`.
 * @cssprop [--user-table-block-size=min(46rem, 84vh)] - Height of the whole element.
 */
export class UserTableElement extends KitElement {
  static override readonly tag: string = 'user-table';
  static override readonly styles = userTableStyles;

  /**
   * The columns there are: ids of the kit's (`name email role userType department status lastActiveAt jobTitle location
   * manager`) and the host's own. Default: all of the kit's. A mistake is shown in the element, not thrown.
   */
  @property({ attribute: false }) columns: readonly ColumnSpec[] | undefined;

  /** Keeps the view in this parameter of the page's URL. Search text stays out of it. */
  @property({ attribute: 'view-key' }) viewKey = '';

  /** Lets the search text into the URL as well. It may hold names and addresses. */
  @property({ type: Boolean, attribute: 'with-search-in-url' }) withSearchInUrl = false;

  /** Shows people and changes nothing. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  @state() private _searchText = '';
  @query('.viewport') private readonly _viewport!: HTMLElement | null;
  @query('.probe') private readonly _probe!: HTMLElement | null;
  @query('#menu') private readonly _popover!: HTMLElement | null;

  #view: PeopleView | undefined;
  #resolved: { specs: unknown; columns: ResolvedColumns } | undefined;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  /** What the next answer will be announced as. */
  #announceCount = false;
  #heard: EventTarget | undefined;
  /** Whether the focus was in here before the update that is under way. */
  #hadFocus = false;
  /** In whose row the last first click was. */
  #clicked: string | undefined;
  #leave = new AbortController();

  readonly #people = new PeopleController(this, () => this.scope);
  readonly #rows = new RowWindow(this);
  readonly #announcer = new Announcer(this);
  readonly #undo = new UndoOffer(this, () => this.scope);
  readonly #menu = new MenuOpener(this, {
    popover: () => this._popover ?? undefined,
    returnFocus: (trigger) => (trigger.isConnected ? trigger.focus() : this.#catchFocus()),
    failed: () => this.#announcer.say(sayObstacle(this.t, 'network')),
  });
  readonly #grid = new GridNavigation(this, {
    rowCount: () => this.#count + 1,
    columnCount: () => this.#visible.length,
    pageSize: () => this.#rows.pageSize,
    isRtl: () => this.localize.dir === 'rtl',
    cell: ({ row, column }) => this.#cellAt(row, column),
    reveal: (row) => row > 0 && this.#rows.reveal(row - 1),
  });
  readonly #url = new ViewUrl(this, {
    key: () => this.viewKey,
    restore: (text) => (this.view = decodeView(text, this.#codec)),
  });

  constructor() {
    super();
    this.addEventListener('click', this.#handleClick);
  }

  /** How the list is looked at. Set a part of it to change just that. */
  get view(): PeopleView {
    const all = this.#available.map(({ id }) => id);
    const defaults = DEFAULT_COLUMNS.filter((id) => all.includes(id));
    // A host that names its columns wants to see them; the kit's own list has more than fits.
    const columns = this.columns ? all : defaults;
    return this.#view ?? { query: {}, columns, density: 'comfortable' };
  }

  set view(view: Partial<PeopleView> | undefined) {
    const old = this.view;
    this.#view = view ? { ...old, ...view } : undefined;
    this._searchText = this.view.query.search ?? '';
    this.requestUpdate('view', old);
  }

  /** Puts the focus on the active cell of the grid. */
  override focus(): void {
    this.#grid.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#searchTimer);
    this.#hear(undefined);
    // A hold that nobody can see any more is given up; an element that is only moved comes back at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#leave.abort();
      this.#leave = new AbortController();
    });
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
    this.#hear(this.scope);
    const { status } = this.#standing;
    this.#people.ask(
      status === 'open' ? { ...this.view.query, locale: this.localize.locale } : undefined,
    );
    this.toggleAttribute('data-busy', this.#people.changing);
    if (this.#announceCount && !this.#people.changing && this.#people.window?.status === 'ready') {
      this.#announceCount = false;
      const { window } = this.#people;
      this.#announcer.say(
        window.length > 0 ? countText(window, this.#context) : this.t('people.noMatch'),
      );
    }
  }

  protected override updated(): void {
    this.#rows.observe(this._viewport ?? undefined, this._probe ?? undefined);
    const { first, last } = this.#rows.range(this.#count);
    this.#people.window?.show(first, last);
    if (this.#hadFocus && !this.shadowRoot?.activeElement) this.#catchFocus();
    if (this.#people.window?.status === 'ready') this.#menu.fetchAhead();
  }

  protected override render(): TemplateResult {
    const table = this.scope ? this.#context : undefined;
    const standing = this.#standing;
    const handlers = {
      pause: this.#undo.pause,
      resume: this.#undo.resume,
      dismiss: () => this.#undo.dismiss(),
    };
    return html`<div class="table" part="table" data-density=${this.view.density}>
        ${table && standing.status !== 'stopped' ? toolbar({ searchText: this._searchText, onSearch: this.#handleSearch }, table) : nothing}
        <div class="stage">
          ${cache(standing.status === 'stopped' || !table ? this.#renderStopped() : this.#renderPeople(table))}
          ${table && this.#undo.change ? undoOffer(this.#undo.change, handlers, table) : nothing}
        </div>
        ${table && standing.status !== 'stopped' ? footer(this.#people.window, isFiltered(this.view.query), table) : nothing}
      </div>
      <div
        id="menu"
        class="popover"
        part="menu"
        popover="manual"
        @keydown=${this.#menu.handleKeydown}
        @focusout=${this.#menu.handleFocusout}
      >
        ${table ? this.#menu.render(table) : nothing}
      </div>
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>`;
  }

  #renderPeople(table: TableContext): TemplateResult {
    const { window } = this.#people;
    const state = this.#renderState(window);
    return html`<div class="viewport" part="viewport" ?hidden=${state !== undefined}>
        <div class="probe" aria-hidden="true"></div>
        ${
          state === undefined
            ? grid(
                {
                  rows: this.#drawn(window),
                  count: this.#count,
                  exact: window?.status === 'ready' && window.total !== undefined,
                  spacer: this.#rows.spacer,
                  busy: !window || window.status === 'loading' || this.#people.changing,
                  label: this.t('people.label'),
                  onKeydown: this.#handleKeydown,
                  onFocusin: this.#grid.handleFocusin,
                  onDblclick: (event) =>
                    this.#rowAt(event) === this.#clicked && this.#open(this.#clicked),
                },
                table,
              )
            : nothing
        }
      </div>
      ${state ?? nothing}`;
  }

  /** What stands in place of the rows, if there are none to show. */
  #renderState(window: PeopleWindow | undefined): TemplateResult | undefined {
    const { t } = this;
    if (window?.status === 'failed') {
      const problem = window.problem;
      return stateView({
        name: 'failed',
        icon: problem?.kind === 'network' ? 'offline' : 'alert',
        title: t('people.failed'),
        said: problem && sayProblem(t, problem),
        detail: problem?.kind === 'unknown' ? problem.title : undefined,
        action: { label: t('change.retry'), run: () => window.retry() },
      });
    }
    if (window?.status !== 'ready' || window.length > 0) return undefined;
    if (isFiltered(this.view.query)) {
      return stateView({
        name: 'no-match',
        icon: 'search',
        title: t('people.noMatch'),
        said: { remedy: t('people.noMatch.next') },
        action: {
          label: t('filter.clear'),
          run: () => this.#setView({ ...this.view, query: withoutFilters(this.view.query) }),
        },
      });
    }
    return html`<div class="state-box">
      ${stateView({ name: 'empty', icon: 'users', title: t('people.empty'), said: { remedy: t('people.empty.next') } })}
      <slot name="empty"></slot>
    </div>`;
  }

  /** What stands in place of everything: no account, no right, or a mistake in the set-up. */
  #renderStopped(): TemplateResult | typeof nothing {
    const { t } = this;
    const standing = this.#standing;
    if (standing.status !== 'stopped') return nothing;
    if (standing.why === 'no-scope') {
      return stateView({
        name: 'config',
        icon: 'alert',
        title: t('people.noScope'),
        said: { remedy: t('people.noScope.next') },
      });
    }
    if (standing.why === 'mistake') {
      return stateView({
        name: 'config',
        icon: 'alert',
        title: t('people.config'),
        detail: standing.detail,
      });
    }
    if (standing.why === 'failed') {
      const { problem } = standing;
      return stateView({
        name: 'failed',
        icon: problem.kind === 'network' ? 'offline' : 'alert',
        title: t('people.failed'),
        said: sayProblem(t, problem),
        detail: problem.kind === 'unknown' ? problem.title : undefined,
        action: { label: t('change.retry'), run: () => void this.scope?.refresh() },
      });
    }
    return html`<div class="state-box">
      ${stateView({ name: 'no-access', icon: 'lock', title: t('people.noAccess'), said: sayDecision(t, standing.decision, this.#context) })}
      <slot name="no-access"></slot>
    </div>`;
  }

  get #available(): readonly GridColumn[] {
    if (!this.#resolved || this.#resolved.specs !== this.columns) {
      const columns = resolveColumns(this.columns);
      for (const mistake of columns.mistakes)
        console.error(`rosterkit: <${this.localName}> ${mistake}`);
      this.#resolved = { specs: this.columns, columns };
    }
    return this.#resolved.columns.columns;
  }

  /** The visible columns in their order; one that has gone from the host's list is left out. */
  get #visible(): readonly GridColumn[] {
    const available = this.#available;
    const visible = this.view.columns.flatMap(
      (id) => available.find((column) => column.id === id) ?? [],
    );
    return visible.length > 0 ? visible : available;
  }

  get #standing(): TableStanding {
    const mistakes = this.#available.length > 0 ? (this.#resolved?.columns.mistakes ?? []) : [];
    return tableStanding(this.scope, this.scopeMissing, mistakes);
  }

  /** Rows to draw: those there are, or as many placeholders as fill the place. */
  get #count(): number {
    const window = this.#people.window;
    if (window?.status === 'ready') return window.length;
    return Math.max(this.#rows.pageSize + 1, 8);
  }

  get #codec(): ViewCodec {
    const view = this.#view;
    this.#view = undefined;
    const defaults = this.view;
    this.#view = view;
    return {
      columns: this.#available.map(({ id }) => id),
      defaults,
      withSearch: this.withSearchInUrl,
    };
  }

  get #context(): TableContext {
    const scope = this.scope as AccountScope;
    const { account, policy } = scope;
    const ready = account.status === 'ready' ? account : undefined;
    const roleLabel = (id: string): string | undefined =>
      ready?.roles.find((role) => role.id === id)?.label ??
      policy?.roles.find((role) => role.id === id)?.label;
    const { t } = this;
    const table: TableContext = {
      t,
      scope,
      capabilities: ready?.capabilities,
      roles: ready?.roles ?? [],
      view: this.view,
      available: this.#available,
      columns: this.#visible,
      now: Date.now(),
      menu: this.#menu,
      roleLabel,
      cell: {
        t,
        now: scope.now(),
        actorId: ready?.actor.id,
        roleName: (id) => roleName(t, id, roleLabel(id)),
        role: (person) => roleCell(person, table, this.readonly),
      },
      setView: (view) => this.#setView(view),
      chooseRole: (person, roleId) => this.#chooseRole(person, roleId),
      retry: (commandId) =>
        void scope.retry(commandId, { source: this.localName, signal: this.#leave.signal }),
      dismiss: (commandId) => {
        scope.dismiss(commandId);
        this.#grid.focus();
      },
      undo: (changeId) => void scope.undo(changeId),
      say: (text) => this.#announcer.say(text),
      drawn: () => this.updateComplete,
    };
    return table;
  }

  /** The rows on the screen, and the active one if it has the focus: it must not vanish from under it. */
  #drawn(window: PeopleWindow | undefined): readonly GridRow[] {
    const { first, last } = this.#rows.range(this.#count);
    const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
    const { row, column } = this.#grid.active;
    const active = row - 1;
    if (active >= 0 && (active < first || active > last)) {
      if (!this.shadowRoot?.activeElement?.closest('[role=row]'))
        // The grid is entered where the person has scrolled to.
        this.#grid.place({ row: Math.round((first + last) / 2) + 1, column });
      else if (active < first) indexes.unshift(active);
      else if (active < this.#count) indexes.push(active);
    }
    return indexes.map((index) => ({
      index,
      person: window?.at(index),
      top: this.#rows.position(index),
    }));
  }

  #cellAt(row: number, column: number): HTMLElement | undefined {
    const cells = this.renderRoot.querySelectorAll<HTMLElement>(`[data-row="${row}"]`);
    // A notice covers several columns: it stands for all of them.
    return [...cells].findLast((cell) => Number(cell.dataset['column']) <= column);
  }

  #setView(view: PeopleView): void {
    const old = this.view;
    this.view = view;
    this.#url.write(encodeView(this.view, this.#codec));
    this.#rows.toTop();
    this.#announceCount ||= leavesOut(view.query) !== leavesOut(old.query);
    this.dispatchEvent(new ViewChangedEvent(this.view));
  }

  #chooseRole(person: PersonRecord, roleId: string): void {
    this.#menu.close();
    const target = {
      kind: 'person',
      id: person.id,
      ...(person.version !== undefined && { version: person.version }),
    } as const;
    this.#announcer.say(
      this.t('role.pending', {
        name: personName(person),
        role: this.#context.cell.roleName(roleId),
      }),
    );
    void this.scope?.run(
      { action: 'user.change-role', target, change: { roleId } },
      { source: this.localName, signal: this.#leave.signal },
    );
  }

  /** What had the focus is drawn no more; the person must not be left nowhere. */
  #catchFocus(): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    const inMenu = find('#menu :is([data-autofocus], input, button)');
    if (this.#menu.name && !inMenu) return this.#menu.close();
    const to = inMenu ?? find('.state .button') ?? find('.state, [role=grid] [tabindex="0"]');
    if (to) to.focus();
    else this.#grid.focus();
  }

  #hear(scope: EventTarget | undefined): void {
    if (scope === this.#heard) return;
    this.#heard?.removeEventListener('account-outcome', this.#handleOutcome as EventListener);
    this.#heard?.removeEventListener('session-expired', this.#handleExpiry);
    scope?.addEventListener('account-outcome', this.#handleOutcome as EventListener);
    scope?.addEventListener('session-expired', this.#handleExpiry);
    this.#heard = scope;
  }

  /** The id of the person in whose row something happened, unless it was on a control there. */
  #rowAt(event: Event): string | undefined {
    const path = event.composedPath().filter((node) => node instanceof HTMLElement);
    if (path.some((node) => node.matches('button, a[href], input, select'))) return undefined;
    return path.find(({ dataset }) => dataset['id'] !== undefined)?.dataset['id'];
  }

  #open(id: string | undefined): void {
    const person = id === undefined ? undefined : this.scope?.find(id);
    if (person) this.dispatchEvent(new PersonOpenEvent(person));
  }

  readonly #handleClick = (event: MouseEvent): void => {
    // What the first click of two was meant for may close under it: the second is not meant for the row below.
    if (event.detail === 1) this.#clicked = this.#rowAt(event);
  };

  readonly #handleOutcome = (event: AccountOutcomeEvent): void => {
    this.#announcer.say(announcement(event.outcomes, this.#context));
  };

  readonly #handleExpiry = (): void => this.#announcer.say(sayObstacle(this.t, 'unauthenticated'));

  readonly #handleSearch = (text: string): void => {
    this._searchText = text;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => {
      const { search: _old, ...query } = this.view.query;
      this.#setView({ ...this.view, query: text.trim() ? { ...query, search: text } : query });
    }, SEARCH_PAUSE_MS);
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      if (this.scope?.recent.some(({ state }) => state === 'open')) void this.scope.undo();
      else this.#announcer.say(this.t('undo.nothing'));
      return;
    }
    const target = event.composedPath()[0];
    if (
      event.key === 'Enter' &&
      target instanceof HTMLElement &&
      target.getAttribute('role') === 'gridcell'
    )
      this.#open(this.#rowAt(event));
    this.#grid.handleKeydown(event);
  };
}

/** What of a query decides who is in the list, and so how many. */
function leavesOut({ search, filter }: PeopleView['query']): string {
  return JSON.stringify([search, filter]);
}
