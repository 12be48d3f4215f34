import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Translator } from '../../../i18n/index.ts';
import type { ActForm } from './form.ts';
import type { FormDesk } from './form-desk.ts';

/** A field with its label, and what is wrong with it. */
export function fieldView(
  field: string,
  label: string,
  form: ActForm,
  desk: FormDesk,
  t: Translator,
): TemplateResult {
  const fault = form.faults[field];
  const isFirst = form.kind === 'create' && field === firstEmpty(form);
  return html`<div class="block">
    <label class="label" for="act-${field}" dir="auto">${label}</label>
    <span class="field ${fault ? 'is-bad' : ''}" part="field"
      ><input
        id="act-${field}"
        name=${field}
        type=${field === 'email' ? 'email' : 'text'}
        maxlength="200"
        dir="auto"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-required="true"
        ?data-next=${isFirst}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `fault-${field}` : nothing}
        ?readonly=${form.sending !== undefined}
        .value=${live(form.values[field] ?? '')}
        @input=${({ target }: InputEvent) => desk.type(field, (target as HTMLInputElement).value)}
    /></span>
    ${fault ? html`<span class="fault" id="fault-${field}">${fault === 'missing' ? t('acts.missing', { field: label }) : t('acts.refused')}</span>` : nothing}
  </div>`;
}

/** The field where one goes on once a slot was bought: the first that is empty. */
export function firstEmpty({ values }: ActForm): string | undefined {
  return ['name', 'pageName', 'userName', 'email'].find(
    (field) => field in values && !values[field]?.trim(),
  );
}
