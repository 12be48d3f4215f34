import { html, nothing, type TemplateResult } from 'lit';
import type { Subaccount } from '../../domain/index.ts';
import { sayDecision, type Translator } from '../../i18n/index.ts';
import { isPending } from '../../state/index.ts';
import { badge } from '../../views/badge.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import { badEndingOn, savingText, sayEnding } from './ending.ts';
import type { ManagerContext } from './manager-context.ts';
import { isOpen, offeredActions, offersMenu, rename, type RowAction } from './row-actions.ts';

/** A column of the list. */
export interface ManagerColumn {
  readonly id: string;
  /** Its share of the row, as a grid track. */
  readonly track: string;
  readonly header: (t: Translator) => string;
  /** The header is for screen readers alone. */
  readonly headerHidden?: true;
  readonly cell: (one: Subaccount, index: number, manager: ManagerContext) => TemplateResult;
}

/** The columns, in order; the last one only where something can be done. */
export function columnsOf(manager: ManagerContext): readonly ManagerColumn[] {
  return [
    name,
    ...(offeredActions(manager).length > 0 ? [actions] : []),
    ...(offersMenu(manager) ? [menu] : []),
  ];
}

const name: ManagerColumn = {
  id: 'name',
  track: 'minmax(0, 1fr)',
  header: (t) => t('field.name'),
  cell: (one, _index, manager) => {
    const { t, scope } = manager;
    const pending = scope.activitiesOn(one.id).find(isPending);
    return html`<span class="main">
        <span class="name" dir="auto" title=${one.name}>${one.name}</span>
        ${status(one, t)} ${one.id === scope.subaccountId && offersMenu(manager) ? badge(t('manager.here'), 'neutral') : nothing}
        ${pending ? html`<span class="pending"><span class="spinner" aria-hidden="true"></span>${savingText(pending, t)}</span>` : nothing}
      </span>
      ${details(one, t)} ${explanation(one, manager)} ${notice(one, manager)}`;
  },
};

const actions: ManagerColumn = {
  id: 'actions',
  track: 'max-content',
  header: (t) => t('row.actions'),
  headerHidden: true,
  cell: (one, index, manager) =>
    html`${offeredActions(manager).map((action) => actionButton(action, one, index, manager))}`,
};

const menu: ManagerColumn = {
  id: 'menu',
  track: 'max-content',
  header: (t) => t('row.actions'),
  headerHidden: true,
  cell: (one, _index, { t, menu: opener }) => {
    const isExpanded = opener.name?.kind === 'row' && opener.name.id === one.id;
    return html`<button
      type="button"
      class="button quiet icon row-menu"
      part="row-menu"
      aria-haspopup="menu"
      aria-expanded=${isExpanded}
      aria-label=${t('row.actionsOf', { name: one.name })}
      @click=${(event: Event) => opener.toggle({ kind: 'row', id: one.id }, event.currentTarget as HTMLElement)}
    >
      ${icon('more')}
    </button>`;
  },
};

/** Who has it, and its size, where the backend tells. */
function details({ userName, email, size }: Subaccount, t: Translator) {
  if (!userName && !email && !size) return nothing;
  return html`<span class="details">
    ${userName || email ? html`<span class="who" dir="auto" title=${[userName, email].filter(Boolean).join(', ')}>${userName ?? email}</span>` : nothing}
    ${userName && email ? html`<span class="mail" dir="auto">${email}</span>` : nothing}
    ${size ? html`<span class="size">${t.find(`size.${size}`) ?? t('manager.size', { size })}</span>` : nothing}
  </span>`;
}

function actionButton(
  action: RowAction,
  one: Subaccount,
  index: number,
  manager: ManagerContext,
): TemplateResult {
  const { t, scope, act, say } = manager;
  const decision = action.decide(scope, one);
  const closed = isOpen(scope, decision)
    ? undefined
    : sayDecision(t, decision, { ...say, waiting: true });
  const isExplained = closed !== undefined && explains(action, one, manager);
  const id = `why-${index}-${action.action}`;
  return html`<button
      type="button"
      class="button quiet small"
      part="row-action"
      data-action=${action.action}
      aria-label=${action.title(t, one.name)}
      aria-disabled=${closed ? 'true' : nothing}
      aria-expanded=${closed ? (isExplained ? 'true' : 'false') : nothing}
      aria-describedby=${closed ? id : nothing}
      @click=${() => act(action, one)}
    >
      ${closed ? icon('lock') : nothing}${action.label(t)}
    </button>
    ${closed ? html`<span id=${id} hidden>${[closed.reason, closed.remedy].filter(Boolean).join(' ')}</span>` : nothing}`;
}

function explains({ action }: RowAction, { id }: Subaccount, { explained }: ManagerContext) {
  return explained?.id === id && explained.action === action;
}

/** Why something is closed, in the row, for whoever asked. */
function explanation(one: Subaccount, manager: ManagerContext): TemplateResult | typeof nothing {
  const { t, scope, say } = manager;
  const action = offeredActions(manager).find((each) => explains(each, one, manager));
  const said = action && sayDecision(t, action.decide(scope, one), { ...say, waiting: true });
  return said ? html`<span class="note">${reasonView(said)}</span>` : nothing;
}

/** What ended badly, with the ways on. */
function notice(one: Subaccount, manager: ManagerContext): TemplateResult | typeof nothing {
  const { t, scope, drafts, say, isSaid, retry, dismiss } = manager;
  const ending = badEndingOn(one.id, scope, drafts.get(one.id), isSaid);
  if (!ending) return nothing;
  const { id, action } = ending.command;
  const said = sayEnding(ending, t, say);
  const kept = action === rename.action ? `${t('manager.kept', { name: one.name })} ` : '';
  const reason = `${kept}${said.reason}`;
  return html`<span class="note" part="failure">
    ${reasonView(ending.phase === 'uncertain' ? said : { ...said, reason }, { tone: 'problem' })}
    ${ending.decision ? nothing : html`<button type="button" class="button small" @click=${() => retry(id)}>${t('change.retry')}</button>`}
    <button type="button" class="button quiet icon small" aria-label=${t('change.dismiss')} @click=${() => dismiss(id)}>${icon('close')}</button>
  </span>`;
}

/** How it stands, where that is not simply in use. */
function status({ status, activeUntil }: Subaccount, t: Translator) {
  switch (status) {
    case 'awaiting-activation':
      return badge(t('manager.awaiting-activation'), 'warning');
    case 'ending':
      return badge(
        activeUntil ? t('manager.until', { date: t.date(activeUntil) }) : t('manager.ending'),
        'warning',
      );
    case 'ended':
      return badge(t('manager.ended'), 'neutral');
    default:
      return nothing;
  }
}

/** Whether a row needs more room than one line. */
export function isTall(
  one: Subaccount,
  { scope, drafts, explained, isSaid }: ManagerContext,
): boolean {
  const draft = drafts.get(one.id);
  return (
    draft !== undefined ||
    explained?.id === one.id ||
    badEndingOn(one.id, scope, draft, isSaid) !== undefined
  );
}
