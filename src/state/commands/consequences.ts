import type { Problem } from '../../adapter/problem.ts';
import type { ActionRegistry, Command, Topic } from '../../domain/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { Outcome } from '../outcome.ts';
import { personOf } from './targets.ts';

/** Refusals by which the backend says that it knows something of the actor or the account that we do not. */
const DRIFT: readonly Problem['kind'][] = ['forbidden', 'rule', 'quota'];

function isRefusal(outcome: Outcome): outcome is Outcome & { status: 'refused' } {
  return (
    outcome.status === 'refused' &&
    DRIFT.includes(outcome.problem.kind) &&
    outcome.problem.code !== 'vetoed'
  );
}

/** The report that a backend refused what the policy had allowed: the two do not agree. */
export function driftOf(outcome: Outcome, decision: Decision | undefined): Problem | undefined {
  if (!isRefusal(outcome) || decision?.effect !== 'allow') return undefined;
  return {
    kind: outcome.problem.kind,
    code: 'policy-drift',
    title: 'Refused what the policy allowed',
    retryable: false,
  };
}

/** What has to be read again after an act. */
export function topicsOf(outcomes: readonly Outcome[], actions: ActionRegistry): Set<Topic> {
  const topics = new Set<Topic>();
  for (const outcome of outcomes) {
    if (outcome.status === 'done')
      for (const topic of actions[outcome.command.action]?.invalidates ?? []) topics.add(topic);
    if (outcome.status === 'uncertain' || isRefusal(outcome)) topics.add('account');
    if (outcome.status === 'refused' && outcome.problem.kind === 'not-found') topics.add('people');
    // Whoever looks at events sees what there is, rather than what was asked for: no record is looked up one by one.
    if (outcome.status === 'uncertain' || outcome.status === 'refused')
      for (const topic of actions[outcome.command.action]?.invalidates ?? [])
        if (topic === 'links' || topic === 'events') topics.add(topic);
  }
  return topics;
}

/** Whom a command takes away, once it is done: their record is gone, not merely changed. */
export function leaverOf(command: Command, actions: ActionRegistry): string | undefined {
  const { membership, invalidates } = actions[command.action] ?? {};
  return membership === 'leaves' && invalidates?.includes('people') ? personOf(command) : undefined;
}
