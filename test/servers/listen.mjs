import { once } from 'node:events';

/**
 * Lets a server of `node:http` listen on a free port of the loopback address.
 * @param {import('node:http').Server} server
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function listen(server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
