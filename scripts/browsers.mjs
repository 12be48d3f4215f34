// Finds the browsers of this machine. Node built-ins only: it runs before anything is installed.
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** What Debian and Ubuntu call the packages that bring each engine. */
export const PACKAGES = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};

const executable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

const first = (paths) => paths.find(executable);

/** The full path of the first of these programs that is on the PATH. */
export const onPath = (...names) =>
  first(
    names.flatMap((name) =>
      (process.env.PATH ?? '')
        .split(delimiter)
        .filter(Boolean)
        .map((folder) => join(folder, name)),
    ),
  );

const macApps = (...apps) =>
  process.platform === 'darwin'
    ? apps.flatMap((app) => [
        `/Applications/${app}`,
        join(process.env.HOME ?? '/', 'Applications', app),
      ])
    : [];

function findChromium() {
  const path =
    first([process.env.CHROME_PATH].filter(Boolean)) ??
    onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
    first(
      macApps(
        'Chromium.app/Contents/MacOS/Chromium',
        'Google Chrome.app/Contents/MacOS/Google Chrome',
      ),
    );
  return path && { path };
}

function findFirefox() {
  const path =
    first([process.env.FIREFOX_PATH].filter(Boolean)) ??
    onPath('firefox-esr', 'firefox') ??
    first(macApps('Firefox.app/Contents/MacOS/firefox'));
  return path && { path };
}

/** WebKitGTK: a driver, the small browser it drives, and a display for that browser. */
function findWebKit() {
  const driver = onPath('WebKitWebDriver') ?? first(['/usr/bin/WebKitWebDriver']);
  // xvfb-run is a script that needs xauth.
  const xvfb = onPath('xauth') && onPath('xvfb-run');
  const libraries = ['/usr/lib', '/usr/libexec', ...folders('/usr/lib')];
  const browser = first(
    libraries.flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) =>
        join(folder, name, 'MiniBrowser'),
      ),
    ),
  );
  return driver && xvfb && browser && { path: browser, driver, xvfb };
}

function folders(parent) {
  try {
    return readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name.includes('linux'))
      .map((entry) => join(parent, entry.name));
  } catch {
    return [];
  }
}

/** Every engine found here, with the paths its launcher needs. */
export function findBrowsers() {
  const found = { chromium: findChromium(), firefox: findFirefox(), webkit: findWebKit() };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value));
}

/** `CI=1` and `CI=true` mean the build server; `CI=0`, `CI=false` and nothing do not. */
export const isCI = () => !['', '0', 'false', undefined].includes(process.env.CI);

/** Flags for every Chromium started here: quiet, and able to start as root in a container. */
export const chromiumArgs = () => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
