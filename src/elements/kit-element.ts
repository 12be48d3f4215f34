import { LitElement } from 'lit';
import type { CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import { LocalizeController } from '../controllers/localize-controller.ts';
import { ScopeController } from '../controllers/scope-controller.ts';
import type { MessageOverrides, Translator } from '../i18n/index.ts';
import type { AccountScope } from '../state/scope.ts';
import { tokens } from '../views/tokens.ts';

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

  /**
   * Defines the element. Twice is once; a name that another class holds is left alone, with a warning.
   * A second name gets a subclass, since a class can have one name only.
   */
  static define(
    registry = globalThis.customElements as CustomElementRegistry | undefined,
    tag = this.tag,
  ): void {
    if (!registry) return; // On a server.
    const own = this as unknown as CustomElementConstructor;
    const holder = registry.get(tag);
    if (holder) {
      if (holder !== own && !(holder.prototype instanceof this)) {
        console.warn(`rosterkit: <${tag}> is already defined by another class and was left alone.`);
      }
      return;
    }
    try {
      registry.define(tag, own);
    } catch {
      registry.define(tag, class extends own {});
    }
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
