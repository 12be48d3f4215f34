import { fail } from './fail.ts';
import type * as RunnerModule from './runner.ts';
import type { Runner } from './runner.ts';

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
      // A browser that cannot say when it is idle fetches it with the first command.
      if (loaded || isPlanned || !('requestIdleCallback' in globalThis)) return;
      isPlanned = true;
      // Whoever needs it hears of a failure then.
      requestIdleCallback(() => void loadWriting().catch(() => undefined));
    },
  };
}
