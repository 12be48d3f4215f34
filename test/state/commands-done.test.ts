import { expect } from 'chai';
import type { Command } from '../../src/domain/index.ts';
import { fails } from './fake-backend.ts';
import { turn } from './manual-clock.ts';
import { changeRole, open, phases, setUp } from './setup.ts';

describe('command that was done', () => {
  it('is shown as the backend has it, where it answers nothing', async () => {
    const { backend, scope } = setUp();
    const window = await open(scope);
    backend.next('run', () => {
      backend.edit('p1', { status: 'suspended', department: 'Also' });
      return null;
    });
    const outcome = await scope.run({
      action: 'user.suspend',
      target: { kind: 'person', id: 'p1' },
    });
    expect(outcome).to.deep.include({ status: 'done', value: backend.find('p1') });
    expect(window.at(1)).to.deep.include({ status: 'suspended', department: 'Also' });
  });

  it('stays done where the re-read fails, and the list is read again', async () => {
    const { backend, scope } = setUp();
    const window = await open(scope);
    backend.next('run', () => {
      backend.edit('p1', { roleId: 'admin' });
      return null;
    });
    backend.next('person', fails({ kind: 'forbidden' }));
    expect((await scope.run(changeRole('p1', 'admin'))).status).to.equal('done');
    await turn();
    expect(window.at(1)?.roleId).to.equal('admin');
  });

  it('asks the backend where something else was read meanwhile', async () => {
    const { backend, scope } = setUp();
    const window = await open(scope);
    const held = backend.hold('run');
    const outcome = scope.run(changeRole('p1', 'admin'));
    await turn();
    const value = backend.carryOut(held.calls[0]!.args[0] as Command);
    backend.edit('p1', { department: 'Newer' });
    window.refresh();
    await turn();
    held.calls[0]!.answer(value);
    await outcome;
    expect(window.at(1)).to.deep.include({ roleId: 'admin', department: 'Newer' });
  });

  it('takes the row away where the person is gone', async () => {
    const { backend, scope } = setUp();
    const window = await open(scope);
    await scope.run({ action: 'user.delete', target: { kind: 'person', id: 'p1' } });
    await turn();
    expect(window.length).to.equal(2);
    expect(window.indexOf('p1')).to.equal(-1);
    expect(backend.asked('person')).to.have.length(0);
  });

  it('moves what it invalidates, by the registry', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    const { length } = backend.asked('people');
    await scope.run(changeRole('p1', 'admin'));
    await turn();
    expect([
      backend.asked('account').length,
      backend.asked('people').length - length,
    ]).to.deep.equal([2, 0]);
    await scope.run({
      action: 'user.invite',
      change: { people: [{ email: 'n@example.com' }], roleId: 'member' },
    });
    await turn();
    expect([
      backend.asked('account').length,
      backend.asked('people').length - length,
    ]).to.deep.equal([3, 1]);
  });

  it('leaves what ended badly about something else where it is', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    backend.next('run', fails({ kind: 'invalid' }));
    await scope.run(changeRole('p1', 'admin'));
    await scope.run({ action: 'user.suspend', target: { kind: 'person', id: 'p1' } });
    expect(phases(scope, 'p1')).to.deep.equal(['refused']);
  });

  it('takes the place of an earlier attempt that ended badly', async () => {
    const { backend, scope } = setUp();
    await open(scope);
    backend.next('run', fails({ kind: 'invalid' }));
    await scope.run(changeRole('p1', 'admin'));
    expect(phases(scope, 'p1')).to.deep.equal(['refused']);
    const held = backend.hold('run');
    const outcome = scope.run(changeRole('p1', 'owner'));
    await turn();
    expect(phases(scope, 'p1')).to.deep.equal(['sending']);
    held.calls[0]!.go();
    await outcome;
    expect(phases(scope, 'p1')).to.deep.equal([]);
  });
});
