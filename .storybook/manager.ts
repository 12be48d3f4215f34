// The frame around the stories: quiet, in the kit's colours, light or dark as the system is.
import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

const light = create({
  base: 'light',
  brandTitle: 'Rosterkit',
  brandUrl: './',
  brandTarget: '_self',
  colorPrimary: '#2f66c9',
  colorSecondary: '#2f66c9',
  appBg: '#f6f7f9',
  appContentBg: '#ffffff',
  appPreviewBg: '#ffffff',
  appBorderColor: '#dfe2e8',
  appBorderRadius: 8,
  textColor: '#1b1f27',
  textMutedColor: '#5a6272',
  barBg: '#ffffff',
  barTextColor: '#5a6272',
  barSelectedColor: '#2f66c9',
  barHoverColor: '#2f66c9',
  fontBase: 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
});

const dark = create({
  ...light,
  base: 'dark',
  colorPrimary: '#8ab4f8',
  colorSecondary: '#8ab4f8',
  appBg: '#101216',
  appContentBg: '#16191f',
  appPreviewBg: '#16191f',
  appBorderColor: '#2b303a',
  textColor: '#eceef2',
  textMutedColor: '#a3abba',
  barBg: '#16191f',
  barTextColor: '#a3abba',
  barSelectedColor: '#8ab4f8',
  barHoverColor: '#8ab4f8',
});

addons.setConfig({
  theme: matchMedia('(prefers-color-scheme: dark)').matches ? dark : light,
  sidebar: { showRoots: true },
});
