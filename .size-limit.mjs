// Budgets: gzip, minified, compiled as it is published; everything that is imported counts, Lit too. `npm run size` shows them.
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { minifyTemplates } from './scripts/minify-templates.mjs';

const PRESETS = ['zoom', 'clickmeeting', 'messaging', 'respond-io', 'logmein'];

const { options } = ts.getParsedCommandLineOfConfigFile('tsconfig.json', {}, ts.sys);

/** What is weighed is what `npm run build` writes. */
const published = {
  name: 'published',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](src|test)[\\/].*\.ts$/ }, ({ path }) => ({
      contents: ts.transpileModule(readFileSync(path, 'utf8'), {
        fileName: path,
        compilerOptions: {
          ...options,
          module: ts.ModuleKind.ESNext,
          rewriteRelativeImportExtensions: false,
        },
        transformers: { before: [minifyTemplates] },
      }).outputText,
    }));
  },
};

/** Leaves out what is fetched on demand (docs/adr/0007-what-loads-first.md); of the presets, always: each has its own budget. */
const without = (left) => ({
  name: 'on-demand',
  setup({ onResolve }) {
    onResolve({ filter: left }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
});

const ON_DEMAND = without(/./);
const ONLY_PRESETS = without(/\/presets\//);

const budget = (name, path, limit, { plugins = [], ...rest } = {}) => ({
  name,
  path,
  limit,
  gzip: true,
  modifyEsbuildConfig: (config) => ({
    ...config,
    format: 'esm',
    conditions: ['production', 'browser', 'module', 'import', 'default'],
    plugins: [...plugins, published],
  }),
  ...rest,
});

const PAGE = 'test/package/size/user-table.ts';

// Down with each saving, up only with what the kit can do more. The goals are 5 KB for the policy and 36 KB for the first load: see
// docs/adr/0007.
export default [
  budget('policy with its parser', 'src/policy/index.ts', '5.9 KB', {
    import: '{ compilePolicy }',
  }),
  ...PRESETS.map((id) => budget(`preset ${id}`, `src/policy/presets/${id}.ts`, '1.5 KB')),
  budget('role-picker alone: first load', 'src/define/role-picker.ts', '19.65 KB', {
    plugins: [ON_DEMAND],
  }),
  budget('rest adapter', 'src/adapter/rest/index.ts', '3.55 KB', { plugins: [ON_DEMAND] }),
  budget('better-auth adapter', 'src/adapter/better-auth/index.ts', '15.7 KB', {
    import: '{ createBetterAuthAdapter }',
    plugins: [ON_DEMAND],
  }),
  budget('scim adapter', 'src/adapter/scim/index.ts', '17.6 KB', { plugins: [ON_DEMAND] }),
  budget('user-table, scope, rest: first load', 'test/package/size/rest-page.ts', '60.6 KB', {
    plugins: [ON_DEMAND],
  }),
  budget('user-table, scope, memory: first load', PAGE, '65 KB', { plugins: [ON_DEMAND] }),
  budget('the same with all that comes later', PAGE, '132.8 KB', { plugins: [ONLY_PRESETS] }),
];
