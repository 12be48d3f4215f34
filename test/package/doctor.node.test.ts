import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect } from 'chai';
import { host } from './packed.ts';

const ADAPTER = `
import { createMemoryAdapter } from 'rosterkit/adapters/memory';
const people = Array.from({ length: 23 }, (_, i) => ({
  id: 'p' + i, email: 'p' + i + '@acme.example', firstName: 'Zoë', lastName: 'Núñez ' + i, roleId: i % 5 ? 'member' : 'owner', jobTitle: 'Clerk',
}));
export const honest = () => createMemoryAdapter({ people });
export const liar = () => {
  const adapter = honest();
  return { ...adapter, people: (request, call) => adapter.people({ ...request, sort: [] }, call) };
};
`;

describe('npx rosterkit doctor', () => {
  let folder: string;
  before(() => {
    // Beside the package, so that a module there finds it as a host's would.
    folder = mkdtempSync(join(host, 'doctor-'));
    writeFileSync(join(folder, 'adapters.mjs'), ADAPTER);
  });
  after(() => rmSync(folder, { recursive: true }));

  function doctor(code: string, ...flags: string[]) {
    writeFileSync(
      join(folder, 'mine.mjs'),
      `import { honest, liar } from './adapters.mjs';\n${code}`,
    );
    return run('doctor', './mine.mjs', ...flags);
  }
  function run(...args: string[]) {
    const bin = join(host, 'node_modules/rosterkit/bin/rosterkit.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 50_000,
    });
    return { status, stdout, stderr };
  }

  it('ends well for an adapter that keeps its promises, and says what the page will lack', () => {
    const { status, stdout } = doctor('export default honest;');
    expect(stdout).to.include('Everything that it promises holds.').and.include('no switcher');
    expect(status).to.equal(0);
  });

  it('ends with 1 for a liar, with what was expected and what came', () => {
    const { status, stdout } = doctor('export default async () => liar();', '--read-only');
    expect(stdout).to.match(
      /✗ sorts-by-what-it-advertises\n +expected: .*\n +got: .* comes after /,
    );
    expect(status).to.equal(1);
  });

  it('writes JSON for those who go on with it, and changes nothing when it may only read', () => {
    const code = `const adapter = honest();
      const run = () => { throw new Error('changed something'); };
      export default { adapter: { ...adapter, run: (command, call) => (command.change?.values ? run() : adapter.run(command, call)) }, people: 10 };`;
    const { status, stdout } = doctor(code, '--json', '--read-only');
    const { adapter, findings, lacks } = JSON.parse(stdout) as {
      adapter: string;
      findings: { name: string; status: string; reason?: string }[];
      lacks: unknown[];
    };
    expect(adapter).to.equal('memory');
    const paging = findings.find(({ name }) => name === 'pages-lose-nobody');
    expect(paging).to.include({ status: 'skipped', reason: 'more than 10 people' });
    expect(lacks).to.be.an('array').and.not.to.deep.equal([]);
    expect(status).to.equal(findings.some((one) => one.status === 'failed') ? 1 : 0);
  });

  it('says what is the matter when there is nothing to look at', () => {
    expect(run()).to.include({ status: 2 });
    expect(run('doctor', './nowhere.mjs').stderr).to.include('./nowhere.mjs cannot be loaded');
    expect(doctor('export default 42;').stderr).to.include('exports no adapter');
    expect(doctor('export default honest;', '--nonsense').stderr).to.include('--nonsense');
    expect(run('--help').stdout).to.include('rosterkit doctor <module>');
  });
});
