// How custom-elements.json is written. Run it by `npm run manifest`, which also checks the outcome:
// the analyzer itself goes on with its defaults when this file throws.
import { posix } from 'node:path';
import { getTsProgram, typeParserPlugin } from '@wc-toolkit/type-parser';

/** A union of choices helps a reader; an object spelled out over pages does not. */
const isReadable = (type) => type !== '' && type.length <= 200 && !type.includes('{');

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

/** Only what a host may use: elements and events, with what is public of them. */
function publicOnly() {
  const isPublic = ({ name, privacy, static: isStatic }) =>
    !isStatic && !name.startsWith('#') && (privacy ?? 'public') === 'public';

  const trim = (declaration) => {
    declaration.members = declaration.members?.filter(isPublic);
    declaration.attributes = declaration.attributes?.filter(
      ({ fieldName }) =>
        fieldName === undefined || declaration.members?.some(({ name }) => name === fieldName),
    );
    // The analyzer guesses more from `dispatchEvent(new XEvent(x))`, without a name or with a wrong
    // one. What `@fires` says has a description.
    declaration.events = declaration.events?.filter(({ description }) => Boolean(description));
    for (const member of [...(declaration.members ?? []), ...(declaration.attributes ?? [])]) {
      if (!isReadable(member.parsedType?.text ?? '')) delete member.parsedType;
    }
  };

  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const module of modules) {
        module.declarations = module.declarations?.filter(({ kind }) => kind === 'class');
        module.exports = module.exports?.filter(
          ({ kind, declaration: { name } }) =>
            kind === 'custom-element-definition' ||
            module.declarations?.some((declaration) => declaration.name === name),
        );
        module.declarations?.forEach(trim);
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
      for (const { superclass } of customElementsManifest.modules.flatMap(
        ({ declarations }) => declarations ?? [],
      )) {
        // The analyzer takes what is not imported for a class of the same file.
        if (superclass?.name !== 'Event') continue;
        delete superclass.module;
        superclass.package = 'global:';
      }
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
  plugins: [typeParserPlugin({ maxParseDepth: 3 }), definitions(), publicOnly(), published()],
};
