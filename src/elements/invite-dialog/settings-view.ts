import { html, nothing, type TemplateResult } from 'lit';
import { GROUP_KINDS, groupsOf, type GroupKind } from '../../domain/index.ts';
import { fieldName, poolName, roleName, sayDecision, userTypeName } from '../../i18n/index.ts';
import type { Decision } from '../../policy/index.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import { roleChoice, roleOptions, type RoleWords } from '../../views/role-choice.ts';
import type { FormContext } from './form-context.ts';
import { subaccountOptions, subaccountView } from './subaccount-view.ts';
import { choicesOf, PROFILE_FIELDS, question, type InviteSettings } from './invite-settings.ts';

/** What everyone who is invited now gets. */
export function settingsView(form: FormContext): TemplateResult {
  const { scope, settings, t } = form;
  const { userTypes, addons, products } = choicesOf(scope);
  return html`<div class="settings">
    ${chooser('role', t('invite.role'), roleNameIn(form)(settings.roleId ?? ''), form)}
    ${hintOf(settings.roleId, form)}
    ${subaccountView(form)}
    ${userTypes.length > 0 ? chooser('type', t('invite.type'), userTypeName(t, settings.userType ?? ''), form) : nothing}
    ${GROUP_KINDS.map((kind) => groupView(kind, form))}
    ${heldView('products', products, form)}
    ${heldView('addons', addons, form)}
    ${profileView(form)}
  </div>`;
}

/** What one should know of a role before it is given, where it has words for that (CM-21). */
function hintOf(roleId: string | undefined, { t }: FormContext): TemplateResult | typeof nothing {
  const hint = roleId === undefined ? undefined : t.find(`role.${roleId}.hint`);
  return hint === undefined ? nothing : html`<p class="hint role-hint">${hint}</p>`;
}

/** ZM-12: of each kind of group that is in use, one may be chosen; a kind that has none is not asked for. */
function groupView(kind: GroupKind, form: FormContext): TemplateResult | typeof nothing {
  const { settings, t } = form;
  const groups = groupsOf(form.groups, kind);
  if (groups.length === 0) return nothing;
  const chosen = kind === 'chat' ? settings.chatGroupId : settings.groupId;
  return html`<label class="block"
    ><span class="label">${t(`invite.group.${kind}`)}</span>
    <span class="select-box"
      ><select
        part=${kind === 'chat' ? 'group chat-group' : 'group'}
        @change=${(event: Event) => form.setGroup(kind, (event.currentTarget as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${chosen === undefined}>${t('invite.group.none')}</option>
        ${groups.map(({ id, label = id }) => html`<option value=${id} ?selected=${chosen === id}>${label}</option>`)}
      </select>
      ${icon('chevron-down')}</span
    ></label
  >`;
}

function chooser(
  kind: 'role' | 'type',
  field: string,
  value: string,
  { menu }: FormContext,
): TemplateResult {
  const id = `${kind}-label`;
  return html`<div class="block">
    <span class="label" id=${id}>${field}</span>
    <button
      type="button"
      class="select boxed"
      part="${kind}-trigger"
      aria-haspopup="listbox"
      aria-expanded=${menu.name === kind}
      aria-labelledby="${id} ${kind}-value"
      @click=${(event: Event) => menu.toggle(kind, event.currentTarget as HTMLElement)}
    >
      <bdi id="${kind}-value">${value}</bdi>${icon('chevron-down')}
    </button>
  </div>`;
}

/** The list of roles, or of user types, whichever is open. */
export function optionsView(form: FormContext): TemplateResult | typeof nothing {
  const { menu, settings, t } = form;
  const choose = (part: Partial<InviteSettings>): void => {
    form.set(part);
    menu.close();
  };
  if (menu.name === 'role')
    return roleChoice({
      label: t('invite.role'),
      options: roleOptions(roleDecisions(form), wordsFor(form, roleNameIn(form))),
      current: settings.roleId,
      choose: (roleId) => choose({ roleId }),
    });
  if (menu.name === 'type')
    return roleChoice({
      label: t('invite.type'),
      options: roleOptions(
        typeDecisions(form),
        wordsFor(form, (id) => userTypeName(t, id)),
      ),
      current: settings.userType,
      choose: (userType) => choose({ userType }),
    });
  return menu.name === 'subaccount' ? subaccountOptions(form) : nothing;
}

function wordsFor(form: FormContext, roleName: RoleWords['roleName']): RoleWords {
  const { roleLabel, scope, t } = form;
  const serverDecides = (decision: Decision): boolean =>
    scope.standing(decision) === 'server-decides';
  return { t, roleLabel, roleName, serverDecides };
}

function roleNameIn({ roleLabel, t }: FormContext): (id: string) => string {
  return (id) => roleName(t, id, roleLabel(id));
}

function roleDecisions({ count, scope, settings }: FormContext): ReadonlyMap<string, Decision> {
  // Where they belong follows from the role: it keeps nobody from choosing another.
  const { roleId: _role, subaccountIds: _ids, ...others } = settings;
  return scope.assignableRoles({ ...question(others, count), draft: true });
}

/** ZM-8, ZM-9: a type is closed while the licences do not last for everybody. */
function typeDecisions({ count, scope, settings }: FormContext): ReadonlyMap<string, Decision> {
  return new Map(
    choicesOf(scope).userTypes.map((id) => [
      id,
      scope.decide({ ...question(settings, count, { userType: id }), draft: true }),
    ]),
  );
}

/** What takes a seat each, and of which one may have several: add-ons (ZM-10), products (LM-4). */
type Held = 'addons' | 'products';

function heldView(
  kind: Held,
  ids: readonly string[],
  form: FormContext,
): TemplateResult | typeof nothing {
  if (ids.length === 0) return nothing;
  return html`<fieldset class="block held" part=${kind}>
    <legend class="label">${form.t(`invite.${kind}`)}</legend>
    ${ids.map((id) => heldBox(kind, id, form))}
  </fieldset>`;
}

/** A closed one can be reached like the others, and says why. */
function heldBox(kind: Held, id: string, form: FormContext): TemplateResult {
  const { count, roleLabel, scope, settings, t } = form;
  const isChosen = settings[kind].includes(id);
  const others = settings[kind].filter((other) => other !== id);
  const decision = scope.decide({
    ...question({ ...settings, addons: [], products: [] }, count, { [kind]: [id] }),
    draft: true,
  });
  const said = isChosen ? undefined : sayDecision(t, decision, { roleLabel });
  const isClosed = said !== undefined && scope.standing(decision) !== 'server-decides';
  return html`<label class="check">
    <input
      type="checkbox"
      class="checkbox"
      .checked=${isChosen}
      aria-disabled=${isClosed ? 'true' : nothing}
      aria-describedby=${said ? `held-${id}` : nothing}
      @click=${(event: Event) => isClosed && event.preventDefault()}
      @change=${() => form.set({ [kind]: isChosen ? others : [...others, id] })}
    />
    <span>${poolName(t, id)}${said ? reasonView(said, { id: `held-${id}` }) : nothing}</span>
  </label>`;
}

/** ZM-11, ZM-12. */
function profileView(form: FormContext): TemplateResult | typeof nothing {
  const { scope, settings, t } = form;
  const fields = PROFILE_FIELDS.filter((field) => scope.offers('user.invite', field));
  const hasPassword = scope.offers('user.invite', 'password');
  if (fields.length === 0 && !hasPassword) return nothing;
  const value = (event: Event): string => (event.currentTarget as HTMLInputElement).value;
  return html`<details class="more-settings">
    <summary>${icon('chevron-down')}${t('invite.profile')}</summary>
    <p class="hint">${t('invite.profile.hint')}</p>
    <div class="fields">
      ${fields.map(
        (field) => html`<label class="block"
          ><span class="label">${fieldName(t, field)}</span>
          <span class="field"
            ><input
              name=${field}
              autocomplete="off"
              maxlength="200"
              .value=${settings.profile[field] ?? ''}
              @input=${(event: Event) => form.set({ profile: { ...settings.profile, [field]: value(event) } })}
          /></span>
        </label>`,
      )}
      ${hasPassword ? passwordView(form) : nothing}
    </div>
  </details>`;
}

function passwordView(form: FormContext): TemplateResult {
  const { settings, t } = form;
  return html`<label class="block"
        ><span class="label">${t('invite.password')}</span>
        <span class="field"
          ><input
            type="password"
            name="password"
            autocomplete="new-password"
            aria-describedby="password-hint"
            .value=${settings.password}
            @input=${(event: Event) => form.set({ password: (event.currentTarget as HTMLInputElement).value })}
        /></span>
        <span class="hint" id="password-hint">${t('invite.password.hint')}</span>
      </label>`;
}
