import { AdapterError } from '../adapter/problem.ts';
import { OnDemand } from './on-demand.ts';

/**
 * What carries commands out (`commands/`): fetched once the account is known and the browser is idle, at the latest
 * with the first command. The code is the same for every scope of a page, so it is there for all at once.
 */
export const COMMAND_CHUNK = new OnDemand(
  () => import('./commands/desk.ts'),
  (module) => module,
);
export type CommandChunk = typeof COMMAND_CHUNK;

/** The code could not be fetched: nothing was sent, and trying again fetches it again. */
export function chunkMissing(): AdapterError {
  return new AdapterError({
    kind: 'network',
    code: 'part-missing',
    title: 'a part could not be fetched',
  });
}
