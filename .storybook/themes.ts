import type { ThemeVars } from 'storybook/theming';
import { create } from 'storybook/theming/create';

const font = 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

const light = create({
  base: 'light',
  brandTitle: 'Rosterkit',
  brandUrl: './',
  brandTarget: '_self',
  fontBase: font,
  colorPrimary: '#2f66c9',
  colorSecondary: '#2f66c9',
  appBg: '#f6f7f9',
  appContentBg: '#ffffff',
  appPreviewBg: '#f6f7f9',
  appBorderColor: '#dfe2e8',
  appBorderRadius: 8,
  textColor: '#1b1f27',
  textMutedColor: '#5a6272',
  barBg: '#ffffff',
  barTextColor: '#5a6272',
  barSelectedColor: '#2f66c9',
  barHoverColor: '#2f66c9',
});

const dark = create({
  base: 'dark',
  brandTitle: 'Rosterkit',
  brandUrl: './',
  brandTarget: '_self',
  fontBase: font,
  colorPrimary: '#8ab4f8',
  colorSecondary: '#5b8def',
  appBg: '#101216',
  appContentBg: '#16191f',
  appPreviewBg: '#101216',
  appBorderColor: '#2b303a',
  appBorderRadius: 8,
  textColor: '#eceef2',
  textMutedColor: '#a3abba',
  barBg: '#16191f',
  barTextColor: '#a3abba',
  barSelectedColor: '#8ab4f8',
  barHoverColor: '#8ab4f8',
});

/** The frame around the stories, and their pages of words: as quiet as the kit, light or dark as the system is. */
export const systemTheme: ThemeVars = matchMedia('(prefers-color-scheme: dark)').matches
  ? dark
  : light;
