// Gives dynamic imports the extension of what they lead to. The compiler does so itself (`rewriteRelativeImportExtensions`),
// but forgets those in the initial value of a field in a class with decorators. As a transform of its emit, run last.
import ts from 'typescript';

const SOURCE = /^(\.\.?\/.*)\.ts$/;

/** A transformer for `emit` and `transpileModule`: `{ after: [emittedImports] }`. */
export function emittedImports(context) {
  const { factory } = context;
  function visit(node) {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isCallExpression(visited)) return visited;
    const { expression, typeArguments, arguments: given } = visited;
    const [path, ...rest] = given;
    if (expression.kind !== ts.SyntaxKind.ImportKeyword || !path || !ts.isStringLiteral(path))
      return visited;
    const [, base] = SOURCE.exec(path.text) ?? [];
    if (base === undefined) return visited;
    const emitted = factory.createStringLiteral(`${base}.js`, true);
    return factory.updateCallExpression(visited, expression, typeArguments, [emitted, ...rest]);
  }
  return (file) => ts.visitNode(file, visit);
}
