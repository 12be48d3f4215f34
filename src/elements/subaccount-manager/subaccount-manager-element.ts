import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { Announcer } from '../../controllers/announcer.ts';
import { roleLabels } from '../../controllers/role-labels.ts';
import { RowWindow } from '../../controllers/row-window.ts';
import { UndoOffer } from '../../controllers/undo-offer.ts';
import { WindowController } from '../../controllers/window-controller.ts';
import type { Subaccount, SubaccountQuery } from '../../domain/index.ts';
import { addEnglish, sayDecision, sayProblem, type Said } from '../../i18n/index.ts';
import words from '../../i18n/locales/en-subaccounts.ts';
import type { Decision } from '../../policy/index.ts';
import type { AccountScope, SubaccountWindow } from '../../state/index.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import { KitElement } from '../kit-element.ts';
import { save, type Draft } from './draft.ts';
import { managerRows } from './manager-rows.ts';
import { nameForm } from './name-form.ts';
import { managerStyles } from './subaccount-manager.styles.ts';

/** How long after the last key a search is sent, in ms. */
const SEARCH_PAUSE_MS = 200;

/**
 * The sub-accounts of an account: a list to search and scroll through, however long, with a form to add one and names changed in
 * place, for whoever may; to others it says why not. What is typed stays until it is saved, whatever the backend answers.
 *
 * @tag subaccount-manager
 * @slot toolbar - The host's own controls, beside those of the kit.
 * @csspart toolbar - The line with the search and the add button.
 * @csspart search - The field to search in.
 * @csspart add - The button that opens the form to add one.
 * @csspart form - A form with the name.
 * @csspart field - Its field.
 * @csspart list - The list.
 * @csspart row - One sub-account.
 * @csspart row-action - A button of a row.
 * @csspart state - What stands in place of the list.
 * @csspart footer - The line with the count and the offer to undo.
 * @csspart undo-offer - The offer to undo what was just done.
 * @csspart failure - What went wrong.
 * @csspart reason - Why something is closed.
 * @csspart link - A link to where the remedy is found.
 * @cssprop [--subaccount-manager-block-size=26rem] - Height from which the list scrolls.
 */
export class SubaccountManagerElement extends KitElement {
  static override readonly tag: string = 'subaccount-manager';
  static override readonly styles = managerStyles;

  @state() private _search = '';
  @state() private _sought = '';
  @state() private _active = 0;
  /** A new one being named. */
  @state() private _adding: Draft | undefined;
  /** One being renamed. */
  @state() private _editing: Draft | undefined;

  @query('.scroll') private readonly _scroll!: HTMLElement | null;

  readonly #announcer = new Announcer(this);
  readonly #rows = new RowWindow(this);
  readonly #offer = new UndoOffer(
    this,
    () => this.scope,
    ({ command }) => command.action.startsWith('subaccount.'),
  );
  readonly #list = new WindowController<SubaccountQuery, SubaccountWindow>(
    this,
    () => this.scope,
    (scope, asked) => scope.subaccounts(asked),
  );
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  /** What is to have the focus once it is drawn. */
  #focusNext: string | undefined;

  constructor() {
    super();
    addEnglish(words);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#searchTimer);
  }

  protected override willUpdate(): void {
    const { scope } = this;
    const text = this._sought.trim();
    const isOpen = scope?.account.status === 'ready' && this.#access(scope)?.effect !== 'deny';
    this.#list.ask(isOpen ? (text ? { search: text } : {}) : undefined);
    const last = (this.#list.window?.length ?? 1) - 1;
    this._active = Math.max(0, Math.min(this._active, last));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const scroll = this._scroll ?? undefined;
    this.#rows.observe(scroll, scroll?.querySelector<HTMLElement>('.probe') ?? undefined);
    const { window } = this.#list;
    const { first, last } = this.#rows.range(window?.length ?? 0);
    if (last >= first) window?.show(first, last);
    this.#focus();
  }

  protected override render(): TemplateResult {
    const { t, scope } = this;
    if (!scope && this.scopeMissing) return html`<p class="note">${t('subaccount.noScope')}</p>`;
    return html`<div class="manager" role="group" aria-label=${t('subaccount.list')}>
        ${this.#renderBody(scope)}
      </div>
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>`;
  }

  #renderBody(scope: AccountScope | undefined): TemplateResult {
    const { t } = this;
    const account = scope?.account;
    if (!scope || !account || account.status === 'loading') return this.#renderLoading();
    if (account.status === 'failed') {
      const retry = (): void => void scope.refresh();
      return this.#renderFailed(sayProblem(t, account.problem), retry);
    }
    const access = this.#access(scope);
    if (access?.effect === 'deny') {
      const said = sayDecision(t, access, { roleLabel: roleLabels(scope) });
      return html`<div class="state" part="state"><strong>${t('subaccount.noAccess')}</strong>${said ? reasonView(said) : nothing}</div>`;
    }
    return html`${this.#renderToolbar(scope)} ${this.#renderAdding(scope)}
      ${this.#renderList(scope)} ${this.#renderFooter()}`;
  }

  #renderToolbar(scope: AccountScope): TemplateResult {
    const { t } = this;
    const closed = this.#closed(scope);
    return html`<div class="toolbar" part="toolbar">
        <label class="field" part="search">
          ${icon('search')}
          <input
            class="search-input"
            type="search"
            aria-label=${t('subaccount.search')}
            placeholder=${t('subaccount.search')}
            .value=${this._search}
            @input=${this.#handleSearch}
          />
        </label>
        <slot name="toolbar"></slot>
        ${
          scope.offers('subaccount.create')
            ? html`<button
                type="button"
                class="button primary add"
                part="add"
                aria-expanded=${this._adding !== undefined}
                aria-disabled=${closed ? 'true' : nothing}
                aria-describedby=${closed ? 'why-closed' : nothing}
                @click=${closed ? this.#refuse : this.#add}
              >${icon(closed ? 'lock' : 'plus')}${t('subaccount.add')}</button>`
            : nothing
        }
      </div>
      ${closed ? html`<div class="closed" id="why-closed">${reasonView(closed)}</div>` : nothing}`;
  }

  #renderAdding(scope: AccountScope): TemplateResult | typeof nothing {
    const { t } = this;
    const draft = this._adding;
    if (!draft) return nothing;
    return html`<div class="adding">
      ${nameForm({
        draft,
        t,
        label: t('subaccount.add'),
        sending: t('subaccount.adding', { name: draft.text.trim() }),
        say: { roleLabel: roleLabels(scope) },
        change: (text) => (this._adding = { text, ...keptFailure(draft) }),
        save: () => void this.#saveNew(),
        cancel: () => {
          this.#dismiss(this._adding);
          this._adding = undefined;
          this.#focusNext = '.add';
        },
      })}
    </div>`;
  }

  #renderList(scope: AccountScope): TemplateResult {
    const { t } = this;
    const { window } = this.#list;
    if (window?.status === 'failed')
      return this.#renderFailed(window.problem && sayProblem(t, window.problem), () =>
        window.retry(),
      );
    if (window?.status !== 'ready') return this.#renderLoading();
    if (window.length === 0) return this.#renderEmpty();
    return html`<div class="scroll" tabindex="-1" @keydown=${this.#handleKeydown} @focusin=${this.#handleFocusin}>
      <div class="probe" aria-hidden="true"></div>
      ${managerRows({
        t,
        scope,
        window,
        range: this.#rows.range(window.length),
        top: (index) => this.#rows.position(index),
        active: this._active,
        draft: this._editing,
        say: { roleLabel: roleLabels(scope) },
        begin: this.#begin,
        refuse: this.#refuse,
        change: (text) => {
          const draft = this._editing;
          if (draft?.id !== undefined)
            this._editing = { id: draft.id, text, ...keptFailure(draft) };
        },
        save: () => void this.#saveName(),
        cancel: () => {
          this.#dismiss(this._editing);
          this.#endEditing();
        },
      })}
    </div>`;
  }

  #renderEmpty(): TemplateResult {
    const { t } = this;
    const text = this._sought.trim();
    return html`<div class="state" part="state">
      ${
        text
          ? html`<strong>${t('subaccount.noMatch', { text })}</strong>`
          : html`<strong>${t('subaccount.none')}</strong><span>${t('subaccount.empty.next')}</span>`
      }
    </div>`;
  }

  #renderFooter(): TemplateResult {
    const { t, scope } = this;
    const { total } = this.#list.window ?? {};
    const { change } = this.#offer;
    const name = change?.after && 'name' in change.after ? change.after.name : undefined;
    const said = name === undefined ? '' : t('subaccount.renamed', { name });
    return html`<div class="footer" part="footer">
      <span>${total === undefined ? '' : t('subaccount.found', { count: total })}</span>
      ${
        change && said
          ? html`<div class="offer" part="undo-offer" role="group" aria-label=${t('undo.do')}
              @pointerenter=${this.#offer.pause} @pointerleave=${this.#offer.resume}
              @focusin=${this.#offer.pause} @focusout=${this.#offer.resume}>
              ${icon('check')}
              <span dir="auto">${change.state === 'undone' ? t('undo.done', { what: said }) : said}</span>
              ${
                change.state === 'open'
                  ? html`<button type="button" class="button small undo" @click=${() => void scope?.undo(change.id)}>${t('undo.do')}</button>`
                  : change.state === 'undoing'
                    ? html`<span><span class="spinner" aria-hidden="true"></span> ${t('undo.doing')}</span>`
                    : nothing
              }
            </div>`
          : nothing
      }
    </div>`;
  }

  #renderLoading(): TemplateResult {
    return html`<p class="state" part="state" aria-busy="true"><span class="spinner" aria-hidden="true"></span> ${this.t('subaccount.loading')}</p>`;
  }

  #renderFailed(said: Said | undefined, retry: () => void): TemplateResult {
    const { t } = this;
    const reason = said?.reason ?? t('problem.unknown');
    return html`<div class="state" part="state" role="alert">
      <strong>${t('subaccount.failed')}</strong>${reasonView({ ...said, reason }, { tone: 'problem' })}
      <button type="button" class="button" @click=${retry}>${t('change.retry')}</button>
    </div>`;
  }

  #access(scope: AccountScope): Decision | undefined {
    return scope.decide({ action: 'subaccount.list' });
  }

  /** Why nothing can be added, and, the rules being what they are, renamed (MS-3). */
  #closed(scope: AccountScope): Said | undefined {
    const decision = scope.decide({ action: 'subaccount.create', draft: true });
    return decision.effect === 'deny'
      ? sayDecision(this.t, decision, { roleLabel: roleLabels(scope) })
      : undefined;
  }

  readonly #refuse = (): void => {
    const closed = this.scope && this.#closed(this.scope);
    if (closed) this.#announcer.say([closed.reason, closed.remedy].filter(Boolean).join(' '));
  };

  readonly #add = (): void => {
    this._adding ??= { text: '' };
    this.#focusNext = '.adding .name-input';
    this.requestUpdate();
  };

  async #saveNew(): Promise<void> {
    const { scope, t } = this;
    const draft = this._adding;
    if (!scope || !draft || draft.isSending) return;
    const name = draft.text.trim();
    this.#focusNext = '.adding .name-input';
    if (!name) {
      this._adding = { ...draft, isMissing: true };
      return;
    }
    this._adding = { ...draft, isSending: true };
    const outcome = await save(scope, draft);
    if (outcome.status === 'done') {
      this._adding = undefined;
      this.#focusNext = '.add';
      this.#announcer.say(t('subaccount.added', { name }));
    } else {
      this._adding = { text: draft.text, failure: outcome };
      this.#announcer.say(t('subaccount.notAdded', { name }));
    }
  }

  readonly #begin = (_action: string, one: Subaccount, index: number): void => {
    this._active = index;
    if (this._editing?.isSending) return;
    this.#dismiss(this._editing);
    this._editing = { id: one.id, text: one.name };
    this.#focusNext = '.row .name-input';
  };

  async #saveName(): Promise<void> {
    const { scope, t } = this;
    const draft = this._editing;
    if (!scope || draft?.id === undefined || draft.isSending) return;
    const { id, text } = draft;
    const name = text.trim();
    const before = scope.findSubaccount(id)?.name;
    if (!name) {
      this._editing = { ...draft, isMissing: true };
      return;
    }
    if (name === before) {
      this.#endEditing();
      return;
    }
    this._editing = { ...draft, isSending: true };
    const outcome = await save(scope, draft);
    if (outcome.status === 'done') {
      this.#endEditing();
      this.#announcer.say(t('subaccount.renamed', { name }));
    } else {
      this._editing = { id, text, failure: outcome };
      this.#announcer.say(t('subaccount.notRenamed', { name: before ?? '' }));
    }
  }

  #endEditing(): void {
    this._editing = undefined;
    this.#focusNext = `.row[data-index="${this._active}"] button`;
  }

  /** A bad ending that the person has turned away from. */
  #dismiss(draft: Draft | undefined): void {
    const failed = draft?.failure?.command.id;
    if (failed !== undefined) this.scope?.dismiss(failed);
  }

  /** Puts the focus where an act has led; only if it was here, and never away from where the person is by then. */
  #focus(): void {
    const selector = this.#focusNext;
    if (selector === undefined) return;
    const next = this.renderRoot.querySelector<HTMLElement>(selector);
    if (!next) return;
    this.#focusNext = undefined;
    const { activeElement } = this.ownerDocument;
    if (
      activeElement === null ||
      activeElement === this.ownerDocument.body ||
      this.matches(':focus-within')
    )
      next.focus();
    if (next instanceof HTMLInputElement && next.value && !next.readOnly && !this._editing?.failure)
      next.select();
  }

  readonly #handleSearch = (event: InputEvent): void => {
    this._search = (event.target as HTMLInputElement).value;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => {
      this._sought = this._search;
      this._active = 0;
      this.#rows.toTop();
    }, SEARCH_PAUSE_MS);
  };

  readonly #handleFocusin = (event: FocusEvent): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('.row');
    if (row) this._active = Number(row.dataset['index']);
  };

  /** Arrows go from row to row; in a field they are the text's. */
  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (!(target instanceof HTMLButtonElement) || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (target.closest('form')) return;
    const last = (this.#list.window?.length ?? 0) - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: this._active + 1,
      ArrowUp: this._active - 1,
      PageDown: this._active + this.#rows.pageSize,
      PageUp: this._active - this.#rows.pageSize,
      Home: 0,
      End: last,
    };
    const to = steps[key];
    if (to === undefined) return;
    event.preventDefault();
    this._active = Math.max(0, Math.min(last, to));
    this.#rows.reveal(this._active);
    this.#focusNext = `.row[data-index="${this._active}"] button`;
    this.requestUpdate();
  };
}

/** What went wrong stays in mind while the words are changed, so that the same words are the same command. */
function keptFailure({ failure }: Draft): Pick<Draft, 'failure'> {
  return failure ? { failure } : {};
}
