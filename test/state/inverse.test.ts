import { expect } from 'chai';
import { ACTIONS, type ChangeData, type PersonRecord } from '../../src/domain/index.ts';
import { inverseOf } from '../../src/state/commands/inverse.ts';
import { person } from './fake-backend.ts';

const undoOf = (action: string, change: ChangeData | undefined, before: Partial<PersonRecord>) => {
  const command = {
    id: 'c',
    action,
    target: { kind: 'person', id: 'p', version: '9' },
    ...(change && { change }),
  } as const;
  const inverse = inverseOf(command, person('p', before), ACTIONS, 'u');
  return inverse && [inverse.action, inverse.change];
};

describe('inverse of a command', () => {
  it('restores what was there', () => {
    expect(undoOf('user.change-role', { roleId: 'b' }, { roleId: 'a' })).to.deep.equal([
      'user.change-role',
      { roleId: 'a' },
    ]);
    expect(undoOf('user.assign-addon', { addons: ['x'] }, {})).to.deep.equal([
      'user.assign-addon',
      { addons: [] },
    ]);
    expect(
      undoOf(
        'user.edit',
        { values: { lastName: 'B', 'x-shoe': '9' } },
        { lastName: 'A', attributes: { shoe: '8' } },
      ),
    ).to.deep.equal(['user.edit', { values: { lastName: 'A', 'x-shoe': '8' } }]);
    expect(undoOf('user.edit', { values: { manager: 'B' } }, {})).to.deep.equal([
      'user.edit',
      { values: { manager: null } },
    ]);
  });

  it('points at the same target, whatever its version is by then', () => {
    const command = {
      id: 'c',
      action: 'user.suspend',
      target: { kind: 'person', id: 'p', version: '9' },
    } as const;
    expect(inverseOf(command, person('p'), ACTIONS, 'u')).to.deep.equal({
      id: 'u',
      action: 'user.reactivate',
      target: { kind: 'person', id: 'p' },
    });
  });

  it('brings back whom it found deactivated, not suspended', () => {
    expect(undoOf('user.reactivate', undefined, { status: 'deactivated' })?.[0]).to.equal(
      'user.deactivate',
    );
    expect(undoOf('user.reactivate', undefined, { status: 'suspended' })?.[0]).to.equal(
      'user.suspend',
    );
  });

  it('gives back only the rights that were taken, and the other way round', () => {
    expect(undoOf('role.restrict', { rights: ['a', 'b'] }, { restricted: ['a'] })).to.deep.equal([
      'role.unrestrict',
      { rights: ['b'] },
    ]);
    expect(undoOf('role.unrestrict', { rights: ['a', 'b'] }, { restricted: ['a'] })).to.deep.equal([
      'role.restrict',
      { rights: ['a'] },
    ]);
    expect(undoOf('role.restrict', { rights: ['a'] }, { restricted: ['a'] })).to.equal(undefined);
  });

  it('is none where something to restore is not known', () => {
    expect(undoOf('user.edit', { values: { lastName: 'B', password: 'x' } }, {})).to.equal(
      undefined,
    );
    expect(undoOf('user.change-type', { userType: 'licensed' }, {})).to.equal(undefined);
    expect(
      undoOf('user.change-role', { roleId: 'c' }, { roleId: 'a', roleIds: ['a', 'b'] }),
    ).to.equal(undefined);
    expect(undoOf('user.assign-group', { groupId: 'g' }, { groupIds: ['a', 'b'] })).to.equal(
      undefined,
    );
    expect(undoOf('user.assign-group', { groupId: 'g' }, { groupIds: ['a'] })).to.deep.equal([
      'user.assign-group',
      { groupId: 'a' },
    ]);
    // ZM-12: each kind of group goes back to what it was, and leaves the other alone.
    const both = { groupIds: ['a'], chatGroupIds: ['c'] };
    expect(undoOf('user.assign-group', { groupId: 'd', kind: 'chat' }, both)).to.deep.equal([
      'user.assign-group',
      { groupId: 'c', kind: 'chat' },
    ]);
    expect(undoOf('user.set-expiry', { until: '2027-01-01' }, {})).to.equal(undefined);
  });

  it('is none for what the registry says is for good, and for what it does not know', () => {
    expect(undoOf('user.delete', undefined, {})).to.equal(undefined);
    expect(undoOf('toString', undefined, {})).to.equal(undefined);
    expect(
      inverseOf(
        { id: 'c', action: 'user.suspend', target: { kind: 'person', id: 'p' } },
        undefined,
        ACTIONS,
        'u',
      ),
    ).to.equal(undefined);
  });
});
