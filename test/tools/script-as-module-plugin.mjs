/**
 * Papa Parse is published as a script of the old kind. Bundlers see to that; browsers that take modules one by one, as in tests,
 * get it wrapped.
 */
export function scriptAsModulePlugin() {
  return {
    name: 'script-as-module',
    transform({ path, body }) {
      if (!/\/node_modules\/papaparse\/[^/]+\.js$/.test(path)) return undefined;
      return `const module = { exports: {} }, { exports } = module;\n${body}\nexport default module.exports;`;
    },
  };
}
