import { html, nothing, type TemplateResult } from 'lit';
import type { EventLink } from '../../domain/index.ts';
import { isPending, type Activity } from '../../state/index.ts';
import { laterIcon } from '../../views/icons-later.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import type { AccessContext } from './access-context.ts';
import { hasRights, restrictedText, rightsView } from './rights-view.ts';
import { heard, isOpen, linkName, sayClosed, sayEnding } from './said.ts';

/** One link: whom it is for, what can be done with it, and what became of that. */
export function linkRow(link: EventLink, access: AccessContext): TemplateResult {
  const { t, scope, rightsOf } = access;
  const name = linkName(link, access);
  const activities = scope.activitiesOn(link.id);
  const revoking = activities.find((one) => isPending(one) && one.command.action === 'link.revoke');
  const bad = activities.some(isPending) ? undefined : activities.at(-1);
  return html`<li class="row ${revoking ? 'is-leaving' : ''}" part="row" data-link=${link.id}>
    <div class="who">
      <span class="name">${laterIcon('link')}<span dir="auto">${name}</span></span>
      <span class="more">
        ${link.createdAt ? html`<time datetime=${link.createdAt}>${t('access.created', { when: t.date(link.createdAt) })}</time>` : nothing}
        ${restrictedText(link, access)}
      </span>
    </div>
    <div class="actions">
      ${revoking ? html`<span class="saving"><span class="spinner" aria-hidden="true"></span>${t(revoking.slow ? 'change.slow' : 'access.revoking')}</span>` : rowButtons(link, name, access)}
    </div>
    ${access.explained === `revoke ${link.id}` ? why(link, access) : nothing}
    ${bad ? badEnding(bad, access) : nothing} ${uncopied(link, access)}
    ${rightsOf === link.id ? rightsView(link, access) : nothing}
  </li>`;
}

function revoking(link: EventLink, { scope }: AccessContext) {
  return scope.decide({ action: 'link.revoke', target: link });
}

function why(link: EventLink, access: AccessContext) {
  const said = sayClosed(revoking(link, access), access);
  return said ? reasonView(said, { id: `why-${link.id}` }) : nothing;
}

function rowButtons(link: EventLink, name: string, access: AccessContext): TemplateResult {
  const { t, scope, act, readonly, rightsOf } = access;
  const closed = isOpen(scope, revoking(link, access))
    ? undefined
    : sayClosed(revoking(link, access), access);
  return html`${
    hasRights(link, access)
      ? html`<button
          type="button"
          class="button quiet small"
          data-do="rights"
          aria-label=${t('access.rightsOf', { link: name })}
          aria-expanded=${rightsOf === link.id ? 'true' : 'false'}
          @click=${() => act.toggleRights(link)}
        >
          ${t('access.rights')}
        </button>`
      : nothing
  }
  ${
    scope.adapter.linkAddress
      ? html`<button type="button" class="button small" part="copy" data-do="copy" aria-label=${t('access.copyOf', { link: name })} @click=${() => act.copy(link)}>
          ${t('access.copy')}
        </button>`
      : nothing
  }
  ${
    readonly || !scope.offers('link.revoke')
      ? nothing
      : html`<button
          type="button"
          class="button quiet small danger"
          part="revoke"
          data-do="revoke"
          aria-label=${t('access.revokeOf', { link: name })}
          aria-disabled=${closed ? 'true' : nothing}
          @click=${() => (closed ? act.explain(`revoke ${link.id}`, heard(closed)) : act.revoke(link))}
        >
          ${closed ? icon('lock') : nothing}${t('access.revoke')}
        </button>`
  }`;
}

/** What went wrong with something that was done to it, or to its event. */
export function badEnding(activity: Activity, access: AccessContext): TemplateResult {
  const { t, act } = access;
  const { command, phase, problem } = activity;
  const mayRetry = phase === 'uncertain' || (problem?.retryable ?? false);
  return html`<div class="failure" part="failure">
    ${reasonView(sayEnding(activity, access), { tone: phase === 'uncertain' ? 'waiting' : 'problem' })}
    <span class="failure-actions">
      ${mayRetry ? html`<button type="button" class="button small" @click=${() => act.retry(command.id)}>${t('change.retry')}</button>` : nothing}
      <button type="button" class="button quiet small" @click=${() => act.dismiss(command.id)}>${t('change.dismiss')}</button>
    </span>
  </div>`;
}

/** The address where the browser did not let it be copied; on the screen alone, until it is put away. */
function uncopied({ id }: EventLink, access: AccessContext): TemplateResult | typeof nothing {
  const { t, act, noted, uncopied: shown } = access;
  if (noted?.id === id)
    return html`<div class="failure" part="failure">${reasonView({ reason: noted.text }, { tone: 'problem' })}</div>`;
  if (shown?.id !== id) return nothing;
  return html`<div class="uncopied">
    <span>${t('access.notCopied')}</span>
    <span class="field">
      <input class="address" readonly dir="ltr" aria-label=${t('access.address')} .value=${shown.address} @focus=${(event: Event) => (event.currentTarget as HTMLInputElement).select()} />
    </span>
    <button type="button" class="button small" @click=${act.putAway}>${t('change.close')}</button>
  </div>`;
}
