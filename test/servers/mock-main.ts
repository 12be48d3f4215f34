import type { MockOptions } from '../../src/mock/index.ts';
import { serveMock } from '../tools/mock-server.ts';
import { withEverything } from '../tools/with-everything.ts';
import { givenOptions, tellParent } from './child.mjs';

/** Prism takes a 501 as a request to make up an answer in the server's stead; the body says what it is all the same. */
function not501(response: Response): Response {
  if (response.status !== 501) return response;
  const { body, headers } = response;
  return new Response(body, { status: 422, headers });
}

const options = givenOptions() as MockOptions;
const { baseUrl } = await serveMock({ adjust: withEverything, ...options }, not501);
tellParent(baseUrl);
