// The mock's handlers over HTTP, behind a judge that is not ours: prism refuses what docs/openapi.json does not allow.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../tools/free-port.mjs';
import { startChild } from './child.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** @param {{ count?: number }} [options] of `createMockBackend`, as far as they are plain data */
export async function start(options = {}) {
  const mock = await startChild('mock-main.ts', { count: 30, ...options }, ['--import', 'tsx']);
  // Prism takes no port 0.
  const port = await freePort();
  const prism = spawn(
    process.execPath,
    [
      ...[here('node_modules/@stoplight/prism-cli/dist/index.js'), 'proxy'],
      ...[here('../../docs/openapi.json'), mock.url, '--errors', '--cors=false'],
      ...['--host', '127.0.0.1', '--port', String(port)],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const gone = once(prism, 'exit');
  const stop = async () => {
    prism.kill();
    await Promise.all([gone, mock.stop()]);
  };
  // A judge does not outlive the trial, however that ends.
  process.once('exit', () => prism.kill());
  let said = '';
  const isUp = new Promise((done) => {
    for (const stream of [prism.stdout, prism.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said = `${said}${text}`.slice(-10_000);
        if (said.includes('Prism is listening')) done(true);
      });
    }
  });
  if (!(await Promise.race([isUp, gone.then(() => false)]))) {
    await stop();
    throw new Error(`prism did not start:\n${said}`);
  }
  // The document asks for a sign-in, so prism does; which one is the mock's own affair.
  return { url: `http://127.0.0.1:${port}`, headers: { Authorization: 'Bearer any' }, stop };
}
