import { expect } from 'chai';
import { chromium, type Browser, type Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { chromiumArgs, findBrowsers } from '../../scripts/browsers.mjs';

describe('the demo of zoom, as npm start serves it', () => {
  let server: ViteDevServer;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  const asked: string[] = [];

  before(async () => {
    server = await createServer({ logLevel: 'warn', server: { port: 0, open: false } });
    await server.listen();
    const executablePath = findBrowsers().chromium?.path;
    browser = await chromium.launch({
      args: chromiumArgs(),
      ...(executablePath !== undefined && { executablePath }),
    });
    page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/')) asked.push(`${request.method()} ${pathname}`);
    });
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}products/zoom/?count=20`);
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  /** Rows of people, not those that only wait for them. */
  const rows = () => page.locator('user-table .row[data-id]');

  it('shows people that it asked a backend for over HTTP', async () => {
    await rows().nth(2).waitFor();
    expect(new Set(asked)).to.include.all.keys(
      'GET /api/capabilities',
      'GET /api/account',
      'GET /api/roles',
      'POST /api/people/search',
    );
  });

  it('changes a role there', async () => {
    await page.getByRole('button', { name: 'Member. Change the role of' }).first().click();
    await page.locator('user-table').getByRole('option', { name: 'Admin' }).click();
    await page.getByRole('status').filter({ hasText: 'now has the role Admin.' }).waitFor();
    expect(asked).to.include('POST /api/commands');
  });

  it('shows it as someone else sees it', async () => {
    await page.getByLabel('View as').selectOption('member');
    await page.getByRole('heading', { name: 'You cannot see the people here' }).waitFor();
    await page.getByLabel('View as').selectOption('owner');
    await rows().nth(2).waitFor();
  });

  it('goes on after a session that expired', async () => {
    await page.getByLabel('Scenario').selectOption('session-expires');
    const signIn = page.getByRole('button', { name: 'Sign in again' });
    const search = page.locator('user-table').getByRole('searchbox');
    // Every search is a request, and after twelve the session is over.
    for (let n = 0; !(await signIn.isVisible()) && n < 20; n++) {
      const answered = page.waitForResponse('**/api/people/search');
      await search.fill(`search ${n}`);
      await answered;
    }
    await signIn.click();
    await search.fill('');
    await rows().nth(2).waitFor();
    expect(complaints).to.deep.equal([]);
  });
});
