/** The package as `scripts/package.mjs` packed and unpacked it: what somebody who installs it gets. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where a host's own files would lie, beside its node_modules. */
export const host = resolve('node_modules/.cache/package');

const folder = join(host, 'node_modules/rosterkit');

interface Manifest {
  readonly name: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { types: string; default: string }>>;
}

export interface Entry {
  /** As a host writes it: `rosterkit/policy`. */
  readonly specifier: string;
  readonly file: string;
  readonly types: string | undefined;
}

export function manifest(): Manifest {
  if (!existsSync(folder)) throw new Error('Nothing is packed: run `npm run package`.');
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** What the star of `./dist/define/*.js` stands for, one for each file. */
function stars(pattern: string): string[] {
  const [before = '', after = ''] = pattern.split('*');
  const parent = join(folder, before);
  return existsSync(parent)
    ? readdirSync(parent)
        .filter((name) => name.endsWith(after))
        .map((name) => name.slice(0, -after.length))
    : [];
}

/** Every entry of the exports map, patterns spelled out. */
export function entries(): Entry[] {
  const { name, exports } = manifest();
  return Object.entries(exports).flatMap(([key, target]) => {
    const file = typeof target === 'string' ? target : target.default;
    const types = typeof target === 'string' ? undefined : target.types;
    const names = key.includes('*') ? stars(file) : [''];
    return names.map((star) => ({
      specifier: name + key.slice(1).replace('*', star),
      file: join(folder, file.replace('*', star)),
      types: types && join(folder, types.replace('*', star)),
    }));
  });
}

/** Every module and declaration in the tarball. */
export function modules(): string[] {
  return readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.js$|\.d\.ts$/.test(path))
    .map((path) => join(folder, 'dist', path));
}
