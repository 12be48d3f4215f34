import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AccountAdapter } from '../../src/adapter/index.ts';

/** The adapter of docs/backend.md, to the letter but for where the package is. */
export async function documented(): Promise<{
  readonly create: (baseUrl: string) => AccountAdapter;
  readonly folder: string;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'rosterkit-backend-'));
  const page = readFileSync('docs/backend.md', 'utf8').split('## A complete adapter')[1] ?? '';
  const code = page.split('```js\n')[1]?.split('\n```')[0] ?? '';
  const adapter = pathToFileURL('src/adapter/index.ts').href;
  writeFileSync(join(folder, 'crm.mjs'), code.replace("'rosterkit/adapter'", `'${adapter}'`));
  const module = (await import(pathToFileURL(join(folder, 'crm.mjs')).href)) as {
    createCrmAdapter: (baseUrl: string) => AccountAdapter;
  };
  return { create: module.createCrmAdapter, folder };
}
