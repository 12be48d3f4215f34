// Writes docs/openapi.json from the schemas and the route table; with --check says whether it is current, and lints it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { createConfig, formatProblems, lintFromString } from '@redocly/openapi-core';
import * as prettier from 'prettier';
import { openApiDocument } from './openapi-document.ts';

const FILE = 'docs/openapi.json';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const document = openApiDocument(version);
const config = await prettier.resolveConfig(FILE);
const text = await prettier.format(JSON.stringify(document), { ...config, filepath: FILE });

const problems = await lintFromString({
  source: text,
  absoluteRef: FILE,
  config: await createConfig({ extends: ['recommended-strict'] }),
});
if (problems.length > 0) {
  formatProblems(problems, { version, totals: { errors: 0, warnings: 0, ignored: 0 } });
  fail(`${FILE}: ${problems.length} problems`);
}

const isCurrent = existsSync(FILE) && readFileSync(FILE, 'utf8') === text;
if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (!isCurrent) fail(`${FILE} is not current: run \`npm run openapi\` and commit it.`);

const { paths, components } = document;
console.log(
  `${FILE}: ${Object.keys(paths).length} paths, ${Object.keys(components.schemas).length} schemas`,
);
