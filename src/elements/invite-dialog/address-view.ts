import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { MessageKey, Said } from '../../i18n/index.ts';
import type { AddressReason, ListedAddress } from '../../state/index.ts';
import { icon } from '../../views/icons.ts';
import { laterIcon } from '../../views/icons-later.ts';
import { said } from './address-box.ts';
import type { FormContext } from './form-context.ts';
import { foreseenView } from './mail-view.ts';

/** The addresses so far, and the field for more. */
export function addressView(form: FormContext): TemplateResult {
  const { box, sending, t } = form;
  const { drawn, hidden } = box;
  const isBusy = sending.isUnderWay;
  return html`<div class="block">
    <label class="label" for="addresses">${t('invite.addresses')}</label>
    <div class="addresses" part="addresses" ?data-busy=${isBusy} @pointerdown=${(event: Event) => focusField(event, form)}>
      ${
        drawn.length > 0
          ? html`<ul class="chips" aria-label=${t('invite.addresses.list')} aria-describedby="address-keys" @keydown=${isBusy ? nothing : box.handleKeydown}>
              ${repeat(
                drawn,
                ({ id }) => id,
                (entry) => chip(entry, form),
              )}
            </ul>`
          : nothing
      }
      ${
        hidden > 0
          ? html`<button type="button" class="button quiet small more" @click=${() => box.showMore()}>
              ${t('invite.more', { count: hidden })}
            </button>`
          : nothing
      }
      <textarea
        id="addresses"
        part="address-input"
        rows="1"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        inputmode="email"
        aria-describedby="address-hint"
        ?readonly=${isBusy}
        .value=${live(box.draft)}
        @input=${(event: InputEvent) => !event.isComposing && box.type((event.currentTarget as HTMLTextAreaElement).value)}
        @keydown=${(event: KeyboardEvent) => handleKeydown(event, form)}
        @paste=${(event: ClipboardEvent) => take(event, event.clipboardData, form)}
        @drop=${(event: DragEvent) => take(event, event.dataTransfer, form)}
        @blur=${() => box.draft.includes('@') && box.commit()}
      ></textarea>
    </div>
    <p class="hint" id="address-hint">
      ${box.reading === undefined ? t('invite.addresses.hint') : t('invite.reading', { count: box.reading })}
    </p>
    ${foreseenView(form)}
    <p class="visually-hidden" id="address-keys">${t('invite.addresses.keys')}</p>
  </div>`;
}

/** A press beside the addresses is meant for the field, which must not lose the focus on the way. */
function focusField(event: Event, form: FormContext): void {
  if (event.target !== event.currentTarget) return;
  event.preventDefault();
  form.focus('textarea');
}

function handleKeydown(event: KeyboardEvent, form: FormContext): void {
  const { box, sending } = form;
  if (event.isComposing) return;
  const field = event.currentTarget as HTMLTextAreaElement;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    if (box.draft.trim() !== '') box.commit();
    else if (event.ctrlKey || event.metaKey) void sending.send();
  } else if (event.key === 'Backspace' || event.key === 'ArrowUp') {
    const last = box.drawn.at(-1);
    if (field.value !== '' || !last) return;
    event.preventDefault();
    box.focusOn(last.id);
  }
}

/** Whatever is pasted or dropped is read as it is: a text field would make one line of a table. */
function take(event: Event, data: DataTransfer | null, form: FormContext): void {
  const text = data?.getData('text/plain') ?? '';
  if (text === '' || form.sending.isUnderWay) return;
  event.preventDefault();
  const { box } = form;
  const before = box.draft;
  box.type('');
  void box.add(before === '' ? text : `${before}\n${text}`);
}

function chip(entry: ListedAddress, form: FormContext): TemplateResult {
  const { box, foresight, sending, t } = form;
  const { id, kind, key } = entry;
  if (box.editing === id) return editor(entry, form);
  const why = whyOf(entry, form);
  const foreseen = kind === 'valid' || kind === 'odd' ? foresight.of(key) : undefined;
  const name = [entry.firstName, entry.lastName].filter(Boolean).join(' ');
  const address = said(entry);
  return html`<li
    class=${classMap({ chip: true, problem: why !== undefined, [kind]: true })}
    part="chip chip-${kind}"
  >
    <button
      type="button"
      class="chip-text"
      data-id=${id}
      tabindex=${box.active === id ? 0 : -1}
      aria-disabled=${sending.isUnderWay ? 'true' : nothing}
      @click=${() => !sending.isUnderWay && box.edit(id)}
    >
      ${mark(entry, why !== undefined && kind === 'valid', foreseen?.mail === 'join')}<span class="who"
        >${name ? html`<bdi class="name">${name}</bdi> ` : nothing}<bdi class="address">${address}</bdi></span
      >${why ? html`<span class="why"> ${why.reason} ${why.remedy ?? nothing}</span>` : nothing}${
        foreseen?.mail === 'join'
          ? html`<span class="visually-hidden"> ${t('invite.mail.join')}</span>`
          : nothing
      }
    </button>
    ${
      sending.isUnderWay
        ? nothing
        : html`<button type="button" class="button quiet icon" tabindex="-1" aria-label=${t('invite.remove', { address })} @click=${() => box.remove(id)}>
            ${icon('close')}
          </button>`
    }
  </li>`;
}

function editor(entry: ListedAddress, form: FormContext): TemplateResult {
  const { box, t } = form;
  const value = (event: Event): string => (event.currentTarget as HTMLInputElement).value;
  return html`<li class="chip editing">
    <input
      class="chip-input"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-label=${t('invite.edit', { address: said(entry) })}
      .defaultValue=${entry.text}
      @focus=${(event: Event) => (event.currentTarget as HTMLInputElement).select()}
      @blur=${(event: Event) => box.edited(value(event), true)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        event.stopPropagation();
        box.edited(event.key === 'Enter' ? value(event) : undefined);
      }}
    />
  </li>`;
}

/** Why an entry is not, or was not, invited; or what is odd about it. */
function whyOf(
  { detail = '', id, reason }: ListedAddress,
  { sending, t }: FormContext,
): Said | undefined {
  if (reason === undefined) return sending.why(id);
  // Every reason has its sentence: the type says so.
  const key = `address.${reason}` satisfies `address.${AddressReason}` & MessageKey;
  return { reason: t.find(key, { detail }) ?? '' };
}

function mark({ kind }: ListedAddress, hasFailed: boolean, joins: boolean) {
  if (kind === 'invalid' || kind === 'odd' || hasFailed) return icon('alert');
  if (kind === 'duplicate') return icon('users');
  return joins ? laterIcon('mail') : nothing;
}
