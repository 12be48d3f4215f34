import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../../controllers/announcer.ts';
import { roleLabels } from '../../controllers/role-labels.ts';
import { addEnglish, poolName, sayDecision, sayProblem, type Said } from '../../i18n/index.ts';
import words from '../../i18n/locales/en-seats.ts';
import type { AccountScope, SeatState } from '../../state/index.ts';
import { reasonView } from '../../views/reason.ts';
import { KitElement } from '../kit-element.ts';
import { buyingDecision, withoutSeat } from './buying.ts';
import { SeatBuyEvent } from '../seat-buy-event.ts';
import { levelOf, type SeatLevel } from './level.ts';
import { seatLine, seatText, type SeatBuying } from './seat-line.ts';
import { seatMeterStyles } from './seat-meter.styles.ts';

/**
 * How many seats of a pool are in use, held by invitations, being assigned and free, what counts, and the way to more.
 * The same numbers that decide whether someone can be given a licence, moving as soon as a change is under way. After the
 * ARIA meter pattern; everything is said in words as well.
 *
 * @tag seat-meter
 * @fires {SeatBuyEvent} seat-buy - The person wants more seats. Call `preventDefault()` when the page handles it.
 * @slot buy - The host's own way to more seats, in place of the kit's button; shown where a pool is nearly full or worse.
 * @csspart pool - One pool: its name, bar and numbers.
 * @csspart level - The word for a pool that is nearly full, full or over its limit.
 * @csspart bar - The bar.
 * @csspart fill - A part of the bar; `fill-in-use`, `fill-invited`, `fill-reserved`.
 * @csspart legend - The numbers under the bar.
 * @csspart buy-button - The button that asks the host for more seats.
 * @csspart billing - The link to billing.
 * @csspart counts - The words about what counts.
 * @csspart reason - Why buying is closed, or what went wrong.
 * @csspart link - A link to where the remedy is found.
 * @cssprop --seat-meter-fill - Colour of what is taken; the accent by default.
 * @cssprop [--seat-meter-block-size=10px] - Height of the bar.
 */
export class SeatMeterElement extends KitElement {
  static override readonly tag: string = 'seat-meter';
  static override readonly styles = seatMeterStyles;

  /** The pool, as the policy names it: `licensed`, `webinar`. Absent: every pool of the account. */
  @property() pool = '';

  /** Where the host shows billing. The link is for whoever may see it, by the policy (`billing.view`; LM-5, CM-1). */
  @property({ attribute: 'billing-href' }) billingHref = '';

  /** The host put its own way to buy into the slot. */
  @state() private _hasOwnBuying = false;
  /** The pool that the person wanted more of while the page does not sell any. */
  @state() private _unsold: string | undefined;

  readonly #announcer = new Announcer(this);
  /** How the pools stood when last drawn, so that only what changed is announced. */
  #levels = new Map<string, SeatLevel>();

  constructor() {
    super();
    addEnglish(words);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('pool')) this._unsold = undefined;
    const levels = new Map(this.#pools.map((seats) => [seats.pool, levelOf(seats)]));
    for (const seats of this.#pools) {
      const before = this.#levels.get(seats.pool);
      if (before !== undefined && before !== levels.get(seats.pool)) this.#announce(seats);
    }
    this.#levels = levels;
  }

  protected override render(): TemplateResult {
    const { t } = this;
    return html`<div role="group" aria-label=${t('seats.label')} aria-busy=${this.#isLoading}>
        ${this.#renderPools()}
        <div class="buy-slot" ?hidden=${!this.#isShort}><slot name="buy" @slotchange=${this.#handleSlot}></slot></div>
        ${this.#pools.length > 0 ? this.#renderCounts() : nothing}
        ${this.#renderBilling()}
      </div>
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>`;
  }

  #renderPools(): TemplateResult {
    const { t, scope } = this;
    if (!scope && this.scopeMissing) return note(t('seats.noScope'));
    const account = scope?.account;
    if (!scope || !account || account.status === 'loading') return this.#renderLoading();
    if (account.status === 'failed') return this.#renderFailed(sayProblem(t, account.problem));
    if (!account.facts.seats) return this.#renderUntold(account.capabilities.facts);
    const spared = this.pool && withoutSeat(this.pool, scope);
    if (spared) {
      const said = sayDecision(t, spared, { roleLabel: roleLabels(scope) });
      return html`<div class="pools">
        <div class="pool" part="pool"><span class="name">${poolName(t, this.pool)}</span>
        ${spared.effect === 'deny' && said ? reasonView(said) : note(said?.reason ?? t('seats.notNeeded'))}</div>
      </div>`;
    }
    const pools = this.#pools;
    if (pools.length === 0) return note(t('seats.noPools'));
    return html`<div class="pools">
      ${pools.map((seats) => seatLine({ seats, name: poolName(t, seats.pool), buying: this.#buying(seats, scope) }, t))}
    </div>`;
  }

  #renderLoading(): TemplateResult {
    return html`<div class="pools">
      <div class="pool" part="pool">
        <span class="visually-hidden">${this.t('seats.loading')}</span>
        <div class="head" aria-hidden="true"><span class="skeleton"></span></div>
        <div class="bar is-loading" aria-hidden="true"></div>
      </div>
    </div>`;
  }

  #renderFailed(said: Said): TemplateResult {
    const { t } = this;
    const reason = `${t('seats.failed')} ${said.reason}`;
    return html`<div class="failed" role="alert">
      ${reasonView({ ...said, reason }, { tone: 'problem' })}
      <button type="button" class="button small" @click=${() => void this.scope?.refresh()}>${t('change.retry')}</button>
    </div>`;
  }

  /** The backend never tells, or has not yet. */
  #renderUntold(told: readonly string[]): TemplateResult {
    const { t } = this;
    if (told.includes('seats')) return this.#renderLoading();
    return reasonView({ reason: t('seats.untold'), remedy: t('decision.server') }, { tone: 'waiting' }); // prettier-ignore
  }

  #renderCounts(): TemplateResult {
    const { t } = this;
    return html`<details class="counts" part="counts">
      <summary>${t('seats.counts')}</summary>
      <ul>
        <li>${t('seats.counts.active')}</li>
        <li>${t('seats.counts.pending')}</li>
        <li>${t('seats.counts.reserved')}</li>
        <li>${t('seats.counts.free')}</li>
      </ul>
    </details>`;
  }

  #renderBilling(): TemplateResult | typeof nothing {
    const { billingHref, scope } = this;
    if (!billingHref || scope?.account.status !== 'ready') return nothing;
    if (scope.decide({ action: 'billing.view' }).effect !== 'allow') return nothing;
    return html`<a class="billing" part="billing" href=${billingHref}>${this.t('seats.billing')}</a>`;
  }

  /** The pools to show, as they stand now. */
  get #pools(): readonly SeatState[] {
    const { scope, pool } = this;
    if (scope?.account.status !== 'ready') return [];
    const { seats = {} } = scope.account.facts;
    if (pool && withoutSeat(pool, scope)) return [];
    return (pool ? [pool] : Object.keys(seats)).flatMap((each) => scope.seats(each) ?? []);
  }

  get #isShort(): boolean {
    return this.#pools.some((seats) => levelOf(seats) !== 'room');
  }

  get #isLoading(): boolean {
    const account = this.scope?.account;
    return !this.scopeMissing && (!account || account.status === 'loading');
  }

  #buying({ pool, total, used }: SeatState, scope: AccountScope): SeatBuying | undefined {
    const decision = this._hasOwnBuying ? undefined : buyingDecision(scope);
    if (!decision) return undefined;
    const { t } = this;
    const standing = scope.standing(decision);
    const isOpen = standing === 'allowed' || standing === 'server-decides';
    return {
      closed: isOpen
        ? undefined
        : sayDecision(t, decision, { roleLabel: roleLabels(scope), waiting: true }),
      failure: this._unsold === pool ? t('seats.buyElsewhere') : undefined,
      buy: () => {
        const isSold = !this.dispatchEvent(new SeatBuyEvent(pool, Math.max(0, used - total)));
        this._unsold = isSold ? undefined : pool;
      },
    };
  }

  #announce(seats: SeatState): void {
    const { t } = this;
    const pool = poolName(t, seats.pool);
    const numbers = seatText(t, seats);
    this.#announcer.say(t('seats.now', { pool, numbers }));
  }

  readonly #handleSlot = (event: Event): void => {
    this._hasOwnBuying = (event.currentTarget as HTMLSlotElement).assignedNodes().length > 0;
  };
}

function note(text: string): TemplateResult {
  return html`<p class="note">${text}</p>`;
}
