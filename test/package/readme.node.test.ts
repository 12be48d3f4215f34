import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { chromium, type Browser } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { chromiumArgs, findBrowsers } from '../../scripts/browsers.mjs';
import type { AccountAdapter } from '../../src/adapter/index.ts';
import { createScope, type AccountScope } from '../../src/index.ts';
import { compilePolicy, type PolicyDocument } from '../../src/policy/index.ts';
import { host } from './packed.ts';

const readme = readFileSync('README.md', 'utf8');

/** A snippet of a language below a heading, the first unless said otherwise, as a newcomer would copy it. */
function snippet(heading: string, language: string, index = 0): string {
  const below = readme.split(`## ${heading}\n`)[1];
  const code = below?.split(`\`\`\`${language}\n`)[index + 1]?.split('\n```')[0];
  if (code === undefined) throw new Error(`README.md has no ${language} below "${heading}".`);
  return code;
}

/** Runs a snippet as a module of a host that installed the package. */
async function run(name: string, code: string): Promise<Record<string, unknown>> {
  const file = join(host, `${name}.mjs`);
  writeFileSync(file, code);
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
}

describe('the README', () => {
  let browser: Browser;
  let server: ViteDevServer;

  before(async () => {
    const root = join(host, 'readme');
    mkdirSync(root, { recursive: true });
    writeFileSync(join(root, 'index.html'), snippet('Try it', 'html'));
    server = await createServer({
      configFile: false,
      root,
      logLevel: 'warn',
      cacheDir: join(host, 'vite'),
      server: { port: 0, open: false },
    });
    await server.listen();
    const executablePath = findBrowsers().chromium?.path;
    browser = await chromium.launch({
      args: chromiumArgs(),
      ...(executablePath !== undefined && { executablePath }),
    });
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  it('has a page that runs as pasted', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.getByRole('gridcell', { name: 'Chloé Roy', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Member. Change the role of Chloé Roy' }).click();
    await page.getByRole('option', { name: 'Admin' }).click();
    await page.getByRole('status').filter({ hasText: 'now has the role Admin' }).waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('has a rule that is one', async () => {
    const code = `const scope = {};\n${snippet('A rule', 'js')}\nexport default scope.policy;`;
    const { default: document } = await run('rule', code);
    const policy = compilePolicy(document as PolicyDocument);
    const decision = policy.decide({
      action: 'user.change-role',
      actor: { id: '1', roleId: 'owner', status: 'active' },
      target: { id: '2', roleId: 'member', status: 'active', viaDomain: false },
      change: { roleId: 'admin' },
      account: { plan: 'pro', features: [] },
    });
    expect(decision).to.include({ effect: 'deny', rule: 'acme/contractors-stay-members' });
    expect(snippet('A rule', 'js').trim().split('\n').length).to.be.at.most(8);
  });

  it('has a column in five lines', async () => {
    const code = `const table = {};\n${snippet('A column', 'js')}\nexport default table.columns;`;
    const { default: columns } = await run('column', code);
    expect(columns).to.have.length(5);
    expect(snippet('A column', 'js').trim().split('\n').length).to.be.at.most(5);
  });

  it('has an adapter in some fifteen lines, with which people are seen and given a role', async () => {
    const code = snippet('Your backend', 'js', 2);
    expect(code.trim().split('\n').length).to.be.at.most(17);
    const person = { id: '7', email: 'ana@crm.example', roleId: 'agent', status: 'active' };
    const answers: Readonly<Record<string, unknown>> = {
      '/me': { actor: { id: '1', roleId: 'admin', status: 'active' }, facts: {} },
      '/roles': [{ id: 'admin' }, { id: 'agent' }],
      '/people?page=1': { items: [person], total: 1 },
      '/people/7': person,
      '/people/7/role': { ...person, roleId: 'admin' },
    };
    const { default: adapter } = await run(
      'adapter',
      `const fetch = async (url) => ({ json: async () => (${JSON.stringify(answers)})[url.replace('/crm', '')] });
      const scope = {};\n${code}\nexport default scope.adapter;`,
    );
    const scope = createScope({ adapter: adapter as AccountAdapter });
    const people = scope.query({});
    people.show(0, 10);
    await once(scope, () => people.status === 'ready');
    expect(people.at(0)?.email).to.equal('ana@crm.example');
    const outcome = await scope.run({
      action: 'user.change-role',
      target: { kind: 'person', id: '7' },
      change: { roleId: 'admin' },
    });
    expect(outcome).to.deep.include({ status: 'done' });
    expect(people.at(0)?.roleId).to.equal('admin');
    scope.close();
  });

  it('sets no token and no part that is not there', () => {
    const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
    const classes = modules.flatMap(({ declarations = [] }) => declarations);
    const css = snippet('Look', 'css');
    const tokens = classes.flatMap(({ cssProperties = [] }) =>
      cssProperties.map(({ name }) => name),
    );
    const set = [...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name);
    expect(tokens).to.include.members(set);
    const [, tag, part] = /([\w-]+)::part\(([\w-]+)\)/.exec(css) ?? [];
    const parts = classes.find(({ tagName }) => tagName === tag)?.cssParts?.map(({ name }) => name);
    expect(parts).to.include(part);
  });

  it('names every element there is', () => {
    const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
    const tags = modules.flatMap(({ declarations = [] }) =>
      declarations.flatMap(({ tagName }) => tagName ?? []),
    );
    const named = [...readme.matchAll(/^\| `<([\w-]+)/gm)].map(([, tag]) => tag);
    expect(named.sort()).to.deep.equal(tags.sort());
  });
});

/** What of the manifest these tests read. */
interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly cssParts?: readonly { readonly name: string }[];
      readonly cssProperties?: readonly { readonly name: string }[];
    }[];
  }[];
}

/** Resolves once something holds for a scope. */
function once(scope: AccountScope, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (holds()) resolve();
    };
    scope.subscribe(check);
    check();
  });
}
