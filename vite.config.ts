// The demo: one HTML page per folder under demo/, on the mock backend.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

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

/** The service worker through which the mock backend answers: that of the MSW installed, at the root of the pages. */
function mockWorker(): Plugin {
  const fileName = 'mockServiceWorker.js';
  const source = () =>
    readFileSync(createRequire(import.meta.url).resolve(`msw/${fileName}`), 'utf8');
  return {
    name: 'mock-worker',
    configureServer({ middlewares }) {
      middlewares.use(`/${fileName}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript').end(source());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: source() });
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
