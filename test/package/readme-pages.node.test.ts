import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { chromium, type Browser, type Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { chromiumArgs, findBrowsers } from '../../scripts/browsers.mjs';
import { host } from './packed.ts';
import { snippet } from './readme.ts';

const TRY = snippet('Try it', 'html');

/** One more module on a page. */
const module = (code: string): string => `\n<script type="module">\n${code}\n</script>\n`;

/** The script of a page, in place of which another can stand. */
const scriptOf = (page: string): string => page.slice(page.indexOf('<script type="module">'));

/** Every page that the README has its reader make. */
const PAGES = {
  index: TRY,
  elements: snippet('The elements', 'html') + scriptOf(TRY),
  renamed:
    TRY.replaceAll('user-table', 'acme-table').replace("import 'rosterkit/define';", '') +
    module(snippet('The elements', 'js')),
  mock: snippet('Your backend', 'html').replace(
    scriptOf(snippet('Your backend', 'html')),
    module(snippet('Your backend', 'js', 1)),
  ),
  rule: TRY + module(snippet('A rule', 'js')),
  column: TRY + module(snippet('A column', 'js')),
  word: TRY + module(snippet('A change of your own, and a word before theirs', 'js', 1)),
  look: `<style>${snippet('Look', 'css')}</style>${TRY}`,
  french: TRY + module(snippet('Languages', 'js')),
};

describe('the pages of the README, as they are pasted', () => {
  let browser: Browser;
  let server: ViteDevServer;
  let page: Page;
  let complaints: string[];

  before(async () => {
    const root = join(host, 'readme');
    mkdirSync(join(root, 'public'), { recursive: true });
    copyFileSync(
      'node_modules/msw/lib/mockServiceWorker.js',
      join(root, 'public/mockServiceWorker.js'),
    );
    for (const [name, text] of Object.entries(PAGES))
      writeFileSync(join(root, `${name}.html`), text);
    server = await createServer({
      configFile: false,
      root,
      logLevel: 'warn',
      cacheDir: join(host, 'vite'),
      // All of it beforehand: found one by one, it would reload the pages under the test.
      optimizeDeps: { entries: ['*.html'] },
      server: { port: 0, open: false },
    });
    await server.listen();
    const executablePath = findBrowsers().chromium?.path;
    browser = await chromium.launch({
      args: chromiumArgs(),
      ...(executablePath !== undefined && { executablePath }),
    });
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  async function open(name: keyof typeof PAGES): Promise<void> {
    page = await browser.newPage();
    complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}${name}.html`);
  }

  afterEach(async () => {
    expect(complaints).to.deep.equal([]);
    await page.close();
  });

  const cell = (name: string) => page.getByRole('gridcell', { name, exact: true });
  const roleOf = (name: string) => page.getByRole('button', { name: `Change the role of ${name}` });

  it('show people, and change a role', async () => {
    await open('index');
    await cell('Chloé Roy').waitFor();
    await roleOf('Chloé Roy').click();
    await page.getByRole('option', { name: 'Admin' }).click();
    await page.getByRole('status').filter({ hasText: 'now has the role Admin' }).waitFor();
  });

  it('have elements that find each other', async () => {
    await open('elements');
    await page.getByText('2 of 10 taken').waitFor();
    await page.getByRole('button', { name: 'Chloé Roy', exact: true }).click();
    await page.getByRole('heading', { name: 'Chloé Roy' }).waitFor();
    await page.getByRole('button', { name: 'Invite people' }).click();
    await page.getByRole('dialog', { name: 'Invite people' }).waitFor();
  });

  it('have elements by names of their own', async () => {
    await open('renamed');
    await page.locator('acme-table').getByRole('gridcell', { name: 'Bo Lind' }).first().waitFor();
  });

  it('run on the mock until a backend is there', async () => {
    await open('mock');
    await page.getByText('200 people').first().waitFor();
    await page.getByRole('row').nth(3).waitFor();
  });

  it('follow a rule of their own', async () => {
    await open('rule');
    await roleOf('Chloé Roy').click();
    const admin = page.getByRole('option', { name: 'Admin' });
    await admin.filter({ hasText: 'Contractors can only be members.' }).waitFor();
  });

  it('have a column of their own', async () => {
    await open('column');
    await page.getByRole('columnheader', { name: 'Badge' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Last active' }).count()).to.equal(0);
  });

  it('have the last word', async () => {
    await open('word');
    const said = page.waitForEvent('console', (message) => message.text().includes('refused'));
    page.on('dialog', (dialog) => void dialog.dismiss());
    await roleOf('Chloé Roy').click();
    await page.getByRole('option', { name: 'Admin' }).click();
    await page.getByText('Sign in again first.').first().waitFor();
    await said;
  });

  it('look as they say', async () => {
    await open('look');
    await cell('Chloé Roy').waitFor();
    const of = (selector: string, property: string) =>
      page.locator(selector).first().evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property); // prettier-ignore
    expect(await of('user-table [part~=row]', 'border-block-end-style')).to.equal('dotted');
    expect(await of('user-table [role=searchbox], user-table input', 'font-family')).to.contain('Georgia'); // prettier-ignore
    expect(await of('user-table button.primary', 'border-radius')).to.equal('0px');
  });

  it('speak French', async () => {
    await open('french');
    await page.getByRole('columnheader', { name: 'Adresse e-mail' }).waitFor();
    await page.getByRole('button', { name: 'Inviter des personnes' }).waitFor();
  });
});
