// The pictures of the README, taken from the demo: `npm run pictures`.
import { mkdirSync } from 'node:fs';
import process from 'node:process';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { chromiumArgs, findBrowsers } from './browsers.mjs';

const folder = 'docs/pictures';
mkdirSync(folder, { recursive: true });

const server = await createServer({ logLevel: 'warn', server: { port: 0, open: false } });
await server.listen();
const [url] = server.resolvedUrls?.local ?? [];
const executablePath = findBrowsers().chromium?.path;
const browser = await chromium.launch({
  args: chromiumArgs(),
  ...(executablePath !== undefined && { executablePath }),
});
const page = await browser.newPage({
  viewport: { width: 1280, height: 760 },
  deviceScaleFactor: 1.5,
});
await page.goto(`${url}products/zoom/?as=people-lead`);
const closed = page.getByRole('button', { name: 'Member. Change the role of' }).nth(2);
await closed.click();
await page.getByRole('listbox').getByRole('option').first().waitFor();
await page.waitForTimeout(300); // The menu has faded in.
await page.locator('main').screenshot({ path: `${folder}/user-table.png` });
await browser.close();
await server.close();
process.stdout.write(`${folder}/user-table.png\n`);
