// Breaks the kit by one line for each fact (test/facts/*.mjs), and sees that a test which cites the fact goes red.
// What came of it is written to docs/facts.md as it goes; `npm run facts -- --break ZM-6 MS-4` does only these, and leaves the others.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { BREAKS, faultOf } from './fact-breaks.mjs';

const RESULT = 'docs/facts.md';
const asked = process.argv.slice(2);
const breaks = BREAKS.filter(({ id }) => asked.length === 0 || asked.includes(id));

const scratch = mkdtempSync(join(tmpdir(), 'rosterkit-facts-'));
const totals = join(scratch, 'totals.json');

/** Runs the tests of a file that cite a fact on a kit that is broken. With a whole one they are green: `npm test` says so. */
function verdictOf(broken) {
  const fault = faultOf(broken);
  if (fault) return { ok: false, says: fault };
  const { id, test, file, from, to } = broken;
  rmSync(totals, { force: true });
  const { stdout } = spawnSync(
    process.execPath,
    ['scripts/test-browser.mjs', '--engine', 'chromium', test],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        GREP: `\\b${id}\\b`,
        BREAK: JSON.stringify({ file, from, to }),
        TOTALS_FILE: totals,
      },
    },
  );
  const { red = [] } = existsSync(totals) ? JSON.parse(readFileSync(totals, 'utf8')) : {};
  const names = red.map(({ name }) => name).filter((name) => new RegExp(`\\b${id}\\b`).test(name));
  return names.length > 0
    ? { ok: true, says: names.join('; '), cell: namesCell(names) }
    : { ok: false, says: `no test went red\n${stdout}` };
}

/** The first by its name, in code marks: names hold `<` and `>`. */
function namesCell([first, ...others]) {
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `\`${cell(first)}\`${more}`;
}

const cell = (text) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

/** The rows of the last time, by the fact. Those that were not asked for stay. */
function readRows() {
  const text = existsSync(RESULT) ? readFileSync(RESULT, 'utf8') : '';
  const rows = text.split('\n').filter((line) => /^\| [A-Z]{2}-\d/.test(line));
  return new Map(rows.map((row) => [row.split(' ')[1], row]));
}

function writeRows(rows) {
  const ids = [...rows.keys()].sort((one, other) =>
    one.localeCompare(other, 'en', { numeric: true }),
  );
  const intro = [
    '# Facts, broken one by one',
    '',
    'Written by `npm run facts -- --break`: for each fact one line of the kit is changed (`test/facts/`), and the tests named here go red.',
    '',
    '| fact | broken by | in | red |',
    '|---|---|---|---|',
  ];
  writeFileSync(RESULT, `${[...intro, ...ids.map((id) => rows.get(id))].join('\n')}\n`);
}

const rows = readRows();
let failed = 0;
for (const broken of breaks) {
  const { ok, says, cell: red } = verdictOf(broken);
  if (!ok) failed++;
  console.log(`${ok ? '✓' : '✗'} ${broken.id}: ${broken.breaks}: ${says}`);
  const { id, breaks: how, file } = broken;
  rows.set(id, `| ${id} | ${cell(how)} | \`${file}\` | ${red ?? '**none**'} |`);
  writeRows(rows);
}
rmSync(scratch, { recursive: true, force: true });
console.log(`Facts broken: ${breaks.length}, seen by a test: ${breaks.length - failed}`);
process.exit(failed > 0 ? 1 : 0);
