import type { Command } from '../../domain/index.ts';
import type { Outcome } from '../outcome.ts';

/** The worst comes first: it is what has to be seen to. */
const WORST = ['uncertain', 'refused', 'skipped'] as const;

/** The ending of a command that was carried out as several: done if all were, else as the worst of them ended. */
export function togetherAs(command: Command, each: readonly Outcome[]): Outcome {
  for (const status of WORST) {
    const worst = each.find((outcome) => outcome.status === status);
    if (worst) return { ...worst, command, each };
  }
  return { command, status: 'done', value: null, each };
}
