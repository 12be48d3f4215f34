import { expect } from '@open-wc/testing';
import { startServer } from './in-page.ts';

describe('a server behind the proxy of its host', () => {
  it('is reached at the origin of the page, which holds no token', async () => {
    const server = await startServer('scimmy', { count: 3 });
    const response = await fetch(`${server.baseUrl}/Users?count=0`);
    expect(response.status).to.equal(200);
    expect(await response.json()).to.include({ totalResults: 3 });
    await server.stop();
    expect((await fetch(`${server.baseUrl}/Users`)).status).to.equal(404);
  });
});
