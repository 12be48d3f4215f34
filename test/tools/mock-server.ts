import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getResponse } from 'msw';
import {
  createMockBackend,
  handlers,
  type MockBackend,
  type MockOptions,
} from '../../src/mock/index.ts';

export interface MockServer {
  /** Where the contract's paths begin, for an adapter's `baseUrl`. */
  readonly baseUrl: string;
  readonly backend: MockBackend;
  close(): Promise<void>;
}

/** The mock's handlers behind a real server, on a port of its own. `passed` may change what it answers. */
export async function serveMock(
  options?: MockOptions,
  passed: (response: Response) => Response = (response) => response,
): Promise<MockServer> {
  const backend = createMockBackend(options);
  const answerers = handlers(backend);
  const server = createServer((incoming, outgoing) => {
    void requestOf(incoming, outgoing)
      .then((request) => getResponse(answerers, request))
      .then((response) => send(passed(response ?? new Response(null, { status: 404 })), outgoing));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/api`,
    backend,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

async function requestOf(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Request> {
  const { method = 'GET', url = '/' } = incoming;
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return new Request(`http://127.0.0.1${url}`, {
    method,
    headers: incoming.headers as Record<string, string>,
    signal: gone.signal,
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
}

/** Writes an answer; `Response.error()` is a connection that breaks. */
async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  if (response.type === 'error') {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  const reader = response.body?.getReader();
  outgoing.on('close', () => void reader?.cancel());
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) break;
    outgoing.write(value);
  }
  outgoing.end();
}
