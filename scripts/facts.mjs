// Every fact of the products' own behaviour (ids such as ZM-6, a row each in docs/products/*.md) with the tests that cite it.
//   npm run facts                       fails where a fact has none, or is said to be shown and no test of an element cites it
//   npm run facts -- --break            breaks the kit, fact by fact, and sees the test that cites it go red (long)
//   npm run facts -- --break ZM-6 MS-4  some facts
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { BREAKS, faultOf } from './fact-breaks.mjs';

const FACT = /\b(?:CM|LM|MS|RI|ZM)-\d+\b/g;
const DOCS = 'docs/products';
/** A row that says so is not claimed to be shown. */
const OPEN = /not yet/;
/** Tests that use the kit as a person does, through an element. */
const THROUGH_ELEMENTS = /^test\/(elements|products)\//;

const files = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending) && !path.includes('node_modules'))
    .map((path) => join(folder, path))
    .sort();

/** id → the test files that cite it */
function citations() {
  const found = new Map();
  for (const file of files('test', '.test.ts'))
    for (const id of new Set(readFileSync(file, 'utf8').match(FACT)))
      found.set(id, [...(found.get(id) ?? []), file]);
  return found;
}

/** What a document says of its product, a row for each fact. */
function factsOf(file) {
  const rows = readFileSync(file, 'utf8').matchAll(/^\| ([A-Z]{2}-\d+) \| (.+) \|$/gm);
  return [...rows].map(([, id, says]) => ({ id, isOpen: OPEN.test(says) }));
}

function list() {
  const cited = citations();
  const complaints = [];
  let known = 0;
  let shown = 0;
  for (const file of files(DOCS, '.md')) {
    console.log(basename(file, '.md'));
    for (const { id, isOpen } of factsOf(file)) {
      known++;
      const tests = cited.get(id) ?? [];
      const through = tests.filter((test) => THROUGH_ELEMENTS.test(test));
      if (!isOpen && through.length > 0) shown++;
      const elsewhere = tests.filter((test) => !through.includes(test));
      console.log(`  ${id.padEnd(6)} ${isOpen ? 'not yet whole' : ''}`.trimEnd());
      for (const test of [...through, ...elsewhere]) console.log(`         ${test}`);
      if (tests.length === 0 && !isOpen) complaints.push(`${id}: no test cites it`);
      else if (through.length === 0 && !isOpen)
        complaints.push(
          `${id}: ${file} says that it is shown, and no test in test/elements cites it`,
        );
      cited.delete(id);
    }
  }
  for (const [id, [test]] of cited) complaints.push(`${id}: cited by ${test}, in no document`);
  for (const broken of BREAKS) {
    const fault = faultOf(broken);
    if (fault) complaints.push(`${broken.id}, to be broken: ${fault}`);
  }
  console.log(`Facts shown by an element and proven through it: ${shown} of ${known}`);
  for (const complaint of complaints) console.log(`Facts: ${complaint}`);
  return complaints.length === 0;
}

const args = process.argv.slice(2);
if (args.includes('--break')) {
  const rest = args.filter((arg) => arg !== '--break');
  const { status } = spawnSync(process.execPath, ['scripts/facts-break.mjs', ...rest], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
process.exit(list() ? 0 : 1);
