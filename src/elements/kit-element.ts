import { LitElement } from 'lit';
import type { CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import { LocalizeController } from '../controllers/localize-controller.ts';
import { ScopeController } from '../controllers/scope-controller.ts';
import type { MessageOverrides, Translator } from '../i18n/index.ts';
import type { AccountScope } from '../state/scope.ts';
import { tokens } from '../views/tokens.ts';
import { defineElement } from './define-element.ts';

/**
 * What every element of the kit has: its account, its language, the tokens, and a way to be defined under
 * any name in any registry.
 *
 * @cssprop --account-accent - The one colour that everything is tinted by.
 * @cssprop --account-accent-text - Text on the accent; derived from it unless set.
 * @cssprop --account-accent-ink - The accent as text and lines.
 * @cssprop --account-accent-soft - Background of what is chosen.
 * @cssprop --account-surface - Background of an element.
 * @cssprop --account-surface-raised - Background of buttons, fields and menus.
 * @cssprop --account-surface-sunken - Background of what lies lower.
 * @cssprop --account-text - Text.
 * @cssprop --account-text-muted - Text of less weight.
 * @cssprop --account-border - Hairlines.
 * @cssprop --account-border-strong - Edges of fields.
 * @cssprop --account-focus - Focus ring.
 * @cssprop --account-skeleton - Placeholders while loading.
 * @cssprop --account-danger - Text of what went wrong or removes.
 * @cssprop --account-danger-soft - Its background.
 * @cssprop --account-warning - Text of what needs care.
 * @cssprop --account-warning-soft - Its background.
 * @cssprop --account-success - Text of what went well.
 * @cssprop --account-success-soft - Its background.
 * @cssprop [--account-radius=8px] - Corners of controls; smaller and larger ones follow.
 * @cssprop --account-font - Font family; `inherit` takes the page’s.
 * @cssprop [--account-font-size=0.875rem] - Text size; smaller and larger ones follow.
 * @cssprop [--account-font-weight-medium=500] - Names and labels.
 * @cssprop [--account-font-weight-strong=600] - Headings.
 * @cssprop [--account-space=4px] - Step of all distances.
 * @cssprop [--account-control=32px] - Height of controls.
 * @cssprop [--account-control-touch=44px] - The same on touch screens.
 * @cssprop [--account-row-compact=36px] - Row height, compact.
 * @cssprop [--account-row-comfortable=52px] - Row height, comfortable.
 * @cssprop --account-shadow - Shadow of menus.
 * @cssprop --account-shadow-small - Shadow of buttons.
 * @cssprop [--account-duration-fast=120ms] - Time of small changes.
 * @cssprop [--account-duration-slow=180ms] - Time of larger ones.
 * @cssprop --account-ease - Their easing.
 */
export abstract class KitElement extends LitElement {
  /** The name it is defined under unless another is given. */
  static readonly tag: string = '';

  static override readonly styles: CSSResultGroup = tokens;

  /** Own wording for single messages, above the policy's and the locale's. */
  @property({ attribute: false }) messages: MessageOverrides | undefined;

  readonly #scope = new ScopeController(this);
  readonly #localize = new LocalizeController(this, {
    messages: () => this.messages,
    policy: () => this.scope?.policy?.document.messages,
  });

  /** Defines the element in a registry (default: the page's) under a tag (default: its own). Never throws. */
  static define(registry?: CustomElementRegistry, tag = this.tag): void {
    defineElement(this as unknown as CustomElementConstructor, registry, tag);
  }

  /** The account: the one set here, else that of the nearest provider. */
  @property({ attribute: false, noAccessor: true })
  get scope(): AccountScope | undefined {
    return this.#scope.scope;
  }

  set scope(scope: AccountScope | undefined) {
    this.#scope.scope = scope;
  }

  /** No account was set and none is provided; say so instead of waiting. */
  protected get scopeMissing(): boolean {
    return this.#scope.missing;
  }

  /** Language, direction, dates and numbers of the place where the element stands. */
  protected get localize(): LocalizeController {
    return this.#localize;
  }

  /** Says a message: `this.t('people.count', { count })`. */
  protected get t(): Translator {
    return this.#localize.t;
  }
}
