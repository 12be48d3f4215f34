import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { configure } from 'storybook/test';
import manifest from '../custom-elements.json' with { type: 'json' };
import '../demo/themes/bloom.css';
import '../demo/themes/ledger.css';
import '../src/define.ts';
import fr from '../src/i18n/locales/fr.ts';
import { registerMessages } from '../src/index.ts';
import { startWorker } from '../stories/account/backend.ts';
import { startStoryClock } from '../stories/account/clock.ts';
import { followProduct } from '../stories/account/follow-product.ts';
import { stageStyles } from '../stories/account/stage.styles.ts';
import { DEFAULTS, globalTypesOf } from '../stories/account/toolbar.ts';
import { leaveAccount, loadAccount, withAccount } from '../stories/account/with-account.ts';
import elementPage from './element-page.mdx';
import { systemTheme } from './themes.ts';

followProduct();
// What a flow waits for may take its time on a slow line or machine.
configure({ asyncUtilTimeout: 30_000 });
setCustomElementsManifest(manifest);
registerMessages(fr);
if (stageStyles.styleSheet) document.adoptedStyleSheets.push(stageStyles.styleSheet);

const preview: Preview = {
  globalTypes: globalTypesOf(DEFAULTS.product),
  initialGlobals: { ...DEFAULTS },
  beforeAll: async () => {
    await startWorker();
    return startStoryClock();
  },
  loaders: [loadAccount],
  beforeEach: leaveAccount,
  decorators: [withAccount],
  parameters: {
    // What passes need not be told node by node: that takes longest.
    a11y: { test: 'error', options: { resultTypes: ['violations', 'incomplete'] } },
    layout: 'fullscreen',
    backgrounds: { disable: true },
    docs: { page: elementPage, theme: systemTheme },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: {
      storySort: { order: ['Introduction', 'Foundations', 'Elements', 'Flows'] },
    },
  },
};

export default preview;
