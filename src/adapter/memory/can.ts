import { isRef, type Command, type Ref } from '../../domain/index.ts';
import type { Target } from '../../policy/index.ts';
import type { Verdict } from '../port.ts';
import type { Moment } from './moment.ts';

/**
 * Whether the actor may, as far as it is known before everything is filled in. A selection is judged by what holds
 * for anyone; who in it is spared, a preview tells.
 */
export function can(
  command: Command,
  find: (target: Ref) => Target | undefined,
  { guard, offered }: Moment,
): Verdict {
  const { action, target } = command;
  if (!offered.includes(action)) return { allowed: false, code: 'unsupported' };
  const about = target && isRef(target) ? find(target) : undefined;
  if (target && isRef(target) && !about) return { allowed: false, code: 'not-found' };
  const rule = guard.refuses(command, about);
  return rule === undefined ? { allowed: true } : { allowed: false, code: rule };
}
