import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { expect } from 'chai';
import { entries, host, manifest, modules } from './packed.ts';

/** Runs a module in plain Node, as a server that renders or checks would. */
function node(source: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', source],
    { cwd: host, encoding: 'utf8', timeout: 20_000 },
  );
  return { status, output: stdout + stderr };
}

describe('the packed package', () => {
  for (const { specifier, file, types } of entries()) {
    if (file.endsWith('.json')) {
      it(`brings ${specifier}`, () => {
        expect(JSON.parse(readFileSync(file, 'utf8'))).to.be.an('object');
      });
      continue;
    }

    it(`imports ${specifier} in Node, silently and without keeping it alive`, () => {
      expect(existsSync(types ?? ''), 'its types').to.equal(true);
      expect(node(`await import('${specifier}')`)).to.deep.equal({ status: 0, output: '' });
    });
  }

  it('imports only modules that it brings, those fetched later among them', () => {
    const specifier = /(?:from\s*|import\s*\(\s*|import\s+)(['"])(\.[^'"]*)\1/g;
    const lost = modules().flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(specifier)]
        .map(([, , path = '']) => path)
        .filter((path) => {
          const source = join(dirname(file), path);
          // A declaration names the module that it declares.
          return !existsSync(file.endsWith('.d.ts') ? source.replace(/\.[jt]s$/, '.d.ts') : source);
        })
        .map((path) => `${file.slice(host.length)}: ${path}`),
    );
    expect(lost).to.deep.equal([]);
  });

  it('imports only packages it depends on, in its types too', () => {
    const specifier = /(?:from\s*|import\s*\(\s*|import\s+)(['"])(@?\w[\w./-]*)\1/g;
    const packages = modules().flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(specifier)].map(([, , name = '']) => ({
        file: file.slice(host.length),
        name: /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name,
      })),
    );
    const { dependencies, peerDependencies } = manifest();
    const known = Object.keys(dependencies);
    // An optional peer is there only for those who came for it.
    const mayUse = (file: string, name: string) =>
      known.includes(name) || (file.includes('/dist/mock/') && name in peerDependencies);
    expect(packages.filter(({ file, name }) => !mayUse(file, name))).to.deep.equal([]);
  });

  it('registers no element unless a define module is imported', () => {
    const others = entries().filter(
      ({ specifier, file }) => !specifier.includes('/define') && file.endsWith('.js'),
    );
    const tags = "['account-scope', 'user-table']";
    const { output } = node(`
      await Promise.all(${JSON.stringify(others.map(({ specifier }) => specifier))}.map((one) => import(one)));
      console.log(${tags}.filter((tag) => globalThis.customElements?.get(tag)).length);
      await import('rosterkit/define');
      console.log(${tags}.filter((tag) => globalThis.customElements?.get(tag)).length);
    `);
    expect(output).to.equal('0\n2\n');
  });
});
