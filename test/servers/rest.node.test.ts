import { expect } from 'chai';
import { conformance } from '../../src/adapter/index.ts';
import { createRestAdapter } from '../../src/adapter/rest/index.ts';
import { startServer, type RunningServer } from './servers.mjs';

/** The contract twice over: what the adapter asks for and what the mock answers, judged by prism. */
describe('the rest adapter, on the mock behind prism', () => {
  let server: RunningServer;
  const adapter = () => createRestAdapter({ baseUrl: server.url, headers: { ...server.headers } });

  before(async () => {
    server = await startServer('mock-behind-prism');
  });
  after(() => server.stop());

  for (const { name, promise, run } of conformance(adapter)) {
    it(`${name}: ${promise}`, async () => {
      expect(await run()).to.deep.equal({ status: 'passed' });
    });
  }

  it('has a judge that refuses what the document does not allow', async () => {
    const response = await fetch(`${server.url}/people/search`, {
      method: 'POST',
      headers: { ...server.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ size: 'many' }),
    });
    expect(response.status).to.equal(422);
    expect(await response.text()).to.contain('stoplight.io/prism');
  });
});
