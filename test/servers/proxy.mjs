// A host's own proxy, as small as can be: pages of the test runner reach every server at their own origin, and what
// signs the request in is added here, where no page can read it.
import { Buffer } from 'node:buffer';
import { request } from 'node:http';
import { startServer } from './servers.mjs';

/** Hop by hop, or about the connection to the page. */
const OWN = ['host', 'connection', 'origin', 'referer', 'cookie', 'content-length'];

/** Sends a request on, and answers what comes back. */
async function forward(context, { url, headers }, path) {
  const { method, headers: given } = context.request;
  const kept = Object.entries(given).filter(([name]) => !OWN.includes(name));
  const body = [];
  for await (const chunk of context.req) body.push(chunk);
  const answer = await new Promise((done, failed) => {
    const outgoing = request(
      url + path,
      { method, headers: { ...Object.fromEntries(kept), ...headers } },
      done,
    );
    outgoing.on('error', failed);
    context.res.on('close', () => outgoing.destroy());
    outgoing.end(Buffer.concat(body));
  });
  context.status = answer.statusCode;
  for (const [name, value] of Object.entries(answer.headers))
    if (!['connection', 'transfer-encoding', 'keep-alive'].includes(name)) context.set(name, value);
  context.body = answer;
}

/**
 * For the test runner: `POST /servers/<name>` with options as JSON starts one and answers `{ path }`; what is asked below that
 * path goes to it; `DELETE` of it stops it. What a page leaves running stops with the runner.
 */
export function serversPlugin() {
  const running = new Map();
  let count = 0;

  async function start(context, name) {
    let body = '';
    for await (const chunk of context.req) body += chunk;
    const path = `/servers/${name}/${++count}`;
    running.set(path, await startServer(name, JSON.parse(body || '{}')));
    context.body = { path };
  }

  async function stop(context, path) {
    const server = running.get(path);
    running.delete(path);
    await server?.stop();
    context.status = 204;
  }

  return {
    middleware: async (context, next) => {
      const [, path, name, nth, rest] =
        /^(\/servers\/([a-z-]+)(?:\/(\d+)(\/.*)?)?)$/.exec(context.path) ?? [];
      // Modules and tests of this folder are files, not servers.
      if (!path) return next();
      if (!nth) return start(context, name);
      const root = `/servers/${name}/${nth}`;
      if (rest === undefined && context.method === 'DELETE') return stop(context, root);
      const server = running.get(root);
      if (!server) {
        context.status = 404;
        return undefined;
      }
      return forward(context, server, `${rest ?? ''}${context.search}`);
    },
    plugin: {
      name: 'servers',
      serverStop: () => Promise.all([...running.values()].map((server) => server.stop())),
    },
  };
}
