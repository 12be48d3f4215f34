import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { Announcer } from '../../controllers/announcer.ts';
import { MenuController } from '../../controllers/menu-controller.ts';
import { roleLabels } from '../../controllers/role-labels.ts';
import { RowWindow } from '../../controllers/row-window.ts';
import { WindowController } from '../../controllers/window-controller.ts';
import type { SubaccountQuery } from '../../domain/index.ts';
import { addEnglish, sayDecision, sayProblem, type Said } from '../../i18n/index.ts';
import words from '../../i18n/locales/en-subaccounts.ts';
import type {
  AccountScope,
  SubaccountChangedEvent,
  SubaccountRequestEvent,
  SubaccountWindow,
} from '../../state/index.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import { KitElement } from '../kit-element.ts';
import { Entries, type Entry } from './entries.ts';
import { switcherStyles } from './subaccount-switcher.styles.ts';
import { allName, switcherList } from './switcher-list.ts';

/** How long after the last key a search is sent, in ms. */
const SEARCH_PAUSE_MS = 200;

/**
 * Which sub-account the page is about: one, or all of them for whoever may see all. Choosing one scopes every element of the same
 * account. Thousands are searched and scrolled through without a pause; those entered lately come first. Whoever belongs to
 * one alone sees which, and why there is nothing to choose. After the ARIA combobox pattern, in a popover. Opens also when
 * something on the page asks the scope for it (`SubaccountRequestEvent`), because it belongs to one sub-account.
 *
 * @tag subaccount-switcher
 * @csspart trigger - The button that shows where the page is and opens the list.
 * @csspart menu - The popover with the field and the list.
 * @csspart asked - The words that one has to be chosen first.
 * @csspart search - The field to search in.
 * @csspart list - The list of sub-accounts.
 * @csspart option - A sub-account to choose, or all of them.
 * @csspart empty - What stands in place of a list that is empty.
 * @csspart gone - That the one that was chosen is no longer there.
 * @csspart failure - What went wrong, with a way to try again.
 * @csspart reason - Why something is closed.
 * @csspart link - A link to where the remedy is found.
 * @cssprop [--subaccount-switcher-inline-size=16rem] - Width of the button.
 */
export class SubaccountSwitcherElement extends KitElement {
  static override readonly tag: string = 'subaccount-switcher';
  static override readonly styles = switcherStyles;

  @state() private _search = '';
  /** What is searched for: what was typed, a moment after the last key. */
  @state() private _sought = '';
  /** The line that Enter chooses. */
  @state() private _active = -1;
  @state() private _isAsked = false;
  /** That the page has left one that is no longer there. */
  @state() private _gone = '';

  @query('.trigger') private readonly _trigger!: HTMLButtonElement | null;
  @query('.popover') private readonly _popover!: HTMLElement | null;

  readonly #announcer = new Announcer(this);
  readonly #rows = new RowWindow(this);
  readonly #list = new WindowController<SubaccountQuery, SubaccountWindow>(
    this,
    () => this.scope,
    (scope, query) => scope.subaccounts(query),
  );
  readonly #menu = new MenuController<'list' | 'why'>(this, {
    popover: () => this._popover ?? undefined,
    returnFocus: (trigger) => trigger.focus(),
  });
  #entries = new Entries([], undefined);
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  #listening: AccountScope | undefined;
  /** The person has moved the mark; until then it is where the page is. */
  #hasMoved = false;
  /** The name of where the page is, as it was last shown. */
  #shownName = '';
  /** What was announced of the list last. */
  #told = '';

  constructor() {
    super();
    addEnglish(words);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#searchTimer);
    this.#listen(undefined);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    this.#listen(this.isConnected ? this.scope : undefined);
    const { scope } = this;
    const isOpen = this.#menu.name === 'list' && scope !== undefined;
    const text = this._sought.trim();
    this.#list.ask(isOpen ? (text ? { search: text } : {}) : undefined);
    if (!isOpen) return;
    this.#entries = new Entries(this.#head(scope), this.#list.window);
    if (!this.#hasMoved) {
      const here = text ? -1 : this.#entries.indexOf(scope.subaccountId);
      this._active = this.#entries.choosable(Math.max(0, here), 1);
    }
    this._active = Math.min(this._active, this.#entries.length - 1);
    this.#tell();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const scroll = this._popover?.querySelector<HTMLElement>('.scroll') ?? undefined;
    this.#rows.observe(scroll, scroll?.querySelector<HTMLElement>('.probe') ?? undefined);
    const { first, last } = this.#rows.range(this.#entries.length);
    const { offset } = this.#entries;
    if (last >= offset) this.#list.window?.show(Math.max(0, first - offset), last - offset);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, scope } = this;
    if (!scope && this.scopeMissing) return html`<p class="note">${t('subaccount.noScope')}</p>`;
    const account = scope?.account;
    if (!scope || !account || account.status === 'loading') return this.#renderLoading();
    // What a backend does not have is not offered.
    if (!scope.adapter.subaccounts) return nothing;
    if (account.status === 'failed' && scope.subaccountId === undefined)
      return this.#renderFailed(sayProblem(t, account.problem));
    const closed = this.#closed(scope);
    const name = (this.#shownName = this.#name(scope));
    return html`<button
        type="button"
        class="select boxed trigger"
        part="trigger"
        aria-haspopup="dialog"
        aria-expanded=${this.#menu.name !== undefined}
        aria-label=${t('subaccount.current', { name })}
        aria-disabled=${closed ? 'true' : nothing}
        aria-description=${closed?.reason ?? nothing}
        title=${name}
        @click=${this.#toggle}
        @keydown=${this.#handleTriggerKeydown}
      >
        <span class="name" dir="auto">${name}</span>
        ${icon(closed ? 'lock' : 'chevron-down')}
      </button>
      ${this._gone ? html`<p class="gone" part="gone">${icon('alert')}<span dir="auto">${this._gone}</span></p>` : nothing}
      <div
        class="popover anchored"
        part="menu"
        popover="manual"
        role="dialog"
        aria-label=${t('subaccount.label')}
        @keydown=${(event: KeyboardEvent) => this.#menu.handleKeydown(event)}
        @focusout=${this.#menu.handleFocusout}
      >
        ${this.#renderMenu(scope, closed)}
      </div>
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>`;
  }

  #renderMenu(scope: AccountScope, closed: Said | undefined): TemplateResult | typeof nothing {
    const { t } = this;
    if (this.#menu.name === undefined) return nothing;
    if (closed)
      return html`<div class="fixed" tabindex="-1" data-autofocus>${reasonView(closed)}</div>`;
    return switcherList({
      t,
      scope,
      entries: this.#entries,
      window: this.#list.window,
      active: this._active,
      range: this.#rows.range(this.#entries.length),
      top: (index) => this.#rows.position(index),
      search: this._search,
      mayAll: this.#mayAll(scope),
      isAsked: this._isAsked,
      roleLabel: roleLabels(scope),
      setSearch: this.#setSearch,
      handleKeydown: this.#handleKeydown,
      choose: this.#choose,
      point: (index) => {
        if (index !== this._active) this.#move(index);
      },
    });
  }

  #renderLoading(): TemplateResult {
    const { t } = this;
    return html`<button type="button" class="select boxed trigger" part="trigger" aria-disabled="true" aria-label=${t('subaccount.loading')}>
      <span class="skeleton" aria-hidden="true"></span>
    </button>`;
  }

  #renderFailed(said: Said): TemplateResult {
    const { t } = this;
    const reason = `${t('subaccount.failed')}. ${said.reason}`;
    return html`<div class="failed" part="failure" role="alert">
      ${reasonView({ ...said, reason }, { tone: 'problem' })}
      <button type="button" class="button small" @click=${() => void this.scope?.refresh()}>${t('change.retry')}</button>
    </div>`;
  }

  /** Why there is nothing to choose, if there is not. */
  #closed(scope: AccountScope): Said | undefined {
    const { t } = this;
    const roleLabel = roleLabels(scope);
    const list = scope.decide({ action: 'subaccount.list' });
    if (list.effect === 'deny') return sayDecision(t, list, { roleLabel });
    return scope.isSubaccountFixed ? { reason: t('subaccount.fixed') } : undefined;
  }

  #mayAll(scope: AccountScope): boolean {
    return scope.decideEnter(undefined).effect !== 'deny';
  }

  #name(scope: AccountScope): string {
    const { t } = this;
    const { subaccountId: id } = scope;
    if (id === undefined) return allName({ t, mayAll: this.#mayAll(scope) });
    return scope.subaccountName(id);
  }

  /** What comes before the list: all of them, and those entered lately. A search is among all. */
  #head(scope: AccountScope): readonly Entry[] {
    if (this._sought.trim()) return [];
    const recent = scope.recentSubaccounts.flatMap((id): Entry[] => {
      const one = scope.findSubaccount(id);
      return one ? [{ kind: 'one', one }] : [];
    });
    return [
      // Whoever asks for one is not helped by all.
      ...(this._isAsked ? [] : [{ kind: 'all' } as const]),
      ...(recent.length > 0
        ? [
            { kind: 'heading', of: 'recent' } as const,
            ...recent,
            { kind: 'heading', of: 'others' } as const,
          ]
        : []),
    ];
  }

  #move(index: number): void {
    this.#hasMoved = true;
    this._active = index;
  }

  #open(name: 'list' | 'why', isAsked = false): void {
    if (!this._trigger) return;
    this._isAsked = isAsked;
    this._gone = '';
    this._search = this._sought = '';
    this.#hasMoved = false;
    this.#told = '';
    this.#menu.open(name, this._trigger);
  }

  /** Says how many there are once that is known, and again when a search changed it. */
  #tell(): void {
    const { window } = this.#list;
    if (this.#list.changing || window?.status !== 'ready' || window.total === undefined) return;
    const { t } = this;
    const text =
      window.total === 0 && this._sought.trim()
        ? t('subaccount.noMatch', { text: this._sought.trim() })
        : t('subaccount.found', { count: window.total });
    if (text === this.#told) return;
    this.#told = text;
    this.#announcer.say(text);
  }

  /** Hears requests of the scope in force. */
  #listen(scope: AccountScope | undefined): void {
    if (scope === this.#listening) return;
    this.#listening?.removeEventListener('subaccount-request', this.#handleRequest);
    this.#listening?.removeEventListener('subaccount-changed', this.#handleChanged);
    this.#listening = scope;
    scope?.addEventListener('subaccount-request', this.#handleRequest);
    scope?.addEventListener('subaccount-changed', this.#handleChanged);
  }

  readonly #handleChanged = ({ goneId }: SubaccountChangedEvent): void => {
    const { scope, t } = this;
    if (!scope || goneId === undefined) {
      this._gone = '';
      return;
    }
    this._gone = t('subaccount.gone', { name: this.#shownName, place: this.#name(scope) });
    this.#announcer.say(this._gone);
  };

  readonly #handleRequest = (event: SubaccountRequestEvent): void => {
    const { scope } = this;
    if (!this._trigger || !scope || this.#closed(scope) || !event.answer()) return;
    this.#open('list', true);
  };

  readonly #toggle = (): void => {
    const { scope } = this;
    if (this.#menu.name !== undefined) this.#menu.close();
    else if (scope) this.#open(this.#closed(scope) ? 'why' : 'list');
  };

  readonly #handleTriggerKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (this.#menu.name === undefined) this.#toggle();
  };

  readonly #setSearch = (text: string): void => {
    this._search = text;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => {
      this._sought = text;
      this.#hasMoved = false;
      this.#rows.toTop();
    }, SEARCH_PAUSE_MS);
  };

  readonly #choose = (index: number): void => {
    const { scope, t } = this;
    const entry = this.#entries.at(index);
    if (!scope || !entry || entry.kind === 'heading' || entry.kind === 'loading') return;
    const id = entry.kind === 'one' ? entry.one.id : undefined;
    if (id !== undefined && scope.decideEnter(id).effect === 'deny') return;
    this.#menu.close();
    scope.enter(id);
    this.#announcer.say(t('subaccount.entered', { name: this.#name(scope) }));
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const to = this.#target(event);
    if (to !== undefined) {
      event.preventDefault();
      this.#move(to);
      this.#rows.reveal(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // What was typed last is what is chosen from, not what was shown before it.
      if (this._search === this._sought && !this.#list.changing) this.#choose(this._active);
    } else if (event.key === 'Escape' && this._search) {
      event.preventDefault();
      event.stopPropagation();
      this.#setSearch('');
    }
  };

  /** Where a key moves the mark to. Home and End are the text's as long as there is some. */
  #target({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): number | undefined {
    if (ctrlKey || metaKey || altKey) return undefined;
    const entries = this.#entries;
    const last = entries.length - 1;
    switch (key) {
      case 'ArrowDown':
        return entries.choosable(this._active + 1, 1);
      case 'ArrowUp':
        return entries.choosable(this._active - 1, -1);
      case 'PageDown':
        return entries.choosable(this._active + this.#rows.pageSize, 1);
      case 'PageUp':
        return entries.choosable(this._active - this.#rows.pageSize, -1);
      case 'Home':
        return this._search ? undefined : entries.choosable(0, 1);
      case 'End':
        return this._search ? undefined : entries.choosable(last, -1);
      default:
        return undefined;
    }
  }
}
