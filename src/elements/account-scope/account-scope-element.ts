import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AdapterError } from '../../adapter/problem.ts';
import type { AccountAdapter } from '../../adapter/port.ts';
import { provideAccount } from '../../controllers/provide-account.ts';
import type { ActionRegistry } from '../../domain/index.ts';
import type { Policy, PolicyDocument } from '../../policy/index.ts';
import { createScope, type AccountScope } from '../../state/index.ts';
import { defineElement } from '../define-element.ts';
import { loadPreset } from './load-preset.ts';

type Needed = readonly [adapter: AccountAdapter, policy: PolicyDocument | Policy | undefined];

/**
 * Gives one account to every element of the kit inside it: an adapter to the backend, and the rules. Thin over
 * `createScope`; a page without markup of its own uses `provideAccount(element, options)` instead.
 *
 * @tag account-scope
 * @fires {AccountCommandEvent} account-command - Before anything is sent. Cancel it, or hold it with `waitUntil`.
 * @fires {AccountOutcomeEvent} account-outcome - After: one outcome per command.
 * @fires {AccountProblemEvent} account-problem - Any problem, for telemetry. Holds no personal data.
 * @fires {SessionExpiredEvent} session-expired - The backend no longer knows who is asking; `resume()` after signing in.
 * @slot - The elements that share the account.
 */
export class AccountScopeElement extends LitElement {
  /** The name it is defined under unless another is given. */
  static readonly tag: string = 'account-scope';

  static override readonly styles = css`
    :host {
      display: contents;
    }
  `;

  /** Defines the element; see `KitElement.define`. */
  static define(registry?: CustomElementRegistry, tag = this.tag): void {
    defineElement(this, registry, tag);
  }

  /**
   * Makes the adapter of a `base-url`. Set by `rosterkit/define/account-scope`, so that the class itself brings
   * no backend along; without it, set `adapter`.
   */
  static adapterAt: ((baseUrl: string) => Promise<AccountAdapter>) | undefined;

  /** The way to the backend. */
  @property({ attribute: false }) adapter: AccountAdapter | undefined;

  /** Where a backend is that speaks the contract of `rosterkit/openapi.json`; `adapter` comes before it. */
  @property({ attribute: 'base-url' }) baseUrl: string | undefined;

  /** The rules: a preset's id (also as attribute), a document, or a compiled policy. Absent: the server decides. */
  @property() policy: string | PolicyDocument | Policy | undefined;

  /** A host's own actions, beside those of the kit. */
  @property({ attribute: false }) actions: ActionRegistry | undefined;

  /** Lets the page be left without a question while commands are on their way: for a host that asks by itself. */
  @property({ type: Boolean, attribute: 'without-unload-guard' }) withoutUnloadGuard = false;

  readonly #provision = provideAccount(this);
  #own: AccountScope | undefined;
  /** Counts changes, so that a preset that arrives late does not replace a newer choice. */
  #turn = 0;

  /** The scope that the elements inside share; to run commands and decide from a host's own code. */
  get scope(): AccountScope | undefined {
    return this.#provision.scope;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.#own) void this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved within the page is back before this runs.
    queueMicrotask(() => {
      if (!this.isConnected) this.#provide(undefined);
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#provision.guardsUnload = !this.withoutUnloadGuard;
    // Whether the page asks is no reason to begin anew.
    if (changed.size === 1 && changed.has('withoutUnloadGuard')) return;
    void this.#connect();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  async #connect(): Promise<void> {
    const turn = ++this.#turn;
    const { actions } = this;
    if (!this.adapter && !this.baseUrl) {
      this.#provide(undefined);
      return;
    }
    try {
      const [adapter, policy] = this.#given ?? (await this.#fetched());
      if (turn !== this.#turn || !this.isConnected) return;
      this.#provide(
        createScope({
          adapter,
          ...(policy && { policy }),
          ...(actions && { actions }),
        }),
      );
    } catch (thrown) {
      if (turn !== this.#turn) return;
      console.error(`rosterkit: <${this.localName}>`, thrown);
      this.#provide(
        createScope({
          adapter: misconfigured(thrown instanceof Error ? thrown.message : String(thrown)),
        }),
      );
    }
  }

  /** What an account needs, if nothing of it has to be fetched. */
  get #given(): Needed | undefined {
    const { adapter, policy } = this;
    return adapter && typeof policy !== 'string' ? [adapter, policy] : undefined;
  }

  #fetched(): Promise<Needed> {
    const { adapter, baseUrl = '', policy } = this;
    return Promise.all([
      adapter ?? this.#adapterAt(baseUrl),
      typeof policy === 'string' && policy !== '' ? loadPreset(policy) : policy || undefined,
    ]);
  }

  #adapterAt(baseUrl: string): Promise<AccountAdapter> {
    const { adapterAt } = AccountScopeElement;
    if (!adapterAt)
      throw new TypeError(
        'base-url needs the module rosterkit/define/account-scope; or set `adapter`.',
      );
    return adapterAt(baseUrl);
  }

  #provide(scope: AccountScope | undefined): void {
    this.#own?.close();
    this.#own = scope;
    this.#provision.scope = scope;
  }
}

/** An adapter through which every element says what is wrong with the set-up. */
function misconfigured(title: string): AccountAdapter {
  const fail = (): Promise<never> =>
    Promise.reject(new AdapterError({ kind: 'invalid', code: 'configuration', title }));
  return {
    id: 'misconfigured',
    capabilities: fail,
    account: fail,
    people: fail,
    person: fail,
    roles: fail,
    run: fail,
  };
}
