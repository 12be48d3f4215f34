import type { Problem, ProblemKind } from '../../adapter/problem.ts';
import { isRef, type Command } from '../../domain/index.ts';
import type { Activity } from '../outcome.ts';

/** Problems by which a backend says what it thinks of a command, not how it fares itself. */
const JUDGEMENTS: readonly ProblemKind[] = [
  'forbidden', 'not-found', 'conflict', 'stale', 'invalid', 'rule', 'quota', 'unsupported',
]; // prettier-ignore

/** Whether the backend has judged the command: it did not do it, and may say the same to the same id for ever. */
export function isJudgement({ kind }: Problem): boolean {
  return JUDGEMENTS.includes(kind);
}

/** The command that tries again what ended badly. */
export function again({ command, phase, problem }: Activity, newId: () => string): Command {
  if (phase !== 'refused' || !problem || !isJudgement(problem) || problem.code === 'vetoed')
    return command;
  if (problem.kind !== 'stale') return { ...command, id: newId() };
  // It was answered with the record as it is now, and the person has seen it: go by that one.
  const { action, target, change } = command;
  return {
    id: newId(),
    action,
    ...(target && { target: isRef(target) ? { kind: target.kind, id: target.id } : target }),
    ...(change && { change }),
  };
}
