import { html, nothing, type TemplateResult } from 'lit';
import { fieldName } from '../../i18n/index.ts';
import type { FormContext } from './form-context.ts';

/** First and last name (MS-4), while it can be only one person: of several, each has what was pasted with their address. */
export function namesView(form: FormContext): TemplateResult | typeof nothing {
  const { names, sending, t } = form;
  if (!names.isAsked) return nothing;
  return html`<div class="fields names">
    ${(['firstName', 'lastName'] as const).map(
      (field) => html`<label class="block"
        ><span class="label">${fieldName(t, field)}</span>
        <span class="field"
          ><input
            name=${field}
            part="name"
            autocomplete="off"
            maxlength="200"
            ?readonly=${sending.isUnderWay}
            .value=${names.value[field] ?? ''}
            @input=${(event: Event) => names.set({ [field]: (event.currentTarget as HTMLInputElement).value })}
        /></span>
      </label>`,
    )}
  </div>`;
}
