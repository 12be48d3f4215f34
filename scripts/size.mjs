// Weighs what hosts load against the budgets in .size-limit.mjs.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const bin = 'node_modules/size-limit/bin.js';
const { stdout, stderr, status } = spawnSync(process.execPath, [bin, '--json'], {
  encoding: 'utf8',
});

/** A module that does not build is reported as text, or as an object with the error. */
function read() {
  try {
    const results = JSON.parse(stdout);
    if (Array.isArray(results)) return results;
  } catch {
    // Said below.
  }
  console.error(stdout + stderr);
  process.exit(status || 1);
}

const results = read();
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(2)} kB`.padStart(9);
for (const { name, size, sizeLimit, passed } of results) {
  const verdict = passed ? '' : `  over by ${size - sizeLimit} bytes`;
  console.log(`${name.padEnd(36)}${kilobytes(size)} of${kilobytes(sizeLimit)}${verdict}`);
}
process.exit(results.every(({ passed }) => passed) ? 0 : 1);
