import { roleName, sayDecision, sayProblem, type Said, type Translator } from '../../i18n/index.ts'; // prettier-ignore
import type { Action, EventLink } from '../../domain/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { Activity, AccountScope, Outcome, RecentChange } from '../../state/index.ts';
import type { AccessContext } from './access-context.ts';

type Bad = Pick<Activity, 'decision' | 'phase' | 'problem'>;

/** Whether a control with this decision does what it says. */
export function isOpen(scope: AccountScope, decision: Decision): boolean {
  return ['allowed', 'server-decides'].includes(scope.standing(decision));
}

/** What a link is called: its role, and whom it was made for. */
export function linkName({ roleId, label }: EventLink, { t, say }: AccessContext): string {
  const role = roleName(t, roleId, say.roleLabel?.(roleId));
  return label ? t('access.linkFor', { role, name: label }) : t('access.link', { role });
}

/** What may be done in a room; a host's own action by its id. */
export function rightName(right: Action, t: Translator): string {
  return t.find(`right.${right}`) ?? right;
}

/** What buys what a refusal lacks, whichever of them a backend has. */
const BUYING = { pool: ['seat.buy', 'license.add'], feature: ['addon.activate'] } as const;

/** A refusal, and where it is a matter of buying, who can: not everybody may pay (CM-4, CM-6). */
export function sayClosed(decision: Decision, { t, scope, say }: AccessContext): Said | undefined {
  const said = sayDecision(t, decision, {
    ...say,
    waiting: scope.standing(decision) === 'pending',
  });
  if (decision.effect !== 'deny' || decision.remedy?.kind !== 'buy' || !said) return said;
  const actions = decision.remedy.feature ? BUYING.feature : BUYING.pool;
  for (const action of actions) {
    const buying = scope.decide({ action, draft: true });
    const who = buying.effect === 'deny' ? sayDecision(t, buying, say)?.remedy : undefined;
    if (who) return { ...said, remedy: [said.remedy, who].filter(Boolean).join(' ') };
  }
  return said;
}

/** Why something ended badly, and what to do. */
export function sayEnding({ decision, phase, problem }: Bad, access: AccessContext): Said {
  const { t } = access;
  if (decision) return sayClosed(decision, access) ?? { reason: t('reason.other') };
  if (phase === 'uncertain')
    return { reason: t('change.uncertain'), remedy: t('change.uncertain.next') };
  if (problem?.code === 'vetoed') return { reason: problem.detail ?? t('change.vetoed') };
  return problem ? sayProblem(t, problem) : { reason: t('problem.unknown') };
}

/** An ending as an activity would tell it. */
export function asBad(outcome: Outcome): Bad {
  if (outcome.status === 'skipped') return { phase: 'skipped', decision: outcome.decision };
  if (outcome.status === 'done') return { phase: 'sending' };
  return { phase: outcome.status, problem: outcome.problem };
}

/** A reason and its remedy as one text, for whoever hears it. */
export function heard({ reason, remedy }: Said): string {
  return [reason, remedy].filter(Boolean).join(' ');
}

/** What a change did, in one sentence; of what has no sentence here nothing is offered to be undone. */
export function sayDone(
  { command, after, before }: RecentChange,
  access: AccessContext,
): string | undefined {
  const { t, say } = access;
  const link = after ?? before;
  if (!link || !('roleId' in link) || 'email' in link) return undefined;
  if (command.action === 'link.create')
    return t('access.made', { role: roleName(t, link.roleId, say.roleLabel?.(link.roleId)) });
  const right = t.list((command.change?.rights ?? []).map((one) => rightName(one, t)));
  const key = command.action === 'role.restrict' ? 'access.restricted' : 'access.unrestricted';
  return t(key, { right, link: linkName(link, access) });
}

/** The acts that are offered to be undone here. */
export const UNDONE_HERE: readonly Action[] = ['link.create', 'role.restrict', 'role.unrestrict'];
