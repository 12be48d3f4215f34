import type { Action, EventRecord } from '../../domain/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { AccountScope } from '../../state/index.ts';
import type { AccessReading } from './reading.ts';

/** What the button of an event does: it starts it, beside another one where one runs, or ends it. */
export interface EventRun {
  readonly action: Action;
  readonly decision: Decision;
  /** The event that runs already. */
  readonly beside: EventRecord | undefined;
}

/** `undefined`: this backend starts no events, or the event is over. */
export function runOf(
  event: EventRecord,
  scope: AccountScope,
  reading: AccessReading,
): EventRun | undefined {
  if (event.status === 'ended' || event.status === undefined) return undefined;
  const beside = event.status === 'planned' ? reading.runningBeside(event.id) : undefined;
  const start = beside ? 'event.start-parallel' : 'event.start';
  const action = event.status === 'running' ? 'event.end' : start;
  if (!scope.offers(action)) return undefined;
  return { action, beside, decision: scope.decide({ action, target: event, draft: true }) };
}
