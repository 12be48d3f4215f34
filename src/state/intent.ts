import { toProblem, type Problem } from '../adapter/problem.ts';
import type { Command } from '../domain/index.ts';
import { orAbort } from './clock.ts';
import { AccountCommandEvent, type Intent } from './events.ts';

/** Which commands the host lets through; the others with the reason. */
export interface Consent {
  readonly go: readonly Command[];
  readonly stopped: ReadonlyMap<string, Problem>;
}

const QUIET: Problem = {
  kind: 'aborted',
  code: 'vetoed',
  title: 'Cancelled by the page',
  retryable: false,
};

/**
 * Asks the host, by one event for the whole act, and waits for what it is held with.
 *
 * @param held called once the host holds the commands
 */
export async function askHost(
  target: EventTarget,
  commands: readonly Command[],
  source: string,
  signal: AbortSignal,
  held: () => void,
): Promise<Consent> {
  const event = new AccountCommandEvent(commands, source);
  if (!target.dispatchEvent(event)) return stopAll(commands, QUIET);
  if (event.holds.length === 0) return { go: commands, stopped: new Map() };
  held();
  const stopped = new Map<string, Problem>();
  let intents: Intent[];
  try {
    intents = await orAbort(Promise.all(event.holds), signal);
  } catch (thrown) {
    return stopAll(commands, signal.aborted ? QUIET : veto(toProblem(thrown).title));
  }
  for (const intent of intents) {
    if (!intent) continue;
    if ('veto' in intent) return stopAll(commands, veto(intent.veto));
    for (const id of intent.drop) stopped.set(id, QUIET);
  }
  return { go: commands.filter(({ id }) => !stopped.has(id)), stopped };
}

function veto(detail: string): Problem {
  return { kind: 'rule', code: 'vetoed', title: 'Stopped by the page', detail, retryable: false };
}

function stopAll(commands: readonly Command[], problem: Problem): Consent {
  return { go: [], stopped: new Map(commands.map(({ id }) => [id, problem])) };
}
