import { addons } from 'storybook/manager-api';
import { systemTheme } from './themes.ts';

addons.setConfig({
  theme: systemTheme,
  sidebar: {
    showRoots: true,
    // Names of stories come from those of their exports, with every word in capitals.
    renderLabel: ({ type, name }) =>
      type === 'story' ? name.charAt(0) + name.slice(1).toLowerCase() : name,
  },
});
