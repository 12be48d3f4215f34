import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Announcer } from '../../controllers/announcer.ts';
import { GridNavigation } from '../../controllers/grid-navigation.ts';
import { roleLabels } from '../../controllers/role-labels.ts';
import { RowWindow } from '../../controllers/row-window.ts';
import { UndoOffer } from '../../controllers/undo-offer.ts';
import { WindowController } from '../../controllers/window-controller.ts';
import type { Subaccount, SubaccountQuery } from '../../domain/index.ts';
import { addEnglish, sayDecision, sayProblem, type Said } from '../../i18n/index.ts';
import words from '../../i18n/locales/en-manager.ts';
import type { AccountScope, Outcome, SubaccountWindow } from '../../state/index.ts';
import { reasonView } from '../../views/reason.ts';
import { undoOffer } from '../../views/undo-offer.ts';
import { KitElement } from '../kit-element.ts';
import { addButton, addingClosed } from './add-button.ts';
import { columnsOf } from './columns.ts';
import { nameIn, NEW, type Draft } from './draft.ts';
import { Drafts } from './drafts.ts';
import { sayRenamed, sayStopped, sayUndone } from './ending.ts';
import { managerFooter } from './footer.ts';
import type { ManagerContext } from './manager-context.ts';
import { managerGrid, type ManagerRow } from './manager-grid.ts';
import { nameForm } from './name-form.ts';
import { isOpen, offeredActions, rename, type RowAction } from './row-actions.ts';
import { searchField } from './search-field.ts';
import { standingOf } from './standing.ts';
import { stateView } from './state-view.ts';
import { managerStyles } from './subaccount-manager.styles.ts';
import { TallRows } from './tall-rows.ts';

/** How long after the last key a search is sent, in ms. */
const SEARCH_PAUSE_MS = 200;
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
 * @csspart cell - A cell; `cell-name`, `cell-actions`.
 * @csspart row-action - A button of a row.
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

  @state() private _search = '';
  /** What is searched for: what was typed, a moment after the last key. */
  @state() private _sought = '';
  @state() private _explained: ManagerContext['explained'];
  /** The one that was just added. */
  @state() private _added: Subaccount | undefined;

  @query('.viewport') private readonly _viewport!: HTMLElement | null;
  @query('.probe') private readonly _probe!: HTMLElement | null;

  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  #hadFocus = false;
  #announcesCount = false;
  /** The one that was just added is to be brought into view as soon as it is listed. */
  #isAwaited = false;

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
  readonly #drafts = new Drafts(this, {
    scope: () => this.scope,
    sending: (draft) => this.#announceSending(draft),
    stopped: (draft) => this.#handleStopped(draft),
    saved: (draft, { value }) => this.#handleSaved(draft, value),
    closed: (draft) => this.#returnFocus(draft),
  });

  constructor() {
    super();
    addEnglish(words);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#searchTimer);
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
    const search = this._sought.trim();
    const isShown = standingOf(this.scope, this.scopeMissing).status === 'open';
    this.#list.ask(isShown ? (search ? { search } : {}) : undefined);
    const { window } = this.#list;
    if (window?.status !== 'ready') return;
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
          ${manager && !isStopped ? this.#renderList(manager) : this.#renderStopped(standing)}
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
        ${manager && !isStopped ? managerFooter({ window: this.#list.window, added: this.#unseen, search: this._sought, show: this.#show }, manager) : nothing}
      </div>
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>`;
  }

  #renderToolbar(manager: ManagerContext): TemplateResult {
    const draft = this.#drafts.get(NEW);
    const closed = addingClosed(manager);
    return html`<div class="toolbar" part="toolbar">
        ${searchField({ text: this._search, search: this.#search, clear: this.#clearSearch }, manager)}
        <slot name="toolbar"></slot>
        ${addButton({ isOpen: draft !== undefined, add: this.#add }, manager)}
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
    const text = this._sought.trim();
    if (window?.status === 'failed')
      return this.#renderFailed(window.problem && sayProblem(t, window.problem), () =>
        window.retry(),
      );
    if (window?.status !== 'ready' || window.length > 0) return nothing;
    if (text)
      return stateView({
        name: 'no-match',
        icon: 'search',
        title: t('manager.noMatch', { text }),
        said: { reason: t('manager.noMatch.next') },
        action: html`<button type="button" class="button" @click=${this.#clearSearch}>${t('search.clear')}</button>`,
      });
    const canAdd = addingClosed(manager) === undefined;
    return html`<slot name="empty">${stateView({
      name: 'empty',
      icon: 'users',
      title: t('manager.empty'),
      ...(canAdd && { said: { reason: t('manager.empty.next') } }),
      action:
        canAdd && !this.#drafts.get(NEW)
          ? addButton({ isOpen: false, add: this.#add }, manager)
          : nothing,
    })}</slot>`;
  }

  #renderStopped(standing: ReturnType<typeof standingOf>): TemplateResult | typeof nothing {
    const { t, scope } = this;
    switch (standing.status) {
      case 'failed':
        return this.#renderFailed(sayProblem(t, standing.problem), () => void scope?.refresh());
      case 'no-access':
        return stateView({
          name: 'no-access',
          icon: 'lock',
          title: t('manager.noAccess'),
          said: sayDecision(t, standing.decision, { roleLabel: roleLabels(scope) }),
        });
      case 'no-scope':
        return stateView({
          name: 'no-scope',
          icon: 'alert',
          title: t('people.noScope'),
          said: { reason: t('people.noScope.next') },
        });
      default:
        return nothing;
    }
  }

  #renderFailed(said: Said | undefined, retry: () => void): TemplateResult {
    const { t } = this;
    return stateView({
      name: 'failed',
      icon: 'alert',
      title: t('manager.failed'),
      said,
      action: html`<button type="button" class="button" @click=${retry}>${t('change.retry')}</button>`,
    });
  }

  #context(scope: AccountScope): ManagerContext {
    return {
      t: this.t,
      scope,
      drafts: this.#drafts,
      say: { roleLabel: roleLabels(scope) },
      readonly: this.readonly,
      explained: this._explained,
      added: this._added?.id,
      act: this.#act,
      retry: (id) => void this.#retry(id),
      dismiss: (id) => {
        scope.dismiss(id);
        this.#grid.focus();
      },
      dismissProblem: (key) => {
        this.#drafts.dismiss(key);
        this.#focusField(key);
      },
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
    for (const { key } of this.#drafts.all) {
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
    if (this.#drafts.get(id)) this.#grid.place({ row: at + 1, column });
    else this.#grid.focus({ row: at + 1, column });
  }

  #announceCount(window: SubaccountWindow): void {
    this.#announcesCount = false;
    const text = this._sought.trim();
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

  #announceSending(draft: Draft): void {
    const name = nameIn(draft);
    this.#announcer.say(
      draft.one
        ? this.t('manager.renaming', { before: draft.one.name, name })
        : this.t('manager.adding', { name }),
    );
  }

  #handleStopped(draft: Draft): void {
    const { scope, t } = this;
    if (!scope) return;
    const said = sayStopped(draft, scope, t, { roleLabel: roleLabels(scope) });
    const name = nameIn(draft);
    const what = draft.one
      ? t('manager.kept', { name: draft.one.name })
      : t('manager.notAdded', { name });
    const isSent = draft.failure !== undefined && draft.failure.status !== 'uncertain';
    this.#announcer.say(
      [isSent && !draft.fault && what, said?.reason, said?.remedy].filter(Boolean).join(' '),
    );
    // Someone else may have renamed or removed it: the list has to show that.
    if (draft.failure?.status === 'refused' && !draft.failure.problem.retryable)
      this.#list.window?.refresh();
    if (this.#isIn(draft.key)) this.#focusField(draft.key);
  }

  #handleSaved({ one, text }: Draft, value: (Outcome & { status: 'done' })['value']): void {
    const { t } = this;
    const name = value && 'name' in value ? value.name : text.trim();
    if (one) {
      this.#announcer.say(
        t('change.undoable', { what: t('manager.renamed', { before: one.name, name }) }),
      );
      return;
    }
    this.#announcer.say(t('manager.added', { name }));
    if (!value || !('name' in value)) return;
    this._added = value;
    this.#isAwaited = true;
  }

  /** Whether the focus is in the form of a draft. */
  #isIn(key: string): boolean {
    const form = this.shadowRoot?.activeElement?.closest<HTMLElement>('form');
    return form?.dataset['key'] === key;
  }

  /** Puts the focus where it was before the form; only if it is still in there. */
  #returnFocus({ key, one }: Draft): void {
    if (!this.#isIn(key)) return;
    void this.updateComplete.then(() => {
      if (!one) return this.#find('.button.add')?.focus();
      const at = this.#list.window?.indexOf(one.id) ?? -1;
      const { row } = this.#grid.active;
      this.#grid.focus({ row: at < 0 ? row : at + 1, column: 1 });
    });
  }

  #focusField(key: string): void {
    void this.updateComplete.then(() => {
      const field = this.#find(`form[data-key="${CSS.escape(key)}"] input`) as
        HTMLInputElement | undefined;
      field?.focus();
      field?.select();
    });
  }

  readonly #add = (): void => {
    const { scope } = this;
    const closed = scope && addingClosed(this.#context(scope));
    if (closed) {
      this.#announcer.say([closed.reason, closed.remedy].filter(Boolean).join(' '));
      return;
    }
    this._added = undefined;
    this.#drafts.open();
    this.#focusField(NEW);
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
    this.#drafts.open(one);
    this.#focusField(one.id);
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
    clearTimeout(this.#searchTimer);
    this._search = this._sought = this._added.name;
    this.#isAwaited = true;
    this.#rows.toTop();
    this.#find('input[type=search]')?.focus();
  };

  readonly #search = (text: string): void => {
    this._search = text;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => this.#seek(text), SEARCH_PAUSE_MS);
  };

  readonly #clearSearch = (): void => {
    clearTimeout(this.#searchTimer);
    this._search = '';
    this.#seek('');
    this.#find('input[type=search]')?.focus();
  };

  #seek(text: string): void {
    if (text.trim() === this._sought.trim()) return;
    this._sought = text;
    this.#announcesCount = true;
    this.#rows.toTop();
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as HTMLElement;
    const id = target.closest<HTMLElement>('.row')?.dataset['id'];
    const one = id === undefined ? undefined : this.#list.window?.find(id);
    const isOnCell = target.getAttribute('role') === 'gridcell';
    const isRenaming =
      (event.key === 'Enter' && isOnCell) || (event.key === 'F2' && !target.closest('form'));
    if (
      one &&
      isRenaming &&
      this.scope &&
      offeredActions(this.#context(this.scope)).includes(rename)
    ) {
      event.preventDefault();
      this.#act(rename, one);
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
