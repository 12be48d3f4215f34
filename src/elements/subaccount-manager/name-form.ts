import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  sayDecision,
  sayProblem,
  type Said,
  type SayOptions,
  type Translator,
} from '../../i18n/index.ts';
import { reasonView } from '../../views/reason.ts';
import type { Draft } from './draft.ts';

export interface NameFormOptions {
  readonly draft: Draft;
  /** The accessible name of the form. */
  readonly label: string;
  /** What is said while it is saved. */
  readonly sending: string;
  readonly say: SayOptions;
  readonly t: Translator;
  readonly change: (text: string) => void;
  readonly save: () => void;
  readonly cancel: () => void;
}

/** The one field that a sub-account has, its name (MS-1, MS-2), with what is wrong with it. */
export function nameForm({
  draft,
  label,
  sending,
  say,
  t,
  change,
  save,
  cancel,
}: NameFormOptions): TemplateResult {
  const said = failureOf(draft, t, say);
  const isBad = said !== undefined;
  return html`<form
    class="name-form"
    part="form"
    novalidate
    aria-label=${label}
    @submit=${(event: Event) => {
      event.preventDefault();
      save();
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.stopPropagation();
      cancel();
    }}
  >
    <label class="field" part="field">
      <span class="visually-hidden">${t('subaccount.name')}</span>
      <input
        class="name-input"
        type="text"
        autocomplete="off"
        maxlength="200"
        dir="auto"
        placeholder=${t('subaccount.name')}
        aria-required="true"
        aria-invalid=${isBad ? 'true' : nothing}
        aria-describedby=${isBad ? 'problem' : nothing}
        ?readonly=${draft.isSending}
        .value=${live(draft.text)}
        @input=${(event: InputEvent) => change((event.target as HTMLInputElement).value)}
      />
      ${draft.isSending ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}
    </label>
    <button type="submit" class="button primary" aria-disabled=${draft.isSending ? 'true' : nothing}>
      ${draft.failure ? t('change.retry') : t('subaccount.save')}
    </button>
    <button type="button" class="button" @click=${cancel}>${t('change.cancel')}</button>
    ${draft.isSending ? html`<span class="visually-hidden">${sending}</span>` : nothing}
    ${said ? html`<div class="problem" part="failure" role="alert">${reasonView(said, { id: 'problem', tone: 'problem' })}</div>` : nothing}
  </form>`;
}

/** What is wrong with a draft, in words. */
function failureOf(
  { isMissing, failure }: Draft,
  t: Translator,
  say: SayOptions,
): Said | undefined {
  if (isMissing) return { reason: t('subaccount.name.missing') };
  if (failure?.status === 'refused') return sayProblem(t, failure.problem);
  if (failure?.status === 'skipped') return sayDecision(t, failure.decision, say);
  if (failure?.status === 'uncertain')
    return { reason: t('change.uncertain'), remedy: t('change.uncertain.next') };
  return undefined;
}
