import { fail } from '../fail.ts';
import type * as RunnerModule from './runner.ts';
import type { Runner } from './runner.ts';

/** How long after the first rows an engine that cannot say when it is idle is taken to be, in ms. */
const IDLE_MS = 300;

let loaded: typeof RunnerModule | undefined;

/** Fetches what every memory backend of the page changes things with. Rejects with a `network` problem if that fails. */
export async function loadWriting(): Promise<typeof RunnerModule> {
  try {
    return (loaded ??= await import('./runner.ts'));
  } catch {
    return fail('network', 'not-loaded');
  }
}

/** The part of a backend that changes things, which the first rows do not wait for. */
export interface Writing {
  /** Goes on with it: at once if it is there, else as soon as it is. */
  do<T>(go: (runner: Runner) => Promise<T>): Promise<T>;
  /** Fetches it when the browser has nothing else to do. */
  fetchAhead(): void;
}

/** @param make makes the runner of its module; called once */
export function createWriting(make: (module: typeof RunnerModule) => Runner): Writing {
  let runner: Runner | undefined;
  let isPlanned = false;
  const from = (module: typeof RunnerModule): Runner => (runner ??= make(module));
  return {
    do: (go) => (loaded ? go(from(loaded)) : loadWriting().then((module) => go(from(module)))),
    fetchAhead: () => {
      if (loaded || isPlanned) return;
      isPlanned = true;
      // Whoever needs it hears of a failure then.
      const fetch = (): void => void loadWriting().catch(() => undefined);
      if ('requestIdleCallback' in globalThis) requestIdleCallback(fetch);
      else setTimeout(fetch, IDLE_MS);
    },
  };
}
