// Every fact of the products' own behaviour (ids such as ZM-6, listed in docs/products/*.md) with the
// tests that cite it.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const FACT = /\b[A-Z]{2}-\d+\b/g;
const DOCS = 'docs/products';

const files = (folder, ending) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith(ending) && !path.includes('node_modules'))
        .map((path) => join(folder, path))
        .sort()
    : [];

const idsIn = (file) => new Set(readFileSync(file, 'utf8').match(FACT));

/** id → the test files that cite it */
const citations = new Map();
for (const file of files('test', '.test.ts')) {
  for (const id of idsIn(file)) citations.set(id, [...(citations.get(id) ?? []), file]);
}

const summary = [];
const known = new Set();
for (const file of files(DOCS, '.md')) {
  const ids = [...idsIn(file)].sort((one, other) =>
    one.localeCompare(other, 'en', { numeric: true }),
  );
  console.log(`${basename(file, '.md')}`);
  for (const id of ids) {
    known.add(id);
    console.log(`  ${id.padEnd(6)} ${citations.get(id)?.join(', ') ?? '–'}`);
  }
  const cited = ids.filter((id) => citations.has(id)).length;
  summary.push(`${basename(file, '.md')} ${cited}/${ids.length}`);
}

const strangers = [...citations.keys()].filter((id) => !known.has(id));
if (strangers.length > 0) console.log(`Cited by tests, in no document: ${strangers.join(', ')}`);
console.log(
  summary.length > 0
    ? `Facts cited by a test: ${summary.join(', ')}`
    : `Facts: ${DOCS}/ has no documents yet`,
);
