import { html, type TemplateResult } from 'lit';
import type { Translator } from '../../../i18n/index.ts';
import { icon } from '../../../views/icons.ts';
import type { ManagerContext } from '../manager-context.ts';
import { typedFor } from './confirm-act.ts';
import { fieldView } from './field-view.ts';
import { TYPED, type ActForm } from './form.ts';
import type { FormDesk } from './form-desk.ts';

/** Both parts of giving a sub-account to someone else, as one step: the first is final (CM-19). */
export function reassignView(
  form: ActForm,
  desk: FormDesk,
  { t }: ManagerContext,
  fields: TemplateResult,
): TemplateResult {
  const { userName, email } = form.one ?? {};
  const who = [userName, email].filter(Boolean).join(', ');
  return html`<ol class="steps">
    <li>
      ${stepTitle(1, who ? t('acts.reassign.first.who', { who }) : t('acts.reassign.first'), t)}
      <p class="final">${icon('alert')}<span>${t('acts.reassign.final')}</span></p>
      ${fieldView(TYPED, typing(form, t), form, desk, t)}
    </li>
    <li>
      ${stepTitle(2, t('acts.reassign.second'), t)} ${fields}
      <p class="hint">${t('acts.reassign.new')}</p>
    </li>
  </ol>`;
}

function stepTitle(step: number, text: string, t: Translator): TemplateResult {
  return html`<h3>
    <span class="step">${t('acts.step', { step, total: 2 })}</span>
    <span dir="auto">${text}</span>
  </h3>`;
}

function typing({ one }: ActForm, t: Translator): string {
  const [text = '', other] = one ? typedFor(one) : [];
  return other === undefined
    ? t('confirm.type', { text })
    : t('confirm.typeEither', { text, other });
}
