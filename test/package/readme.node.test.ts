import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { chromium, type Browser } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { chromiumArgs, findBrowsers } from '../../scripts/browsers.mjs';
import { compilePolicy, type PolicyDocument } from '../../src/policy/index.ts';
import { host } from './packed.ts';

const readme = readFileSync('README.md', 'utf8');

/** The first snippet of a language below a heading, as a newcomer would copy it. */
function snippet(heading: string, language: string): string {
  const below = readme.split(`## ${heading}\n`)[1];
  const code = below?.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0];
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
});
