// Every check, as `npm test` runs them. `npm test -- lint unit` runs only the steps named.
// All failures are reported, not just the first. The last line counts the tests themselves.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { ENGINES, findBrowsers } from './browsers.mjs';

/**
 * `script` is the name in package.json; `say` picks the lines worth reading when all is well;
 * `counts` marks a step that runs tests; `alone` one that needs both cores.
 */
const STEPS = [
  { name: 'types', script: 'types' },
  { name: 'lint', script: 'lint' },
  { name: 'unit', script: 'test:unit', counts: true, say: /passing/ },
  { name: 'templates', script: 'templates' },
  { name: 'boundaries', script: 'boundaries' },
  { name: 'format', script: 'format:check' },
  { name: 'unused', script: 'unused' },
  { name: 'manifest', script: 'manifest:check', say: /./ },
  { name: 'openapi', script: 'openapi:check', say: /./ },
  { name: 'backends', script: 'backends:check', say: /./ },
  { name: 'size', script: 'size', say: /\S/ },
  { name: 'facts', script: 'facts', say: /^Facts/ },
  { name: 'package', script: 'package', counts: true, alone: true, say: /passing|files,/ },
  {
    name: 'stories',
    script: 'test:stories',
    counts: true,
    alone: true,
    say: /\d stories passed/,
  },
  {
    name: 'servers',
    script: 'test:servers',
    counts: true,
    alone: true,
    say: /^servers:/,
  },
  {
    name: 'browser',
    script: 'test:browser',
    counts: true,
    alone: true,
    say: /\d passed, \d+ failed/,
  },
];

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const scratch = mkdtempSync(join(tmpdir(), 'rosterkit-verify-'));
const PATH = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No step ${unknown.join(', ')}: ${STEPS.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
const steps = STEPS.filter(({ name }) => asked.length === 0 || asked.includes(name));

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const indent = (text) => text.replace(/^(?=.)/gm, '    ');

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });
}

/** Runs one step to its end and prints one paragraph about it. */
async function run({ name, script, counts, say }) {
  const began = performance.now();
  const totalsFile = join(scratch, `${name}.json`);
  const child = spawn(scripts[script], {
    shell: true,
    env: { ...process.env, PATH, TOTALS_FILE: totalsFile, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  const code = await new Promise((done) => child.on('close', done));
  running.delete(child);

  const ok = code === 0;
  output = stripVTControlCharacters(output);
  const worthReading = ok ? output.split('\n').filter((line) => say?.test(line)) : [output.trim()];
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(10)} ${seconds(began)}`);
  if (worthReading.length > 0) console.log(indent(worthReading.join('\n')));
  return { name, ok, ...(counts ? totalsOf(totalsFile, ok) : { passed: 0, failed: 0 }) };
}

/** Tests that could not even start count as one that failed. */
function totalsOf(file, ok) {
  try {
    const { passed, failed } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed, failed };
  } catch {
    return { passed: 0, failed: ok ? 0 : 1 };
  }
}

async function runAll() {
  const results = [];
  const queue = steps.filter(({ alone }) => !alone);
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) results.push(await run(step));
  };
  await Promise.all([worker(), worker()]);
  for (const step of steps.filter(({ alone }) => alone)) results.push(await run(step));
  return results;
}

const began = performance.now();
const found = findBrowsers();
const skipped = ENGINES.filter((engine) => !found[engine]);
const results = await runAll();
rmSync(scratch, { recursive: true, force: true });

if (skipped.length > 0) {
  console.log(`\nNot on this machine, so not tested: ${skipped.join(', ')}.`);
}
const bad = results.filter(({ ok }) => !ok).map(({ name }) => name);
const sum = (kind) => results.reduce((total, result) => total + result[kind], 0);
console.log(`\n${bad.length > 0 ? `Failed: ${bad.join(', ')}. ` : ''}Took ${seconds(began)}.`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(bad.length > 0 ? 1 : 0);
