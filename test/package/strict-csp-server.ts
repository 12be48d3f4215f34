/** Serves a folder under a strict Content-Security-Policy and keeps the reports of what it stopped. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { text } from 'node:stream/consumers';

/** `lit-html` is the Trusted Types policy of Lit's templates; nothing else may make markup or scripts. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
  'report-uri /csp-report',
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export interface StrictServer {
  readonly url: string;
  /** What browsers reported, as they sent it. */
  readonly reports: readonly string[];
  close(): Promise<void>;
}

export async function serveStrictly(folder: string): Promise<StrictServer> {
  const reports: string[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    if (pathname === '/csp-report') {
      reports.push(await text(request));
      response.writeHead(204).end();
      return;
    }
    let path = join(folder, normalize(decodeURIComponent(pathname)));
    if (path.endsWith(sep)) path += 'index.html';
    if (!path.startsWith(folder) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
    });
    createReadStream(path).pipe(response);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, 'localhost', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${String(port)}/`,
    reports,
    close: () =>
      new Promise((done, failed) => {
        server.closeAllConnections();
        server.close((error) => {
          if (error) failed(error);
          else done();
        });
      }),
  };
}
