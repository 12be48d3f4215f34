import { html, type nothing, type TemplateResult } from 'lit';
import { groupsOf, type GroupKind } from '../../domain/index.ts';
import { poolName, type Said } from '../../i18n/index.ts';
import { reasonView } from '../../views/reason.ts';
import { boxesControl, choiceControl, sayValue, textControl, type Box } from './controls.ts';
import { fieldRow, type RowIds } from './field-row.ts';
import { attributesOf, fieldLabel, fieldState, holdable, type FieldState } from './field-state.ts';
import type { PanelContext, PanelMenu } from './panel-context.ts';

type Control = (state: FieldState, ids: RowIds) => TemplateResult;

interface Entry {
  readonly field: string;
  readonly control: Control;
}

/** The fields on the screen, section by section. */
export function fieldsOf(panel: PanelContext): readonly string[] {
  return [
    ...panel.profile,
    ...accessOf(panel).map(({ field }) => field),
    ...attributesOf(panel.person, panel.scope),
  ];
}

/** Who the person is (ZM-11, ZM-20). */
export function profileSection(panel: PanelContext): TemplateResult {
  return section('profile', panel.t('panel.profile'), texts(panel.profile, panel), panel);
}

/** What the person has and may do: role, type, licences, groups, sub-accounts (ZM-3, ZM-10, ZM-12, ZM-20, ZM-27). */
export function accessSection(panel: PanelContext): TemplateResult | typeof nothing {
  return section('access', panel.t('panel.access'), accessOf(panel), panel);
}

/** The account's own attributes (ZM-28). */
export function attributesSection(panel: PanelContext): TemplateResult | typeof nothing {
  const fields = attributesOf(panel.person, panel.scope);
  return section('attributes', panel.t('panel.attributes'), texts(fields, panel), panel);
}

function texts(fields: readonly string[], panel: PanelContext): readonly Entry[] {
  return fields.map((field) => ({
    field,
    control: (state, ids) => textControl(field, state, ids, panel),
  }));
}

function accessOf(panel: PanelContext): readonly Entry[] {
  const { lookups, person, scope } = panel;
  const choice = (field: PanelMenu): Entry => ({
    field,
    control: (state, ids) => choiceControl(field, state, ids, panel),
  });
  const boxes = (field: 'addons' | 'products'): Entry => ({
    field,
    control: (state, ids) => boxesControl(field, boxesOf(field, panel), state, ids, panel),
  });
  const has = (kind: GroupKind, held: readonly string[] = []): boolean =>
    groupsOf(lookups.groups, kind).length > 0 || held.length > 0;
  const hasSubaccounts =
    scope.offers('user.assign-subaccounts') || (person.subaccountIds ?? []).length > 0;
  return [
    choice('roleId'),
    ...(hasSubaccounts ? [choice('subaccountIds')] : []),
    ...(holdable('userType', panel).length > 0 ? [choice('userType')] : []),
    ...(holdable('addons', panel).length > 0 ? [boxes('addons')] : []),
    ...(holdable('products', panel).length > 0 ? [boxes('products')] : []),
    ...(has('user', person.groupIds) ? [choice('groupId')] : []),
    ...(has('chat', person.chatGroupIds) ? [choice('chatGroupId')] : []),
  ];
}

/** Each with the policy's word on what is held and this one (ZM-10). */
function boxesOf(field: 'addons' | 'products', panel: PanelContext): readonly Box[] {
  const { draft, person, say, scope, t } = panel;
  const action = field === 'addons' ? 'user.assign-addon' : 'user.assign-product';
  const held = draft.ids(field);
  return holdable(field, panel).map((id) => ({
    id,
    name: poolName(t, id),
    closed: say(scope.decide({ action, target: person, change: { [field]: [...held, id] } })),
  }));
}

/** Why fields are closed, with those that it is said of. */
interface Why {
  readonly said: Said;
  readonly id: string;
  readonly fields: string[];
}

/** A heading and its rows. What closes several of them is said once, below. */
function section(
  name: string,
  title: string,
  entries: readonly Entry[],
  panel: PanelContext,
): TemplateResult {
  const { t } = panel;
  const rows = entries
    .map(({ field, control }) => ({ field, control, state: fieldState(field, panel) }))
    .filter(({ field, state }) => state.isOffered || !isEmpty(field, panel) || panel.readonly);
  if (rows.length === 0) return html``;
  const whys = new Map<string, Why>();
  for (const { field, state } of rows) {
    if (!state.closed) continue;
    const words = JSON.stringify(state.closed);
    const why = whys.get(words) ?? {
      said: state.closed,
      id: `why-${name}-${whys.size}`,
      fields: [],
    };
    why.fields.push(field);
    whys.set(words, why);
  }
  const whyOf = (field: string) => [...whys.values()].find(({ fields }) => fields.includes(field));
  return html`<section class="section" part="section section-${name}" aria-labelledby="section-${name}">
    <h3 id="section-${name}" class="section-title">${title}</h3>
    ${rows.map(({ field, control, state }) =>
      fieldRow(
        {
          field,
          state,
          why: whyOf(field)?.id,
          control: (ids) => control(state, ids),
          value: (value) => sayValue(field, value, panel),
        },
        panel,
      ),
    )}
    ${[...whys.values()].map(({ fields, id, said }) => {
      const names = t.list(fields.map((field) => fieldLabel(t, field)));
      const reason =
        fields.length === rows.length
          ? said.reason
          : t('panel.closed', { fields: names, reason: said.reason });
      return html`<div class="why-closed">${reasonView({ ...said, reason }, { id })}</div>`;
    })}
  </section>`;
}

function isEmpty(field: string, { draft }: PanelContext): boolean {
  return draft.value(field).length === 0;
}
