import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { heldRoles } from '../../domain/index.ts';
import { poolName, roleName, userTypeName, type Said } from '../../i18n/index.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import type { FieldValue } from '../../state/index.ts';
import type { RowIds } from './field-row.ts';
import type { FieldState } from './field-state.ts';
import type { PanelContext, PanelMenu } from './panel-context.ts';

/** A text in place: looks like the text that it is until it is pointed at. A closed one can be reached and read. */
export function textControl(
  field: string,
  { isOffered, closed }: FieldState,
  ids: RowIds,
  { draft, saving, set, t }: PanelContext,
): TemplateResult {
  const text = draft.text(field);
  if (!isOffered) return plain(text, ids, t('panel.empty'));
  const isEmail = field === 'email';
  return html`<span class="text-field ${closed ? 'closed' : ''}"
    ><input
      id=${ids.control}
      part="input"
      name=${field}
      type=${isEmail ? 'email' : 'text'}
      dir="auto"
      autocomplete="off"
      spellcheck=${isEmail ? 'false' : 'true'}
      maxlength=${isEmail ? 254 : 200}
      placeholder=${t(closed ? 'panel.empty' : 'panel.add')}
      .value=${live(text)}
      ?readonly=${closed !== undefined || saving.isUnderWay}
      aria-disabled=${closed ? 'true' : nothing}
      aria-invalid=${ids.isInvalid ? 'true' : nothing}
      aria-describedby=${ids.described}
      @input=${(event: Event) => set(field, (event.currentTarget as HTMLInputElement).value)}
    />${closed ? icon('lock') : nothing}</span
  >`;
}

/** One of a list that opens at it. */
export function choiceControl(
  field: PanelMenu,
  { isOffered, closed }: FieldState,
  ids: RowIds,
  panel: PanelContext,
): TemplateResult {
  const { draft, menu, person, saving, t } = panel;
  // Of several roles held all are told; a change gives one in place of them.
  const isHeld = field === 'roleId' && !draft.isEdited(field);
  const shown = isHeld
    ? t.list(heldRoles(person).map((role) => sayValue(field, role, panel)))
    : sayValue(field, draft.value(field), panel);
  if (!isOffered) return plain(shown, ids, t('panel.empty'));
  const isMany = field === 'subaccountIds';
  return html`<button
    type="button"
    id=${ids.control}
    class="select choice"
    part="choice"
    aria-haspopup=${isMany ? 'dialog' : 'listbox'}
    aria-expanded=${menu.name === field}
    aria-labelledby="${ids.label} ${ids.control}-text"
    aria-disabled=${closed || saving.isUnderWay ? 'true' : nothing}
    aria-describedby=${ids.described}
    @click=${(event: Event) => !closed && !saving.isUnderWay && toggle(field, event.currentTarget as HTMLElement, panel)}
  >
    <bdi id="${ids.control}-text" class=${shown ? '' : 'quiet'}>${shown || t('panel.empty')}</bdi>${icon(closed ? 'lock' : 'chevron-down')}
  </button>`;
}

function toggle(field: PanelMenu, trigger: HTMLElement, { lookups, menu }: PanelContext): void {
  if (field === 'subaccountIds' && menu.name !== field) lookups.search('');
  menu.toggle(field, trigger);
}

export interface Box {
  readonly id: string;
  readonly name: string;
  readonly closed?: Said | undefined;
}

/** Several of a few. A closed one can be reached like the others, and says why. */
export function boxesControl(
  field: string,
  boxes: readonly Box[],
  { isOffered, closed }: FieldState,
  ids: RowIds,
  panel: PanelContext,
): TemplateResult {
  const { draft, saving, set, t } = panel;
  const held = draft.ids(field);
  if (!isOffered) return plain(sayValue(field, held, panel), ids, t('panel.empty'));
  return html`<div class="boxes" id=${ids.control} role="group" aria-labelledby=${ids.label} aria-describedby=${ids.described}>
    ${boxes.map(({ id, name, closed: own }) => {
      const isHeld = held.includes(id);
      // What is closed as a whole is explained below; what is held can always be given back.
      const why = closed || isHeld ? undefined : own;
      const isClosed = closed !== undefined || why !== undefined || saving.isUnderWay;
      return html`<label class="check">
        <input
          type="checkbox"
          class="checkbox"
          value=${id}
          .checked=${live(isHeld)}
          aria-disabled=${isClosed ? 'true' : nothing}
          aria-describedby=${why ? `why-${field}-${id}` : nothing}
          @click=${(event: Event) => isClosed && event.preventDefault()}
          @change=${() => set(field, isHeld ? held.filter((one) => one !== id) : [...held, id])}
        />
        <span><bdi>${name}</bdi>${why ? reasonView(why, { id: `why-${field}-${id}` }) : nothing}</span>
      </label>`;
    })}
  </div>`;
}

/** What cannot be changed here; it takes no focus, since there is nothing to do and nothing to explain. */
function plain(text: string, { control }: RowIds, empty: string): TemplateResult {
  return html`<output id=${control} class="plain ${text ? '' : 'quiet'}" dir="auto">${text || empty}</output>`;
}

/** A value in words. */
export function sayValue(field: string, value: FieldValue, panel: PanelContext): string {
  const { lookups, roleLabel, t } = panel;
  const name = (id: string): string => {
    switch (field) {
      case 'roleId':
        return roleName(t, id, roleLabel(id));
      case 'userType':
        return userTypeName(t, id);
      case 'addons':
      case 'products':
        return poolName(t, id);
      case 'groupId':
      case 'chatGroupId':
        return lookups.group(id);
      case 'subaccountIds':
        return lookups.subaccount(id);
      default:
        return id;
    }
  };
  if (typeof value === 'string') return value && name(value);
  return t.list(value.map(name));
}
