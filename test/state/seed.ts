/** What the environment asks for; in a browser there is none. */
const env: Record<string, string | undefined> = typeof process === 'undefined' ? {} : process.env;

/** `SEED=… npm run test:unit` repeats what a run was about; it stands in the names of its tests. */
export const SEED = Number(env['SEED'] ?? Date.now() % 1e9);

/** How often a property is tried, unless `RUNS` says otherwise. */
export function runs(usual: number): number {
  return Number(env['RUNS'] ?? usual);
}
