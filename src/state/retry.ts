import type { ProblemKind } from '../adapter/problem.ts';
import { isRef, type Command } from '../domain/index.ts';
import type { Activity } from './outcome.ts';

/** Problems by which the backend says that it did not do the command; it may say the same to the same id for ever. */
const CLEAR: readonly ProblemKind[] = [
  'forbidden', 'not-found', 'conflict', 'stale', 'invalid', 'rule', 'quota', 'unsupported',
]; // prettier-ignore

/** The command that tries again what ended badly. */
export function again({ command, phase, problem }: Activity, newId: () => string): Command {
  const isAnswered = phase === 'refused' && problem !== undefined && CLEAR.includes(problem.kind);
  if (!isAnswered || problem.code === 'vetoed') return command;
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
