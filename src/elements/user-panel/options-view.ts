import { html, nothing, type TemplateResult } from 'lit';
import { groupsOf, type GroupKind } from '../../domain/index.ts';
import { roleName, userTypeName } from '../../i18n/index.ts';
import type { Decision } from '../../policy/index.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import { roleChoice, roleOptions, type RoleOption } from '../../views/role-choice.ts';
import { fieldLabel, holdable } from './field-state.ts';
import type { PanelContext } from './panel-context.ts';

/** The list that is open: roles, user types, groups or sub-accounts. */
export function optionsView(panel: PanelContext): TemplateResult | typeof nothing {
  const { draft, menu, t } = panel;
  const { name } = menu;
  if (name === undefined) return nothing;
  if (name === 'subaccountIds') return subaccounts(panel);
  const options = {
    roleId: roles,
    userType: types,
    groupId: () => groups('user', panel),
    chatGroupId: () => groups('chat', panel),
  }[name](panel);
  return roleChoice({
    label: fieldLabel(t, name),
    options,
    current: draft.text(name),
    choose: (id) => {
      if (name === 'roleId') chooseRole(id, panel);
      else panel.set(name, id);
      menu.close();
    },
  });
}

function roles(panel: PanelContext): readonly RoleOption[] {
  const { person, scope, t, roleLabel } = panel;
  const decisions = scope.assignableRoles({ action: 'user.change-role', target: person });
  return roleOptions(decisions, {
    t,
    roleLabel,
    roleName: (id) => roleName(t, id, roleLabel(id)),
    serverDecides: (decision: Decision) => scope.standing(decision) === 'server-decides',
  });
}

/** A role that covers every sub-account names none: what was chosen goes along with it where the policy wants that (MS-5). */
function chooseRole(roleId: string, panel: PanelContext): void {
  const { draft, person, scope, set } = panel;
  set('roleId', roleId);
  if (!draft.isEdited('roleId')) return draft.discard(['subaccountIds']);
  const subaccountIds = draft.ids('subaccountIds');
  const isRefused = (ids: readonly string[]): boolean => {
    const change = { roleId, subaccountIds: ids };
    const decision = scope.decide({ action: 'user.change-role', target: person, change });
    return scope.standing(decision) === 'denied';
  };
  if (subaccountIds.length > 0 && isRefused(subaccountIds) && !isRefused([]))
    set('subaccountIds', []);
}

/** ZM-3, ZM-8, ZM-9. */
function types(panel: PanelContext): readonly RoleOption[] {
  const { person, say, scope, t } = panel;
  return holdable('userType', panel).map((userType) => {
    const decision = scope.decide({
      action: 'user.change-type',
      target: person,
      change: { userType },
    });
    return { id: userType, name: userTypeName(t, userType), closed: say(decision) };
  });
}

/** ZM-12, ZM-27: of each kind of group a person is in one. */
function groups(
  kind: GroupKind,
  { lookups, person, say, scope, t }: PanelContext,
): readonly RoleOption[] {
  const open = (groupId: string) => {
    const change = { groupId, ...(kind === 'chat' && { kind }) };
    return say(scope.decide({ action: 'user.assign-group', target: person, change }));
  };
  return [
    { id: '', name: t('panel.group.none'), closed: open('') },
    ...groupsOf(lookups.groups, kind).map(({ id, label, description }) => ({
      id,
      name: label ?? id,
      description,
      closed: open(id),
    })),
  ];
}

/** Sub-accounts to tick, found by their name. Where the policy allows only one, another takes its place. */
function subaccounts(panel: PanelContext): TemplateResult {
  const { draft, lookups, t } = panel;
  const chosen = draft.ids('subaccountIds');
  const label = fieldLabel(t, 'subaccountIds');
  const others = chosen.filter((id) => !lookups.found.some((one) => one.id === id));
  const shown = [...others.map((id) => ({ id, name: lookups.subaccount(id) })), ...lookups.found];
  return html`<div class="picker" role="group" aria-label=${label}>
    <span class="field">
      ${icon('search')}<input
        type="search"
        data-autofocus
        autocomplete="off"
        aria-label=${t('panel.subaccounts.search')}
        placeholder=${t('panel.subaccounts.search')}
        @input=${(event: Event) => lookups.search((event.currentTarget as HTMLInputElement).value)}
      />${lookups.isSearching ? html`<span class="spinner"></span>` : nothing}
    </span>
    ${lookups.hasFailed ? reasonView({ reason: t('problem.network') }, { tone: 'problem' }) : nothing}
    <div class="picked">${shown.map(({ id, name }) => subaccount(id, name, panel))}</div>
    ${
      shown.length === 0 && !lookups.isSearching && !lookups.hasFailed
        ? html`<p class="quiet none">${t('panel.subaccounts.none')}</p>`
        : nothing
    }
  </div>`;
}

function subaccount(id: string, name: string, panel: PanelContext): TemplateResult {
  const { draft, say, set } = panel;
  const chosen = draft.ids('subaccountIds');
  const isChosen = chosen.includes(id);
  const without = chosen.filter((one) => one !== id);
  const more = decided([...chosen, id], panel);
  const alone = isChosen ? undefined : say(decided([id], panel));
  // One more is refused, and this one alone is not: it takes the place of what was chosen.
  const next = isChosen ? without : say(more) && !alone ? [id] : [...chosen, id];
  return html`<label class="check">
    <input
      type="checkbox"
      class="checkbox"
      .checked=${isChosen}
      aria-disabled=${alone ? 'true' : nothing}
      aria-describedby=${alone ? `why-subaccount-${id}` : nothing}
      @click=${(event: Event) => alone && event.preventDefault()}
      @change=${() => set('subaccountIds', next)}
    />
    <span><bdi>${name}</bdi>${alone ? reasonView(alone, { id: `why-subaccount-${id}` }) : nothing}</span>
  </label>`;
}

function decided(subaccountIds: readonly string[], { draft, person, scope }: PanelContext) {
  return draft.isEdited('roleId')
    ? scope.decide({
        action: 'user.change-role',
        target: person,
        change: { roleId: draft.text('roleId'), subaccountIds },
      })
    : scope.decide({
        action: 'user.assign-subaccounts',
        target: person,
        change: { subaccountIds },
      });
}
