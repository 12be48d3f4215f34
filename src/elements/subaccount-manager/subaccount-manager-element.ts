import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Announcer } from '../../controllers/announcer.ts';
import { GridNavigation } from '../../controllers/grid-navigation.ts';
import { MenuOpener } from '../../controllers/menu-opener.ts';
import { roleLabels } from '../../controllers/role-labels.ts';
import { RowWindow } from '../../controllers/row-window.ts';
import { UndoOffer } from '../../controllers/undo-offer.ts';
import { WindowController } from '../../controllers/window-controller.ts';
import type { Subaccount, SubaccountQuery } from '../../domain/index.ts';
import { addEnglish, sayDecision, sayProblem } from '../../i18n/index.ts';
import words from '../../i18n/locales/en-manager.ts';
import type { AccountScope, SubaccountWindow } from '../../state/index.ts';
import { reasonView } from '../../views/reason.ts';
import { undoOffer } from '../../views/undo-offer.ts';
import { KitElement } from '../kit-element.ts';
import type * as Desk from './acts/desk.ts';
import { addButton, addingClosed, buySlotsButton } from './add-button.ts';
import { columnsOf } from './columns.ts';
import { NEW } from './draft.ts';
import { sayRenamed, sayUndone } from './ending.ts';
import { managerFooter } from './footer.ts';
import type { ManagerContext, ManagerMenu } from './manager-context.ts';
import { managerGrid, type ManagerRow } from './manager-grid.ts';
import { nameForm } from './name-form.ts';
import { Naming } from './naming.ts';
import {
  fieldsTold,
  isOpen,
  offeredActions,
  offersMenu,
  rename,
  type RowAction,
} from './row-actions.ts';
import { searchField } from './search-field.ts';
import { Searching } from './searching.ts';
import { standingOf } from './standing.ts';
import { stateView } from '../../views/state-view.ts';
import { failedView, noMatchView, stoppedView } from './stopped-view.ts';
import { managerStyles } from './subaccount-manager.styles.ts';
import { TallRows } from './tall-rows.ts';

/** Rows of bars while nothing is known, if the place is not measured yet. */
const PLACEHOLDERS = 8;

/**
 * The sub-accounts of an account: searched and scrolled through, however many; one is added by its name, and names are
 * changed in place, by whoever may. To others the controls say why not, and whom to ask. What is typed stays until
 * it is saved or given up, whatever the backend answers. After the ARIA grid pattern.
 *
 * @tag subaccount-manager
 * @slot toolbar - The host's own controls, beside those of the kit.
 * @slot empty - In place of the kit's words where there are no sub-accounts yet.
 * @csspart manager - All of it.
 * @csspart toolbar - The line with the search and the button to add one.
 * @csspart search - The field to search in.
 * @csspart add - A button that opens the form to add one.
 * @csspart form - A form with a name, of a new one or in a row.
 * @csspart field - Its field.
 * @csspart failure - What went wrong.
 * @csspart grid - The list.
 * @csspart row - A sub-account.
 * @csspart cell - A cell; `cell-name`, `cell-actions`, `cell-menu`.
 * @csspart row-action - A button of a row.
 * @csspart row-menu - The button that opens the menu of a row.
 * @csspart menu - The menu of a row.
 * @csspart row-act - An entry of it.
 * @csspart buy - The button that opens the form to buy slots.
 * @csspart act-form - The dialog in which something is filled in before it is done.
 * @csspart buying - The choice of what to buy.
 * @csspart price - What it costs.
 * @csspart buy-button - The button that buys.
 * @csspart confirmation - The dialog that asks before something grave.
 * @csspart state - What stands in place of the list; `state-empty`, `state-no-match`, `state-no-access`, `state-failed`, `state-no-scope`.
 * @csspart footer - The line under the list.
 * @csspart count - How many there are.
 * @csspart undo-offer - The offer to undo what was just done.
 * @csspart reason - Why something is closed, or what went wrong.
 * @csspart link - A link to where the remedy is found.
 * @cssprop [--subaccount-manager-block-size=min(36rem, 80vh)] - Height; the list scrolls in it.
 */
export class SubaccountManagerElement extends KitElement {
  static override readonly tag: string = 'subaccount-manager';
  static override readonly styles = managerStyles;

  /** To be looked at only: nothing is offered to add or to change. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  @state() private _explained: ManagerContext['explained'];
  /** The one that was just added. */
  @state() private _added: Subaccount | undefined;

  @query('.popover') private readonly _popover!: HTMLElement | null;
  @query('.viewport') private readonly _viewport!: HTMLElement | null;
  @query('.probe') private readonly _probe!: HTMLElement | null;

  #hadFocus = false;
  #announcesCount = false;
  /** The one that was just added is to be brought into view as soon as it is listed. */
  #isAwaited = false;
  #acts: Desk.ManagerDesk | undefined;

  readonly #announcer = new Announcer(this);
  readonly #rows = new RowWindow(this);
  readonly #tall = new TallRows(this, {
    rows: () => this.renderRoot.querySelectorAll<HTMLElement>('.row.is-tall'),
    rowHeight: () => this.#rows.rowHeight,
  });
  readonly #undo = new UndoOffer(
    this,
    () => this.scope,
    ({ command }) => command.action === rename.action,
  );
  readonly #list = new WindowController<SubaccountQuery, SubaccountWindow>(
    this,
    () => this.scope,
    (scope, asked) => scope.subaccounts(asked),
  );
  readonly #grid = new GridNavigation(this, {
    rowCount: () => this.#count + 1,
    columnCount: () => (this.scope ? columnsOf(this.#context(this.scope)).length : 1),
    firstColumn: () => 0,
    pageSize: () => this.#rows.pageSize,
    isRtl: () => this.localize.dir === 'rtl',
    // A form stands for all the cells of its row.
    cell: ({ row, column }) =>
      this.#find(`[data-row="${row}"][data-column="${column}"]`) ??
      this.#find(`[data-row="${row}"]`),
    reveal: (row) => row > 0 && this.#rows.reveal(row - 1),
  });
  readonly #searching = new Searching(this, () => {
    this.#announcesCount = true;
    this.#rows.toTop();
  });
  readonly #naming = new Naming(this, {
    scope: () => this.scope,
    t: () => this.t,
    announcer: this.#announcer,
    added: (one) => this.#handleAdded(one),
    refresh: () => this.#list.window?.refresh(),
    focusRow: (id) => {
      const at = this.#list.window?.indexOf(id) ?? -1;
      const { row } = this.#grid.active;
      this.#grid.focus({ row: at < 0 ? row : at + 1, column: 1 });
    },
  });
  /** The menu of a row, and the forms; nothing of them is needed before. */
  readonly #desk = new MenuOpener<typeof Desk, ManagerMenu, ManagerContext>(this, {
    load: () => import('./acts/desk.ts'),
    start: ({ ManagerDesk }, host, options) =>
      (this.#acts = new ManagerDesk(host, options, {
        scope: () => this.scope,
        context: () => this.scope && this.#context(this.scope),
        say: (text) => this.#announcer.say(text),
        added: (one) => this.#handleAdded(one),
        refresh: () => this.#list.window?.refresh(),
      })),
    popover: () => this._popover ?? undefined,
    returnFocus: (trigger) => (trigger.isConnected ? trigger.focus() : this.#grid.focus()),
    failed: () => {
      const { reason, remedy } = sayProblem(this.t, { kind: 'network', retryable: true });
      this.#announcer.say([reason, remedy].filter(Boolean).join(' '));
    },
  });

  constructor() {
    super();
    addEnglish(words);
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
    const search = this.#searching.asked.trim();
    const isShown = standingOf(this.scope, this.scopeMissing).status === 'open';
    this.#list.ask(isShown ? (search ? { search } : {}) : undefined);
    const { window } = this.#list;
    if (window?.status !== 'ready') return;
    if (this.scope && offersMenu({ scope: this.scope, readonly: this.readonly }))
      this.#desk.fetchAhead();
    this.#follow(window);
    if (this.#list.changing || window.refreshing) return;
    if (this.#announcesCount) this.#announceCount(window);
    if (this.#isAwaited) this.#showAdded(window);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#rows.observe(this._viewport ?? undefined, this._probe ?? undefined);
    const { first, last } = this.#rows.range(this.#count);
    this.#list.window?.show(first, Math.max(first, last));
    // What had the focus is drawn no more; the person must not be left nowhere.
    if (this.#hadFocus && !this.shadowRoot?.activeElement)
      (this.#find('.state .button') ?? this.#find('[role=grid] [tabindex="0"], .state'))?.focus();
  }

  protected override render(): TemplateResult {
    const standing = standingOf(this.scope, this.scopeMissing);
    const manager = this.scope && this.#context(this.scope);
    const isStopped = ['failed', 'no-access', 'no-scope'].includes(standing.status);
    const { change } = this.#undo;
    return html`<div class="manager" part="manager" role="group" aria-label=${this.t('manager.label')} @keydown=${this.#handleUndoKey}>
        ${manager && !isStopped ? this.#renderToolbar(manager) : nothing}
        <div class="stage">
          ${manager && !isStopped ? this.#renderList(manager) : stoppedView(standing, this.scope, this.t)}
          ${
            manager && change && !isStopped
              ? undoOffer(
                  { said: sayRenamed(change, this.t), state: change.state },
                  {
                    undo: () => void this.#runUndo(change.id),
                    pause: this.#undo.pause,
                    resume: this.#undo.resume,
                    dismiss: () => this.#undo.dismiss(),
                  },
                  this.t,
                )
              : nothing
          }
        </div>
        ${manager && !isStopped ? managerFooter({ window: this.#list.window, added: this.#unseen, search: this.#searching.asked, show: this.#show }, manager) : nothing}
      </div>
      ${manager ? this.#renderDesk(manager) : nothing}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>`;
  }

  #renderToolbar(manager: ManagerContext): TemplateResult {
    const draft = this.#naming.drafts.get(NEW);
    const closed = addingClosed(manager);
    return html`<div class="toolbar" part="toolbar">
        ${searchField({ text: this.#searching.text, search: this.#searching.type, clear: this.#clearSearch }, manager)}
        <slot name="toolbar"></slot>
        <span class="adds">${buySlotsButton(manager)}${addButton({ isOpen: draft !== undefined, add: this.#add }, manager)}</span>
      </div>
      ${closed ? html`<div class="closed">${reasonView(closed, { id: 'why-add' })}</div>` : nothing}
      ${draft ? html`<div class="adding">${nameForm(draft, manager)}</div>` : nothing}`;
  }

  #renderList(manager: ManagerContext): TemplateResult {
    const { window } = this.#list;
    const state = this.#renderState(manager, window);
    const isReady = window?.status === 'ready';
    return html`<div class="viewport" tabindex="-1" ?hidden=${state !== nothing}>
        <div class="probe" aria-hidden="true"></div>
        ${
          state === nothing
            ? managerGrid(
                {
                  rows: this.#drawn(),
                  count: isReady && window.total !== undefined ? window.length : -1,
                  spacer: this.#rows.spacer + this.#tall.before(Infinity),
                  busy: !isReady || this.#list.changing,
                  onKeydown: this.#handleKeydown,
                  onFocusin: this.#grid.handleFocusin,
                },
                manager,
              )
            : nothing
        }
      </div>
      ${state}`;
  }

  /** What stands in place of the list, if it has no rows. */
  #renderState(manager: ManagerContext, window: SubaccountWindow | undefined) {
    const { t } = manager;
    const text = this.#searching.asked.trim();
    if (window?.status === 'failed')
      return failedView(window.problem && sayProblem(t, window.problem), () => window.retry(), t);
    if (window?.status !== 'ready' || window.length > 0) return nothing;
    if (text) return noMatchView(text, this.#clearSearch, t);
    const canAdd = addingClosed(manager) === undefined;
    return html`<slot name="empty">${stateView({
      name: 'empty',
      icon: 'users',
      title: t('manager.empty'),
      ...(canAdd && { said: { reason: t('manager.empty.next') } }),
      action:
        canAdd && !this.#naming.drafts.get(NEW)
          ? addButton({ isOpen: false, add: this.#add }, manager)
          : nothing,
    })}</slot>`;
  }

  #renderDesk(manager: ManagerContext): TemplateResult {
    return html`<div
        class="popover anchored"
        popover="manual"
        part="menu"
        @keydown=${this.#desk.handleKeydown}
        @focusout=${this.#desk.handleFocusout}
      >
        ${this.#desk.render(manager)}
      </div>
      ${this.#desk.renderDialog(manager)}`;
  }

  #context(scope: AccountScope): ManagerContext {
    return {
      t: this.t,
      scope,
      drafts: this.#naming.drafts,
      say: { roleLabel: roleLabels(scope) },
      readonly: this.readonly,
      explained: this._explained,
      added: this._added?.id,
      menu: this.#desk,
      isSaid: (commandId) => this.#acts?.says(commandId) ?? false,
      act: this.#act,
      retry: (id) => void this.#retry(id),
      dismiss: (id) => {
        scope.dismiss(id);
        this.#grid.focus();
      },
      dismissProblem: (key) => this.#naming.dismiss(key),
    };
  }

  /** Rows to draw: those there are, or as many placeholders as fill the place. */
  get #count(): number {
    const { window } = this.#list;
    if (window?.status === 'ready') return window.length;
    return Math.max(this.#rows.pageSize + 1, PLACEHOLDERS);
  }

  /** The one that was added and is not among the rows. */
  get #unseen(): Subaccount | undefined {
    const isListed = this._added && (this.#list.window?.indexOf(this._added.id) ?? -1) >= 0;
    return this.#isAwaited || isListed ? undefined : this._added;
  }

  /** The rows on the screen, and those that must not vanish: with the focus, or with a form. */
  #drawn(): readonly ManagerRow[] {
    const { window } = this.#list;
    const { first, last } = this.#rows.range(this.#count);
    const indexes = new Set<number>();
    for (let index = first; index <= last; index++) indexes.add(index);
    const { row, column } = this.#grid.active;
    const hasFocus = this.shadowRoot?.activeElement?.closest('[role=row]') != null;
    if (hasFocus && row > 0 && row <= this.#count) indexes.add(row - 1);
    // The grid is entered where the person has scrolled to.
    else if (row > 0 && !indexes.has(row - 1) && last >= first)
      this.#grid.place({ row: Math.round((first + last) / 2) + 1, column });
    for (const { key } of this.#naming.drafts.all) {
      const index = window?.indexOf(key) ?? -1;
      if (index >= 0) indexes.add(index);
    }
    return [...indexes]
      .sort((a, b) => a - b)
      .map((index) => ({
        index,
        one: window?.at(index),
        top: this.#rows.position(index) + this.#tall.before(index),
      }));
  }

  #find(selector: string): HTMLElement | undefined {
    return this.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
  }

  /** The list moved, because a name changed or by what others do: the focus stays with whom it was on. */
  #follow(window: SubaccountWindow): void {
    const focused = this.shadowRoot?.activeElement?.closest<HTMLElement>('.row');
    const { id } = focused?.dataset ?? {};
    if (!focused || id === undefined) return;
    const drawnAt = Number(focused.dataset['index']);
    const at = window.indexOf(id);
    const { row, column } = this.#grid.active;
    // The person may be on the way to another row already.
    if (at < 0 || at === drawnAt || row !== drawnAt + 1) return;
    if (this.#naming.drafts.get(id)) this.#grid.place({ row: at + 1, column });
    else this.#grid.focus({ row: at + 1, column });
  }

  #announceCount(window: SubaccountWindow): void {
    this.#announcesCount = false;
    const text = this.#searching.asked.trim();
    const { total: count = window.length } = window;
    this.#announcer.say(
      window.length === 0 && text
        ? this.t('manager.noMatch', { text })
        : this.t('manager.count', { count }),
    );
  }

  #showAdded(window: SubaccountWindow): void {
    this.#isAwaited = false;
    const index = this._added ? window.indexOf(this._added.id) : -1;
    if (index >= 0) this.#rows.reveal(index);
  }

  #handleAdded(one: Subaccount): void {
    this._added = one;
    this.#isAwaited = true;
  }

  readonly #add = (event: Event): void => {
    const { scope } = this;
    const closed = scope && addingClosed(this.#context(scope));
    if (closed) {
      this.#announcer.say([closed.reason, closed.remedy].filter(Boolean).join(' '));
      return;
    }
    this._added = undefined;
    if (scope && fieldsTold(scope, 'subaccount.create'))
      this.#desk.toggle({ kind: 'create' }, event.currentTarget as HTMLElement);
    else this.#naming.open();
  };

  readonly #act = (action: RowAction, one: Subaccount): void => {
    const { scope, t } = this;
    if (!scope) return;
    const decision = action.decide(scope, one);
    if (!isOpen(scope, decision)) {
      const said = sayDecision(t, decision, { roleLabel: roleLabels(scope), waiting: true });
      const isShown = this._explained?.id === one.id && this._explained.action === action.action;
      this._explained = isShown ? undefined : { id: one.id, action: action.action };
      if (!isShown) this.#announcer.say([said?.reason, said?.remedy].filter(Boolean).join(' '));
      return;
    }
    this._explained = undefined;
    this.#naming.open(one);
  };

  async #retry(commandId: string): Promise<void> {
    this.#grid.focus();
    await this.scope?.retry(commandId, { source: this.localName });
  }

  async #runUndo(changeId?: string): Promise<void> {
    const { scope, t } = this;
    const change = scope?.recent.find(
      ({ id, command, state }) =>
        (changeId === undefined || id === changeId) &&
        command.action === rename.action &&
        state === 'open',
    );
    if (!scope || !change) {
      this.#announcer.say(t('undo.nothing'));
      return;
    }
    this.#announcer.say(t('undo.doing'));
    const outcome = await scope.undo(change.id);
    if (outcome)
      this.#announcer.say(sayUndone(change, outcome, t, { roleLabel: roleLabels(scope) }));
  }

  readonly #show = (): void => {
    if (!this._added) return;
    this.#searching.set(this._added.name);
    this.#isAwaited = true;
    this.#rows.toTop();
    this.#find('input[type=search]')?.focus();
  };

  readonly #clearSearch = (): void => {
    this.#searching.clear();
    this.#find('input[type=search]')?.focus();
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as HTMLElement;
    const id = target.closest<HTMLElement>('.row')?.dataset['id'];
    const one = id === undefined ? undefined : this.#list.window?.find(id);
    const isOnCell = target.getAttribute('role') === 'gridcell';
    const isRenaming =
      (event.key === 'Enter' && isOnCell) || (event.key === 'F2' && !target.closest('form'));
    const manager = this.scope && this.#context(this.scope);
    if (one && isRenaming && manager && offeredActions(manager).includes(rename)) {
      event.preventDefault();
      this.#act(rename, one);
    } else if (one && isRenaming && manager && offersMenu(manager)) {
      event.preventDefault();
      this.#find(`.row[data-id="${CSS.escape(one.id)}"] .row-menu`)?.click();
    } else if (event.key === 'Escape' && this._explained) {
      event.preventDefault();
      this._explained = undefined;
    } else this.#grid.handleKeydown(event);
  };

  readonly #handleUndoKey = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || shiftKey || altKey) return;
    // In a field it is the text's.
    if (event.composedPath()[0] instanceof HTMLInputElement || this.readonly) return;
    event.preventDefault();
    void this.#runUndo();
  };
}
