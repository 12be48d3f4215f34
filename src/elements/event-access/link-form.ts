import { html, nothing, type TemplateResult } from 'lit';
import type { EventRecord } from '../../domain/index.ts';
import { roleName } from '../../i18n/index.ts';
import { isPending } from '../../state/index.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import type { AccessContext } from './access-context.ts';
import type { LinkDraft } from './link-draft.ts';
import { abilitiesOf, linkRoles } from './roles.ts';
import { asBad, isOpen, rightName, sayClosed, sayEnding } from './said.ts';
import { buyButton } from './seat-view.ts';

/** The decision about the link that a form would make. */
export function decisionOf({ eventId, roleId }: LinkDraft, { scope }: AccessContext) {
  return scope.decide({
    action: 'link.create',
    ...(eventId && { target: { id: eventId } }),
    change: { roleId },
    draft: true,
  });
}

/** Whether a form waits for a seat. */
export function isBlocked(form: LinkDraft, access: AccessContext): boolean {
  const decision = decisionOf(form, access);
  return decision.effect === 'deny' && decision.reason.key === 'noSeat';
}

/** The form for a new link: what its holder will be, with what that allows, and whom it is for. */
export function linkForm(
  form: LinkDraft,
  event: EventRecord,
  access: AccessContext,
): TemplateResult {
  const { t, scope, act } = access;
  const sending = scope.activities.find(
    (one) => one.command.id === form.commandId && isPending(one),
  );
  const decision = decisionOf(form, access);
  const closed = isOpen(scope, decision) ? undefined : sayClosed(decision, access);
  const failed = !sending && form.failure;
  const isDisabled = closed !== undefined || sending !== undefined;
  return html`<form
    class="link-form"
    part="form"
    aria-label=${t('access.createIn', { event: event.name })}
    @submit=${(submitted: Event) => {
      submitted.preventDefault();
      act.create();
    }}
    @keydown=${(pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return;
      pressed.preventDefault();
      pressed.stopPropagation();
      act.closeForm();
    }}
  >
    <fieldset>
      <legend>${t('access.role')}</legend>
      ${linkRoles(scope).map((roleId) => roleRadio(roleId, form, access))}
    </fieldset>
    <label class="for">
      <span>${t('access.for')}</span>
      <span class="field">
        <input
          name="label"
          autocomplete="off"
          maxlength="100"
          dir="auto"
          aria-describedby="for-hint"
          .value=${form.label}
          @input=${(typed: Event) => act.editForm({ label: (typed.currentTarget as HTMLInputElement).value })}
        />
      </span>
      <span class="hint" id="for-hint">${t('access.for.hint')}</span>
    </label>
    ${closed ? html`<div class="why-closed" id="why-create">${reasonView(closed)} ${buyButton(decision, access)}</div>` : nothing}
    ${!closed && form.wasBlocked ? html`<p class="freed">${icon('check')}${t('access.seats.free')}</p>` : nothing}
    ${
      failed
        ? html`<div class="failure" part="failure">
            ${reasonView(sayEnding(asBad(failed), access), { tone: failed.status === 'uncertain' ? 'waiting' : 'problem' })}
          </div>`
        : nothing
    }
    <div class="form-actions">
      <button type="button" class="button" @click=${act.closeForm}>${t('change.cancel')}</button>
      <button
        class="button primary"
        part="create"
        aria-disabled=${isDisabled ? 'true' : nothing}
        aria-describedby=${closed ? 'why-create' : nothing}
      >
        ${closed ? icon('lock') : nothing}${sending ? html`<span class="spinner" aria-hidden="true"></span>${t('access.creating')}` : failed ? t('change.retry') : t('access.create')}
      </button>
    </div>
  </form>`;
}

function roleRadio(roleId: string, form: LinkDraft, access: AccessContext): TemplateResult {
  const { t, scope, say, act } = access;
  const { may, mayNot } = abilitiesOf(scope, roleId);
  const words = (rights: readonly string[]) => t.list(rights.map((right) => rightName(right, t)));
  const id = `role-${encodeURIComponent(roleId)}`;
  return html`<div class="role">
    <input
      type="radio"
      name="role"
      id=${id}
      value=${roleId}
      .checked=${form.roleId === roleId}
      aria-describedby="${id}-may"
      @change=${() => act.editForm({ roleId })}
    />
    <label for=${id}>
      <span class="role-name" dir="auto">${roleName(t, roleId, say.roleLabel?.(roleId))}</span>
    </label>
    <span class="abilities" id="${id}-may">
      ${may.length > 0 ? html`<span>${t('access.may', { rights: words(may) })}</span> ` : nothing}
      ${mayNot.length > 0 ? html`<span>${t('access.mayNot', { rights: words(mayNot) })}</span>` : nothing}
    </span>
  </div>`;
}
