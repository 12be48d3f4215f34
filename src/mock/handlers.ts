import { http, type HttpHandler } from 'msw';
import type { MockBackend } from './mock-backend.ts';
import { respond } from './respond.ts';
import { ROUTES } from './wire/routes.ts';

export interface HandlerOptions {
  /** Where the contract's paths begin, as the adapter's `baseUrl`. Default: `/api` of any origin. */
  readonly baseUrl?: string;
}

/**
 * Request handlers of MSW (its version 2) through which a backend is reached, in a page or in Node:
 *
 * ```ts
 * setupWorker(...handlers(createMockBackend())).start();
 * ```
 *
 * In a page, events (`watch`) come through in Chromium and Firefox; WebKit hands no streams to a service worker.
 */
export function handlers(
  backend: MockBackend,
  { baseUrl = '*/api' }: HandlerOptions = {},
): HttpHandler[] {
  const base = baseUrl.replace(/\/+$/, '');
  return ROUTES.map((route) =>
    http[route.method](base + route.path.replace('{id}', ':id'), ({ request, params }) =>
      respond(backend, route, request, params),
    ),
  );
}
