// The browsers the tests run in: Chromium, Firefox and WebKit, as far as this machine has them.
import process from 'node:process';
import { chromeLauncher } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { ENGINES, chromiumArgs, findBrowsers } from '../../scripts/browsers.mjs';
import { webkitLauncher } from './webkit-launcher.mjs';

const LAUNCHERS = {
  chromium: ({ path }) =>
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: path, args: chromiumArgs() },
    }),

  firefox: ({ path }) =>
    Object.assign(
      chromeLauncher({ launchOptions: { browser: 'firefox', executablePath: path } }),
      // Both launchers would call themselves Chrome.
      { name: 'Firefox' },
    ),

  webkit: webkitLauncher,
};

/** `ENGINES=chromium,webkit` narrows the choice; without it every engine found is used. */
export function launchers() {
  const asked = process.env.ENGINES?.split(',').filter(Boolean);
  const unknown = asked?.filter((engine) => !ENGINES.includes(engine)) ?? [];
  if (unknown.length > 0) {
    throw new Error(`Unknown engine ${unknown.join(', ')}: choose from ${ENGINES.join(', ')}.`);
  }
  const found = findBrowsers();
  const missing = asked?.filter((engine) => !found[engine]) ?? [];
  if (missing.length > 0) throw new Error(`Not on this machine: ${missing.join(', ')}.`);
  return ENGINES.filter((engine) => found[engine] && (asked?.includes(engine) ?? true)).map(
    (engine) => LAUNCHERS[engine](found[engine]),
  );
}
