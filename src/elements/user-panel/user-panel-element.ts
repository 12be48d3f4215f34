import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { Announcer } from '../../controllers/announcer.ts';
import { deepActive } from '../../controllers/deep-active.ts';
import { ListMenu } from '../../controllers/list-menu.ts';
import { personName, type Action, type PersonRecord } from '../../domain/index.ts';
import { addEnglish, sayDecision, sayProblem, type Said } from '../../i18n/index.ts';
import later from '../../i18n/locales/en-later.ts';
import words from '../../i18n/locales/en-panel.ts';
import type { AccountScope, PersonRequestEvent } from '../../state/index.ts';
import { confirmation } from '../../views/confirmation.ts';
import { laterIcon } from '../../views/icons-later.ts';
import { icon } from '../../views/icons.ts';
import { ConfirmController } from '../confirm-controller.ts';
import { confirmRequest } from '../confirm-request.ts';
import { copyLink } from '../copy-link.ts';
import { KitElement } from '../kit-element.ts';
import { actionsView, invitationView } from './actions-view.ts';
import { sayValue } from './controls.ts';
import { PanelChangedEvent } from './events.ts';
import { fieldLabel, PROFILE } from './field-state.ts';
import { factsView, headView } from './head-view.ts';
import { historyView } from './history-view.ts';
import { optionsView } from './options-view.ts';
import type { PanelMenu } from './panel-context.ts';
import { PanelDesk } from './panel-desk.ts';
import { panelState, type PanelState } from './panel-state.ts';
import { PersonUrl } from './person-url.ts';
import { PlaceController } from './place-controller.ts';
import { saveBar } from './save-bar.ts';
import { accessSection, attributesSection, profileSection } from './sections.ts';
import { headSkeleton, statesView } from './states-view.ts';
import { userPanelStyles } from './user-panel.styles.ts';

/**
 * One person's page: who they are, what they have, what can be done to them and why the rest cannot, and what was done lately. Edited
 * in place and saved as one act. Opens when anything on the page asks the scope for it (`PersonRequestEvent`), as a `<user-table>`
 * does for the row that is opened. It lies where the host puts it, and covers the page where there is no room beside the list.
 *
 * @tag user-panel
 * @fires {PanelChangedEvent} panel-changed - Another person is shown, or nobody any more.
 * @slot panel-section - The host's own section, between what is edited and what happened; `person` says whose it is.
 * @csspart panel - The whole panel.
 * @csspart header - The bar with the button that closes it.
 * @csspart close - The button that closes it.
 * @csspart body - What scrolls.
 * @csspart head - Picture, name and status.
 * @csspart avatar - The picture or initials of the person.
 * @csspart banner - That the person has not joined yet.
 * @csspart section - A section; `section-profile`, `section-access`, `section-attributes`, `section-facts`, `section-actions`, `section-history`.
 * @csspart row - A label with its value.
 * @csspart input - A text that can be edited.
 * @csspart choice - The button that opens a list to choose from; `option` an entry of the list of roles, types or groups.
 * @csspart clash - A value that changed elsewhere while it was edited, with the choice of the two.
 * @csspart reason - Why something is closed, or was not saved.
 * @csspart action - Something that can be done to the person.
 * @csspart undo - The button that undoes a change.
 * @csspart save-bar - The bar that is there while something is edited; `save` and `discard` its buttons.
 * @csspart confirmation - The dialog that asks before something is lost, or grave.
 * @csspart state - What stands in place of a person; `state-loading`, `state-nobody`, `state-missing`, `state-no-access`, `state-failed`, `state-gone`, `state-config`.
 * @cssprop [--user-panel-inline-size=26rem] - Width beside a list.
 * @cssprop [--user-panel-block-size=min(46rem, 84vh)] - Height beside a list.
 */
export class UserPanelElement extends KitElement {
  static override readonly tag: string = 'user-panel';
  static override readonly styles = userPanelStyles;

  /** Whose page it is. Setting it is the same as `show()`, and nothing is the same as `close()`. */
  @property({ attribute: 'person-id' }) personId: string | null | undefined;

  /** Keeps the id in this parameter of the page's URL; Back closes. */
  @property({ attribute: 'view-key' }) viewKey = '';

  /** Shows the person and changes nothing. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Keeps its place while nobody is open, and says so. */
  @property({ type: Boolean, reflect: true, attribute: 'with-place' }) withPlace = false;

  /**
   * The fields of the profile, in their order: `firstName lastName displayName email department jobTitle manager location`, and
   * any other that the backend knows. Default: those.
   */
  @property({ attribute: false }) fields: readonly string[] | undefined;

  @query('dialog.panel') private readonly _dialog!: HTMLDialogElement | null;

  #desk: PanelDesk | undefined;
  #shown: string | undefined;
  #heard: AccountScope | undefined;
  #withdraw: (() => void) | undefined;
  #opener: HTMLElement | undefined;
  /** The focus is to go to the title, once there is one. */
  #takesFocus = false;
  #hadFocus = false;
  #guards = false;
  readonly #announcer = new Announcer(this);
  readonly #menu = new PanelMenus(
    this,
    {
      popover: () => this.renderRoot.querySelector<HTMLElement>('#options') ?? undefined,
      returnFocus: (trigger) => trigger.focus(),
    },
    [],
  );
  readonly #confirm = new ConfirmController(this, () =>
    this.shadowRoot?.querySelector<HTMLDialogElement>('.confirmation'),
  );
  readonly #place = new PlaceController(this, () => this.shadowRoot && this._dialog);
  readonly #url = new PersonUrl(this, {
    key: () => this.viewKey,
    restore: (id) => void this.#go(id),
  });

  constructor() {
    super();
    addEnglish(later);
    addEnglish(words);
  }

  /** The person whose page is open, as they are known now. */
  get person(): PersonRecord | undefined {
    return this.#desk?.window?.person;
  }

  /** Whether something was edited and is not saved. */
  get isDirty(): boolean {
    return this.#desk?.isDirty ?? false;
  }

  /** Opens someone's page. Asks first if something else would be lost; resolves to whether it was opened. */
  show(personId: string): Promise<boolean> {
    this.#opener ??= deepActive(this.ownerDocument);
    this.#takesFocus = true;
    return this.#go(personId);
  }

  /** Closes it. Asks first if something would be lost; resolves to whether it was closed. */
  close(): Promise<boolean> {
    return this.#go(undefined);
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hear(undefined);
    this.#guard(false);
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#desk?.release();
      this.#desk = undefined;
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
    this.#hear(this.scope);
    const wanted = this.personId || undefined;
    if (changed.has('personId') && this.#desk && wanted !== this.#shown && this.#isAtRisk) {
      // A host that sets it asks as politely as the person does.
      this.personId = this.#shown;
      void this.#go(wanted);
    }
    this.#follow(this.personId || undefined);
    this.toggleAttribute('data-open', this.#shown !== undefined || this.withPlace);
    this.toggleAttribute('data-page', this.#place.isPage);
  }

  protected override updated(): void {
    const isOpen = this.#shown !== undefined;
    this.#place.show(isOpen || (this.withPlace && !this.#place.isPage));
    this.#guard(this.#isAtRisk);
    const title = this.renderRoot.querySelector<HTMLElement>('#title');
    const isLost = this.#hadFocus && !this.shadowRoot?.activeElement;
    if (!isOpen || !title || (!this.#takesFocus && !isLost)) return;
    this.#takesFocus = false;
    title.focus();
  }

  protected override render(): TemplateResult {
    const { t } = this;
    const desk = this.#desk;
    const state = this.#state;
    const isOpen = state.status === 'open' && desk !== undefined;
    const { request } = this.#confirm;
    return html`<dialog
        class="panel"
        part="panel"
        lang=${this.localize.locale}
        aria-labelledby="title"
        @keydown=${this.#handleKeydown}
        @cancel=${this.#handleCancel}
        @close=${this.#handleClose}
      >
        ${state.status === 'nobody' ? nothing : this.#renderTop(state)}
        <div class="body" part="body" tabindex=${isOpen && this.readonly ? 0 : nothing}>
          ${isOpen ? this.#renderPerson(desk) : this.#renderState(state)}
        </div>
        ${isOpen ? saveBar(desk) : nothing}
        <div
          id="options"
          class="popover anchored"
          popover="manual"
          @keydown=${(event: KeyboardEvent) => this.#menu.handleKeydown(event)}
          @focusout=${this.#menu.handleFocusout}
        >
          ${isOpen ? optionsView(desk) : nothing}
        </div>
        <div class="visually-hidden" role="status">${this.#announcer.text}</div>
      </dialog>
      ${request ? confirmation(request, this.#confirm, t) : nothing}`;
  }

  /** Whose page it is stays on the screen, with the way out of it. */
  #renderTop({ status }: PanelState): TemplateResult {
    const { isPage } = this.#place;
    const close = html`<button type="button" class="button quiet icon" part="close" aria-label=${this.t('panel.close')} @click=${() => void this.close()}>
      ${isPage ? laterIcon('back') : icon('close')}
    </button>`;
    const who =
      status === 'open' && this.#desk
        ? headView(this.#desk)
        : status === 'loading'
          ? headSkeleton(this.t)
          : nothing;
    return html`<div class="top" part="header">${isPage ? close : nothing}${who}${isPage ? nothing : close}</div>`;
  }

  #renderPerson(desk: PanelDesk): TemplateResult {
    return html`${invitationView(desk)} ${profileSection(desk)}
      ${accessSection(desk)} ${attributesSection(desk)}
      <slot name="panel-section"></slot>
      ${actionsView(desk)} ${factsView(desk)} ${historyView(desk)}`;
  }

  #renderState(state: PanelState): TemplateResult | typeof nothing {
    const desk = this.#desk;
    const edited = state.status === 'gone' && desk ? desk.draft.edited : [];
    return statesView({
      t: this.t,
      state,
      said: this.#sayNoAccess(state),
      typed: edited.map((field) => {
        const value = (desk as PanelDesk).draft.value(field);
        return [fieldLabel(this.t, field), value, sayValue(field, value, desk as PanelDesk)];
      }),
      retry: () => (desk ? desk.retry() : void this.scope?.refresh()),
      close: () => void this.close(),
    });
  }

  #sayNoAccess(state: PanelState): Said | undefined {
    if (state.status !== 'no-access') return undefined;
    const { roleLabel } = this.#desk ?? {};
    const said =
      state.decision && sayDecision(this.t, state.decision, { ...(roleLabel && { roleLabel }) });
    return said ?? (state.problem && sayProblem(this.t, state.problem));
  }

  get #state(): PanelState {
    const { problem, window } = this.#desk ?? {};
    return panelState(this.#shown, this.scope, this.scopeMissing, window, problem);
  }

  /** Something typed would be lost, and can still be saved. */
  get #isAtRisk(): boolean {
    return this.isDirty && this.#desk?.window?.status !== 'gone';
  }

  /** Lets go of one person and takes up another. */
  #follow(id: string | undefined): void {
    const { scope } = this;
    const desk = this.#desk;
    if (desk && (desk.scope !== scope || desk.personId !== id)) {
      desk.release();
      this.#desk = undefined;
    }
    if (!this.#desk && scope?.account.status === 'ready' && id !== undefined)
      this.#desk = new PanelDesk(this, this.#menu, scope, id, {
        t: () => this.t,
        readonly: () => this.readonly,
        profile: () => this.fields ?? PROFILE,
        source: () => this.localName,
        say: (text) => this.#announcer.say(text),
        act: (person, action) => void this.#act(person, action),
      });
    this.#desk?.follow();
    if (id === this.#shown) return;
    this.#shown = id;
    this.#url.write(id);
    if (id === undefined) this.#returnFocus();
    this.dispatchEvent(new PanelChangedEvent(id));
  }

  /** Goes over to someone, or to nobody, unless the person at the screen would rather stay. */
  async #go(id: string | undefined): Promise<boolean> {
    if (id !== this.#shown && !(await this.#mayLeave())) {
      // The URL may have gone ahead.
      this.#url.write(this.#shown);
      return false;
    }
    this.personId = id;
    this.requestUpdate();
    await this.updateComplete;
    return true;
  }

  async #mayLeave(): Promise<boolean> {
    const desk = this.#desk;
    await desk?.ended;
    if (!desk || !this.#isAtRisk) return true;
    const { t } = this;
    const name = personName(desk.person);
    const isGivenUp = await this.#confirm.ask({
      title: t('panel.leave'),
      names: [],
      consequences: [t('panel.leave.lost', { count: desk.draft.edited.length, name })],
      action: t('panel.leave.do'),
      keep: t('panel.leave.keep'),
      danger: true,
    });
    if (isGivenUp) desk.draft.discard();
    return isGivenUp;
  }

  async #act(person: PersonRecord, action: Action): Promise<void> {
    const { scope, t } = this;
    if (!scope) return;
    const request = confirmRequest(action, person, t, scope);
    if (request && !(await this.#confirm.ask(request))) return;
    const { id, version } = person;
    const target = { kind: 'person', id, ...(version !== undefined && { version }) } as const;
    const outcome = await scope.run({ action, target }, { source: this.localName });
    if (action === 'invitation.copy-link')
      await copyLink(outcome, person, t, (text) => this.#announcer.say(text));
  }

  #returnFocus(): void {
    const opener = this.#opener;
    this.#opener = undefined;
    if (!opener || !this.#hadFocus) return;
    const root = opener.getRootNode();
    void this.updateComplete.then(() => {
      if (opener.isConnected) opener.focus();
      else if (root instanceof ShadowRoot) (root.host as HTMLElement).focus();
    });
  }

  /** The browser asks before the page is left while something is unsaved. */
  #guard(isNeeded: boolean): void {
    if (isNeeded === this.#guards) return;
    this.#guards = isNeeded;
    if (isNeeded) addEventListener('beforeunload', handleUnload);
    else removeEventListener('beforeunload', handleUnload);
  }

  #hear(scope: AccountScope | undefined): void {
    if (scope === this.#heard) return;
    this.#heard?.removeEventListener('person-request', this.#handleRequest);
    this.#withdraw?.();
    this.#withdraw = scope?.addPersonPage(this);
    scope?.addEventListener('person-request', this.#handleRequest);
    this.#heard = scope;
  }

  readonly #handleRequest = (event: PersonRequestEvent): void => {
    if (!this.isConnected || !event.answer()) return;
    this.#opener = deepActive(this.ownerDocument);
    // The page may have one of its own: it has cancelled the request by then.
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      this.#takesFocus = true;
      void this.#go(event.personId);
    });
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#desk?.save();
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    void this.close();
  };

  readonly #handleCancel = (event: Event): void => {
    if (event.target !== this._dialog) return;
    event.preventDefault();
    void this.close();
  };

  /** Something else than this has closed the dialog. */
  readonly #handleClose = (event: Event): void => {
    const dialog = this._dialog;
    if (event.target !== dialog || dialog?.open || this.#shown === undefined) return;
    void this.close();
  };
}

/** Lists to choose from; that of sub-accounts is a form. */
class PanelMenus extends ListMenu<PanelMenu> {
  protected override get isList(): boolean {
    return this.name !== undefined && this.name !== 'subaccountIds';
  }
}

function handleUnload(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
