import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { cache } from 'lit/directives/cache.js';
import { Announcer } from '../../controllers/announcer.ts';
import { GridNavigation } from '../../controllers/grid-navigation.ts';
import { MenuOpener } from '../../controllers/menu-opener.ts';
import { PeopleController } from '../../controllers/people-controller.ts';
import { roleLabels } from '../../controllers/role-labels.ts';
import { RowWindow } from '../../controllers/row-window.ts';
import { UndoOffer } from '../../controllers/undo-offer.ts';
import type { PersonRecord } from '../../domain/index.ts';
import {
  isFiltered,
  PersonRequestEvent,
  queryOf,
  type AccountScope,
  type PeopleView,
  type SelectedPeople,
  type RecentChange,
} from '../../state/index.ts';
import { undoOffer } from '../../views/undo-offer.ts';
import { KitElement } from '../kit-element.ts';
import { announcement, isOnPeople } from './announce.ts';
import { bulkBar } from './bulk-bar.ts';
import { ColumnSet } from './column-set.ts';
import { actions } from './columns/actions.ts';
import type { ColumnSpec, GridColumn } from './columns/index.ts';
import { select } from './columns/select.ts';
import { createContext } from './create-context.ts';
import { drawnCell, drawnRows, rowOf } from './drawn-rows.ts';
import { PersonOpenEvent, ViewChangedEvent } from './events.ts';
import { countText, footer, sayChange, sayObstacle } from './footer.ts';
import { grid } from './grid.ts';
import type * as Menus from './menus.ts';
import { recentActs } from './recent-acts.ts';
import { Notes } from '../notes.ts';
import { offersRowActions } from '../person-actions.ts';
import { ScopeEar } from './scope-ear.ts';
import { tableStanding, type TableStanding } from './standing.ts';
import { listState, stoppedView, type Stopped } from './stopped.ts';
import { TableActs } from './table-acts.ts';
import type { Menu, TableContext } from './table-context.ts';
import { TableSelection } from './table-selection.ts';
import { TableView } from './table-view.ts';
import { toolbar } from './toolbar.ts';
import { userTableStyles } from './user-table.styles.ts';

/**
 * The people of an account as a grid: searched, filtered, sorted, scrolled at any length, and changed in place. Follows
 * the ARIA grid pattern. Every refusal says why, and what to do.
 *
 * @tag user-table
 * @fires {ViewChangedEvent} view-changed - The person changed search, filters, order, columns or density.
 * @fires {SelectionChangedEvent} selection-changed - Others are selected than before.
 * @fires {PersonOpenEvent} person-open - Someone was opened, by their name, or by Enter or a double click on their row. Cancel it to keep the panel closed.
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
 * @csspart note - What has to be said of the account: `note-few-holders`, `note-cancelled`; `note-button` what can be done about it.
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
 * @csspart person-link - The name of a person, where it opens their page.
 * @csspart provisioned - The mark of a person whom a directory provisions.
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
   * The columns there are: ids of the kit's (`name email role subaccount userType products department status lastActiveAt jobTitle
   * location manager invitedAt expiresAt mail`) and the host's own. Default: all of the kit's that the account has. A mistake is shown in the element, not thrown.
   */
  @property({ attribute: false }) columns: readonly ColumnSpec[] | undefined;

  /** Keeps the view in this parameter of the page's URL. Search text stays out of it. */
  @property({ attribute: 'view-key' }) viewKey = '';

  /**
   * The host answers `person-open` with a page of its own: names are buttons that open it. With a `<user-panel>` on the page they are
   * anyway.
   */
  @property({ type: Boolean, attribute: 'opens-people' }) opensPeople = false;

  /** Lets the search text into the URL as well. It may hold names and addresses. */
  @property({ type: Boolean, attribute: 'with-search-in-url' }) withSearchInUrl = false;

  /** Shows people and changes nothing. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Keeps those on the account and those invited apart, with a switch between the two (ZM-2). */
  @property({ type: Boolean, attribute: 'with-lists' }) withLists = false;

  @query('.viewport') private readonly _viewport!: HTMLElement | null;
  @query('.probe') private readonly _probe!: HTMLElement | null;
  @query('#menu') private readonly _popover!: HTMLElement | null;

  /** What the next answer will be announced as. */
  #announceCount = false;
  /** Whether the focus was in here before the update that is under way. */
  #hadFocus = false;
  /** In whose row the last first click was. */
  #clicked: string | undefined;

  readonly #columns = new ColumnSet(
    () => this.localName,
    () => this.scope,
  );
  readonly #view = new TableView(this, {
    columns: this.#columns,
    asked: () => this,
    can: () =>
      this.scope?.account.status === 'ready' ? this.scope.account.capabilities.people : undefined,
    set: (view) => (this.view = view),
    changed: (isOther) => {
      this.#rows.toTop();
      this.#announceCount ||= isOther;
      this.dispatchEvent(new ViewChangedEvent(this.view));
    },
  });
  readonly #selection = new TableSelection(this, {
    scope: () => (this.readonly ? undefined : this.scope),
    window: () => this.#people.window,
    shown: () => this.#rows.range(this.#count),
    failed: () => this.#announcer.say(sayObstacle(this.t, 'network')),
  });
  readonly #notes = new Notes(this);
  readonly #people = new PeopleController(this, () => this.scope);
  readonly #rows = new RowWindow(this);
  readonly #announcer = new Announcer(this);
  readonly #undo = new UndoOffer(
    this,
    () => this.scope,
    ({ command }) => isOnPeople(command),
  );
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
    cell: ({ row, column }) => drawnCell(this.renderRoot, row, column),
    reveal: (row) => row > 0 && this.#rows.reveal(row - 1),
  });
  readonly #acts = new TableActs(this, {
    scope: () => this.scope,
    t: () => this.t,
    say: (text) => this.#announcer.say(text),
    closeMenu: () => this.#menu.close(),
    focus: () => this.#grid.focus(),
  });

  constructor() {
    super();
    new ScopeEar(this, {
      scope: () => this.scope,
      outcome: ({ outcomes }) => {
        const own = outcomes.filter(({ command }) => isOnPeople(command));
        if (own.length > 0) this.#announcer.say(announcement(own, this.#context));
      },
      moved: () => {
        // Whoever was selected is elsewhere now.
        this.#selection.clear();
        this.#rows.toTop();
      },
      expired: () => this.#announcer.say(sayObstacle(this.t, 'unauthenticated')),
    });
    this.addEventListener('click', this.#handleClick);
  }

  /** How the list is looked at. Set a part of it to change just that. */
  get view(): PeopleView {
    return this.#view.value;
  }

  set view(view: Partial<PeopleView> | undefined) {
    const old = this.view;
    this.#view.set(view);
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

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
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
    return html`<div class="table" part="table" data-density=${this.view.density}>
        ${table && !stopped ? toolbar({ searchText: this.#view.searchText, onSearch: this.#view.search }, table) : nothing}
        ${table && !stopped ? this.#notes.render(table.scope, this.t, this.readonly) : nothing}
        <div class="stage">
          ${cache(table && !stopped ? this.#renderPeople(table) : this.#renderStopped(stopped))}
          ${table && this.#undo.change && this.#menu.name?.kind !== 'recent' ? this.#renderOffer(this.#undo.change, table) : nothing}
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
                  rows: drawnRows({
                    rows: this.#rows,
                    grid: this.#grid,
                    window,
                    count: this.#count,
                    hasFocus: this.shadowRoot?.activeElement?.closest('[role=row]') != null,
                  }),
                  count: this.#count,
                  exact: window?.status === 'ready' && window.totalIs === 'exact',
                  spacer: this.#rows.spacer,
                  busy: !window || window.status === 'loading' || this.#people.changing,
                  label: this.t('people.label'),
                  onKeydown: this.#handleKeydown,
                  onFocusin: this.#grid.handleFocusin,
                  onDblclick: (event) =>
                    rowOf(event) === this.#clicked && this.#open(this.#clicked),
                },
                table,
              )
            : nothing
        }
      </div>
      ${state ?? nothing}`;
  }

  #renderOffer(change: RecentChange, table: TableContext): TemplateResult {
    const { pause, resume } = this.#undo;
    const undo = () => table.undo([change.id]);
    const dismiss = () => this.#undo.dismiss();
    const { state } = change;
    return undoOffer(
      { said: sayChange(change, table), state },
      { undo, pause, resume, dismiss },
      this.t,
    );
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

  /** Something on the page shows people one by one. */
  get #opens(): boolean {
    return this.opensPeople || this.scope?.hasPersonPage === true;
  }

  get #available(): readonly GridColumn[] {
    return this.#columns.of(this.columns);
  }

  get #visible(): readonly GridColumn[] {
    const visible = this.#columns.visible(this.columns, this.view.columns);
    const withActions = this.scope && !this.readonly && this.#hasRowActions(this.scope);
    return [
      ...(this.#selection.people ? [select] : []),
      ...visible,
      ...(withActions ? [actions] : []),
    ];
  }

  /** Whoever can do nothing to anybody needs no menu; the host's own entries may be for them. */
  #hasRowActions(scope: AccountScope): boolean {
    const isOwn = this.querySelector(':scope > [slot=row-actions]') !== null;
    return offersRowActions(scope, { edits: this.#opens, isOwn });
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
      asking: this.#acts.asking,
      readonly: this.readonly,
      acts: {
        ...this.#acts.forParts,
        open: this.#opens ? (person) => this.#open(person.id) : undefined,
        setView: (view) => this.#view.change(view),
        showList: (list) => this.#view.showList(list),
        say: (text) => this.#announcer.say(text),
        drawn: () => this.updateComplete,
      },
    });
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

  #open(id: string | undefined): void {
    const person = id === undefined ? undefined : this.scope?.find(id);
    if (person && this.dispatchEvent(new PersonOpenEvent(person)))
      this.scope?.dispatchEvent(new PersonRequestEvent(person.id));
  }

  readonly #handleClick = (event: MouseEvent): void => {
    // What the first click of two was meant for may close under it: the second is not meant for the row below.
    if (event.detail === 1) this.#clicked = rowOf(event);
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
      this.#open(rowOf(event));
    if (this.#selection.handleKeydown(event, rowOf(event))) return;
    this.#grid.handleKeydown(event);
  };
}
