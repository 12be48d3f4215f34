// Runs the adapters against real servers: in Node, then in the browsers through a proxy.
//   npm run test:servers                                              all of it, in every engine found
//   npm run test:servers -- --engine chromium                         in one engine
//   npm run test:servers -- test/servers/rest.node.test.ts            some files, of either kind
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const files = [];
const engines = [];
for (let args = process.argv.slice(2); args.length > 0;) {
  const arg = args.shift();
  if (/^--engines?$/.test(arg)) engines.push(arg, args.shift() ?? '');
  else files.push(arg);
}
const inBrowser = files.filter((file) => file.includes('.browser.'));
const inNode = files.filter((file) => !inBrowser.includes(file));

const scratch = mkdtempSync(join(tmpdir(), 'rosterkit-servers-'));
const totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs one of the other test scripts, and adds up what it counted. */
function run(name, script, args) {
  const file = join(scratch, `${name}.json`);
  const { status } = spawnSync(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, TOTALS_FILE: file },
  });
  let counted;
  try {
    counted = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    counted = { passed: 0, failed: 1, skipped: 0 };
  }
  for (const kind of Object.keys(totals)) totals[kind] += counted[kind];
  if (status !== 0 && counted.failed === 0) totals.failed++;
}

if (files.length === 0 || inNode.length > 0) {
  const asked = inNode.length > 0 ? inNode : ['test/servers/*.node.test.ts'];
  run('node', 'scripts/test-unit.mjs', ['--timeout', '60000', ...asked]);
}
if (files.length === 0 || inBrowser.length > 0) {
  const config = ['--config', 'test/servers/browser.config.mjs'];
  run('browser', 'scripts/test-browser.mjs', [...config, ...engines, ...inBrowser]);
}

rmSync(scratch, { recursive: true, force: true });
console.log(`servers: ${totals.passed} passed, ${totals.failed} failed`);
if (process.env.TOTALS_FILE) writeFileSync(process.env.TOTALS_FILE, JSON.stringify(totals));
process.exit(totals.failed > 0 ? 1 : 0);
