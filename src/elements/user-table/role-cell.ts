import { html, nothing, type TemplateResult } from 'lit';
import { heldRoles, personName, type PersonRecord } from '../../domain/index.ts';
import { sayDecision } from '../../i18n/index.ts';
import { isPending, type Activity } from '../../state/index.ts';
import { icon } from '../../views/icons.ts';
import type { TableContext } from './table-context.ts';

/** What the role cell of a person shows: the role, its control, or the change under way. */
export function roleCell(
  person: PersonRecord,
  table: TableContext,
  readonly: boolean,
): TemplateResult {
  const { scope, t, cell, menu } = table;
  const pending = scope.activitiesOn(person.id).filter(isPending);
  if (pending.length > 0) return pendingRole(pending, table);
  // Whoever holds several may do what any of them allows.
  const shown = t.list(heldRoles(person).map(cell.roleName));
  if (readonly || !scope.offers('user.change-role'))
    return html`<span class="role-text" dir="auto">${shown}</span>`;
  const decision = scope.decide({ action: 'user.change-role', target: person, draft: true });
  const closed = scope.standing(decision) === 'denied';
  const label = t('role.change', { name: personName(person) });
  const isOpen = menu.name?.kind === 'role' && menu.name.personId === person.id;
  return html`<button
    type="button"
    class="select role-trigger"
    part="role-trigger"
    data-person=${person.id}
    aria-haspopup="listbox"
    aria-expanded=${isOpen}
    aria-disabled=${closed ? 'true' : nothing}
    aria-label="${shown}. ${label}"
    aria-description=${closed ? (sayDecision(t, decision, table)?.reason ?? nothing) : nothing}
    @click=${(event: Event) => menu.toggle({ kind: 'role', personId: person.id }, event.currentTarget as HTMLElement)}
  >
    <span class="role-name" dir="auto">${shown}</span>
    ${icon(closed ? 'lock' : 'chevron-down')}
  </button>`;
}

function pendingRole(
  pending: readonly Activity[],
  { t, scope, cell }: TableContext,
): TemplateResult {
  const { command, phase, slow } = pending.at(-1) as Activity;
  const { roleId } = command.change ?? {};
  const cancellable = phase === 'holding' || phase === 'queued';
  const hint = {
    holding: 'change.waiting',
    queued: 'change.queued',
    paused: 'problem.unauthenticated',
  } as const;
  const text =
    phase in hint ? t(hint[phase as keyof typeof hint]) : t(slow ? 'change.slow' : 'change.saving');
  return html`<span class="role-pending" part="pending">
    <span class="spinner" aria-hidden="true"></span>
    <span class="role-pending-text">
      ${roleId ? html`<span class="role-name" dir="auto">${cell.roleName(roleId)}</span>` : nothing}
      <span class="quiet">${text}</span>
    </span>
    ${
      cancellable
        ? html`<button type="button" class="button quiet small" @click=${() => scope.cancel(command.id)}>${t('change.cancel')}</button>`
        : nothing
    }
  </span>`;
}
