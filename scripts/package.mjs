// Builds and packs the package as it would be published, then checks that very tarball: its exports
// map, its types, and (test/package) that it works for whoever installs it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';

// Inside node_modules, so that the package finds its dependencies as an installed one would.
const folder = resolve('node_modules/.cache/package');
const installed = join(folder, 'node_modules/rosterkit');

const failures = [];

function run(name, command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status === 0) return stdout;
  failures.push(name);
  console.error(`${name} failed:\n${stdout ?? ''}${stderr ?? ''}`);
  return undefined;
}

const node = (name, args) => run(name, process.execPath, args);
const bin = (path) => join('node_modules', path);

rmSync(folder, { recursive: true, force: true });
mkdirSync(installed, { recursive: true });

const packed =
  node('build', ['scripts/build.mjs']) !== undefined &&
  run('npm pack', 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);

if (packed) {
  // npm 11 answers with a list, later ones with an object by name.
  const [{ filename, size, entryCount }] = Object.values(JSON.parse(packed));
  const tarball = join(folder, filename);
  console.log(`${filename}: ${entryCount} files, ${Math.round(size / 1000)} kB`);
  run('unpack', 'tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  node('publint', [bin('publint/src/cli.js'), 'run', tarball, '--strict']);
  node('attw', [
    bin('@arethetypeswrong/cli/dist/index.js'),
    ...[tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji', '--no-color'],
  ]);
  const tests = ['scripts/test-unit.mjs', '--timeout', '60000', 'test/package/**/*.node.test.ts'];
  if (spawnSync(process.execPath, tests, { stdio: 'inherit' }).status !== 0) {
    failures.push('test/package');
  }
}

if (failures.length > 0) console.error(`Not fit to publish: ${failures.join(', ')}`);
process.exit(failures.length > 0 ? 1 : 0);
