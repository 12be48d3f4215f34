import { html, nothing, type TemplateResult } from 'lit';
import { dropUnfinished, takeUnfinished } from '../../../controllers/unfinished-acts.ts';
import { actionName, userTypeName, type Translator } from '../../../i18n/index.ts';
import type { BulkPlan, UnfinishedAct } from '../../../state/index.ts';
import { icon } from '../../../views/icons.ts';
import type { TableContext } from '../table-context.ts';

/** An act that a reload cut off, after it was looked at what became of it. */
export interface CutOff {
  readonly act: UnfinishedAct;
  /** What can still be done; absent: what was to be set is not known any more. */
  readonly plan: BulkPlan | undefined;
  /** People for whom it is as it was to be. */
  readonly done: number;
  /** People for whom it is not. */
  readonly left: number;
}

/** The acts that a reload of this page cut off and this person began, each asked for once. */
export async function cutOffActs({
  scope,
  readonly,
}: TableContext): Promise<readonly UnfinishedAct[]> {
  if (readonly || scope.account.status !== 'ready') return [];
  return takeUnfinished(scope.account.actor.id);
}

/** What became of an act, as the people it was on say now. */
export function cutOff(act: UnfinishedAct, plan: BulkPlan | undefined, leaves: boolean): CutOff {
  if (!plan) return { act, plan, done: act.done, left: act.total - act.done };
  const already = plan.skipped
    .filter(({ reason: { kind } }) => kind === 'unchanged' || (kind === 'gone' && leaves))
    .reduce((count, { people }) => count + people.length, 0);
  return { act, plan, done: act.done + already, left: act.total - act.done - already };
}

export interface CutOffHandlers {
  readonly goOn: () => void;
  readonly leave: () => void;
}

/** What stands in the footer then. */
export function cutOffBar(
  { act, done, left, plan }: CutOff,
  { goOn, leave }: CutOffHandlers,
  table: TableContext,
): TemplateResult {
  const { t } = table;
  const what = whatOf(act, table);
  const count = plan?.going.length ?? 0;
  return html`<div class="footer bulk-bar" part="bulk-bar" role="group" aria-label=${what}>
    <span class=${left === 0 ? 'is-done' : 'footer-problem'}>${icon(left === 0 ? 'check' : 'alert')}</span>
    <span class="bulk-summary" dir="auto">${sayCutOff({ act, done, left, plan }, what, t)}</span>
    <span class="bulk-end">
      ${count > 0 ? html`<button type="button" class="button small" @click=${goOn}>${t('bulk.goOn', { count })}</button>` : nothing}
      <button type="button" class="button quiet small" @click=${leave}>${t(left === 0 ? 'change.dismiss' : 'bulk.leave')}</button>
    </span>
  </div>`;
}

/** The same for who does not see it. */
export function sayCutOff({ act, done, left, plan }: CutOff, what: string, t: Translator): string {
  const { total } = act;
  if (left === 0) return t('bulk.cutOffWhole', { what, total });
  const said = t('bulk.cutOff', { what, done, total, left });
  if (plan) return said;
  return [said, t(act.action === 'user.import' ? 'bulk.cutOffFile' : 'bulk.cutOffBlind')].join(' ');
}

/** The act in words: what was done, and to what. */
export function whatOf(act: UnfinishedAct, table: TableContext): string {
  const { t } = table;
  const action = actionName(t, act.action);
  const value = valueOf(act, table);
  return value === undefined ? action : t('bulk.to', { action, value });
}

/** What was to be set, where that has a name without being read. */
export function valueOf({ change }: UnfinishedAct, { t, cell }: TableContext): string | undefined {
  if (change?.roleId !== undefined) return cell.roleName(change.roleId);
  return change?.userType === undefined ? undefined : userTypeName(t, change.userType);
}

/** It was gone on with, or left: it is not told of again. */
export function settle({ act }: CutOff): void {
  dropUnfinished(act.id);
}
