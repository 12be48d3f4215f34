// Makes a fresh clone ready: installs the dependencies and, with --browser, sees to the browsers; with --servers it
// installs what the servers of test/servers are made of.
// Runs before every script that needs them, so it uses Node built-ins only and is quick when there
// is nothing to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { ENGINES, PACKAGES, findBrowsers, isCI, onPath } from './browsers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Ends with one sentence a person can act on, not with a stack. */
function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

function run(command, args, env = {}, cwd = root) {
  console.log(`> ${[command, ...args].join(' ')}`);
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (error) console.error(error.message);
  return status === 0;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`This needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  }
}

/** Installs what the lock file of a folder names, unless that very lock file is installed already. */
function ensureDependencies(folder = '') {
  const base = `${root}${folder}`;
  const stamp = `${base}node_modules/.ready`;
  const lock = readFileSync(`${base}package-lock.json`);
  const wanted = createHash('sha256').update(lock).update(process.platform).digest('hex');
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : '';
  if (installed === wanted) return;
  // NODE_ENV=production would leave out the tools, hence --include=dev.
  if (!run('npm', ['ci', '--include=dev'], {}, base)) {
    fail('The dependencies could not be installed: see the messages of `npm ci` above.');
  }
  writeFileSync(stamp, `${wanted}\n`);
}

const canInstall = () => process.getuid?.() === 0 && onPath('apt-get') !== undefined;

function install(packages) {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  return (
    run('apt-get', ['update', '-qq'], quiet) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet)
  );
}

/** Chromium is required; Firefox and WebKit are used when present, and required on CI. */
function ensureBrowsers() {
  const required = isCI() ? ENGINES : ['chromium'];
  const missing = () => {
    const found = findBrowsers();
    return required.filter((engine) => !found[engine]);
  };
  if (missing().length > 0 && canInstall()) {
    const packages = missing().flatMap((engine) => PACKAGES[engine]);
    console.log(`Installing what the browser tests need: ${packages.join(', ')}`);
    install(packages);
  }
  const still = missing();
  if (still.length > 0) {
    const packages = still.flatMap((engine) => PACKAGES[engine]).join(' ');
    fail(
      `No ${still.join(', no ')} on this machine: install it (on Debian or Ubuntu: ` +
        `apt-get install ${packages})` +
        (still.includes('chromium') ? ' or set CHROME_PATH to a Chromium or Chrome.' : '.'),
    );
  }
}

checkNode();
ensureDependencies();
if (process.argv.includes('--browser')) ensureBrowsers();
if (process.argv.includes('--servers')) ensureDependencies('test/servers/');
