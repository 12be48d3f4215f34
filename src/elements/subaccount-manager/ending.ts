import {
  sayDecision,
  sayProblem,
  type Said,
  type SayOptions,
  type Translator,
} from '../../i18n/index.ts';
import type { Activity, AccountScope, Outcome, RecentChange } from '../../state/index.ts';
import { isPending } from '../../state/index.ts';
import { failureOf, nameIn, type Draft } from './draft.ts';

type Bad = Pick<Activity, 'decision' | 'phase' | 'problem'>;

/** Why something ended badly, and what to do. */
export function sayEnding({ decision, phase, problem }: Bad, t: Translator, say: SayOptions): Said {
  if (decision) return sayDecision(t, decision, say) ?? { reason: t('reason.other') };
  if (phase === 'uncertain')
    return { reason: t('change.uncertain'), remedy: t('change.uncertain.next') };
  if (problem?.code === 'vetoed') return { reason: problem.detail ?? t('change.vetoed') };
  return problem ? sayProblem(t, problem) : { reason: t('problem.unknown') };
}

/** What keeps a name from being saved. */
export function sayStopped(
  draft: Draft,
  scope: AccountScope,
  t: Translator,
  say: SayOptions,
): Said | undefined {
  if (draft.fault === 'missing') return { reason: t('manager.missing') };
  if (draft.fault === 'taken')
    return { reason: t('manager.taken', { name: nameIn(draft) }), remedy: t('manager.taken.next') };
  const failure = failureOf(draft);
  if (!failure || failure.status === 'done') return undefined;
  const said = sayEnding(asBad(failure), t, say);
  const now = draft.one && scope.findSubaccount(draft.one.id)?.name;
  return now === undefined || now === draft.one?.name
    ? said
    : { ...said, remedy: t('manager.changedTo', { name: now }) };
}

/** How something ended badly, said. */
export function sayOutcome(outcome: Outcome, t: Translator, say: SayOptions): Said {
  return sayEnding(asBad(outcome), t, say);
}

function asBad(outcome: Outcome): Bad {
  if (outcome.status === 'skipped') return { phase: 'skipped', decision: outcome.decision };
  if (outcome.status === 'done') return { phase: 'sending' };
  return { phase: outcome.status, problem: outcome.problem };
}

/** What ended badly on a sub-account elsewhere than in its form, such as an undoing, and is still to be seen to. */
export function badEndingOn(
  id: string,
  scope: AccountScope,
  draft: Draft | undefined,
  isSaid: (commandId: string) => boolean,
): Activity | undefined {
  const activities = scope.activitiesOn(id);
  if (activities.some(isPending)) return undefined;
  return activities.findLast(
    ({ command }) => command.id !== draft?.failure?.command.id && !isSaid(command.id),
  );
}

/** Where something on its way has come to. */
export function savingText(activity: Activity | undefined, t: Translator): string {
  if (activity?.phase === 'holding') return t('change.waiting');
  return t(activity?.slow ? 'change.slow' : 'change.saving');
}

/** What a change of a name did, in one sentence. */
export function sayRenamed({ after, before, command }: RecentChange, t: Translator): string {
  const [from = '', to] = [before, after].map((record) =>
    record && 'name' in record ? record.name : undefined,
  );
  const asked = command.change?.values?.['name'];
  return t('manager.renamed', {
    before: from,
    name: to ?? (typeof asked === 'string' ? asked : ''),
  });
}

/** What became of undoing it. */
export function sayUndone(
  change: RecentChange,
  outcome: Outcome,
  t: Translator,
  say: SayOptions,
): string {
  if (outcome.status === 'done') return t('undo.done', { what: sayRenamed(change, t) });
  const { reason, remedy } = sayEnding(asBad(outcome), t, say);
  return [reason, remedy].filter(Boolean).join(' ');
}
