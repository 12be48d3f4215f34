import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { conformance, type AccountAdapter } from '../../src/adapter/index.ts';
import { toProblem } from '../../src/adapter/problem.ts';
import { startForeignApi } from './foreign-api.ts';

/** The adapter of docs/backend.md, to the letter but for where the package is. */
async function documented(folder: string): Promise<(baseUrl: string) => AccountAdapter> {
  const page = readFileSync('docs/backend.md', 'utf8').split('## A complete adapter')[1] ?? '';
  const code = page.split('```js\n')[1]?.split('\n```')[0] ?? '';
  const adapter = pathToFileURL('src/adapter/index.ts').href;
  writeFileSync(join(folder, 'crm.mjs'), code.replace("'rosterkit/adapter'", `'${adapter}'`));
  const module = (await import(pathToFileURL(join(folder, 'crm.mjs')).href)) as {
    createCrmAdapter: (baseUrl: string) => AccountAdapter;
  };
  return module.createCrmAdapter;
}

describe('the adapter of docs/backend.md, on a REST API that is not ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rosterkit-backend-'));
  let create: (baseUrl: string) => AccountAdapter;
  let api: { baseUrl: string; server: Server };

  before(async () => {
    create = await documented(folder);
  });
  beforeEach(async () => {
    api = await startForeignApi();
  });
  afterEach(() => void api.server.close());
  after(() => rmSync(folder, { recursive: true }));

  for (const [index, { name, promise }] of conformance(() => create('')).entries()) {
    it(`${name}: ${promise}`, async () => {
      const result = await conformance(() => create(api.baseUrl))[index]?.run();
      expect(result?.status).to.be.oneOf(['passed', 'skipped']);
    });
  }

  it('is told apart by the code of an error, not by its status', async () => {
    const adapter = create(api.baseUrl);
    const kindOf = (call: Promise<unknown>) =>
      call.then(
        () => 'done',
        (thrown: unknown) => {
          const { kind, code = '' } = toProblem(thrown);
          return `${kind} ${code}`;
        },
      );
    expect(await kindOf(adapter.person('7'))).to.equal('not-found no_such_user');
    const invite = {
      id: '1',
      action: 'user.invite',
      change: { people: [{ email: 'user1@crm.example' }] },
    };
    expect(await kindOf(adapter.run(invite))).to.equal('conflict email-taken');
    const offline = create('http://127.0.0.1:1');
    expect(await kindOf(offline.account())).to.equal('network ');
  });

  it('carries a page of people to its end', async () => {
    const adapter = create(api.baseUrl);
    const sort = [{ field: 'email' }] as const;
    const first = await adapter.people({ size: 20, sort });
    expect(first.total).to.equal(47);
    const second = await adapter.people({ size: 20, sort, at: first.next ?? '' });
    const last = await adapter.people({ size: 20, sort, at: second.next ?? '' });
    expect(last.items).to.have.length(7);
    expect(last.next).to.equal(undefined);
  });
});
