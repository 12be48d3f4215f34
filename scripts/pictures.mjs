// The pictures of the README and the docs, taken from the stories: `npm run pictures`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArgs, findBrowsers } from './browsers.mjs';

const FOLDER = 'docs/pictures';

/** What is pictured, and what has to be on the screen first. `globals` are those of the toolbar. */
const PICTURES = [
  { name: 'user-table', story: 'elements-user-table--closed-roles', globals: { people: '2000' }, until: '.why', height: 640 },
  { name: 'invite-dialog', story: 'elements-invite-dialog--addresses', globals: {}, until: '[part~=chip]', height: 760 },
  { name: 'look-ledger', story: 'elements-user-table--rows', globals: { look: 'ledger' }, until: '.row[data-id]', height: 520 },
  { name: 'look-bloom', story: 'elements-user-table--rows', globals: { look: 'bloom', theme: 'dark' }, until: '.row[data-id]', height: 520 },
]; // prettier-ignore

const asked = process.argv.slice(2);
const outDir = mkdtempSync(join(tmpdir(), 'rosterkit-pictures-'));
mkdirSync(FOLDER, { recursive: true });

const built = spawnSync(
  process.execPath,
  ['node_modules/storybook/dist/bin/dispatcher.js', 'build', '--quiet', '--disable-telemetry', '--output-dir', outDir],
  { stdio: ['ignore', 'ignore', 'inherit'] },
); // prettier-ignore
if (built.status !== 0) process.exit(1);

const server = await preview({
  configFile: false,
  logLevel: 'warn',
  build: { outDir },
  preview: { port: 0, open: false },
});
const [url] = server.resolvedUrls?.local ?? [];
const executablePath = findBrowsers().chromium?.path;
const browser = await chromium.launch({
  args: chromiumArgs(),
  ...(executablePath !== undefined && { executablePath }),
});
for (const { name, story, globals, until, height } of PICTURES) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const page = await browser.newPage({
    viewport: { width: 1280, height },
    deviceScaleFactor: 1.5,
  });
  const set = Object.entries(globals).map(([key, value]) => `${key}:${value}`);
  await page.goto(`${url}iframe.html?id=${story}&viewMode=story&globals=${set.join(';')}`);
  await page.locator(until).first().waitFor();
  await page.waitForTimeout(500); // What fades in has faded in.
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await page.close();
  process.stdout.write(`${FOLDER}/${name}.png\n`);
}
await browser.close();
await server.close();
rmSync(outDir, { recursive: true, force: true });
