import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { createMemoryAdapter } from '../../src/adapter/memory/index.ts';
import zoom from '../../src/policy/presets/zoom.ts';
import { createScope } from '../../src/state/index.ts';

describe('scope in Node', () => {
  it('has no DOM, and works from the list to the undone change', async () => {
    expect('document' in globalThis || 'window' in globalThis).to.equal(false);
    const people = ['ana', 'bob', 'cem'].map((id, n) => ({
      id,
      email: `${id}@a.example`,
      firstName: id,
      lastName: 'X',
      roleId: n === 0 ? 'owner' : 'member',
      status: 'active' as const,
      userType: 'basic',
    }));
    const adapter = createMemoryAdapter({ people, policy: zoom, actor: 'ana' });
    const scope = createScope({ adapter, policy: zoom });
    const window = scope.query({ sort: [{ field: 'name', desc: true }] });
    const ready = new Promise<void>((resolve) => {
      const stop = scope.subscribe(() => {
        if (window.status !== 'ready') return;
        stop();
        resolve();
      });
    });
    window.show(0, 10);
    await ready;
    expect(window.at(0)?.id).to.equal('cem');
    const change = {
      action: 'user.change-role',
      target: { kind: 'person', id: 'bob' },
      change: { roleId: 'admin' },
    } as const;
    expect((await scope.run(change)).status).to.equal('done');
    expect(scope.find('bob')?.roleId).to.equal('admin');
    expect((await scope.undo())?.status).to.equal('done');
    expect(adapter.dump().people.find(({ id }) => id === 'bob')?.roleId).to.equal('member');
    expect((await scope.run({ ...change, target: { kind: 'person', id: 'ana' } })).status).to.equal(
      'skipped',
    );
    scope.close();
  });

  it('lets the process end by itself', () => {
    const code = `
      import { createScope } from './src/state/index.ts';
      import { createMemoryAdapter } from './src/adapter/memory/index.ts';
      const people = [{ id: 'a', email: 'a@a.example', roleId: 'owner' }];
      const scope = createScope({ adapter: createMemoryAdapter({ people }) });
      const window = scope.query({});
      window.show(0, 1);
      await scope.run({ action: 'user.edit', target: { kind: 'person', id: 'a' }, change: { values: { lastName: 'B' } } });
      process.stdout.write(window.at(0).lastName);
    `;
    const said = execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', code],
      { encoding: 'utf8' },
    );
    expect(said).to.equal('B');
  });
});
