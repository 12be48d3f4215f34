import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { Announcer } from '../../controllers/announcer.ts';
import { deepActive } from '../../controllers/deep-active.ts';
import { addEnglish, sayDecision, sayProblem, type Said } from '../../i18n/index.ts';
import words from '../../i18n/locales/en-dialog.ts';
import type { AccountScope, InviteRequestEvent } from '../../state/index.ts';
import { OnDemand } from '../../state/on-demand.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import { KitElement } from '../kit-element.ts';
import { inviteDialogStyles } from './invite-dialog.styles.ts';
import type { InviteForm } from './invite-form.ts';

/**
 * Invites people to the account: addresses typed or pasted in any form, each with what is wrong with it, and what everyone
 * gets. A modal dialog. Opens when anything on the page asks the scope for it (`InviteRequestEvent`), as the invite button of a
 * `<user-table>` does. What is in it stays there until it was sent or is given up on purpose.
 *
 * While it is open the rest of the page cannot be reached: what a host asks for meanwhile (a second factor, signing in again) has to be
 * a dialog of its own, or the person closes this one and finds everything in it again.
 *
 * @tag invite-dialog
 * @csspart dialog - The dialog.
 * @csspart header - The bar with the title.
 * @csspart close - The button that closes it.
 * @csspart body - What scrolls between the bars.
 * @csspart addresses - The box of addresses.
 * @csspart address-input - The field in which addresses are typed.
 * @csspart chip - An address; `chip-valid`, `chip-odd`, `chip-duplicate`, `chip-invalid`.
 * @csspart role-trigger - The button that opens the choice of role.
 * @csspart type-trigger - The button that opens the choice of user type.
 * @csspart subaccount-trigger - The button that opens the choice of sub-account.
 * @csspart option - A role, a type or a sub-account to choose.
 * @csspart name - The field of a first or last name.
 * @csspart group - The choice of a group; that of a chat group is `chat-group` as well.
 * @csspart products - The products to choose from.
 * @csspart addons - The add-ons to choose from.
 * @csspart moves - What moves with who joins from elsewhere.
 * @csspart sent - Who was invited.
 * @csspart seats - How many seats it takes.
 * @csspart reason - Why something is closed.
 * @csspart footer - The bar with the buttons.
 * @csspart send - The button that sends.
 * @cssprop [--invite-dialog-inline-size=44rem] - Width of the dialog.
 */
export class InviteDialogElement extends KitElement {
  static override readonly tag: string = 'invite-dialog';
  static override readonly styles = inviteDialogStyles;

  /** Whether it is open. Setting it is the same as `show()` and `close()`. */
  @property({ type: Boolean, reflect: true }) open = false;

  @query('dialog') private readonly _dialog!: HTMLDialogElement | null;

  #opener: HTMLElement | undefined;
  #text: string | undefined;
  #roleId: string | undefined;
  #heard: AccountScope | undefined;
  #hasFailed = false;
  readonly #announcer = new Announcer(this);
  readonly #form = new OnDemand(
    () => import('./invite-form.ts'),
    (module): InviteForm =>
      new module.InviteForm(this, {
        scope: () => this.scope,
        t: () => this.t,
        isRtl: () => this.localize.dir === 'rtl',
        say: (text) => this.#announcer.say(text),
        close: () => this.#end(),
      }),
  );

  constructor() {
    super();
    addEnglish(words);
  }

  /**
   * Opens the dialog.
   *
   * @param text addresses to begin with, in any form in which they could be pasted
   * @param roleId the role to begin with, where nothing was filled in yet
   */
  show(text?: string, roleId?: string): void {
    this.#text = text ?? this.#text;
    this.#roleId = roleId;
    this.open = true;
  }

  /** Closes it. If something would be lost it asks instead, and stays open. */
  close(): void {
    this.open = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hear(undefined);
    queueMicrotask(() => !this.isConnected && this.#form.ready?.release());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#hear(this.scope);
    this.#form.ready?.follow();
    if (!changed.has('open') || this.open || !this._dialog?.open) return;
    // A host that sets `open` asks as politely as the close button.
    if (this.#form.ready?.mayClose() === false) this.open = true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open) this.#begin();
    else if (this._dialog?.open) this._dialog.close();
  }

  protected override render(): TemplateResult {
    const { t } = this;
    return html`<dialog
      part="dialog"
      lang=${this.localize.locale}
      aria-labelledby="title"
      @cancel=${this.#handleCancel}
      @close=${this.#handleClose}
      @keydown=${this.#handleKeydown}
    >
      <div class="head" part="header">
        <h2 class="title" id="title">${t('invite.title')}</h2>
        <button
          type="button"
          class="button quiet icon"
          part="close"
          aria-label=${t('change.close')}
          @click=${() => this.close()}
        >
          ${icon('close')}
        </button>
      </div>
      ${this.open ? this.#renderContent() : nothing}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    </dialog>`;
  }

  #renderContent(): TemplateResult {
    const stopped = this.#stopped;
    if (stopped)
      return html`<div class="waiting" tabindex="-1">
        <p>${this.t('invite.unavailable')}</p>
        ${reasonView(stopped)}
      </div>`;
    const { ready } = this.#form;
    if (ready && this.scope?.account.status === 'ready') return ready.render();
    if (this.#hasFailed) {
      const said = sayProblem(this.t, { kind: 'network', retryable: true });
      return html`<div class="waiting">
        ${reasonView(said, { tone: 'problem' })}
        <button type="button" class="button" @click=${() => void this.#fetch()}>${this.t('change.retry')}</button>
      </div>`;
    }
    return html`<div class="waiting quiet">
      <span class="spinner"></span>
      <p>${this.t('invite.loading')}</p>
    </div>`;
  }

  /** Why nobody can be invited here at all. */
  get #stopped(): Said | undefined {
    const { scope, t } = this;
    if (!scope) return this.scopeMissing ? { reason: t('people.noScope.next') } : undefined;
    const { account } = scope;
    if (account.status === 'failed') return sayProblem(t, account.problem);
    if (account.status !== 'ready') return undefined;
    if (!scope.offers('user.invite')) return sayProblem(t, { kind: 'unsupported' });
    const decision = scope.decide({ action: 'user.invite', draft: true });
    return decision.effect === 'deny' ? sayDecision(t, decision) : undefined;
  }

  #begin(): void {
    const dialog = this._dialog;
    if (!dialog || dialog.open) return;
    this.#opener = deepActive(this.ownerDocument);
    dialog.showModal();
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    if (this.#hasFailed) this.requestUpdate();
    this.#hasFailed = false;
    this.#hasFailed = !(await this.#form.fetch());
    const text = this.#text;
    const roleId = this.#roleId;
    this.#text = this.#roleId = undefined;
    this.#form.ready?.follow();
    this.#form.ready?.opened(text, roleId);
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('textarea, .another')?.focus();
  }

  /** Closes for good; the form has nothing to lose. */
  #end(): void {
    this._dialog?.close();
  }

  #hear(scope: AccountScope | undefined): void {
    if (scope === this.#heard) return;
    this.#heard?.removeEventListener('invite-request', this.#handleRequest);
    scope?.addEventListener('invite-request', this.#handleRequest);
    this.#heard = scope;
  }

  readonly #handleRequest = (event: InviteRequestEvent): void => {
    if (!this.isConnected || !event.answer()) return;
    // The page may have a form of its own: it has cancelled the request by then.
    queueMicrotask(() => !event.defaultPrevented && this.show(event.text, event.roleId));
  };

  readonly #handleCancel = (event: Event): void => {
    if (event.target !== this._dialog) return;
    event.preventDefault();
    this.close();
  };

  /** Escape, before the browser closes the dialog: it does so the second time whatever is said to `cancel`. */
  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.close();
  };

  readonly #handleClose = (event: Event): void => {
    if (event.target !== this._dialog) return;
    this.open = false;
    const opener = this.#opener;
    this.#opener = undefined;
    const { sending, hasContent } = this.#form.ready ?? {};
    this.#form.ready?.stopLooking();
    // Everybody was invited: the next time begins anew.
    if (sending && sending.sent.length > 0 && !hasContent) this.#form.ready?.clear();
    if (opener?.isConnected) opener.focus();
  };
}
