import { createRestAdapter } from '../../src/adapter/rest/index.ts';
import zoom from '../../src/policy/presets/zoom.ts';
import { provesPeoplePage } from './proves.ts';

provesPeoplePage('mock-behind-prism', ({ baseUrl }) => ({
  adapter: createRestAdapter({ baseUrl }),
  policy: zoom,
  role: { from: 'member', to: 'admin', label: 'Admin' },
  stop: { action: 'user.deactivate', status: 'deactivated' },
  invited: 'pending',
}));
