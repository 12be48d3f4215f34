import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { expect } from 'chai';
import { entries, host } from './packed.ts';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** What a careful host sets; above all its compiler looks into our declarations. */
const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
};

describe('the published types', () => {
  before(() => {
    const modules = entries().filter(({ types }) => types !== undefined);
    const lines = modules.map(
      ({ specifier }, index) =>
        `import * as entry${String(index)} from '${specifier}';\nvoid entry${String(index)};`,
    );
    writeFileSync(join(host, 'host.ts'), `${lines.join('\n')}\n`);
  });

  for (const [module, moduleResolution] of [
    ['NodeNext', 'NodeNext'],
    ['ESNext', 'Bundler'],
  ] as const) {
    it(`compile in a host that resolves as ${moduleResolution}`, () => {
      const config = join(host, `tsconfig.${moduleResolution}.json`);
      writeFileSync(
        config,
        JSON.stringify({
          compilerOptions: { ...compilerOptions, module, moduleResolution },
          files: ['host.ts'],
        }),
      );
      const { stdout } = spawnSync(process.execPath, [tsc, '-p', config], { encoding: 'utf8' });
      expect(stdout).to.equal('');
    });
  }
});
