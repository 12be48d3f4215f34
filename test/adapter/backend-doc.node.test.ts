import { rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { expect } from 'chai';
import { conformance, type AccountAdapter } from '../../src/adapter/index.ts';
import { toProblem } from '../../src/adapter/problem.ts';
import { documented } from './documented.ts';
import { startForeignApi } from './foreign-api.ts';

describe('the adapter of docs/backend.md, on a REST API that is not ours', () => {
  let folder: string;
  let create: (baseUrl: string) => AccountAdapter;
  let api: { baseUrl: string; server: Server };

  before(async () => {
    ({ create, folder } = await documented());
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
