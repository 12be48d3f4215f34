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
