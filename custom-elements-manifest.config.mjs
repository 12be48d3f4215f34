// How custom-elements.json is written. Run it by `npm run manifest`, which also checks the outcome:
// the analyzer itself goes on with its defaults when this file throws.
import { posix } from 'node:path';
import { getTsProgram, typeParserPlugin } from '@wc-toolkit/type-parser';

/** `X.define()` in `src/define/<tag>.ts` registers X under that tag. */
function definitions() {
  return {
    name: 'definitions',
    analyzePhase({ ts, node, moduleDoc }) {
      const [, tag] = /^src\/define\/([^/]+)\.ts$/.exec(moduleDoc.path) ?? [];
      if (tag === undefined || !ts.isCallExpression(node)) return;
      const { expression } = node;
      if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'define') return;
      const name = expression.expression.getText();
      moduleDoc.exports.push({
        kind: 'custom-element-definition',
        name: tag,
        declaration: { name, module: importedFrom(ts, node.getSourceFile(), name, moduleDoc.path) },
      });
    },
  };
}

function importedFrom(ts, source, name, path) {
  const statement = source.statements.find(
    (candidate) =>
      ts.isImportDeclaration(candidate) &&
      candidate.importClause?.namedBindings?.elements?.some((one) => one.name.text === name),
  );
  return statement
    ? posix.join(posix.dirname(path), statement.moduleSpecifier.text)
    : /* declared in the same file */ path;
}

/** Only what a host may use: no private, protected or static members, no events without a name. */
function publicOnly() {
  const isPublic = ({ name, privacy, static: isStatic }) =>
    !isStatic && !name.startsWith('#') && (privacy ?? 'public') === 'public';
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const declaration of modules.flatMap((module) => module.declarations ?? [])) {
        if (declaration.kind !== 'class' && declaration.kind !== 'mixin') continue;
        declaration.members = declaration.members?.filter(isPublic);
        declaration.attributes = declaration.attributes?.filter(
          ({ fieldName }) =>
            fieldName === undefined || declaration.members?.some(({ name }) => name === fieldName),
        );
        // The analyzer adds a nameless twin for `dispatchEvent(new XEvent())`.
        declaration.events = declaration.events?.filter(({ name }) => Boolean(name));
      }
    },
  };
}

/** Paths as they are in the published package. */
function published() {
  const path = (text) => text.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js');
  const rewrite = (value) => {
    if (Array.isArray(value)) return value.map(rewrite);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) =>
        (key === 'path' || key === 'module') && typeof inner === 'string'
          ? [key, path(inner)]
          : [key, rewrite(inner)],
      ),
    );
  };
  return {
    name: 'published',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.schemaVersion = '2.1.0';
      customElementsManifest.modules = rewrite(
        customElementsManifest.modules
          .filter(({ declarations, exports }) => declarations?.length || exports?.length)
          .sort((one, other) => (one.path < other.path ? -1 : 1)),
      );
    },
  };
}

export default {
  globs: ['src/elements/**/*.ts', 'src/define/*.ts'],
  exclude: ['src/**/*.styles.ts', 'src/**/index.ts'],
  litelement: true,
  overrideModuleCreation({ ts, globs }) {
    const program = getTsProgram(ts, globs, 'scripts/tsconfig.manifest.json');
    return program
      .getSourceFiles()
      .filter(({ fileName }) =>
        globs.some((glob) => fileName.endsWith(`/${glob}`) || fileName === glob),
      );
  },
  plugins: [typeParserPlugin(), definitions(), publicOnly(), published()],
};
