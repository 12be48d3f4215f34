// Runs browser tests.
//   npm run test:browser                                        every test, every engine found
//   npm run test:browser -- --engine chromium                   one engine (or chromium,webkit)
//   npm run test:browser -- --engine chromium test/elements/**  some files
//   npm run test:browser -- --engine chromium --watch test/elements/user-table.test.ts
import process from 'node:process';
import { startTestRunner } from '@web/test-runner';

const flags = [];
const files = [];
let config = 'web-test-runner.config.mjs';
for (let args = process.argv.slice(2); args.length > 0;) {
  const arg = args.shift();
  if (arg === '--engine' || arg === '--engines') process.env.ENGINES = args.shift() ?? '';
  else if (arg.startsWith('--engine=')) process.env.ENGINES = arg.slice('--engine='.length);
  else if (arg === '--config') config = args.shift() ?? config;
  else if (arg.startsWith('-')) flags.push(arg);
  else files.push(arg);
}
// The choice of engines is read when the configuration is, so only now.
await startTestRunner({
  argv: ['--config', config, ...flags, ...files.flatMap((file) => ['--files', file])],
});
