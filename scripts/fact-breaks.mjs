// What is broken for each fact, and what is wrong with a break before it is tried.
import { existsSync, readFileSync } from 'node:fs';
import messaging from '../test/facts/messaging.mjs';
import zoom from '../test/facts/zoom.mjs';

/**
 * `from`, which is in `file` once, becomes `to`: then the kit `breaks` a promise, and a test in `test` that cites `id` goes red.
 * @type {readonly { id: string, breaks: string, file: string, from: string, to: string, test: string }[]}
 */
export const BREAKS = [...messaging, ...zoom];

/** Where a line to be changed has moved on, or the test no longer cites the fact, the break proves nothing. */
export function faultOf({ id, file, from, to, test }) {
  if (!existsSync(file)) return `${file} is gone`;
  if (!existsSync(test)) return `${test} is gone`;
  const times = readFileSync(file, 'utf8').split(from).length - 1;
  if (times !== 1) return `${file} has the line to change ${times} times, not once`;
  if (from === to) return 'nothing is changed';
  return new RegExp(`\\b${id}\\b`).test(readFileSync(test, 'utf8'))
    ? ''
    : `${test} does not cite it`;
}
