// The demo: one HTML page per folder under demo/, on the mock backend.
import { readdirSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { mockWorker } from './scripts/mock-worker.ts';

const root = fileURLToPath(new URL('demo/', import.meta.url));

/** Where `npm start` leads. */
const FIRST_PAGE = 'products/zoom/';

const pages = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(^|[/\\])index\.html$/.test(path) && !/^(dist|public)[/\\]/.test(path))
  .map((path) => root + path);

const CI = process.env['CI'] ?? '';
const hasPerson = process.stdout.isTTY && (CI === '' || CI === '0' || CI === 'false');
const hasDesktop = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined;

/** Says where the page is, also where no browser can be opened. */
function sayWhere(): Plugin {
  return {
    name: 'say-where',
    apply: 'serve',
    configureServer(server) {
      const printUrls = server.printUrls.bind(server);
      server.printUrls = () => {
        printUrls();
        const [url] = server.resolvedUrls?.local ?? [];
        if (url !== undefined) server.config.logger.info(`\n  ${url}${FIRST_PAGE}\n`);
      };
    },
  };
}

export default defineConfig({
  root,
  base: './',
  plugins: [sayWhere(), mockWorker()],
  server: {
    host: 'localhost',
    strictPort: false,
    open: hasPerson && hasDesktop ? `/${FIRST_PAGE}` : false,
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // A strict Content-Security-Policy allows no inline script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: pages },
  },
});
