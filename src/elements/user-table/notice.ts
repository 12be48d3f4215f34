import { html, nothing, type TemplateResult } from 'lit';
import { isRef, personName, type PersonRecord } from '../../domain/index.ts';
import { actionName, sayDecision, sayProblem, type Said } from '../../i18n/index.ts';
import { isPending, type Activity } from '../../state/index.ts';
import { icon } from '../../views/icons.ts';
import type { TableContext } from './table-context.ts';

/** The newest command on a person that ended badly and was not dismissed. */
export function badEnding(person: PersonRecord, { scope }: TableContext): Activity | undefined {
  const activities = scope.activitiesOn(person.id);
  return activities.some(isPending) ? undefined : activities.at(-1);
}

/** Why it ended badly, and what to do. */
export function sayEnding({ phase, problem, decision }: Activity, table: TableContext): Said {
  const { t, scope } = table;
  if (decision)
    return (
      sayDecision(t, decision, { ...table, waiting: scope.standing(decision) === 'pending' }) ?? {
        reason: t('reason.other'),
      }
    );
  if (phase === 'uncertain')
    return { reason: t('change.uncertain'), remedy: t('change.uncertain.next') };
  if (problem?.code === 'vetoed') return { reason: problem.detail ?? t('change.vetoed') };
  // The backend often refuses with the id of a policy rule: then the rule's own words are the best there are.
  return problem ? sayProblem(t, problem) : { reason: t('problem.unknown') };
}

/** Whether sending the same command again may help. */
export function canRetry({ phase, problem }: Activity): boolean {
  return (
    phase === 'uncertain' ||
    Boolean(
      problem && (problem.retryable || ['stale', 'conflict', 'unknown'].includes(problem.kind)),
    )
  );
}

/** What stands in a row in place of the cells beside the role, until it is tried again or dismissed. */
export function notice(
  person: PersonRecord,
  ending: Activity,
  table: TableContext,
): TemplateResult {
  const { t, retry, dismiss, cell } = table;
  const { command, phase } = ending;
  const { reason, remedy } = sayEnding(ending, table);
  const uncertain = phase === 'uncertain';
  const kept = command.action === 'user.change-role' && !uncertain;
  const title = kept
    ? t('role.refused', { name: personName(person), role: cell.roleName(person.roleId) })
    : actionName(t, command.action);
  return html`<div class="notice ${uncertain ? 'is-warning' : 'is-danger'}" part="notice">
    <span class="notice-icon">${icon(uncertain ? 'clock' : 'alert')}</span>
    <p class="notice-text" dir="auto" title=${[title, reason, remedy].filter(Boolean).join(' ')}>
      <span class="notice-title">${title}</span>
      <span>${reason}</span>
      ${remedy ? html`<span>${remedy}</span>` : nothing}
    </p>
    <span class="notice-actions">
      ${
        canRetry(ending)
          ? html`<button type="button" class="button small" @click=${() => retry(command.id)}>${t('change.retry')}</button>`
          : nothing
      }
      <button type="button" class="button quiet icon small" aria-label=${t('change.dismiss')} @click=${() => dismiss(command.id)}>
        ${icon('close')}
      </button>
    </span>
  </div>`;
}

/** One sentence for a screen reader. */
export function announceEnding(ending: Activity, table: TableContext): string {
  const { target } = ending.command;
  const person = isRef(target) ? table.scope.find(target.id) : undefined;
  const { reason, remedy } = sayEnding(ending, table);
  return [person && personName(person), reason, remedy].filter(Boolean).join(' – ');
}
