import { html, nothing, type TemplateResult } from 'lit';
import { personName, type PersonRecord } from '../../domain/index.ts';
import type { Translator } from '../../i18n/index.ts';
import { avatar } from '../../views/avatar.ts';
import { statusBadge } from '../../views/badge.ts';
import type { PanelContext } from './panel-context.ts';

/** Whose page it is, at a glance. */
export function headView({ isSelf, person, scope, t }: PanelContext): TemplateResult {
  const name = personName(person);
  return html`<div class="who" part="head">
    ${avatar({ id: person.id, name, src: person.avatarUrl })}
    <div class="who-text">
      <h2 class="name" id="title" tabindex="-1">
        <bdi>${name}</bdi>${isSelf ? html` <span class="you">${t('people.you')}</span>` : nothing}
      </h2>
      <p class="who-line">
        ${statusBadge(t, hasLapsed(person, scope.now()) ? 'expired' : person.status)}
        ${name === person.email ? nothing : html`<bdi class="quiet address">${person.email}</bdi>`}
      </p>
    </div>
  </div>`;
}

/** By the backend's clock. */
export function hasLapsed({ expiresAt, status }: PersonRecord, now: number): boolean {
  return status === 'pending' && expiresAt !== undefined && Date.parse(expiresAt) <= now;
}

/** Dates and counts that nobody edits. */
export function factsView({ person, scope, t }: PanelContext): TemplateResult | typeof nothing {
  const { createdAt, expiresAt, externalContacts, invitedAt, lastActiveAt, mail, status } = person;
  const now = scope.now();
  const facts = [
    ...(lastActiveAt || status === 'active'
      ? [
          fact(
            t('field.lastActiveAt'),
            lastActiveAt ? moment(t, lastActiveAt, now) : t('people.never'),
          ),
        ]
      : []),
    ...(invitedAt ? [fact(t('field.invitedAt'), moment(t, invitedAt, now))] : []),
    ...(expiresAt ? [fact(t('field.expiresAt'), moment(t, expiresAt, now))] : []),
    ...(mail ? [fact(t('field.mail'), t(`mail.${mail}`))] : []),
    ...(createdAt ? [fact(t('field.createdAt'), moment(t, createdAt, now))] : []),
    ...(externalContacts ? [fact(t('panel.contacts'), t.number(externalContacts))] : []),
  ];
  if (facts.length === 0) return nothing;
  return html`<section class="section" part="section section-facts" aria-labelledby="section-facts">
    <h3 id="section-facts" class="section-title">${t('panel.facts')}</h3>
    <dl class="facts">${facts}</dl>
  </section>`;
}

function fact(label: string, value: TemplateResult | string): TemplateResult {
  return html`<div class="row"><dt class="label">${label}</dt><dd class="value plain">${value}</dd></div>`;
}

/** How long ago, with the moment itself for whoever points at it. */
export function moment(t: Translator, at: string | number, now: number): TemplateResult {
  const full = t.date(at, { dateStyle: 'long', timeStyle: 'short' });
  return html`<time datetime=${new Date(at).toISOString()} title=${full}>${t.relativeTime(at, now)}</time>`;
}
