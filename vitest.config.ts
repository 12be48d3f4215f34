// The stories as tests: each is drawn, played and held against axe.
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, findBrowsers } from './scripts/browsers.mjs';

const { chromium } = findBrowsers();

export default defineConfig({
  plugins: [storybookTest({ configDir: '.storybook' })],
  test: {
    name: 'stories',
    // For what hangs, not for what is slow.
    testTimeout: 90_000,
    browser: {
      enabled: true,
      headless: true,
      provider: playwright({
        launchOptions: {
          args: chromiumArgs(),
          ...(chromium && { executablePath: chromium.path }),
        },
        contextOptions: { timezoneId: 'Europe/Paris', locale: 'en-GB', reducedMotion: 'reduce' },
      }),
      instances: [{ browser: 'chromium' }],
      screenshotFailures: false,
      viewport: { width: 1200, height: 640 },
    },
  },
});
