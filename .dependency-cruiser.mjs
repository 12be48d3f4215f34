// The layers of src/: what each may import. `npm run boundaries` checks it; see src/*/README.md.

/** Files of a layer; `port` is what lies under adapter/ but for the backends. */
const layer = (name) =>
  name === 'port'
    ? '^src/adapter/([^/]+\\.ts$|(conformance|create-adapter|doctor|http|list)/)'
    : `^src/${name}/`;

/** Each layer with the layers to its right in `define ─► elements ─► … ─► domain`. */
const MAY_IMPORT = {
  domain: [],
  policy: ['domain'],
  port: ['policy', 'domain'],
  'adapter/memory': ['port', 'policy', 'domain'],
  'adapter/rest': ['port', 'domain'],
  'adapter/scim': ['port', 'domain'],
  'adapter/better-auth': ['port', 'policy', 'domain'],
  state: ['port', 'policy', 'domain'],
  i18n: ['domain'],
  views: ['i18n', 'domain'],
  controllers: ['state', 'i18n', 'port', 'policy', 'domain'],
  elements: ['views', 'controllers', 'state', 'i18n', 'port', 'policy', 'domain'],
  mock: ['adapter/memory', 'port', 'policy', 'domain'],
};

/** What the mock hands its requests to; an optional peer of the package. */
const PEER = 'node_modules/msw/';

/** Types carry no code: what is drawn or worded may name a decision without being able to decide. */
const MAY_NAME_TYPES_OF = { i18n: ['policy'], views: ['policy'] };

const layers = Object.entries(MAY_IMPORT).flatMap(([name, right]) => {
  const from = { path: layer(name) };
  const allowed = [name, ...right].map(layer);
  const types = (MAY_NAME_TYPES_OF[name] ?? []).map(layer);
  const rule = {
    name: `${name}-imports-only-${right.join('-or-') || 'itself'}`,
    severity: 'error',
    from,
    to: { path: '^src/', pathNot: [...allowed, ...types] },
  };
  if (types.length === 0) return [rule];
  const typesOnly = {
    name: `${name}-names-only-types-of-${MAY_NAME_TYPES_OF[name].join('-or-')}`,
    severity: 'error',
    from,
    to: { path: types, dependencyTypesNot: ['type-only'] },
  };
  return [rule, typesOnly];
});

export default {
  forbidden: [
    ...layers,
    {
      name: 'no-element-imports-another-element',
      comment: 'Compose by slot, by property, or by a shared view or controller.',
      severity: 'error',
      from: { path: '^src/elements/([^/]+)/', pathNot: '^src/elements/compositions/' },
      to: { path: '^src/elements/[^/]+/', pathNot: '^src/elements/$1/' },
    },
    {
      name: 'no-backend-imports-another-backend',
      severity: 'error',
      from: { path: '^src/adapter/([^/]+)/', pathNot: layer('port') },
      to: { path: '^src/adapter/[^/]+/', pathNot: ['^src/adapter/$1/', layer('port')] },
    },
    {
      name: 'nothing-imports-mock',
      comment: 'No mock branch inside the other layers.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/mock/' },
      to: { path: '^src/mock/' },
    },
    {
      name: 'define-imports-only-elements-and-adapters',
      severity: 'error',
      from: { path: '^src/define/' },
      to: { path: '^src/', pathNot: ['^src/define/', '^src/elements/', '^src/adapter/'] },
    },
    {
      name: 'index-registers-nothing',
      comment: 'Importing the package has no side effects: those are in define/.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/define(/|\\.ts$)' },
      to: { path: '^src/define(/|\\.ts$)' },
    },
    {
      name: 'pure-layers-use-no-package',
      comment: 'They run anywhere, on a server as in a page. Only domain/schemas may use zod.',
      severity: 'error',
      from: { path: ['^src/domain/', '^src/policy/'], pathNot: '^src/domain/schemas/' },
      to: { dependencyTypesNot: ['local', 'type-only'], pathNot: '^src/' },
    },
    {
      name: 'schemas-use-zod-only',
      severity: 'error',
      from: { path: '^src/domain/schemas/' },
      to: { pathNot: ['^src/domain/', 'node_modules/zod/'] },
    },
    {
      name: 'stores-use-no-lit',
      comment: 'Stores and adapters have no DOM and no markup: they are tested in Node.',
      severity: 'error',
      from: { path: ['^src/state/', '^src/adapter/'] },
      to: { path: 'node_modules/(lit|@lit|lit-html|lit-element)' },
    },
    {
      name: 'no-node-built-ins',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-dependencies-that-are-published',
      comment: 'A devDependency is not there for whoever installs the package.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: PEER },
    },
    {
      name: 'only-mock-uses-its-peer',
      comment: 'MSW is there only for whoever mocks a backend.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/mock/handlers\\.ts$' },
      to: { path: PEER },
    },
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.js', '.mjs'],
    },
    progress: { type: 'none' },
  },
};
