import { html, nothing, type TemplateResult } from 'lit';
import type { Action, EventLink } from '../../domain/index.ts';
import { isPending } from '../../state/index.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import type { AccessContext } from './access-context.ts';
import { abilitiesOf } from './roles.ts';
import { heard, isOpen, linkName, rightName, sayClosed } from './said.ts';

/** What is taken from, or given back to, the holder of a link. */
function decisionOf(link: EventLink, right: Action, isGiven: boolean, { scope }: AccessContext) {
  return scope.decide({
    action: isGiven ? 'role.restrict' : 'role.unrestrict',
    target: link,
    change: { rights: [right] },
  });
}

/** The rights that the role of a link has, those taken from it among them. */
function rightsOf(
  { roleId, restricted = [] }: EventLink,
  { scope }: AccessContext,
): readonly Action[] {
  return [...new Set([...abilitiesOf(scope, roleId).may, ...restricted])];
}

/** Whether somebody may take any single right from this link, or others may and it is to be seen why not here. */
export function hasRights(link: EventLink, access: AccessContext): boolean {
  const { scope, readonly } = access;
  if (readonly || !scope.offers('role.restrict')) return false;
  return rightsOf(link, access).some((right) => {
    const decision = decisionOf(link, right, !link.restricted?.includes(right), access);
    return isOpen(scope, decision);
  });
}

/** The rights taken from a link, in words. */
export function restrictedText({ restricted = [] }: EventLink, { t }: AccessContext) {
  if (restricted.length === 0) return nothing;
  const rights = t.list(restricted.map((right) => rightName(right, t)));
  return html`<span class="without">${icon('lock')}${t('access.withoutRights', { rights })}</span>`;
}

/** Each right of a link as a switch; what only support can change is shown locked, and says so (CM-8). */
export function rightsView(link: EventLink, access: AccessContext): TemplateResult {
  const { t } = access;
  return html`<div class="rights" part="rights" role="group" aria-label=${t('access.rightsOf', { link: linkName(link, access) })}>
    <p class="hint">${t('access.rights.hint')}</p>
    ${rightsOf(link, access).map((right) => rightSwitch(link, right, access))}
  </div>`;
}

function rightSwitch(link: EventLink, right: Action, access: AccessContext): TemplateResult {
  const { t, scope, act } = access;
  const isGiven = !link.restricted?.includes(right);
  const decision = decisionOf(link, right, isGiven, access);
  const closed = isOpen(scope, decision) ? undefined : sayClosed(decision, access);
  const id = `right-${encodeURIComponent(`${link.id} ${right}`)}`;
  const saving = scope
    .activitiesOn(link.id)
    .find((one) => isPending(one) && one.command.change?.rights?.includes(right));
  const flip = (): void => {
    if (saving) return;
    if (closed) act.explain(id, heard(closed));
    else act.setRight(link, right, !isGiven);
  };
  return html`<div class="right">
    <button
      type="button"
      class="switch"
      part="right"
      role="switch"
      data-right=${right}
      aria-checked=${isGiven ? 'true' : 'false'}
      aria-disabled=${closed || saving ? 'true' : nothing}
      aria-describedby=${closed ? id : nothing}
      @click=${flip}
    >
      <span class="track" aria-hidden="true"><span class="thumb"></span></span>
      <span class="right-name">${rightName(right, t)}</span>
      ${saving ? html`<span class="saving"><span class="spinner" aria-hidden="true"></span>${t(saving.slow ? 'change.slow' : 'change.saving')}</span>` : nothing}
    </button>
    ${closed ? reasonView(closed, { id }) : nothing}
  </div>`;
}
