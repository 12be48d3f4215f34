import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import type { AccountAdapter } from '../../src/adapter/index.ts';
import { createScope, type AccountScope, type Command, type Decision } from '../../src/index.ts';
import { compilePolicy, type PolicyDocument, type toQuestion } from '../../src/policy/index.ts';
import { host } from './packed.ts';
import { readme, snippet } from './readme.ts';

/** Runs a snippet as a module of a host that installed the package. */
async function run(name: string, code: string): Promise<Record<string, unknown>> {
  const file = join(host, `${name}.mjs`);
  writeFileSync(file, code);
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
}

/** The same where there is no page but one element, and what was set on it. */
const onPage = (code: string, property: string): string =>
  `const element = {};\nconst document = { querySelector: () => element };\n${code}\nexport default element.${property};`;

describe('the README', () => {
  it('has a rule that is one', async () => {
    const code = onPage(snippet('A rule', 'js'), 'policy');
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

  it('has a server that refuses by the same rules', async () => {
    const { refusal } = (await run('server', snippet('A rule', 'js', 1))) as {
      refusal: (...about: Parameters<typeof toQuestion>) => Decision | undefined;
    };
    const change = (roleId: string): Command => ({
      id: '1',
      action: 'user.change-role',
      target: { kind: 'person', id: '2' },
      change: { roleId },
    });
    const owner = { id: '1', roleId: 'owner', status: 'active' } as const;
    const about = { account: { plan: 'pro' }, target: { ...owner, id: '2', roleId: 'member' } };
    expect(refusal(change('admin'), owner, about)).to.equal(undefined);
    expect(refusal(change('owner'), owner, about)).to.include({ rule: 'zoom/one-owner' });
  });

  it('has a column in five lines', async () => {
    const code = onPage(snippet('A column', 'js'), 'columns');
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
${onPage(code, 'adapter')}`,
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
