// Takes out of css`` and html`` what only the author needs: indentation, line breaks, comments. As a transform of
// TypeScript's own emit, so that source maps stay right; the size gate weighs with the same one.
import { transformSync } from 'esbuild';
import ts from 'typescript';

const SPACE = /[ \t\r\n\f]/;

/** Elements whose white space is content. A template with one of them is left as it is. */
const VERBATIM = /<(?:pre|textarea|script|style|listing|plaintext|xmp)\b/i;

/**
 * White space in text becomes one space, since between inline elements even that is seen; between attributes too; before `>`
 * it goes. Values of attributes and comments stay. The pieces are those around the expressions of one template.
 */
export function minifyHtml(pieces) {
  if (VERBATIM.test(pieces.join(''))) return pieces;
  // What the scanner is in: text, a tag, a comment, or the quote that ends a value.
  let within = 'text';
  return pieces.map((piece) => {
    let out = '';
    for (let at = 0; at < piece.length; at++) {
      const char = piece[at];
      if (within === 'comment') {
        out += char;
        if (piece.endsWith('-->', at + 1)) within = 'text';
      } else if (within === '"' || within === "'") {
        out += char;
        if (char === within) within = 'tag';
      } else if (SPACE.test(char)) {
        while (SPACE.test(piece[at + 1] ?? '')) at++;
        if (within === 'text' || piece[at + 1] !== '>') out += ' ';
      } else {
        out += char;
        if (within === 'tag') {
          if (char === '>') within = 'text';
          else if (char === '"' || char === "'") within = char;
        } else if (piece.startsWith('<!--', at)) within = 'comment';
        else if (/^<[a-z/]/i.test(piece.slice(at, at + 2))) within = 'tag';
      }
    }
    return out;
  });
}

/** Only white space and comments: values stay as they are written. A style sheet with expressions is left as it is. */
export function minifyCss(pieces) {
  if (pieces.length > 1) return pieces;
  const { code, warnings } = transformSync(pieces[0], {
    loader: 'css',
    minifyWhitespace: true,
    charset: 'utf8',
  });
  const [warning] = warnings;
  if (warning) throw new SyntaxError(`${warning.text}: ${warning.location?.lineText ?? ''}`);
  return [code.trimEnd()];
}

const MINIFIERS = { css: minifyCss, html: minifyHtml, svg: minifyHtml };

/** A transformer for `emit` and `transpileModule`: `{ before: [minifyTemplates] }`. */
export function minifyTemplates(context) {
  const { factory } = context;

  const replace = (literal, create, text) => ts.setSourceMapRange(create(text), literal);

  function minified(template, minify) {
    if (ts.isNoSubstitutionTemplateLiteral(template)) {
      const [text] = minify([template.text]);
      return replace(template, factory.createNoSubstitutionTemplateLiteral, text);
    }
    const { head, templateSpans: spans } = template;
    const [first, ...rest] = minify([head.text, ...spans.map(({ literal }) => literal.text)]);
    return factory.updateTemplateExpression(
      template,
      replace(head, factory.createTemplateHead, first),
      spans.map((span, index) => {
        const { literal } = span;
        const create =
          literal.kind === ts.SyntaxKind.TemplateTail
            ? factory.createTemplateTail
            : factory.createTemplateMiddle;
        return factory.updateTemplateSpan(
          span,
          span.expression,
          replace(literal, create, rest[index]),
        );
      }),
    );
  }

  function visit(node) {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isTaggedTemplateExpression(visited) || !ts.isIdentifier(visited.tag)) return visited;
    const minify = MINIFIERS[visited.tag.text];
    if (!minify) return visited;
    const { tag, typeArguments, template } = visited;
    return factory.updateTaggedTemplateExpression(
      visited,
      tag,
      typeArguments,
      minified(template, minify),
    );
  }
  return (file) => ts.visitNode(file, visit);
}
