import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { cache } from 'lit/directives/cache.js';
import { Announcer } from '../../controllers/announcer.ts';
import { GridNavigation } from '../../controllers/grid-navigation.ts';
import { MenuOpener } from '../../controllers/menu-opener.ts';
import { PeopleController } from '../../controllers/people-controller.ts';
import { roleLabels } from '../../controllers/role-labels.ts';
import { RowWindow } from '../../controllers/row-window.ts';
import { UndoOffer } from '../../controllers/undo-offer.ts';
import { ViewUrl } from '../../controllers/view-url.ts';
import { personName, type Action, type ChangeData, type PersonRecord } from '../../domain/index.ts';
import {
  decodeView, encodeView, InviteRequestEvent, isFiltered, queryOf, type SelectedPeople, type AccountOutcomeEvent, type AccountScope, type Outcome, type PeopleList, type PeopleView, type PeopleWindow, type RunOptions, type ViewCodec,
} from '../../state/index.ts'; // prettier-ignore
import { KitElement } from '../kit-element.ts';
import { announcement } from './announce.ts';
import { bulkBar } from './bulk-bar.ts';
import { ColumnSet } from './column-set.ts';
import { actions } from './columns/actions.ts';
import type { ColumnSpec, GridColumn } from './columns/index.ts';
import { select } from './columns/select.ts';
import { createContext, type TableActs } from './create-context.ts';
import { PersonOpenEvent, ViewChangedEvent } from './events.ts';
import { countText, footer, sayObstacle, undoOffer } from './footer.ts';
import { grid } from './grid.ts';
import type { GridRow } from './grid-row.ts';
import type * as Menus from './menus.ts';
import { recentActs } from './recent-acts.ts';
import { offersRowActions } from './row-actions.ts';
import { tableStanding, type TableStanding } from './standing.ts';
import { listState, stoppedView, type Stopped } from './stopped.ts';
import type { Menu, TableContext } from './table-context.ts';
import { TableSelection } from './table-selection.ts';
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
 * @fires {SelectionChangedEvent} selection-changed - Others are selected than before.
 * @fires {PersonOpenEvent} person-open - Someone was opened, by Enter or a double click on their row.
 * @slot toolbar - The host's own controls at the end of the toolbar.
 * @slot empty - Shown below the words when there is nobody yet.
 * @slot row-actions - The host's own entries at the end of every person's menu; `menuPerson` says whose it is.
 * @slot no-access - Shown below the words when the actor may not see the people.
 * @csspart toolbar - The bar above the grid.
 * @csspart search - The search field.
 * @csspart list - A button of the switch between those on the account and those invited.
 * @csspart filter - A filter's button.
 * @csspart csv-button - The button that opens what can be done with files; `csv-entry` in its menu, `csv-dialog` the dialog.
 * @csspart invite-button - The button that asks for the form to invite people.
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
 * @csspart select - The checkbox of a person; `select-page`: that over those shown.
 * @csspart bulk-bar - The bar that stands in the footer while people are selected or many are changed.
 * @csspart bulk-count - How many are selected.
 * @csspart bulk-button - The button that opens what can be done to them.
 * @csspart row-menu - The button that opens the menu of a person.
 * @csspart row-action - An entry of that menu.
 * @csspart bulk-action - An entry of the menu of those selected.
 * @csspart confirmation - The dialog that asks before something grave is done.
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
   * manager invitedAt expiresAt mail`) and the host's own. Default: all of the kit's. A mistake is shown in the element, not thrown.
   */
  @property({ attribute: false }) columns: readonly ColumnSpec[] | undefined;

  /** Keeps the view in this parameter of the page's URL. Search text stays out of it. */
  @property({ attribute: 'view-key' }) viewKey = '';

  /** Lets the search text into the URL as well. It may hold names and addresses. */
  @property({ type: Boolean, attribute: 'with-search-in-url' }) withSearchInUrl = false;

  /** Shows people and changes nothing. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Keeps those on the account and those invited apart, with a switch between the two (ZM-2). */
  @property({ type: Boolean, attribute: 'with-lists' }) withLists = false;

  @state() private _searchText = '';
  @query('.viewport') private readonly _viewport!: HTMLElement | null;
  @query('.probe') private readonly _probe!: HTMLElement | null;
  @query('#menu') private readonly _popover!: HTMLElement | null;

  #view: PeopleView | undefined;
  readonly #listColumns = new Map<PeopleList, readonly string[]>();
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  /** What the next answer will be announced as. */
  #announceCount = false;
  #heard: EventTarget | undefined;
  /** Whether the focus was in here before the update that is under way. */
  #hadFocus = false;
  /** In whose row the last first click was. */
  #clicked: string | undefined;
  #leave = new AbortController();

  readonly #columns = new ColumnSet(() => this.localName);
  readonly #selection = new TableSelection(this, {
    scope: () => (this.readonly ? undefined : this.scope),
    window: () => this.#people.window,
    shown: () => this.#rows.range(this.#count),
    failed: () => this.#announcer.say(sayObstacle(this.t, 'network')),
  });
  readonly #people = new PeopleController(this, () => this.scope);
  readonly #rows = new RowWindow(this);
  readonly #announcer = new Announcer(this);
  readonly #undo = new UndoOffer(this, () => this.scope);
  readonly #menu = new MenuOpener<typeof Menus, Menu, TableContext>(this, {
    load: () => import('./menus.ts'),
    start: ({ TableMenus }, host, options) => new TableMenus(host, options),
    popover: () => this._popover ?? undefined,
    returnFocus: (trigger) => (trigger.isConnected ? trigger.focus() : this.#catchFocus()),
    failed: () => this.#announcer.say(sayObstacle(this.t, 'network')),
  });
  readonly #grid = new GridNavigation(this, {
    rowCount: () => this.#count + 1,
    columnCount: () => this.#visible.length,
    firstColumn: () => (this.#selection.people ? 1 : 0),
    pageSize: () => this.#rows.pageSize,
    isRtl: () => this.localize.dir === 'rtl',
    cell: ({ row, column }) => this.#cellAt(row, column),
    reveal: (row) => row > 0 && this.#rows.reveal(row - 1),
  });
  readonly #url = new ViewUrl(this, {
    key: () => this.viewKey,
    restore: (text) => (this.view = decodeView(text, this.#codec)),
  });

  readonly #acts: TableActs = {
    setView: (view) => this.#setView(view),
    showList: (list) => this.#showList(list),
    chooseRole: (person, roleId) => this.#chooseRole(person, roleId),
    act: (person, action) => this.#run(person, action),
    invite: (why) => this.#invite(why),
    retry: (commandId) => void this.scope?.retry(commandId, this.#asking),
    dismiss: (commandId) => {
      this.scope?.dismiss(commandId);
      this.#grid.focus();
    },
    undo: (changeIds) => void this.scope?.undo(changeIds),
    say: (text) => this.#announcer.say(text),
    drawn: () => this.updateComplete,
  };

  constructor() {
    super();
    this.addEventListener('click', this.#handleClick);
  }

  /** How the list is looked at. Set a part of it to change just that. */
  get view(): PeopleView {
    if (this.#view) return this.#view;
    const list = this.withLists ? 'users' : undefined;
    const columns = this.#columns.shownAtFirst(this.columns, list);
    return { query: {}, ...(list && { list }), columns, density: 'comfortable' };
  }

  set view(view: Partial<PeopleView> | undefined) {
    const old = this.view;
    this.#view = view ? { ...old, ...view } : undefined;
    this._searchText = this.view.query.search ?? '';
    this.requestUpdate('view', old);
  }

  /** Who is selected: ids, or everyone who matches a query with exceptions. `undefined`: nobody. */
  get selection(): SelectedPeople | undefined {
    return this.#selection.value;
  }

  set selection(selection: SelectedPeople | undefined) {
    this.#selection.value = selection;
  }

  /** Whose menu of actions is open. */
  get menuPerson(): PersonRecord | undefined {
    const { name } = this.#menu;
    return name?.kind === 'actions' ? this.scope?.find(name.personId) : undefined;
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
      status === 'open' ? { ...queryOf(this.view), locale: this.localize.locale } : undefined,
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
    const stopped = standing.status === 'stopped' ? standing : undefined;
    const handlers = {
      pause: this.#undo.pause,
      resume: this.#undo.resume,
      dismiss: () => this.#undo.dismiss(),
    };
    return html`<div class="table" part="table" data-density=${this.view.density}>
        ${table && !stopped ? toolbar({ searchText: this._searchText, onSearch: this.#handleSearch }, table) : nothing}
        <div class="stage">
          ${cache(table && !stopped ? this.#renderPeople(table) : this.#renderStopped(stopped))}
          ${table && this.#undo.change && this.#menu.name?.kind !== 'recent' ? undoOffer(this.#undo.change, handlers, table) : nothing}
        </div>
        ${table && !stopped ? this.#renderFoot(table) : nothing}
      </div>
      <div
        id="menu"
        class="popover anchored"
        part="menu"
        popover="manual"
        @keydown=${this.#menu.handleKeydown}
        @focusout=${this.#menu.handleFocusout}
      >
        ${table ? this.#menu.render(table) : nothing}
      </div>
      ${table ? this.#menu.renderDialog(table) : nothing}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>`;
  }

  #renderPeople(table: TableContext): TemplateResult {
    const { window } = this.#people;
    const state = listState(window, table);
    return html`<div class="viewport" part="viewport" tabindex="-1" ?hidden=${state !== undefined}>
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

  /** Who is selected and what is done to them stands in place of how many there are. */
  #renderFoot(table: TableContext): TemplateResult {
    const { window } = this.#people;
    const bar = this.#menu.renderBar(table);
    if (bar !== nothing) return bar;
    const { people } = this.#selection;
    return people && !people.isEmpty
      ? bulkBar(people, window, table)
      : footer(window, isFiltered(this.view.query), table);
  }

  #renderStopped(standing: Stopped | undefined): TemplateResult | typeof nothing {
    if (!standing) return nothing;
    return stoppedView(standing, this.t, roleLabels(this.scope), () => void this.scope?.refresh());
  }

  get #available(): readonly GridColumn[] {
    return this.#columns.of(this.columns);
  }

  get #visible(): readonly GridColumn[] {
    const visible = this.#columns.visible(this.columns, this.view.columns);
    const withActions = this.scope && !this.readonly && offersRowActions(this.scope);
    return [
      ...(this.#selection.people ? [select] : []),
      ...visible,
      ...(withActions ? [actions] : []),
    ];
  }

  get #standing(): TableStanding {
    const available = this.#available;
    const mistakes = available.length > 0 ? this.#columns.mistakes : [];
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
    return createContext({
      t: this.t,
      scope: this.scope as AccountScope,
      view: this.view,
      available: this.#available,
      columns: this.#visible,
      menu: this.#menu,
      selection: this.#selection.people,
      marking: this.#selection.parts,
      asking: this.#asking,
      readonly: this.readonly,
      acts: this.#acts,
    });
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

  /** Each list has the columns that were chosen for it. */
  #showList(list: PeopleList): void {
    const { view } = this;
    if (view.list === list) return;
    if (view.list) this.#listColumns.set(view.list, view.columns);
    const columns = this.#listColumns.get(list) ?? this.#columns.shownAtFirst(this.columns, list);
    this.#setView({ ...view, list, columns });
    this.#announceCount = true;
  }

  #invite(why: string | undefined): void {
    if (why !== undefined) return this.#announcer.say(why);
    const request = new InviteRequestEvent();
    this.scope?.dispatchEvent(request);
    if (!request.isAnswered)
      console.warn(
        `rosterkit: <${this.localName}> asked for a form to invite people, and nothing opened. Put an <invite-dialog> into the same account, or cancel the event "invite-request".`,
      );
  }

  #chooseRole(person: PersonRecord, roleId: string): void {
    this.#menu.close();
    this.#announcer.say(
      this.t('role.pending', {
        name: personName(person),
        role: this.#context.cell.roleName(roleId),
      }),
    );
    void this.#run(person, 'user.change-role', { roleId });
  }

  /** A command on one person, as they were when the person at the screen looked at them. */
  async #run(
    { id, version }: PersonRecord,
    action: Action,
    change?: ChangeData,
  ): Promise<Outcome | undefined> {
    const target = { kind: 'person', id, ...(version !== undefined && { version }) } as const;
    return this.scope?.run({ action, target, ...(change && { change }) }, this.#asking);
  }

  /** Goes along with what is asked of the scope; ends with the element's stay on the page. */
  get #asking(): RunOptions {
    return { source: this.localName, signal: this.#leave.signal };
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
      const act = recentActs(this.scope?.recent ?? []).find(({ open }) => open.length > 0);
      if (act) void this.scope?.undo(act.open);
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
    if (this.#selection.handleKeydown(event, this.#rowAt(event))) return;
    this.#grid.handleKeydown(event);
  };
}

/** What of a query decides who is in the list, and so how many. */
function leavesOut({ search, filter }: PeopleView['query']): string {
  return JSON.stringify([search, filter]);
}
