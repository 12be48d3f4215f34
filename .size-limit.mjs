// Budgets: gzip, minified, everything that is imported counts, Lit too. `npm run size` shows them.
const production = (config) => ({
  ...config,
  conditions: ['production', 'browser', 'module', 'import', 'default'],
});

const budget = (name, path, limit, rest = {}) => ({
  name,
  path,
  limit,
  gzip: true,
  modifyEsbuildConfig: production,
  ...rest,
});

const PRESETS = ['zoom', 'clickmeeting', 'messaging', 'respond-io', 'logmein'];

export default [
  budget('policy with its parser', 'src/policy/index.ts', '5 KB', { import: '{ compilePolicy }' }),
  ...PRESETS.map((id) => budget(`preset ${id}`, `src/policy/presets/${id}.ts`, '1.5 KB')),
  budget('user-table, scope, memory adapter', 'test/package/size/user-table.ts', '36 KB', {
    // Loaded when a page names one; each has its own budget.
    ignore: PRESETS.map((id) => `*/policy/presets/${id}.ts`),
  }),
];
