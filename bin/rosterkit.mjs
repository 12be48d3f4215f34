#!/usr/bin/env node
// npx rosterkit doctor ./my-adapter.mjs: does an adapter keep the promises of the port, and what will the page lack?
import { resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = `rosterkit doctor <module> [--read-only] [--json]

  Holds the adapter that a module exports by default against the conformance suite.
  The default export is an adapter, a function that gives one (asked anew for each check), or
  { adapter, people }: with the number of people that may be read whole (5000 unless given).

  --read-only   leaves out every check that changes something
  --json        the diagnosis as JSON

  Ends with 0 if all holds, 1 if something does not, 2 if there was nothing to look at.`;

function leave(message) {
  console.error(message);
  process.exit(2);
}

function asked() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'read-only': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return leave(`${error.message}\n\n${USAGE}`);
  }
}

/** What the module offers: an adapter or how to get one, and how many people may be read. */
async function offered(path) {
  let module;
  try {
    module = await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    return leave(`${path} cannot be loaded: ${error.message}`);
  }
  const given = module.default;
  const { adapter = given, people } = typeof given === 'object' && given !== null ? given : {};
  const isAdapter = typeof adapter?.capabilities === 'function';
  if (!isAdapter && typeof adapter !== 'function')
    return leave(`${path} exports no adapter by default.\n\n${USAGE}`);
  return { adapter, people };
}

const { values, positionals } = asked();
const [command, path, ...more] = positionals;
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (command !== 'doctor' || !path || more.length > 0) leave(USAGE);

const { examine, reportOf } = await import('../dist/adapter/doctor/index.js');
const { adapter, people } = await offered(path);
let diagnosis;
try {
  diagnosis = await examine(adapter, {
    readOnly: values['read-only'],
    ...(people !== undefined && { maxPeople: people }),
  });
} catch (error) {
  leave(`${path}: ${error?.problem?.title ?? error}`);
}
// What is written last has to be out before the process ends: an adapter may keep it alive with a timer or a socket.
const text = values.json ? JSON.stringify(diagnosis, null, 2) : reportOf(diagnosis);
const isWell = diagnosis.findings.every(({ status }) => status !== 'failed');
process.stdout.write(`${text}\n`, () => process.exit(isWell ? 0 : 1));
