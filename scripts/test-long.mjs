// Runs the property tests of whole sequences of events much longer than `npm run test:unit` does: 2,000 sequences.
//   npm run test:long
//   RUNS=5000 SEED=1 npm run test:long       so many for each of the three backends, from this seed
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const { status } = spawnSync(
  process.execPath,
  ['scripts/test-unit.mjs', 'test/state/random.test.ts', '--timeout', '0'],
  { stdio: 'inherit', env: { RUNS: '667', ...process.env } },
);
process.exit(status ?? 1);
