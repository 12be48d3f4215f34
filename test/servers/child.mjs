// A server in a process of its own: what it breaks or never lets go of ends with it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * Starts a module of this folder and waits until it says where it listens.
 * @param {string} file its name, `scimmy-main.mjs`
 * @param {object} [options] handed to it as JSON
 * @param {string[]} [execArgv] of Node
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startChild(file, options = {}, execArgv = []) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, [JSON.stringify(options)], {
    execArgv,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  const gone = once(child, 'exit');
  const first = await Promise.race([once(child, 'message'), gone.then(() => undefined)]);
  if (!first) throw new Error(`${file} did not start:\n${said}`);
  return {
    url: first[0].url,
    stop: async () => {
      child.kill();
      await gone;
    },
  };
}

/** In the child: what `startChild` handed over. */
export const givenOptions = () => JSON.parse(process.argv[2] ?? '{}');

/** In the child: tells where it listens, and ends with whoever started it. */
export function tellParent(url) {
  process.on('disconnect', () => process.exit());
  process.send?.({ url });
}
