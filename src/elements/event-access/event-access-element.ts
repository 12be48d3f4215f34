import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Announcer } from '../../controllers/announcer.ts';
import { roleLabels } from '../../controllers/role-labels.ts';
import { UndoOffer } from '../../controllers/undo-offer.ts';
import type { EventLink, EventRecord } from '../../domain/index.ts';
import { addEnglish, roleName, sayDecision, sayProblem } from '../../i18n/index.ts';
import words from '../../i18n/locales/en-access.ts';
import later from '../../i18n/locales/en-later.ts';
import type { AccountScope } from '../../state/index.ts';
import { newId } from '../../state/new-command.ts';
import { confirmation } from '../../views/confirmation.ts';
import { icon } from '../../views/icons.ts';
import { undoOffer } from '../../views/undo-offer.ts';
import { ConfirmController } from '../confirm-controller.ts';
import { KitElement } from '../kit-element.ts';
import { SeatBuyEvent } from '../seat-buy-event.ts';
import type { AccessActs, AccessContext } from './access-context.ts';
import { copyAddress } from './copy-address.ts';
import { eventAccessStyles } from './event-access.styles.ts';
import { runOf } from './event-run.ts';
import { eventSection } from './event-section.ts';
import type { LinkDraft } from './link-draft.ts';
import { decisionOf, isBlocked } from './link-form.ts';
import { AccessReading } from './reading.ts';
import { linkRoles, poolOfLinks } from './roles.ts';
import { asBad, heard, isOpen, linkName, rightName, sayClosed, sayDone, sayEnding, UNDONE_HERE } from './said.ts'; // prettier-ignore
import { seatView } from './seat-view.ts';
import { stateView } from '../../views/state-view.ts';

/**
 * People who enter an event through a link, and have no account: which links there are into one event, or into all, what
 * their holders may do, and the seats they take. Links are created, copied and revoked; single rights are taken away and
 * given back; events are started and ended, by whoever may. An address goes to the clipboard and nowhere else.
 *
 * @tag event-access
 * @fires {SeatBuyEvent} seat-buy - The person wants more seats. Call `preventDefault()` when the page handles it.
 * @slot empty - In place of the kit's words where there are no events.
 * @csspart access - All of it.
 * @csspart seats - The seats that links take.
 * @csspart event - An event with its people.
 * @csspart row - Somebody who is in it; `row-kept` for whoever needs no link.
 * @csspart add - The button that opens the form for a link.
 * @csspart form - The form for a link.
 * @csspart create - The button that creates it.
 * @csspart copy - The button that copies a link.
 * @csspart revoke - The button that revokes one.
 * @csspart rights - The rights of a link.
 * @csspart right - One right, a switch.
 * @csspart run - The button that starts or ends an event.
 * @csspart buy-button - The button that asks the host for more seats.
 * @csspart failure - What went wrong.
 * @csspart confirmation - The question before a link is revoked.
 * @csspart undo-offer - The offer to undo what was just done.
 * @csspart state - What stands in place of the list; `state-empty`, `state-no-access`, `state-failed`, `state-no-scope`, `state-unsupported`, `state-gone`.
 * @csspart reason - Why something is closed, or what went wrong.
 * @csspart link - A link to where the remedy is found.
 */
export class EventAccessElement extends KitElement {
  static override readonly tag: string = 'event-access';
  static override readonly styles = eventAccessStyles;

  /** The event to show. Absent: all that the signed-in person may do something in. */
  @property({ attribute: 'event-id' }) eventId = '';
  /** To be looked at only: nothing is offered to create or to change. Links can be copied. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  @state() private _form: LinkDraft | undefined;
  @state() private _explained: string | undefined;
  @state() private _rightsOf: string | undefined;
  @state() private _uncopied: AccessContext['uncopied'];
  @state() private _noted: AccessContext['noted'];
  @state() private _unsold = false;

  @query('dialog') private readonly _dialog!: HTMLDialogElement | null;

  #hadFocus = false;
  /** The link that was just made is to have the focus as soon as it is listed. */
  #awaited: string | undefined;

  readonly #announcer = new Announcer(this);
  readonly #reading = new AccessReading(this);
  readonly #confirm = new ConfirmController(this, () => this._dialog);
  readonly #undo = new UndoOffer(
    this,
    () => this.scope,
    ({ command }) => UNDONE_HERE.includes(command.action),
  );

  constructor() {
    super();
    addEnglish(later);
    addEnglish(words);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._uncopied = undefined;
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
    const { scope } = this;
    const isKnown = scope?.account.status === 'ready';
    this.#reading.follow(isKnown ? scope : undefined, this.eventId || undefined);
    if (scope && this._form) this.#followForm(this._form, scope);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#awaited !== undefined) {
      const copy = this.#find(`[data-link="${CSS.escape(this.#awaited)}"] [data-do="copy"]`);
      if (copy) {
        this.#awaited = undefined;
        copy.focus();
      }
    }
    // What had the focus is drawn no more; the person must not be left nowhere.
    if (this.#hadFocus && !this.shadowRoot?.activeElement && !this.#confirm.request)
      (this.#find('.state .button') ?? this.#find('[data-do="create"], .access'))?.focus();
  }

  protected override render(): TemplateResult {
    const { scope, t } = this;
    const access = scope && this.#context(scope);
    const { request } = this.#confirm;
    const change = access && this.#undo.change;
    const said = change && sayDone(change, access);
    return html`<div class="access" part="access" role="group" tabindex="-1" aria-label=${t('access.label')} aria-busy=${this.#isLoading ? 'true' : 'false'}>
        ${access ? this.#renderFor(access) : this.#renderNoScope()}
        ${
          change && said
            ? undoOffer(
                { said, state: change.state },
                {
                  undo: () => void this.#runUndo(change.id),
                  pause: this.#undo.pause,
                  resume: this.#undo.resume,
                  dismiss: () => this.#undo.dismiss(),
                },
                t,
              )
            : nothing
        }
      </div>
      ${request ? confirmation(request, this.#confirm, t) : nothing}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>`;
  }

  #renderFor(access: AccessContext): TemplateResult | typeof nothing {
    const { scope, t } = access;
    const { account } = scope;
    if (account.status === 'failed')
      return this.#renderFailed(account.problem, () => void scope.refresh());
    if (account.status === 'loading') return this.#renderLoading();
    const { events: hasEvents, links: hasLinks } = account.capabilities;
    if (!hasEvents && !hasLinks)
      return stateView({
        name: 'unsupported',
        icon: 'users',
        title: t('access.unsupported'),
        said: { reason: t('access.unsupported.next') },
      });
    const reading = this.#reading;
    if (reading.status === 'failed' && reading.problem)
      return this.#renderFailed(reading.problem, reading.retry);
    if (reading.status !== 'ready') return this.#renderLoading();
    return html`${seatView(access)} ${this.#renderObstacles(access)} ${this.#renderSections(access)}`;
  }

  #renderSections(access: AccessContext): TemplateResult | typeof nothing {
    const { t, scope, say } = access;
    const sections = this.#sections(access);
    if (sections.length > 0)
      return html`${sections.map(({ event, links }) => eventSection(event, links, access))}
        ${this.#reading.hasMoreLinks ? html`<button type="button" class="button more-button" @click=${this.#reading.moreLinks}>${t('access.more')}</button>` : nothing}
        ${this.#reading.hasMoreEvents ? html`<button type="button" class="button more-button" @click=${this.#reading.moreEvents}>${t('access.moreEvents')}</button>` : nothing}`;
    const decision = scope.decide({ action: 'link.create', draft: true });
    if (decision.effect === 'deny' && decision.reason.key !== 'noSeat')
      return stateView({
        name: 'no-access',
        icon: 'lock',
        title: t('access.noAccess'),
        said: sayDecision(t, decision, say),
      });
    if (this.eventId) return stateView({ name: 'gone', icon: 'alert', title: t('access.noEvent') });
    return html`<slot name="empty">${stateView({
      name: 'empty',
      icon: 'users',
      title: t('access.noEvents'),
      said: { reason: t('access.noEvents.next') },
    })}</slot>`;
  }

  /** Every event with its links; those into every event, and into events that are not told, at the end. */
  #sections({ t, reading }: AccessContext): readonly Section[] {
    const { events, links } = reading;
    const byEvent = new Map<string, EventLink[]>();
    for (const link of links) {
      const into = link.eventId ?? '';
      byEvent.set(into, [...(byEvent.get(into) ?? []), link]);
    }
    // Without a list of events, the one that the host names is there all the same.
    const named = events ?? (this.eventId ? [{ id: this.eventId, name: this.eventId }] : []);
    const known = named.map((event) => {
      const own = byEvent.get(event.id) ?? [];
      byEvent.delete(event.id);
      return { event, links: own };
    });
    const rest = [...byEvent].map(([id, own]) => ({
      event: { id, name: id ? t('access.otherEvent') : t('access.everyEvent') },
      links: own,
    }));
    return [...known, ...rest];
  }

  #renderObstacles({ t, scope, reading }: AccessContext): TemplateResult | typeof nothing {
    if (scope.sessionExpired)
      return html`<p class="obstacle">${icon('lock')}<span>${t('problem.unauthenticated')} ${t('problem.unauthenticated.next')}</span></p>`;
    if (!reading.problem) return nothing;
    return html`<p class="obstacle">
      ${icon('alert')}<span>${t('people.outdated')}</span>
      <button type="button" class="button quiet small" @click=${reading.retry}>${t('change.retry')}</button>
    </p>`;
  }

  #renderNoScope(): TemplateResult | typeof nothing {
    const { t } = this;
    if (!this.scopeMissing) return this.#renderLoading();
    return stateView({
      name: 'no-scope',
      icon: 'alert',
      title: t('people.noScope'),
      said: { reason: t('people.noScope.next') },
    });
  }

  #renderLoading(): TemplateResult {
    return html`<div class="loading">
      <span class="visually-hidden">${this.t('access.loading')}</span>
      ${[1, 2, 3].map(() => html`<span class="skeleton" aria-hidden="true"></span>`)}
    </div>`;
  }

  #renderFailed(problem: Parameters<typeof sayProblem>[1], retry: () => void): TemplateResult {
    const { t } = this;
    return stateView({
      name: 'failed',
      icon: 'alert',
      title: t('access.failed'),
      said: sayProblem(t, problem),
      action: html`<button type="button" class="button" @click=${retry}>${t('change.retry')}</button>`,
    });
  }

  get #isLoading(): boolean {
    const account = this.scope?.account;
    if (this.scopeMissing || account?.status === 'failed') return false;
    if (account?.status !== 'ready') return true;
    const { events, links } = account.capabilities;
    return (events ?? links) !== undefined && this.#reading.status === 'loading';
  }

  #context(scope: AccountScope): AccessContext {
    return {
      t: this.t,
      scope,
      reading: this.#reading,
      say: { roleLabel: roleLabels(scope) },
      readonly: this.readonly,
      form: this._form,
      explained: this._explained,
      rightsOf: this._rightsOf,
      uncopied: this._uncopied,
      noted: this._noted,
      unsold: this._unsold,
      buy: this.#buy,
      act: this.#acts,
    };
  }

  #find(selector: string): HTMLElement | undefined {
    return this.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
  }

  #focusSoon(selector: string): void {
    void this.updateComplete.then(() => this.#find(selector)?.focus());
  }

  /** While a form waits for a seat, that one is free is told; it is never sent without a click. */
  #followForm(form: LinkDraft, scope: AccountScope): void {
    const access = this.#context(scope);
    const isNow = isBlocked(form, access);
    if (isNow && !form.wasBlocked) this._form = { ...form, wasBlocked: true };
    if (!form.wasBlocked || isNow || this.#isFreeTold) {
      if (isNow) this.#isFreeTold = false;
      return;
    }
    this.#isFreeTold = true;
    this._unsold = false;
    this.#announcer.say(this.t('access.seats.free'));
  }

  #isFreeTold = false;

  readonly #buy = (pool: string): void => {
    const isSold = !this.dispatchEvent(new SeatBuyEvent(pool, 1));
    this._unsold = !isSold;
  };

  readonly #acts: AccessActs = {
    openForm: (event) => this.#openForm(event),
    editForm: (parts) => {
      const form = this._form;
      if (!form) return;
      // What is changed is another command, whatever became of the first.
      if (form.failure && form.commandId !== undefined) this.scope?.dismiss(form.commandId);
      const { failure: _failure, commandId: _command, ...fresh } = form;
      this._form = { ...(form.failure ? fresh : form), ...parts };
    },
    closeForm: () => {
      const { eventId, commandId } = this._form ?? {};
      if (commandId !== undefined) {
        this.scope?.cancel(commandId);
        this.scope?.dismiss(commandId);
      }
      this._form = undefined;
      this.#focusSoon(`[data-event="${CSS.escape(eventId ?? '')}"] [data-do="create"]`);
    },
    create: () => void this.#create(),
    copy: (link) => void this.#copy(link),
    putAway: () => {
      const id = this._uncopied?.id ?? '';
      this._uncopied = undefined;
      this.#focusSoon(`[data-link="${CSS.escape(id)}"] [data-do="copy"]`);
    },
    revoke: (link) => void this.#revoke(link),
    toggleRights: ({ id }) => (this._rightsOf = this._rightsOf === id ? undefined : id),
    setRight: (link, right, isGiven) => void this.#setRight(link, right, isGiven),
    run: (event) => void this.#run(event),
    explain: (key, text) => {
      this._explained = this._explained === key ? undefined : key;
      this.#announcer.say(text);
    },
    retry: (id) => void this.scope?.retry(id, { source: this.localName }),
    dismiss: (id) => this.scope?.dismiss(id),
  };

  #openForm({ id }: EventRecord): void {
    if (this._form?.eventId === id) {
      this.#acts.closeForm();
      return;
    }
    const roleId = (this.scope && linkRoles(this.scope)[0]) ?? '';
    this._form = { eventId: id, roleId, label: '', wasBlocked: false };
    this._unsold = false;
    this.#focusSoon('.link-form input:checked');
  }

  async #create(): Promise<void> {
    const { scope, t } = this;
    const form = this._form;
    if (!scope || !form || scope.activities.some(({ command, phase }) => command.id === form.commandId && phase !== 'refused' && phase !== 'skipped' && phase !== 'uncertain')) return; // prettier-ignore
    const access = this.#context(scope);
    const decision = decisionOf(form, access);
    if (!isOpen(scope, decision)) {
      const closed = sayClosed(decision, access);
      this.#announcer.say([t('access.notMade'), closed && heard(closed)].filter(Boolean).join(' '));
      return;
    }
    // Where it may have been done, it is the same command, so that it is not done twice.
    const again = form.failure?.status === 'uncertain' ? form.commandId : undefined;
    const commandId = again ?? newId();
    const label = form.label.trim();
    this._form = { ...form, commandId, failure: undefined };
    this.#announcer.say(t('access.creating'));
    const outcome = again
      ? await scope.retry(again, { source: this.localName })
      : await scope.run(
          {
            id: commandId,
            action: 'link.create',
            ...(form.eventId && { target: { kind: 'event' as const, id: form.eventId } }),
            change: { roleId: form.roleId, ...(label && { values: { label } }) },
          },
          { source: this.localName },
        );
    if (!outcome) return;
    // It is told in the form, and stands nowhere else.
    if (outcome.status === 'refused' || outcome.status === 'skipped') scope.dismiss(commandId);
    const still = this.#formOf(commandId);
    if (outcome.status === 'done') {
      if (still) this._form = undefined;
      const role = roleName(t, form.roleId, roleLabels(scope)(form.roleId));
      this.#announcer.say(t('access.made', { role }));
      this.#awaited = still ? outcome.value?.id : undefined;
    } else if (still) {
      this._form = { ...still, failure: outcome };
      const said = sayEnding(asBad(outcome), access);
      this.#announcer.say(
        [outcome.status !== 'uncertain' && t('access.notMade'), heard(said)]
          .filter(Boolean)
          .join(' '),
      );
    }
  }

  /** The form that made a command, if it is still open. */
  #formOf(commandId: string): LinkDraft | undefined {
    return this._form?.commandId === commandId ? this._form : undefined;
  }

  async #copy(link: EventLink): Promise<void> {
    const { scope, t } = this;
    if (!scope) return;
    this._noted = this._uncopied = undefined;
    const access = this.#context(scope);
    const copied = await copyAddress(link.id, scope);
    if ('problem' in copied) {
      const text = [t('access.notRead'), heard(sayProblem(t, copied.problem))].join(' ');
      this._noted = { id: link.id, text };
      this.#announcer.say(text);
    } else if (copied.address !== undefined) {
      this._uncopied = { id: link.id, address: copied.address };
      this.#focusSoon('.address');
    } else this.#announcer.say(t('access.copied', { link: linkName(link, access) }));
  }

  async #revoke(link: EventLink): Promise<void> {
    const { scope, t } = this;
    if (!scope) return;
    const name = linkName(link, this.#context(scope));
    const hasSeat = poolOfLinks(scope) !== undefined;
    const isSure = await this.#confirm.ask({
      title: t('access.revokeOf', { link: name }),
      names: [],
      consequences: [
        t('access.out'),
        ...(hasSeat ? [t('access.seatFreed')] : []),
        t('effect.irreversible'),
      ],
      action: t('access.revoke'),
      danger: true,
    });
    if (!isSure) return;
    this.#announcer.say(t('access.revoking'));
    const outcome = await scope.run(
      { action: 'link.revoke', target: { kind: 'link', id: link.id } },
      { source: this.localName },
    );
    this.#announcer.say(
      outcome.status === 'done'
        ? t('access.revoked', { link: name })
        : heard(sayEnding(asBad(outcome), this.#context(scope))),
    );
  }

  async #setRight(link: EventLink, right: string, isGiven: boolean): Promise<void> {
    const { scope, t } = this;
    if (!scope) return;
    this._explained = undefined;
    const outcome = await scope.run(
      {
        action: isGiven ? 'role.unrestrict' : 'role.restrict',
        target: { kind: 'link', id: link.id },
        change: { rights: [right] },
      },
      { source: this.localName },
    );
    const access = this.#context(scope);
    const params = { right: rightName(right, t), link: linkName(link, access) };
    this.#announcer.say(
      outcome.status === 'done'
        ? t(isGiven ? 'access.unrestricted' : 'access.restricted', params)
        : heard(sayEnding(asBad(outcome), access)),
    );
  }

  async #run(event: EventRecord): Promise<void> {
    const { scope, t } = this;
    const run = scope && runOf(event, scope, this.#reading);
    if (!run) return;
    const access = this.#context(scope);
    if (!isOpen(scope, run.decision)) {
      const closed = sayClosed(run.decision, access);
      if (closed) this.#announcer.say(heard(closed));
      return;
    }
    const outcome = await scope.run(
      { action: run.action, target: { kind: 'event', id: event.id } },
      { source: this.localName },
    );
    const key = run.action === 'event.end' ? 'access.closed' : 'access.started';
    this.#announcer.say(
      outcome.status === 'done'
        ? t(key, { event: event.name })
        : heard(sayEnding(asBad(outcome), access)),
    );
  }

  async #runUndo(changeId: string): Promise<void> {
    const { scope, t } = this;
    if (!scope) return;
    const change = scope.recent.find(({ id }) => id === changeId);
    this.#announcer.say(t('undo.doing'));
    const outcome = await scope.undo(changeId);
    const access = this.#context(scope);
    const what = change && sayDone(change, access);
    if (!outcome) return;
    this.#announcer.say(
      outcome.status === 'done'
        ? t('undo.done', { what: what ?? '' })
        : heard(sayEnding(asBad(outcome), access)),
    );
  }
}

interface Section {
  readonly event: EventRecord;
  readonly links: readonly EventLink[];
}
