import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { chromium } from 'playwright';
import { chromiumArgs, findBrowsers } from '../../scripts/browsers.mjs';
import { minifyCss, minifyHtml } from '../../scripts/minify-templates.mjs';
import { modules } from './packed.ts';

const published = (): string[] => modules().filter((file) => file.endsWith('.js'));

/** The source that a published module was made of, by its map. */
function sourceOf(file: string): { text: string; map: SourceMap } {
  const map = JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload;
  const [source = ''] = map.sources;
  return {
    text: readFileSync(join(dirname(file), source), 'utf8'),
    map: new SourceMap(map),
  };
}

const sheets = (text: string): string[] =>
  [...text.matchAll(/\bcss ?`([^`]*)`/g)].map(([, sheet = '']) => sheet);

/** Of a value with var() a browser keeps every space and quote as written. */
const plain = (rule: string): string =>
  rule
    .replace(/\s+/g, ' ')
    .replace(/, | (?=\))|(?<=\() /g, (gap) => gap.trim())
    .replaceAll("'", '"');

describe('what is taken out of published templates', () => {
  it('is white space that nobody sees', () => {
    const rows: readonly [string[], string[]][] = [
      [['<p\n  class="a  b"\n  id=', '\n>\n  one\n  two ', '\n</p>'], ['<p class="a  b" id=', '> one two ', ' </p>']],
      [['<b>', '</b>  <i>', '</i>'], ['<b>', '</b> <i>', '</i>']],
      [['<path d=', ' />'], ['<path d=', ' />']],
      [['<a title="', '\n > ', '" >x'], ['<a title="', '\n > ', '">x']],
      [['a < b\n  > c'], ['a < b > c']],
      [['<!-- a  b --> c  d'], ['<!-- a  b --> c d']],
      [['no-break\u00a0 \u00a0space'], ['no-break\u00a0 \u00a0space']],
      [['<pre>\n  as it is</pre>'], ['<pre>\n  as it is</pre>']],
    ]; // prettier-ignore
    for (const [written, ships] of rows) expect(minifyHtml(written)).to.deep.equal(ships);
  });

  it('leaves the values of a style sheet as they are written', () => {
    const css = `a > b :is(.c, .d)::after { /* why */ content: 'a  /* b */ {'; inset: calc(1px + 2px) 0.5em; --x: a b; }`;
    expect(minifyCss([css])).to.deep.equal([
      `a>b :is(.c,.d)::after{content:"a  /* b */ {";inset:calc(1px + 2px) 0.5em;--x: a b}`,
    ]);
    expect(minifyCss(['a { width: ', '; }'])).to.deep.equal(['a { width: ', '; }']);
    expect(() => minifyCss(['a { b'])).to.throw(SyntaxError);
  });

  it('leaves the same rules in every style sheet', async () => {
    const pairs = published().flatMap((file) => {
      const ships = sheets(readFileSync(file, 'utf8'));
      const written = ships.length > 0 ? sheets(sourceOf(file).text) : [];
      expect(ships.length, file).to.equal(written.length);
      return ships.map((sheet, index) => [written[index] ?? '', sheet] as const);
    });
    expect(pairs.length).to.be.greaterThan(9);
    const executablePath = findBrowsers().chromium?.path;
    const browser = await chromium.launch({
      args: chromiumArgs(),
      ...(executablePath !== undefined && { executablePath }),
    });
    const page = await browser.newPage();
    const rules = await page.evaluate(
      (all) =>
        all.map((pair) =>
          pair.map((text) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(text);
            return [...sheet.cssRules].map(({ cssText }) => cssText);
          }),
        ),
      pairs,
    );
    await browser.close();
    for (const [written = [], ships = []] of rules)
      expect(ships.map(plain)).to.deep.equal(written.map(plain));
  });

  it('leaves source maps right', () => {
    for (const file of published()) {
      const { text, map } = sourceOf(file);
      const source = text.split('\n');
      readFileSync(file, 'utf8')
        .split('\n')
        .forEach((line, at) => {
          const name = /^(?:export )?(?:async )?(?:function|class|const) (\w+)/.exec(line)?.[1];
          if (name === undefined) return;
          const { originalLine, originalColumn } = map.findEntry(at, line.indexOf(name)) as {
            originalLine: number;
            originalColumn: number;
          };
          expect(source[originalLine]?.slice(originalColumn), `${name} in ${file}`).to.match(
            new RegExp(`^${name}\\b`),
          );
        });
    }
  });
});
