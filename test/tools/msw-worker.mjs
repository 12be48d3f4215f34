// Serves the worker of MSW to the pages of the tests: always that of the version installed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const FILE = 'mockServiceWorker.js';
const source = () => readFileSync(createRequire(import.meta.url).resolve(`msw/${FILE}`), 'utf8');

/** For the test runner: at the root, so that it may stand before every request. */
export function mswMiddleware(context, next) {
  if (context.path !== `/${FILE}`) return next();
  context.type = 'js';
  context.body = source();
  return undefined;
}
