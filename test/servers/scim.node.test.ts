import { expect } from 'chai';
import { conformance } from '../../src/adapter/index.ts';
import { createScimAdapter, type ScimOptions } from '../../src/adapter/scim/index.ts';
import { startServer, type RunningServer, type ServerName } from './servers.mjs';

/** The only thing that is not found out: who sits before the page, where the server has no `/Me`. */
const LEAN: Partial<ScimOptions> = { actor: { id: 'console', roleId: 'admin', status: 'active' } };

const SERVERS: readonly (readonly [name: ServerName, options: Partial<ScimOptions>])[] = [
  ['scimmy', {}],
  ['lean-scim', LEAN],
];

for (const [name, options] of SERVERS) {
  describe(`the scim adapter, on ${name}`, () => {
    let server: RunningServer;
    const adapter = (more: Partial<ScimOptions> = {}) =>
      createScimAdapter({
        baseUrl: server.url,
        headers: { ...server.headers },
        create: true,
        ...options,
        ...more,
      });

    before(async () => {
      server = await startServer(name);
    });
    after(() => server.stop());

    for (const { name: check, promise, run } of conformance(() => adapter())) {
      it(`${check}: ${promise}`, async () => {
        expect((await run()).status).to.be.oneOf(['passed', 'skipped']);
      });
    }
  });
}
