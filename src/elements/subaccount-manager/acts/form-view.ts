import { html, nothing, type TemplateResult } from 'lit';
import { consequencesOf } from '../../confirm-request.ts';
import { fieldName, sayDecision, type Said, type Translator } from '../../../i18n/index.ts';
import type { Decision } from '../../../policy/index.ts';
import { icon } from '../../../views/icons.ts';
import { priceView } from '../../../views/price.ts';
import { reasonView } from '../../../views/reason.ts';
import { addingDecision, canBuyFor } from '../add-button.ts';
import { sayOutcome } from '../ending.ts';
import type { ManagerContext } from '../manager-context.ts';
import { isOpen } from '../row-actions.ts';
import { buyButton, buyingView, sizeChoice } from './buying-view.ts';
import { fieldView, firstEmpty } from './field-view.ts';
import { detailsOf, sizesOf, type ActForm } from './form.ts';
import type { FormDesk } from './form-desk.ts';
import { limitsView } from './limits-view.ts';
import { reassignView } from './reassign-view.ts';

/** The form that is open: a modal dialog that says what will happen, asks for what it takes, and stays while it fails. */
export function actForm(form: ActForm, desk: FormDesk, manager: ManagerContext): TemplateResult {
  const { t, say } = manager;
  const failure = form.failure && sayOutcome(form.failure, t, say);
  return html`<dialog
    class="dialog act-form is-${form.kind}"
    part="act-form"
    aria-labelledby="act-title"
    @cancel=${(event: Event) => {
      event.preventDefault();
      desk.close();
    }}
    @keydown=${(event: KeyboardEvent) => {
      // Before the browser closes the dialog: it does so the second time whatever is said to "cancel".
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      desk.close();
    }}
  >
    <form
      novalidate
      aria-busy=${form.sending ? 'true' : nothing}
      @submit=${(event: Event) => {
        event.preventDefault();
        void desk.submit();
      }}
    >
      <h2 id="act-title" class="dialog-title" dir="auto">${titleOf(form, t)}</h2>
      <div class="act-body">${body(form, desk, manager)}</div>
      ${failure ? html`<div class="act-failure" part="failure" role="alert">${reasonView(failure, { tone: 'problem' })}</div>` : nothing}
      <div class="dialog-actions">
        <button type="button" class="button" data-autofocus @click=${desk.close}>${t('change.cancel')}</button>
        ${submitButton(form, desk, manager)}
      </div>
    </form>
  </dialog>`;
}

function titleOf({ kind, one }: ActForm, t: Translator): string {
  const name = one?.name ?? '';
  switch (kind) {
    case 'create':
      return t('manager.add');
    case 'buy':
      return t('manager.buy');
    default:
      return t(`acts.${kind}.title`, { name });
  }
}

function body(form: ActForm, desk: FormDesk, manager: ManagerContext) {
  const { t, say, scope } = manager;
  switch (form.kind) {
    case 'buy':
      return buyingView(desk.buying, t, say);
    case 'create':
      return html`${slotsView(desk, manager)} ${fieldsView(form, desk, manager)}
        <div class="happens">
          <h3>${t('acts.happens')}</h3>
          <ul class="consequences">
            ${consequencesOf('subaccount.create', t, scope).map((text) => html`<li>${text}</li>`)}
          </ul>
        </div>`;
    case 'edit':
      return html`${fieldsView(form, desk, manager)} ${limitsView(form.one, manager)}`;
    case 'resize':
      return html`${sizeChoice(sizesOf(scope), form.values['size'] ?? '', (size) => desk.type('size', size), t)}
      ${form.values['size'] === form.one?.size ? html`<p class="hint">${t('acts.size.same')}</p>` : priceView(desk.quote.state, t, () => desk.quote.again())}
      ${limitsView(form.one, manager)}`;
    case 'reassign':
      return reassignView(form, desk, manager, fieldsView(form, desk, manager));
  }
}

/** What there is to create one in; with nothing left, the way to more (CM-12). */
function slotsView(desk: FormDesk, manager: ManagerContext): TemplateResult | typeof nothing {
  const { t, say, scope } = manager;
  const { buying } = desk;
  const decision = addingDecision(scope);
  const free = scope.seats('subaccount')?.free;
  if (!canBuyFor(decision, scope)) {
    if (buying.bought > 0)
      return html`<p class="slots is-bought" role="status">${icon('check')}${t('acts.slots.bought', { count: buying.bought })}</p>`;
    return free === undefined
      ? nothing
      : html`<p class="slots">${t('acts.slots', { count: free })}</p>`;
  }
  return html`<section class="blocked" aria-label=${t('manager.buy')}>
    <p class="slots">${icon('alert')}<span>${t('acts.slots.none')}</span></p>
    ${buyingView(buying, t, say)} ${buyButton(buying, t, false)}
  </section>`;
}

function fieldsView(form: ActForm, desk: FormDesk, manager: ManagerContext): TemplateResult {
  const { t, scope } = manager;
  return html`<div class="fields">
    ${detailsOf(form.kind, scope).map((field) => fieldView(field, fieldName(t, field), form, desk, t))}
  </div>`;
}

function submitButton(form: ActForm, desk: FormDesk, manager: ManagerContext): TemplateResult {
  const { t, scope } = manager;
  if (form.kind === 'buy') return buyButton(desk.buying, t, true);
  const closed = form.kind === 'create' ? closedBy(addingDecision(scope), manager) : undefined;
  const isSettled =
    form.kind !== 'resize' || (desk.quote.isSettled && form.values['size'] !== form.one?.size);
  const isShut = closed !== undefined || !isSettled || form.sending !== undefined;
  return html`<button
      type="submit"
      class="button submit ${form.kind === 'reassign' ? 'danger' : isShut ? '' : 'primary'}"
      ?data-next=${form.kind === 'create' && firstEmpty(form) === undefined}
      aria-disabled=${isShut ? 'true' : nothing}
      aria-describedby=${closed ? 'act-closed' : nothing}
      @click=${(event: Event) => isShut && event.preventDefault()}
    >
      ${form.sending ? html`<span class="spinner" aria-hidden="true"></span>${t('change.saving')}` : submitText(form, t)}
    </button>
    ${closed ? html`<span id="act-closed" hidden>${[closed.reason, closed.remedy].filter(Boolean).join(' ')}</span>` : nothing}`;
}

function submitText({ kind, failure }: ActForm, t: Translator): string {
  if (failure) return t('change.retry');
  if (kind === 'create') return t('acts.create');
  return t(kind === 'reassign' ? 'acts.reassign.do' : 'acts.save');
}

function closedBy(decision: Decision, { t, scope, say }: ManagerContext): Said | undefined {
  return isOpen(scope, decision) ? undefined : sayDecision(t, decision, say);
}
