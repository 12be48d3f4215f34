import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Browser, type Page, chromium } from 'playwright';
import { build } from 'vite';
import { chromiumArgs, findBrowsers } from '../../scripts/browsers.mjs';
import { type StrictServer, serveStrictly } from './strict-csp-server.ts';

/** The demo page that shows the kit under a strict policy; built like any host's page. */
const PAGE = 'csp/';

describe('under a strict Content-Security-Policy with Trusted Types', () => {
  let folder: string;
  let server: StrictServer;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    expect(existsSync(`demo/${PAGE}index.html`), `demo/${PAGE}index.html`).to.equal(true);
    folder = mkdtempSync(join(tmpdir(), 'rosterkit-csp-'));
    await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
    server = await serveStrictly(folder);
    const executablePath = findBrowsers().chromium?.path;
    browser = await chromium.launch({
      args: chromiumArgs(),
      ...(executablePath !== undefined && { executablePath }),
    });
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(server.url + PAGE, { waitUntil: 'load' });
  });

  after(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Reports are sent after the fact: this one, made on purpose, comes after all others. */
  async function allReports(): Promise<string[]> {
    const before = server.reports.length;
    await page.evaluate(() => {
      document.body.setAttribute('style', 'color: red');
    });
    for (let tries = 0; tries < 100 && server.reports.length === before; tries++) {
      await page.waitForTimeout(50);
    }
    return server.reports.slice(0, -1);
  }

  it('shows people', async () => {
    const row = page.getByRole('row').nth(1);
    await row.waitFor();
    expect(await row.innerText()).not.to.equal('');
  });

  it('lets a person search, sort, change a role and take it back, and nothing is reported', async () => {
    await page.getByRole('searchbox').first().fill('a');
    await page.getByRole('columnheader').first().click();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('row').nth(1).waitFor();
    await page.getByRole('button', { name: 'Member. Change the role of' }).first().click();
    await page.getByRole('option', { name: 'Admin' }).click();
    await page.getByRole('status').filter({ hasText: 'now has the role Admin.' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('status').filter({ hasText: 'Undone:' }).waitFor();
    await page.getByRole('button', { name: 'View' }).click();
    await page.getByRole('checkbox', { name: 'Email', exact: true }).uncheck();
    expect(complaints).to.deep.equal([]);
    expect(await allReports()).to.deep.equal([]);
  });

  it('opens a menu that could not be fetched as soon as it can be', async () => {
    const flaky = await browser.newPage();
    flaky.setDefaultTimeout(10_000);
    let isDown = true;
    await flaky.route(/menus-[^/]*\.js/, (route) =>
      isDown ? route.fulfill({ status: 503 }) : route.continue(),
    );
    await flaky.goto(server.url + PAGE, { waitUntil: 'load' });
    await flaky.getByRole('row').nth(1).waitFor();
    const button = flaky.getByRole('button', { name: 'View' });
    await button.click();
    await flaky.getByRole('status').filter({ hasText: 'could not be reached' }).waitFor();
    expect(await button.getAttribute('aria-expanded')).to.equal('false');
    isDown = false;
    await button.click();
    await flaky.getByRole('checkbox', { name: 'Email', exact: true }).waitFor();
    await flaky.close();
    expect(await allReports()).to.deep.equal([]);
  });

  it('would notice: the policy is on, and reports arrive', async () => {
    const refused = await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b></b>';
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).to.equal(true);
    expect(server.reports.length).to.be.greaterThan(0);
  });
});
