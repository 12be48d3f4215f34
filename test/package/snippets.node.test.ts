import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { expect } from 'chai';
import { host } from './packed.ts';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** What an example takes from its reader, because it can be nobody else's. */
const THEIRS = `
declare const organizationId: string;
declare const testServer: string;
declare function createCrmAdapter(baseUrl: string): import('rosterkit').AccountAdapter;
declare function it(promise: string, run: () => unknown): void;
`;

/** What somebody who writes TypeScript adds: what their server answers, what a command holds, and that the page has the element. */
const TYPED: readonly (readonly [plain: string, typed: string])[] = [
  [`('account-scope')`, `('account-scope')!`],
  [`('user-table')`, `('user-table')!`],
  ['(path, body) =>', '(path: string, body?: object): Promise<any> =>'],
  [
    '(method, path, { signal }, body) =>',
    '(method: string, path: string, { signal }: any, body?: object): Promise<any> =>',
  ],
  ['({ target, change }) =>', '({ target, change }: any) =>'],
  ['roleId } }, call) =>', 'roleId } }: any, call) =>'],
  ['change: { values } }, call) =>', 'change: { values } }: any, call) =>'],
  ['({ body }) =>', '({ body }: any) =>'],
];

/** Strict, but for parameters: an example is written for people without TypeScript, too. */
const compilerOptions = {
  target: 'ES2022',
  module: 'ESNext',
  moduleResolution: 'Bundler',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: [],
  strict: true,
  noImplicitAny: false,
  skipLibCheck: true,
  noEmit: true,
};

/** Every script of a page of ours, on the line where it stands, so that a complaint says which. */
function scripts(page: string): readonly { readonly name: string; readonly code: string }[] {
  const found: { name: string; code: string }[] = [];
  const lines = readFileSync(page, 'utf8').split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [, language] = /^```(js|html)$/.exec(lines[at] ?? '') ?? [];
    if (language === undefined) continue;
    const end = lines.indexOf('```', at);
    const block = lines.slice(at + 1, end);
    const [from, to] =
      language === 'js'
        ? [0, block.length]
        : [block.indexOf('<script type="module">') + 1, block.indexOf('</script>')];
    if (to > from) {
      const before = '\n'.repeat(at + 1 + from);
      const plain = block.slice(from, to).join('\n');
      const code = TYPED.reduce((text, [was, is]) => text.replaceAll(was, is), plain);
      found.push({
        name: `${page.replace(/\W/g, '-')}-${String(at + 1)}.ts`,
        code: `${before}${code}\nexport {};\n`,
      });
    }
    at = end;
  }
  return found;
}

describe('the examples of the README and of docs/backend.md', () => {
  const folder = join(host, 'snippets');
  before(() => mkdirSync(folder, { recursive: true }));
  after(() => rmSync(folder, { recursive: true }));

  it('import, call and set only what the package has', () => {
    const all = ['README.md', 'docs/backend.md'].flatMap(scripts);
    expect(all).to.have.length.above(15);
    for (const { name, code } of all) writeFileSync(join(folder, name), code);
    writeFileSync(join(folder, 'theirs.d.ts'), THEIRS);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    expect(stdout).to.equal('');
  });
});
