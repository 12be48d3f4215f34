import { html, nothing, type TemplateResult } from 'lit';
import type { EventLink, EventRecord } from '../../domain/index.ts';
import { roleName } from '../../i18n/index.ts';
import { isPending } from '../../state/index.ts';
import { badge } from '../../views/badge.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import type { AccessContext } from './access-context.ts';
import { runOf } from './event-run.ts';
import { linkForm } from './link-form.ts';
import { badEnding, linkRow } from './link-row.ts';
import { isMine, isOwn, keptRoles } from './roles.ts';
import { heard, isOpen, sayClosed } from './said.ts';

const TONES = { running: 'success', planned: 'accent', ended: 'neutral' } as const;
const STATUS_KEYS = {
  running: 'access.running',
  planned: 'access.planned',
  ended: 'access.ended',
} as const;

/** An event, and everybody who is in it without being an attendee: by a link, by their role, as its organiser. */
export function eventSection(
  event: EventRecord,
  links: readonly EventLink[],
  access: AccessContext,
): TemplateResult {
  const { t, scope, form } = access;
  const heading = `event-${encodeURIComponent(event.id)}`;
  const isBusy = (action: string) => action.startsWith('event.');
  const bad = scope
    .activitiesOn(event.id)
    .findLast((one) => !isPending(one) && isBusy(one.command.action));
  const isFormOpen = form?.eventId === event.id;
  return html`<section class="event" part="event" aria-labelledby=${heading} data-event=${event.id}>
    <div class="event-head">
      <h3 id=${heading} dir="auto">${event.name}</h3>
      ${event.status ? badge(t(STATUS_KEYS[event.status]), TONES[event.status]) : nothing}
      ${event.startsAt && event.status === 'planned' ? html`<time class="when" datetime=${event.startsAt}>${t('access.starts', { when: t.date(event.startsAt, { dateStyle: 'medium', timeStyle: 'short' }) })}</time>` : nothing}
      <span class="event-actions">${runButton(event, access)} ${createButton(event, isFormOpen, access)}</span>
    </div>
    ${whyNotRun(event, access)} ${access.explained === `create ${event.id}` ? whyNotCreate(event, access) : nothing}
    ${bad ? badEnding(bad, access) : nothing} ${isFormOpen ? linkForm(form, event, access) : nothing}
    <ul class="rows" aria-label=${t('access.people', { event: event.name })}>
      ${keptRoles(scope).map((roleId) => keptRow(roleId, access))} ${organiserRow(event, access)}
      ${links.map((link) => linkRow(link, access))}
    </ul>
    ${links.length === 0 ? html`<p class="none">${t('access.none')}</p>` : nothing}
  </section>`;
}

/** Whoever has a place in every event by their role: shown beside the links, and without a seat (CM-2). */
function keptRow(roleId: string, { t, scope, say }: AccessContext): TemplateResult {
  const role = roleName(t, roleId, say.roleLabel?.(roleId));
  return html`<li class="row is-kept" part="row row-kept" data-role=${roleId}>
    <div class="who">
      <span class="name">${icon('user')}<span dir="auto">${role}${isMine(scope, roleId) ? html` (${t('access.you')})` : nothing}</span></span>
      <span class="more">${t('access.kept')}</span>
    </div>
  </li>`;
}

/** Whoever organises the event comes in by their own login (CM-5). */
function organiserRow(event: EventRecord, { t, scope }: AccessContext) {
  const { organiserId, organiserName } = event;
  const isMe = isOwn(scope, event);
  if (organiserId === undefined || (isMe && keptRoles(scope).some((role) => isMine(scope, role))))
    return nothing;
  const name = isMe ? t('access.you') : organiserName;
  if (name === undefined) return nothing;
  return html`<li class="row is-kept" part="row row-kept" data-organiser>
    <div class="who">
      <span class="name">${icon('user')}<span dir="auto">${t('access.organiser')} (${name})</span></span>
      <span class="more">${t('access.organiser.how')}</span>
    </div>
  </li>`;
}

function creating(event: EventRecord, { scope }: AccessContext) {
  return scope.decide({
    action: 'link.create',
    ...(event.id && { target: { id: event.id } }),
    draft: true,
  });
}

function whyNotCreate(event: EventRecord, access: AccessContext) {
  const said = sayClosed(creating(event, access), access);
  return said ? html`<div class="why-closed">${reasonView(said)}</div>` : nothing;
}

function createButton(
  event: EventRecord,
  isFormOpen: boolean,
  access: AccessContext,
): TemplateResult | typeof nothing {
  const { t, scope, act, readonly } = access;
  if (readonly || !scope.offers('link.create') || event.status === 'ended') return nothing;
  const decision = creating(event, access);
  const closed = isOpen(scope, decision) ? undefined : sayClosed(decision, access);
  return html`<button
    type="button"
    class="button small"
    part="add"
    data-do="create"
    aria-label=${t('access.createIn', { event: event.name })}
    aria-expanded=${closed ? nothing : isFormOpen ? 'true' : 'false'}
    aria-disabled=${closed ? 'true' : nothing}
    @click=${() => (closed ? act.explain(`create ${event.id}`, heard(closed)) : act.openForm(event))}
  >
    ${icon(closed ? 'lock' : 'plus')}${t('access.create')}
  </button>`;
}

const closedId = (event: EventRecord): string => `why-run-${encodeURIComponent(event.id)}`;

function runButton(event: EventRecord, access: AccessContext): TemplateResult | typeof nothing {
  const { t, scope, act, readonly, reading } = access;
  const run = readonly ? undefined : runOf(event, scope, reading);
  if (!run) return nothing;
  const isEnd = run.action === 'event.end';
  const isClosed = !isOpen(scope, run.decision);
  const saving = scope
    .activitiesOn(event.id)
    .find((one) => isPending(one) && one.command.action.startsWith('event.'));
  return html`<button
    type="button"
    class="button small"
    part="run"
    data-do="run"
    aria-label=${t(isEnd ? 'access.endOf' : 'access.startOf', { event: event.name })}
    aria-disabled=${isClosed || saving ? 'true' : nothing}
    aria-describedby=${isClosed ? closedId(event) : nothing}
    @click=${() => !saving && act.run(event)}
  >
    ${isClosed ? icon('lock') : nothing}${saving ? html`<span class="spinner" aria-hidden="true"></span>${t('change.saving')}` : t(isEnd ? 'access.end' : 'access.start')}
  </button>`;
}

/** Why an event is not started or ended by whoever looks at it, where a person can do something about it (CM-5, CM-6). */
function whyNotRun(event: EventRecord, access: AccessContext): TemplateResult | typeof nothing {
  const { t, scope, readonly, reading } = access;
  const run = readonly ? undefined : runOf(event, scope, reading);
  const said = run && !isOpen(scope, run.decision) ? sayClosed(run.decision, access) : undefined;
  if (!said) return nothing;
  const beside = run?.beside ? `${t('access.beside', { event: run.beside.name })} ` : '';
  return html`<div class="why-closed">${reasonView({ ...said, reason: `${beside}${said.reason}` }, { id: closedId(event) })}</div>`;
}
