import { expect } from 'chai';
import { conformance } from '../../src/adapter/index.ts';
import { createScimAdapter, type ScimOptions } from '../../src/adapter/scim/index.ts';
import {
  startServer,
  type RunningServer,
  type ServerName,
  type ServerOptions,
} from './servers.mjs';

interface Case {
  readonly what: string;
  readonly name: ServerName;
  readonly server?: ServerOptions;
  readonly options?: Partial<ScimOptions>;
  /** A check that does not hold, and why. */
  readonly but?: Readonly<Record<string, string>>;
}

/** What SCIM has none of, so that there is nothing to look at. */
const LACKING = [
  'events-are-told',
  'links-keep-their-address',
  'previews-change-nothing',
  'previews-tell-refusals',
  'sub-accounts-are-all-listed',
  'sub-accounts-are-found-by-name',
  'the-same-id-is-done-once',
  'the-trail-tells-of-changes',
  'verdicts-answer-one-by-one',
  'versions-guard-changes',
];

const CASES: readonly Case[] = [
  { what: 'a rich server (scimmy)', name: 'scimmy' },
  {
    what: 'a rich server with more people than are read whole',
    name: 'scimmy',
    server: { sparse: false },
    options: { readWhole: 10 },
    but: { 'search-finds-who-matches': 'the server searches, and to it accents count' },
  },
  {
    what: 'a lean server',
    name: 'lean-scim',
    // The only thing that cannot be found out: who sits before the page, where the server has no `/Me`.
    options: { actor: { id: 'console', roleId: 'admin', status: 'active' } },
  },
];

for (const { what, name, server: serverOptions, options, but = {} } of CASES) {
  describe(`the scim adapter, on ${what}`, () => {
    let server: RunningServer;
    const skipped: string[] = [];
    const adapter = () =>
      createScimAdapter({
        baseUrl: server.url,
        headers: { ...server.headers },
        create: true,
        ...options,
      });

    before(async () => {
      server = await startServer(name, serverOptions);
    });
    after(() => server.stop());

    for (const { name: check, promise, run } of conformance(adapter)) {
      const why = but[check];
      if (why !== undefined) {
        it(`${check}: not quite, since ${why}`, async () => {
          const { people } = await adapter().capabilities();
          expect(people.search).to.equal('server');
          const { items } = await adapter().people({ search: 'OKAFOR', size: 100 });
          expect(items.length).to.be.greaterThan(2);
          for (const { lastName } of items) expect(lastName).to.equal('Okafor');
        });
        continue;
      }
      it(`${check}: ${promise}`, async () => {
        const { status } = await run();
        if (status === 'skipped') skipped.push(check);
      });
    }

    it('lacks only what SCIM has none of', () => {
      expect(skipped.sort()).to.deep.equal(LACKING);
    });
  });
}
