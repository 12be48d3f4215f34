import { createServer } from 'node:net';
import process from 'node:process';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { brokenCodePlugin } from './test/tools/broken-code-plugin.mjs';
import { commandsPlugin } from './test/tools/commands-plugin.mjs';
import { launchers } from './test/tools/engines.mjs';
import { mswMiddleware } from './test/tools/msw-worker.mjs';
import { scriptAsModulePlugin } from './test/tools/script-as-module-plugin.mjs';
import { shortErrors, totalsReporter } from './test/tools/totals-reporter.mjs';

// Dates in tests must not depend on where they run.
process.env.TZ ??= 'UTC';

/** A port of its own, so that two runs on one machine do not serve each other's pages. */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** How often, and from where, the tests of random events go; `SEED=… SEQUENCES=2000 npm run test:browser -- …`. */
const RANDOM = {
  seed: Number(process.env.SEED ?? Date.now() % 1e9),
  sequences: Number(process.env.SEQUENCES ?? 150),
};

const failures = defaultReporter();
// Bars are for eyes: in a log they are noise.
if (!process.stdout.isTTY) delete failures.getTestProgress;

export default {
  // `npm run test:browser -- <files>` passes its own choice.
  files: [
    ...['test/**/*.test.ts', '!test/**/*.node.test.ts', '!test/**/node_modules/**'],
    // With servers of their own: `npm run test:servers`.
    '!test/servers/**',
  ],
  port: await freePort(),
  rootDir: import.meta.dirname,
  nodeResolve: { exportConditions: ['development', 'browser', 'default'] },
  browsers: launchers(),
  // Two cores: more at once makes the engines wait for each other until tests time out.
  concurrency: 1,
  concurrentBrowsers: 2,
  plugins: [
    brokenCodePlugin(),
    esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
    commandsPlugin(),
    scriptAsModulePlugin(),
  ],
  middleware: [mswMiddleware],
  reporters: [shortErrors(), failures, totalsReporter()],
  // Limits for what hangs, not for what is slow: the machine may be shared.
  testsFinishTimeout: 900_000,
  testFramework: {
    config: { ui: 'bdd', timeout: 90_000, retries: 0, grep: process.env.GREP },
  },
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8"><title>rosterkit tests</title></head>
      <body>
        <script>
          // A test may end while something is being sent: nobody is there to answer whether to leave.
          addEventListener('beforeunload', (event) => event.isTrusted && event.stopImmediatePropagation(), true);
        </script>
        <script>globalThis.RANDOM = ${JSON.stringify(RANDOM)};</script>
        <script type="module" src="${framework}"></script>
      </body>
    </html>`,
  filterBrowserLogs: ({ args }) => !args.some((arg) => String(arg).includes('Lit is in dev mode')),
};
