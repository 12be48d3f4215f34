// Writes custom-elements.json and docs/elements.md from the sources; with --check only says whether they are current.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { elementsDoc } from './elements-doc.mjs';

function fail(message) {
  console.error(message);
  process.exit(1);
}

// The type parser says of every type that it is too deep to spell out; such types keep their names.
const warn = console.warn.bind(console);
console.warn = (...words) => {
  if (!words.some((word) => String(word).includes('[type-parser] - Skipped'))) warn(...words);
};

const manifest = await cli({
  argv: ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
  noWrite: true,
});

// The analyzer goes on with its defaults when its configuration throws. Ours sets the version.
if (manifest.schemaVersion !== '2.1.0')
  fail('custom-elements-manifest.config.mjs failed: see above.');

const expected = existsSync('src/define')
  ? readdirSync('src/define')
      .filter((name) => name.endsWith('.ts'))
      .map((name) => name.slice(0, -'.ts'.length))
  : [];
const classes = manifest.modules.flatMap(({ declarations = [] }) => declarations);
const definitions = manifest.modules
  .flatMap(({ exports = [] }) => exports)
  .filter(({ kind }) => kind === 'custom-element-definition');
for (const tag of expected) {
  if (!definitions.some(({ name }) => name === tag)) {
    fail(`The manifest has no definition of <${tag}>: src/define/${tag}.ts must call X.define().`);
  }
  if (!classes.some(({ tagName }) => tagName === tag)) {
    fail(`The manifest has no class for <${tag}>: its class needs the comment line "@tag ${tag}".`);
  }
}

const files = {
  'custom-elements.json': `${JSON.stringify(manifest, null, 2)}\n`,
  'docs/elements.md': elementsDoc(manifest),
};
const isCurrent = (file) => existsSync(file) && readFileSync(file, 'utf8') === files[file];
for (const file of Object.keys(files)) {
  if (!process.argv.includes('--check')) writeFileSync(file, files[file]);
  else if (!isCurrent(file))
    fail(`${file} is not current: run \`npm run manifest\` and commit it.`);
}
console.log(
  `${Object.keys(files).join(', ')}: ${expected.length} elements, ${manifest.modules.length} modules`,
);
