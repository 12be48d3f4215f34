import type { Person } from '../../src/domain/index.ts';
import messaging from '../../src/policy/presets/messaging.ts';
import { truthTable, type Row } from './table.ts';

const person = (id: string, roleId: string, ...subaccountIds: string[]): Person => ({
  id,
  roleId,
  status: 'active',
  subaccountIds,
});

const admin = person('ada', 'admin');
const otherAdmin = person('abe', 'admin');
/** An admin who was a manager in the north before. */
const formerManager = person('fay', 'admin', 'north');
const manager = person('max', 'manager', 'north');
const colleague = person('mia', 'manager', 'north');
const stranger = person('mo', 'manager', 'south');
const invited: Person = { ...colleague, id: 'ivo', status: 'pending' };
const invitedElsewhere: Person = { ...stranger, id: 'ina', status: 'pending' };
// A host's own roles: who only looks, and who may do everything.
const analyst = person('al', 'analyst', 'north', 'south');
const superuser = person('sue', 'superuser', 'north');

const add = (roleId: string, ...subaccountIds: string[]) => ({ change: { roleId, subaccountIds } });
const role = (to: Person, roleId: string, ...subaccountIds: string[]) => ({
  to,
  change: { roleId, subaccountIds },
});
const into = (to: Person, ...subaccountIds: string[]) => ({ to, change: { subaccountIds } });
const north = { to: { id: 'north', parentId: null } };
const south = { to: { id: 'south', parentId: null } };

// prettier-ignore
const rows: Row[] = [
  ['MS-3 an admin adds a sub-account', admin, 'subaccount.create', {}, 'allow'],
  ['MS-3 and edits one', admin, 'subaccount.edit', north, 'allow'],
  ['MS-3 a manager adds none', manager, 'subaccount.create', {}, 'builtin/no-permission'],
  ['MS-3 nor edits one', manager, 'subaccount.edit', north, 'builtin/no-permission'],
  ['MS-3 nor does a role of the host’s own', superuser, 'subaccount.edit', north, 'messaging/admins-edit-subaccounts'],
  ['MS-3 not adding', superuser, 'subaccount.create', {}, 'messaging/admins-edit-subaccounts'],
  ['MS-3 not resizing', superuser, 'subaccount.resize', north, 'messaging/admins-edit-subaccounts'],
  ['MS-3 not reassigning', superuser, 'subaccount.reassign', north, 'messaging/admins-edit-subaccounts'],
  ['MS-3 not cancelling', superuser, 'subaccount.cancel', north, 'messaging/admins-edit-subaccounts'],
  ['MS-3 not deleting', superuser, 'subaccount.delete', north, 'messaging/admins-edit-subaccounts'],
  ['MS-3 not activating', superuser, 'subaccount.resend-activation', north, 'messaging/admins-edit-subaccounts'],
  ['MS-3 not buying', superuser, 'subaccount.buy', {}, 'messaging/admins-edit-subaccounts'],
  ['MS-3 not adding to one', superuser, 'subaccount.buy-addon', north, 'messaging/admins-edit-subaccounts'],
  ['MS-3 not giving one another plan', superuser, 'subaccount.change-plan', north, 'messaging/admins-edit-subaccounts'],
  ['MS-3 a manager sees that there are some', manager, 'subaccount.list', {}, 'allow'],

  ['MS-4 a manager is added to one sub-account', admin, 'user.invite', add('manager', 'north'), 'allow'],
  ['MS-4 not to none', admin, 'user.invite', add('manager'), 'messaging/one-subaccount'],
  ['MS-4 nor to two', admin, 'user.invite', add('manager', 'north', 'south'), 'messaging/one-subaccount'],
  ['MS-4 a manager is moved to another one', admin, 'user.assign-subaccounts', into(manager, 'south'), 'allow'],
  ['MS-4 not to two', admin, 'user.assign-subaccounts', into(manager, 'north', 'south'), 'messaging/one-subaccount-stays'],
  ['MS-4 nor to none', admin, 'user.assign-subaccounts', into(manager), 'messaging/one-subaccount-stays'],
  ['MS-4 an admin becomes a manager of one', admin, 'user.change-role', role(otherAdmin, 'manager', 'north'), 'allow'],
  ['MS-4 not of none', admin, 'user.change-role', role(otherAdmin, 'manager'), 'messaging/one-subaccount-with-role'],
  ['MS-4 a manager who stays one keeps theirs', admin, 'user.change-role', role(manager, 'manager'), 'allow'],
  ['MS-4 or is given another one', admin, 'user.change-role', role(manager, 'manager', 'south'), 'allow'],
  ['MS-4 not two', admin, 'user.change-role', role(manager, 'manager', 'north', 'south'), 'messaging/one-subaccount-with-role'],
  ['MS-4 nor two to an admin who becomes one', admin, 'user.change-role', role(otherAdmin, 'manager', 'north', 'south'), 'messaging/one-subaccount-with-role'],
  ['MS-4 a role of the host’s own may have several', admin, 'user.invite', add('analyst', 'north', 'south'), 'allow'],
  ['MS-4 also later', admin, 'user.assign-subaccounts', into(analyst, 'north', 'east'), 'allow'],
  ['MS-4 also with a change of role', admin, 'user.change-role', role(manager, 'analyst', 'north', 'south'), 'allow'],

  ['MS-5 an admin is added without', admin, 'user.invite', add('admin'), 'allow'],
  ['MS-5 a sub-account sent along is refused', admin, 'user.invite', add('admin', 'north'), 'messaging/admins-have-all'],
  ['MS-5 also with a change of role', admin, 'user.change-role', role(manager, 'admin', 'north'), 'messaging/admins-have-all'],
  ['MS-5 and to an admin there is nothing to assign', admin, 'user.assign-subaccounts', into(otherAdmin, 'north'), 'messaging/admins-keep-all'],
  ['MS-5 but to take away, from one who was a manager', admin, 'user.assign-subaccounts', into(formerManager), 'allow'],
  ['MS-5 the field is left open until there is a role', admin, 'user.invite', { change: { subaccountIds: ['north'] }, draft: true }, 'allow open: change.fields, change.roleId'],

  ['MS-6 an admin sees the data of any sub-account', admin, 'subaccount.view-data', south, 'allow'],
  ['MS-6 and enters any', admin, 'subaccount.enter', south, 'allow'],
  ['MS-6 sees all users', admin, 'user.view', { to: stranger }, 'allow'],
  ['MS-6 makes a manager an admin', admin, 'user.change-role', role(manager, 'admin'), 'allow'],
  ['MS-6 there is no ownership to hand over', admin, 'user.transfer-ownership', { to: otherAdmin }, 'messaging/no-ownership'],
  ['MS-6 nor to exchange with an admin', superuser, 'user.transfer-ownership', { to: colleague }, 'messaging/no-ownership'],
  ['MS-6 an admin defines roles', admin, 'role.create', {}, 'allow'],
  ['MS-6 nobody else does', superuser, 'role.edit', {}, 'messaging/admins-only'],
  ['MS-6 nor unlinks people by their type', superuser, 'account.unlink-type', { to: admin, change: { fromType: 'x' } }, 'messaging/admins-only'],
  ['MS-6 nor takes rights away', superuser, 'role.restrict', { to: admin, change: { rights: ['user.list'] } }, 'messaging/admins-only'],
  ['MS-7 a manager sees the data of their own', manager, 'subaccount.view-data', north, 'allow'],
  ['MS-7 not that of another', manager, 'subaccount.view-data', south, 'messaging/own-data'],
  ['MS-7 nor does a role of the host’s own', superuser, 'subaccount.view-data', south, 'messaging/own-data'],
  ['MS-7 nor takes any of it along', superuser, 'subaccount.export', south, 'messaging/own-data'],
  ['MS-7 nor all of it', superuser, 'subaccount.export', {}, 'messaging/own-data'],
  ['MS-7 its own it may', superuser, 'subaccount.export', north, 'allow'],

  ['MS-8 a manager adds a manager to their own', manager, 'user.invite', add('manager', 'north'), 'allow'],
  ['MS-8 no admin', manager, 'user.invite', add('admin'), 'messaging/managers-add-managers'],
  ['MS-8 nobody of the host’s own roles', manager, 'user.invite', add('superuser', 'north'), 'messaging/managers-add-managers'],
  ['MS-8 not to another', manager, 'user.invite', add('manager', 'south'), 'messaging/into-own-subaccount'],
  ['MS-8 nor makes a manager an admin', manager, 'user.change-role', role(colleague, 'admin'), 'messaging/managers-add-managers'],
  ['MS-8 least of all themselves', manager, 'user.change-role', role(manager, 'admin'), 'messaging/managers-add-managers'],
  ['MS-8 nor moves one away', manager, 'user.assign-subaccounts', into(colleague, 'south'), 'messaging/into-own-subaccount'],
  ['MS-8 nor away with a role', manager, 'user.change-role', role(colleague, 'manager', 'south'), 'messaging/into-own-subaccount'],
  ['MS-8 nor out of all', manager, 'user.assign-subaccounts', into(colleague), 'messaging/one-subaccount-stays'],
  ['MS-8 nor themselves', manager, 'user.assign-subaccounts', into(manager, 'south'), 'messaging/into-own-subaccount'],
  ['MS-8 a superuser makes no admin', superuser, 'user.change-role', role(colleague, 'admin'), 'messaging/managers-add-managers'],

  ['MS-9 a manager opens the users', manager, 'user.list', {}, 'allow'],
  ['MS-9 sees those of their own', manager, 'user.view', { to: colleague }, 'allow'],
  ['MS-9 not those of another', manager, 'user.view', { to: stranger }, 'messaging/own-people'],
  ['MS-9 nor an admin', manager, 'user.view', { to: admin }, 'messaging/own-people'],
  ['MS-9 nor one who was a manager there', manager, 'user.view', { to: formerManager }, 'messaging/own-people'],
  ['MS-9 a role of the host’s own sees those of its own', analyst, 'user.view', { to: stranger }, 'allow'],
  ['MS-10 a manager edits a colleague', manager, 'user.edit', { to: colleague, change: { fields: ['firstName', 'email'] } }, 'allow'],
  ['MS-10 keeps them a manager', manager, 'user.change-role', role(colleague, 'manager'), 'allow'],
  ['MS-10 edits nobody of another', manager, 'user.edit', { to: stranger, change: { fields: ['firstName'] } }, 'messaging/own-people'],
  ['MS-10 nor an admin who was a manager there', manager, 'user.edit', { to: formerManager, change: { fields: ['password'] } }, 'messaging/own-people'],
  ['MS-10 a role is no field', manager, 'user.edit', { to: colleague, change: { fields: ['roleId'] } }, 'messaging/profile-only'],
  ['MS-10 nor a sub-account, and not at the start either', manager, 'user.invite', { change: { roleId: 'manager', subaccountIds: ['north'], fields: ['subaccountIds'] } }, 'messaging/profile-only'],
  ['MS-10 an admin edits anyone', admin, 'user.edit', { to: stranger, change: { fields: ['lastName'] } }, 'allow'],
  ['MS-10 a superuser deletes nobody of another', superuser, 'user.delete', { to: stranger }, 'messaging/own-people'],
  ['MS-10 nor sends their invitation', superuser, 'invitation.resend', { to: invitedElsewhere }, 'messaging/own-people'],
  ['MS-10 sends those of its own', superuser, 'invitation.resend', { to: invited }, 'allow'],
  ['MS-10 not to who accepted', admin, 'invitation.resend', { to: manager }, 'messaging/not-pending'],

  ['MS-12 an admin configures an inbox of one sub-account', admin, 'inbox.configure', north, 'allow'],
  ['MS-12 which has to be chosen first', admin, 'inbox.configure', {}, 'unknown: target'],
  ['MS-12 a manager those of their own', manager, 'inbox.configure', north, 'allow'],
  ['MS-12 not those of another', manager, 'inbox.configure', south, 'messaging/own-data'],
  ['MS-13 a manager is in their own', manager, 'subaccount.enter', north, 'allow'],
  ['MS-13 and in no other', manager, 'subaccount.enter', south, 'messaging/own-data'],
];

truthTable({
  document: messaging,
  roles: [
    {
      id: 'analyst',
      permissions: ['user.list', 'user.view', 'subaccount.list', 'subaccount.view-data'],
    },
    { id: 'superuser', permissions: ['*'] },
  ],
  account: {},
  rows,
  acts: [
    [
      'MS-9 who was moved away just now is nobody’s own any more',
      [
        ['an admin moves one', admin, 'user.assign-subaccounts', into(colleague, 'south'), 'allow'],
        ['a manager loses sight', manager, 'user.view', { to: colleague }, 'messaging/own-people'],
        ['another admin is made', admin, 'user.change-role', role(stranger, 'admin'), 'allow'],
        ['who sees everything', stranger, 'subaccount.view-data', north, 'allow'],
      ],
    ],
  ],
});
