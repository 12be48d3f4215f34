import type { StorybookConfig } from '@storybook/web-components-vite';

// What the renderer asks for one by one would be bundled one by one, each with a copy of Lit.
const ONE_LIT = [
  'lit',
  'lit/decorators.js',
  'lit/directive.js',
  'lit/directive-helpers.js',
  'lit/directives/cache.js',
  'lit/directives/class-map.js',
  'lit/directives/if-defined.js',
  'lit/directives/keyed.js',
  'lit/directives/live.js',
  'lit/directives/ref.js',
  'lit/directives/repeat.js',
  'lit/html.js',
  'lit/static-html.js',
  '@lit/context',
];

// What is found late makes a page that is looked at, or tested, begin anew.
const ALSO = ['msw', 'msw/browser', 'papaparse', 'storybook/theming/create', 'zod/mini'];

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  framework: {
    name: '@storybook/web-components-vite',
    // The project's own configuration is the demo's.
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    // Smaller, `light-dark()` would be written anew for older browsers, and what inherits it loses its colour.
    build: { ...vite.build, cssMinify: false },
    optimizeDeps: {
      ...vite.optimizeDeps,
      include: [...(vite.optimizeDeps?.include ?? []), ...ONE_LIT, ...ALSO],
    },
  }),
};

export default config;
