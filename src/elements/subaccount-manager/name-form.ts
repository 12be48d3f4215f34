import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isPending, type AccountScope } from '../../state/index.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import { failureOf, nameIn, type Draft } from './draft.ts';
import { savingText, sayStopped } from './ending.ts';
import type { ManagerContext } from './manager-context.ts';

/** Names are no longer than this anywhere. */
const LONGEST = 200;

/** The one field that a sub-account has, its name, with what is wrong with it. Enter saves, Escape gives up. */
export function nameForm(draft: Draft, manager: ManagerContext): TemplateResult {
  const { t, scope, drafts, say } = manager;
  const { key, one } = draft;
  const isSending = draft.sending !== undefined;
  const said = sayStopped(draft, scope, t, say);
  const label = one ? t('manager.renameOf', { name: one.name }) : t('manager.newName');
  return html`<form
    class="name-form"
    part="form"
    novalidate
    data-key=${key}
    aria-label=${one ? label : t('manager.add')}
    aria-busy=${isSending ? 'true' : nothing}
    @submit=${(event: Event) => {
      event.preventDefault();
      void drafts.save(key);
    }}
    @keydown=${(event: KeyboardEvent) => {
      // While text is being composed, Escape belongs to that.
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      drafts.close(key);
    }}
  >
    ${one ? nothing : html`<label class="label" for="name-${key}">${label}</label>`}
    <div class="line">
      <div class="field ${said && draft.fault !== 'taken' ? 'is-bad' : ''}" part="field">
        <input
          id="name-${key}"
          type="text"
          autocomplete="off"
          maxlength=${LONGEST}
          dir="auto"
          aria-label=${one ? label : nothing}
          aria-required="true"
          aria-invalid=${said ? 'true' : nothing}
          aria-describedby=${said ? `problem-${key}` : nothing}
          ?readonly=${isSending}
          .value=${live(draft.text)}
          @input=${({ target }: InputEvent) => drafts.change(key, (target as HTMLInputElement).value)}
        />
      </div>
      <button
        type="submit"
        class="button ${isSending ? '' : 'primary'}"
        aria-disabled=${isSending ? 'true' : nothing}
      >
        ${isSending ? html`<span class="spinner" aria-hidden="true"></span>${savingText(sent(draft, scope), t)}` : sendText(draft, manager)}
      </button>
      <button type="button" class="button quiet" @click=${() => drafts.close(key)}>${t('change.cancel')}</button>
    </div>
    ${
      said
        ? html`<div class="problem ${draft.fault ?? ''}" part="failure">
            ${reasonView(said, { id: `problem-${key}`, tone: 'problem' })}
            ${
              failureOf(draft)
                ? html`<button type="button" class="button quiet icon small" aria-label=${t('change.dismiss')} @click=${() => manager.dismissProblem(key)}>${icon('close')}</button>`
                : nothing
            }
          </div>`
        : nothing
    }
  </form>`;
}

function sendText(draft: Draft, { t }: ManagerContext): string {
  if (draft.fault === 'taken') return t('manager.anyway');
  return t(failureOf(draft) ? 'change.retry' : 'manager.save');
}

/** What is on its way for a draft, once it is. */
function sent(draft: Draft, scope: AccountScope) {
  const { key, one } = draft;
  const activities = one ? scope.activitiesOn(key) : scope.activities;
  return activities.find(
    (activity) =>
      isPending(activity) && activity.command.change?.values?.['name'] === nameIn(draft),
  );
}
