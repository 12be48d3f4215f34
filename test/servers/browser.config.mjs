// The configuration of every browser test, with a proxy to the servers of this folder.
import base from '../../web-test-runner.config.mjs';
import { serversPlugin } from './proxy.mjs';

const { middleware, plugin } = serversPlugin();

export default {
  ...base,
  files: ['test/servers/*.browser.test.ts'],
  middleware: [...base.middleware, middleware],
  plugins: [...base.plugins, plugin],
  // A server has to start before a flow can, and every step of it is a request or more.
  testFramework: { config: { ...base.testFramework.config, timeout: 60_000 } },
};
