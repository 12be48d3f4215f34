// Says how many tests ran in which engine, and tells scripts/verify.mjs so.
import { writeFileSync } from 'node:fs';
import process from 'node:process';

const testsOf = (suite) =>
  suite ? [...suite.tests, ...suite.suites.flatMap((inner) => testsOf(inner))] : [];

const LINES = 40;

const cut = (text) => {
  const lines = text?.split('\n') ?? [];
  if (lines.length <= LINES) return text;
  return [...lines.slice(0, LINES), `… and ${lines.length - LINES} more lines`].join('\n');
};

/** axe repeats itself for each of a hundred rows; goes before the reporter that prints. */
export function shortErrors() {
  return {
    reportTestFileResults({ sessionsForTestFile }) {
      for (const { testResults } of sessionsForTestFile) {
        for (const { error } of testsOf(testResults)) {
          if (!error) continue;
          error.message = cut(error.message);
          error.stack = cut(error.stack);
        }
      }
    },
  };
}

/** The names of the tests that failed, with those of the suites that they are in. */
const failedIn = (suite, above = '') =>
  suite
    ? [
        ...suite.tests.filter(({ passed, skipped }) => !passed && !skipped),
        ...suite.suites.flatMap((inner) => failedIn(inner, inner.name)),
      ].map((test) => ({ name: [above, test.name].filter(Boolean).join(' > ') }))
    : [];

/** A file that could not load, or broke outside its tests, counts as one failed test. */
function countSession(session) {
  const tests = testsOf(session.testResults);
  const failed = tests.filter((test) => !test.passed && !test.skipped).length;
  const broken = !session.passed && failed === 0 ? 1 : 0;
  return {
    passed: tests.filter((test) => test.passed).length,
    failed: failed + broken,
    skipped: tests.filter((test) => test.skipped).length,
  };
}

export function totalsReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const engines = {};
      for (const session of sessions) {
        const engine = (engines[session.browser.name] ??= { passed: 0, failed: 0, skipped: 0 });
        for (const [kind, count] of Object.entries(countSession(session))) engine[kind] += count;
      }
      const rows = Object.entries(engines);
      for (const [name, { passed, failed, skipped }] of rows) {
        console.log(
          `${name.padEnd(9)} ${passed} passed, ${failed} failed` +
            (skipped ? `, ${skipped} skipped` : ''),
        );
      }
      if (process.env.TOTALS_FILE) {
        const sum = (kind) => rows.reduce((total, [, counts]) => total + counts[kind], 0);
        const totals = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
        const red = sessions.flatMap(({ testResults }) => failedIn(testResults));
        writeFileSync(process.env.TOTALS_FILE, JSON.stringify({ ...totals, red }));
      }
    },
  };
}
