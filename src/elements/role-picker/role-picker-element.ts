import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { MenuOpener } from '../../controllers/menu-opener.ts';
import type { Change } from '../../domain/index.ts';
import { roleName } from '../../i18n/index.ts';
import type { Target } from '../../policy/index.ts';
import { buttons } from '../../views/controls-buttons.ts';
import { icon, iconStyles } from '../../views/icons.ts';
import type { RoleChoice, RoleOption } from '../../views/role-choice.ts';
import { KitElement } from '../kit-element.ts';
import { accountOptions, ownOptions, type RoleSpec } from './options.ts';
import type * as Picker from './picker-menu.ts';
import { rolePickerStyles } from './role-picker.styles.ts';

/**
 * A role to choose, as a form control: it has a name, a value and validity, takes part in reset and restore, and works in
 * any `<form>`. Inside an account the roles and what closes them come from its policy; alone, from `roles`. A closed
 * role can be reached, and says why and what to do. After the ARIA listbox pattern, opened by a button.
 *
 * @tag role-picker
 * @fires {Event} input - The person chose another role.
 * @fires {Event} change - The same, after `input`, as native controls have it.
 * @csspart trigger - The button that shows the role and opens the list.
 * @csspart menu - The popover with the list.
 * @csspart option - A role to choose.
 * @csspart failure - Why the list could not be opened.
 * @cssstate touched - The person was in the control, or its form was sent: mistakes may show.
 */
export class RolePickerElement extends KitElement {
  static override readonly tag: string = 'role-picker';
  static readonly formAssociated = true;
  static override readonly shadowRootOptions = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override readonly styles = [KitElement.styles, buttons, iconStyles, rolePickerStyles];

  /** Under which name the role goes into the form's data. */
  @property({ reflect: true }) name = '';

  /** A role has to be chosen. */
  @property({ type: Boolean, reflect: true }) required = false;

  @property({ type: Boolean, reflect: true }) disabled = false;

  /** The accessible name where no `<label>` names it. */
  @property() label = '';

  /** The value at first and after a reset; the attribute `value`. */
  @property({ attribute: 'value' }) defaultValue = '';

  /** Roles of the host's own choosing. Absent: those of the account. */
  @property({ attribute: false }) roles: readonly RoleSpec[] | undefined;

  /** What the role is chosen for: `user.invite`, or `user.change-role` on a `target`. Decides what is closed. */
  @property() action = 'user.invite';

  /** Whose role it is. Their present one stays valid. */
  @property({ attribute: false }) target: Target | undefined;

  /** What else is known of the change, such as how many are invited. */
  @property({ attribute: false }) change: Change | undefined;

  @query('.select') private readonly _trigger!: HTMLButtonElement | null;
  @query('.popover') private readonly _popover!: HTMLElement | null;

  readonly #internals = this.attachInternals();
  /** What was chosen or set; absent: the default holds. */
  #chosen: string | undefined;
  #formDisabled = false;

  readonly #menu = new MenuOpener<typeof Picker, 'roles', RoleChoice>(this, {
    popover: () => this._popover ?? undefined,
    returnFocus: (trigger) => trigger.focus(),
    load: () => import('./picker-menu.ts'),
    start: ({ PickerMenu }, host, options) => new PickerMenu(host, options),
    failed: () => this.requestUpdate(),
  });

  constructor() {
    super();
    this.addEventListener('invalid', this.#touch);
    this.addEventListener('focusout', this.#touch);
  }

  /** The id of the chosen role; empty: none. */
  get value(): string {
    return this.#chosen ?? this.defaultValue;
  }

  set value(value: string) {
    this.#chosen = value;
    this.requestUpdate();
    // A form may be read before this is drawn.
    this.#internals.setFormValue(this.value || null);
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get labels(): NodeList {
    return this.#internals.labels;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    this.#validate();
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    this.#validate();
    return this.#internals.reportValidity();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#formDisabled = disabled;
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.#chosen = undefined;
    this.#internals.states.delete('touched');
    this.#internals.setFormValue(this.value || null);
    this.requestUpdate();
  }

  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === 'string') this.value = state;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#internals.setFormValue(this.value || null);
    this.#validate();
    if (this.#options.length > 0) this.#menu.fetchAhead();
  }

  protected override render(): TemplateResult {
    const { t, value } = this;
    const options = this.#options;
    const shown = this.#nameOf(value);
    const label = this.#label;
    return html`<button
        type="button"
        class=${classMap({ select: true, boxed: true, 'is-empty': !value })}
        part="trigger"
        aria-haspopup="listbox"
        aria-expanded=${this.#menu.name !== undefined}
        aria-label="${label}: ${shown}"
        aria-description=${this.required && !value ? t('role.required') : nothing}
        ?disabled=${this.disabled || this.#formDisabled}
        @click=${this.#open}
        @keydown=${this.#handleKeydown}
      >
        <span class="name" dir="auto">${shown}</span>
        ${icon('chevron-down')}
      </button>
      <div
        class="popover anchored"
        part="menu"
        popover="manual"
        @keydown=${this.#menu.handleKeydown}
        @focusout=${this.#menu.handleFocusout}
      >
        ${this.#menu.render({ label, options, current: value, choose: this.#choose })}
      </div>
      ${this.#menu.hasFailed ? html`<p class="failure" part="failure" role="alert">${t('problem.network')} ${t('problem.network.next')}</p>` : nothing}`;
  }

  get #label(): string {
    const labels = [...this.#internals.labels].map((label) => label.textContent?.trim() ?? '');
    return labels.filter(Boolean).join(' ') || this.label || this.t('field.role');
  }

  get #options(): readonly RoleOption[] {
    const { t, scope, roles } = this;
    if (roles) return ownOptions(roles, t);
    if (!scope) return [];
    const { action, target, change } = this;
    const ask = {
      action,
      ...(target && { target }),
      ...(change && { change }),
      draft: true,
    } as const;
    return accountOptions(scope, ask, t);
  }

  #nameOf(id: string): string {
    const { t } = this;
    if (!id) return t(this.#isWaiting ? 'decision.checking' : 'role.choose');
    return this.#options.find((option) => option.id === id)?.name ?? roleName(t, id);
  }

  /** The account is still being read. */
  get #isWaiting(): boolean {
    return !this.roles && this.scope?.account.status === 'loading';
  }

  /** Missing, or a role that cannot be given: then the policy's reason is the message. */
  #validate(): void {
    const { t, value, target } = this;
    const anchor = this._trigger ?? undefined;
    const held = target && 'roleId' in target ? target.roleId : undefined;
    const option = this.#options.find(({ id }) => id === value);
    if (this.required && !value)
      this.#internals.setValidity({ valueMissing: true }, t('role.required'), anchor);
    else if (option?.closed && value !== held) {
      const { reason, remedy } = option.closed;
      const message = [reason, remedy].filter(Boolean).join(' ');
      this.#internals.setValidity({ customError: true }, message, anchor);
    } else this.#internals.setValidity({});
  }

  readonly #touch = (): void => void this.#internals.states.add('touched');

  readonly #open = (): void => {
    if (this._trigger) this.#menu.toggle('roles', this._trigger);
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (this.#menu.name === undefined) this.#open();
  };

  readonly #choose = (roleId: string): void => {
    this.value = roleId;
    this.#menu.close();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };
}
