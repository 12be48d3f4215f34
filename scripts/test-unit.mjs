// Runs the tests that need no browser, in Node.
//   npm run test:unit                                all of them
//   npm run test:unit -- test/policy/zoom.test.ts    some files
//   npm run test:unit -- --grep ZM-7                 any option of mocha
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

/** Layers without a DOM, and whether the stories are all there. */
const LAYERS = ['domain', 'policy', 'adapter', 'state', 'i18n', 'mock', 'stories'];

const args = process.argv.slice(2);
const hasFiles = args.some((arg) => /\.ts$|[*/]/.test(arg) && !arg.startsWith('-'));
const layers = LAYERS.filter((layer) => existsSync(`test/${layer}`));
const files = hasFiles ? [] : layers.map((layer) => `test/${layer}/**/*.test.ts`);

const { status } = spawnSync(
  process.execPath,
  [
    '--import',
    'tsx',
    'node_modules/mocha/bin/mocha.js',
    '--reporter',
    'test/tools/mocha-reporter.mjs',
    '--ignore',
    'test/**/*.browser.test.ts',
    // A --grep that matches nothing is a mistake, not a success.
    '--fail-zero',
    '--timeout',
    '90000',
    ...args,
    ...files,
  ],
  { stdio: 'inherit', env: { TZ: 'UTC', ...process.env } },
);
process.exit(status ?? 1);
