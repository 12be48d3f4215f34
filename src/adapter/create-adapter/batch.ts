import { isRef, type Command } from '../../domain/index.ts';
import type { RunResult, RunValue } from '../port.ts';
import { toProblem, type AdapterError } from '../problem.ts';

/** Commands on their way at once. A browser opens no more than six connections to a host. */
const AT_ONCE = 4;
/** Ends the whole batch: nothing that follows could go better. */
const FATAL: readonly string[] = ['aborted', 'unauthenticated'];

/**
 * Carries out many commands, a few at a time and those about the same thing in order.
 *
 * @throws AdapterError if it was aborted or the sign-in was lost; everything else befalls one command alone
 */
export async function oneByOne(
  commands: readonly Command[],
  run: (command: Command) => Promise<RunValue>,
): Promise<readonly RunResult[]> {
  const results: RunResult[] = [];
  const lanes = lanesOf(commands).values();
  let isStopped = false;
  const worker = async (): Promise<void> => {
    for (const lane of lanes)
      for (const [index, command] of lane) {
        if (isStopped) return;
        try {
          results[index] = { ok: true, value: await run(command) };
        } catch (thrown) {
          const result = refusalOf(thrown);
          isStopped ||= FATAL.includes(result.problem.kind);
          if (isStopped) throw thrown;
          results[index] = result;
        }
      }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** What a failure comes down to, for one command. */
export function refusalOf(thrown: unknown): Extract<RunResult, { ok: false }> {
  return { ok: false, problem: toProblem(thrown) };
}

/** Whether a failure is one of the whole batch. */
export function isFatal(thrown: unknown): thrown is AdapterError {
  return FATAL.includes(toProblem(thrown).kind);
}

/** Commands by what they are about, each with its place. */
function lanesOf(commands: readonly Command[]): Map<string, (readonly [number, Command])[]> {
  const lanes = new Map<string, (readonly [number, Command])[]>();
  commands.forEach((command, index) => {
    const { target } = command;
    const key = target && isRef(target) ? `${target.kind} ${target.id}` : `nothing ${index}`;
    lanes.set(key, [...(lanes.get(key) ?? []), [index, command]]);
  });
  return lanes;
}
