import { toProblem, type Problem } from '../../adapter/problem.ts';
import type { Command } from '../../domain/index.ts';
import { orAbort } from '../clock.ts';
import { AccountCommandEvent } from '../command-event.ts';
import { Holds, type Intent } from '../holds.ts';

/** Which commands the host lets through; the others with the reason. */
export interface Consent {
  readonly go: readonly Command[];
  readonly stopped: ReadonlyMap<string, Problem>;
}

/** The page said no without a word to the person. */
const QUIET: Problem = {
  kind: 'aborted',
  code: 'vetoed',
  title: 'Cancelled by the page',
  retryable: false,
};

/** A veto, on its way out of the promises that are waited for. */
class Veto extends Error {
  override readonly name = 'Veto';
}

/**
 * Asks the host, by one event for the whole act, and waits for what it is held with.
 *
 * @param held called once the host holds the commands
 * @throws AbortError when the signal aborts while it does
 */
export async function askHost(
  target: EventTarget,
  commands: readonly Command[],
  source: string,
  signal: AbortSignal,
  held: () => void,
): Promise<Consent> {
  const holds = new Holds();
  const isLetThrough = target.dispatchEvent(new AccountCommandEvent(commands, source, holds));
  holds.seal();
  // The first veto counts, whatever the others are still thinking about.
  const intents = Promise.all(holds.promises.map(consenting));
  if (!isLetThrough) {
    intents.catch(() => undefined);
    return stopAll(commands, QUIET);
  }
  if (holds.promises.length === 0) return { go: commands, stopped: new Map() };
  held();
  try {
    const dropped = new Set((await orAbort(intents, signal)).flat());
    return {
      go: commands.filter(({ id }) => !dropped.has(id)),
      stopped: new Map([...dropped].map((id) => [id, QUIET])),
    };
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    const problem = toProblem(thrown);
    return stopAll(commands, problem.kind === 'aborted' ? QUIET : veto(problem.title));
  }
}

/** The ids that one hold leaves out. Rejects with its veto. */
async function consenting(hold: Promise<Intent>): Promise<readonly string[]> {
  const intent: unknown = await hold;
  if (intent == null) return [];
  if (typeof intent === 'object') {
    if ('veto' in intent) throw new Veto(String(intent.veto));
    if ('drop' in intent && Array.isArray(intent.drop)) return intent.drop as string[];
  }
  // `false`, say, may well have been meant as a no.
  throw new TypeError(
    `waitUntil() resolved with ${JSON.stringify(intent)}, expected nothing, { veto } or { drop }`,
  );
}

function veto(detail: string): Problem {
  return { kind: 'rule', code: 'vetoed', title: 'Stopped by the page', detail, retryable: false };
}

function stopAll(commands: readonly Command[], problem: Problem): Consent {
  return { go: [], stopped: new Map(commands.map(({ id }) => [id, problem])) };
}
