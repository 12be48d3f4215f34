// Runs the stories as tests, in Chromium.
//   npm run test:stories                                   all of them
//   npm run test:stories -- stories/user-table.stories.ts  some files
//   npm run test:stories -- -t 'No Match'                  any option of vitest
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseCLI, startVitest } from 'vitest/node';

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
const vitest = await startVitest('test', filter, { ...options, run: true, watch: false });
const modules = vitest.state.getTestModules();
const states = modules.flatMap((module) =>
  [...module.children.allTests()].map((test) => test.result().state),
);
const count = (state) => states.filter((one) => one === state).length;
// A file that could not load counts as one that failed.
const broken = modules.filter((module) => !module.ok() && module.children.size === 0).length;
const unhandled = vitest.state.getUnhandledErrors().length;
const totals = {
  passed: count('passed'),
  failed: count('failed') + broken + unhandled,
  skipped: count('skipped') + count('pending'),
};
await vitest.close();
console.log(`${totals.passed} stories passed, ${totals.failed} failed`);
if (process.env.TOTALS_FILE) writeFileSync(process.env.TOTALS_FILE, JSON.stringify(totals));
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
