import type { Person } from '../../src/domain/index.ts';
import respondIo from '../../src/policy/presets/respond-io.ts';
import { truthTable, type Row } from './table.ts';

const person = (id: string, roleId: string, more: Partial<Person> = {}): Person => ({
  id,
  roleId,
  status: 'active',
  subaccountIds: ['w1'],
  ...more,
});

const orgAdmin = person('ola', 'org-admin');
const otherOrgAdmin = person('oto', 'org-admin');
const billing = person('bea', 'billing-admin');
const userAdmin = person('ugo', 'user-admin');
const otherUserAdmin = person('una', 'user-admin');
const member = person('mia', 'member');
const gone = person('gil', 'member', { status: 'deactivated' });
const goneAdmin = person('gus', 'user-admin', { status: 'deactivated' });
const invited = person('ivo', 'member', { status: 'pending' });
const invitedAdmin = person('ina', 'org-admin', { status: 'pending' });
const both = person('bo', 'member', { roleIds: ['member', 'org-admin'] });
// A host's own roles: who looks after a team, and who may do everything.
const lead = person('lea', 'lead');
const superuser = person('sue', 'superuser');

const add = (roleId: string, ...subaccountIds: string[]) => ({ change: { roleId, subaccountIds } });
const role = (to: Person, roleId: string) => ({ to, change: { roleId } });
const into = (to: Person, ...subaccountIds: string[]) => ({ to, change: { subaccountIds } });
const edit = (to: Person, ...fields: string[]) => ({ to, change: { fields } });
const own = { to: { id: 'w1', parentId: null } };
const other = { to: { id: 'w2', parentId: null } };
const cancelled = { account: { state: 'cancelled' as const } };
const lastOne = { account: { roleCounts: { 'org-admin': 1 } } };
const eleven = Array.from({ length: 11 }, (_, i) => `w${i}`);

// prettier-ignore
const rows: Row[] = [
  ['RI-1 an org admin opens the users', orgAdmin, 'user.list', {}, 'allow'],
  ['RI-1 a billing admin does', billing, 'user.list', {}, 'allow'],
  ['RI-1 a user admin does', userAdmin, 'user.list', {}, 'allow'],
  ['RI-1 a member has no access', member, 'user.list', {}, 'builtin/no-permission'],

  ['RI-2 an org admin opens all settings', orgAdmin, 'settings.open', {}, 'allow'],
  ['RI-2 edits the organisation', orgAdmin, 'organization.edit', {}, 'allow'],
  ['RI-2 manages billing', orgAdmin, 'billing.manage', {}, 'allow'],
  ['RI-2 cancels the subscription', orgAdmin, 'subscription.cancel', {}, 'allow'],
  ['RI-2 deletes the organisation', orgAdmin, 'organization.delete', {}, 'allow'],
  ['RI-2 sees any workspace', orgAdmin, 'subaccount.view-data', other, 'allow'],
  ['RI-2 alone it belongs to nobody', orgAdmin, 'user.transfer-ownership', { to: member }, 'respond-io/no-ownership'],
  ['RI-2 nobody takes the place of an org admin', superuser, 'user.transfer-ownership', { to: orgAdmin }, 'respond-io/no-ownership'],
  ['RI-2 an org admin defines roles', orgAdmin, 'role.create', {}, 'allow'],
  ['RI-2 nobody else does', superuser, 'role.edit', {}, 'respond-io/admins-only'],
  ['RI-2 nor unlinks people by their type', superuser, 'account.unlink-type', { to: orgAdmin, change: { fromType: 'x' } }, 'respond-io/admins-only'],
  ['RI-2 nor takes rights away', superuser, 'role.restrict', { to: orgAdmin, change: { rights: ['user.list'] } }, 'respond-io/admins-only'],

  ['RI-3 a billing admin opens all settings', billing, 'settings.open', {}, 'allow'],
  ['RI-3 views the organisation', billing, 'organization.view', {}, 'allow'],
  ['RI-3 does not edit it', billing, 'organization.edit', {}, 'builtin/no-permission'],
  ['RI-3 views billing', billing, 'billing.view', {}, 'allow'],
  ['RI-3 manages it', billing, 'billing.manage', {}, 'allow'],
  ['RI-3 views any user', billing, 'user.view', { to: member }, 'allow'],
  ['RI-3 lists the workspaces', billing, 'subaccount.list', {}, 'allow'],
  ['RI-3 views any', billing, 'subaccount.view-data', other, 'allow'],
  ['RI-3 enters any', billing, 'subaccount.enter', other, 'allow'],
  ['RI-3 edits none', billing, 'subaccount.edit', own, 'builtin/no-permission'],
  ['RI-3 manages the subscription', billing, 'subscription.manage', {}, 'allow'],
  ['RI-3 changes the plan', billing, 'plan.change', {}, 'allow'],
  ['RI-3 looks at what it can be extended by', billing, 'addon.view', {}, 'allow'],
  ['RI-3 buys seats', billing, 'seat.buy', {}, 'allow'],
  ['RI-3 does not cancel it', billing, 'subscription.cancel', {}, 'builtin/no-permission'],
  ['RI-3 nor deletes the organisation', billing, 'organization.delete', {}, 'builtin/no-permission'],

  ['RI-4 a user admin views the organisation', userAdmin, 'organization.view', {}, 'allow'],
  ['RI-4 and billing', userAdmin, 'billing.view', {}, 'allow'],
  ['RI-4 does not manage it', userAdmin, 'billing.manage', {}, 'builtin/no-permission'],
  ['RI-4 views any user', userAdmin, 'user.view', { to: orgAdmin }, 'allow'],
  ['RI-4 edits users', userAdmin, 'user.edit', edit(member, 'firstName'), 'allow'],
  ['RI-4 manages all workspaces', userAdmin, 'subaccount.edit', other, 'allow'],
  ['RI-4 adds one', userAdmin, 'subaccount.create', {}, 'allow'],
  ['RI-4 sees any', userAdmin, 'subaccount.view-data', other, 'allow'],
  ['RI-4 buys none', userAdmin, 'subaccount.buy', {}, 'builtin/no-permission'],
  ['RI-4 nor a larger one', userAdmin, 'subaccount.resize', own, 'builtin/no-permission'],
  ['RI-4 nor anything for one', userAdmin, 'subaccount.buy-addon', own, 'builtin/no-permission'],
  ['RI-4 nor another plan', userAdmin, 'subaccount.change-plan', own, 'builtin/no-permission'],
  ['RI-4 does not open all settings', userAdmin, 'settings.open', {}, 'builtin/no-permission'],
  ['RI-4 nor manages the subscription', userAdmin, 'subscription.manage', {}, 'builtin/no-permission'],
  ['RI-4 nor cancels it', userAdmin, 'subscription.cancel', {}, 'builtin/no-permission'],
  ['RI-4 nor deletes the organisation', userAdmin, 'organization.delete', {}, 'builtin/no-permission'],

  ['RI-5 a member has no settings', member, 'settings.open', {}, 'builtin/no-permission'],
  ['RI-5 lists their workspaces', member, 'subaccount.list', {}, 'allow'],
  ['RI-5 is in those they were given', member, 'subaccount.enter', own, 'allow'],
  ['RI-5 and sees what is there', member, 'subaccount.view-data', own, 'allow'],
  ['RI-5 not in others', member, 'subaccount.enter', other, 'respond-io/own-workspaces'],
  ['RI-5 nor sees what is there', member, 'subaccount.view-data', other, 'respond-io/own-workspaces'],
  ['RI-5 nor does a role of the host’s own', superuser, 'subaccount.export', other, 'respond-io/own-workspaces'],

  ['RI-6 a user admin adds a member', userAdmin, 'user.invite', add('member', 'w2'), 'allow'],
  ['RI-6 no user admin', userAdmin, 'user.invite', add('user-admin'), 'respond-io/add-members'],
  ['RI-6 nor an org admin', userAdmin, 'user.invite', add('org-admin'), 'respond-io/add-members'],
  ['RI-6 an org admin adds any', orgAdmin, 'user.invite', add('org-admin'), 'allow'],
  ['RI-6 a lead adds members too', lead, 'user.invite', add('member', 'w1'), 'allow'],
  ['RI-6 no superuser', lead, 'user.invite', add('superuser'), 'respond-io/add-members'],
  ['RI-6 nor anyone to other workspaces than their own', lead, 'user.invite', add('member', 'w2'), 'respond-io/give-own-workspaces'],
  ['RI-6 a billing admin adds nobody', billing, 'user.invite', add('member'), 'builtin/no-permission'],

  ['RI-7 the last org admin is not demoted', orgAdmin, 'user.change-role', { ...role(orgAdmin, 'member'), ...lastOne }, 'org-admin/min'],
  ['RI-7 nor deleted', otherOrgAdmin, 'user.delete', { to: orgAdmin, ...lastOne }, 'org-admin/min'],
  ['RI-7 nor suspended', orgAdmin, 'user.suspend', { to: otherOrgAdmin, ...lastOne }, 'org-admin/min'],
  ['RI-7 nor deactivated', orgAdmin, 'user.deactivate', { to: otherOrgAdmin, ...lastOne }, 'org-admin/min'],
  ['RI-7 one of two is', orgAdmin, 'user.delete', { to: otherOrgAdmin }, 'allow'],
  ['RI-7 how many there are has to be known', orgAdmin, 'user.delete', { to: otherOrgAdmin, without: ['roleCounts'] }, 'unknown: account.roleCounts'],
  ['RI-7 of a member it makes no difference', orgAdmin, 'user.delete', { to: member, without: ['roleCounts'] }, 'allow'],
  ['RI-7 who was only invited is none', orgAdmin, 'user.delete', { to: invitedAdmin, ...lastOne }, 'allow'],
  ['RI-7 the last one stays one with another role beside', orgAdmin, 'user.change-role', { ...role(both, 'member'), ...lastOne }, 'org-admin/min'],

  ['RI-9 a billing admin edits nobody', billing, 'user.edit', edit(member, 'firstName'), 'builtin/no-permission'],
  ['RI-9 nor deletes anybody', billing, 'user.delete', { to: member }, 'builtin/no-permission'],
  ['RI-8 who has not accepted is reminded', userAdmin, 'invitation.resend', { to: invited }, 'allow'],
  ['RI-8 who has is not', userAdmin, 'invitation.resend', { to: member }, 'respond-io/not-pending'],

  ['RI-11 ten workspaces', userAdmin, 'user.invite', add('member', ...eleven.slice(1)), 'allow'],
  ['RI-11 not eleven', userAdmin, 'user.invite', add('member', ...eleven), 'respond-io/ten-workspaces'],
  ['RI-11 later eleven too', userAdmin, 'user.assign-subaccounts', into(member, ...eleven), 'allow'],

  ['RI-12 a user admin changes the workspaces of a member', userAdmin, 'user.assign-subaccounts', into(member, 'w2'), 'allow'],
  ['RI-12 and of an org admin', userAdmin, 'user.assign-subaccounts', into(orgAdmin, 'w2'), 'allow'],
  ['RI-12 a billing admin does not', billing, 'user.assign-subaccounts', into(member, 'w2'), 'builtin/no-permission'],
  ['RI-12 a lead gives their own', lead, 'user.assign-subaccounts', into(member, 'w1'), 'allow'],
  ['RI-12 no other', lead, 'user.assign-subaccounts', into(member, 'w2'), 'respond-io/give-own-workspaces'],
  ['RI-12 nor themselves another', lead, 'user.assign-subaccounts', into(lead, 'w1', 'w2'), 'respond-io/give-own-workspaces'],

  ['RI-13 a user admin promotes nobody', userAdmin, 'user.change-role', role(member, 'user-admin'), 'builtin/no-permission'],
  ['RI-13 nor demotes anybody', userAdmin, 'user.change-role', role(otherUserAdmin, 'member'), 'builtin/no-permission'],
  ['RI-13 an org admin does both', orgAdmin, 'user.change-role', role(member, 'user-admin'), 'allow'],
  ['RI-13 a lead makes a member a lead', lead, 'user.change-role', role(member, 'lead'), 'allow'],
  ['RI-13 not an org admin', lead, 'user.change-role', role(member, 'org-admin'), 'respond-io/promote'],
  ['RI-13 nor anything beyond a lead', lead, 'user.change-role', role(member, 'superuser'), 'respond-io/promote'],
  ['RI-13 but takes it away again', lead, 'user.change-role', role(person('leo', 'lead'), 'member'), 'allow'],
  ['RI-13 who is a user admin beside makes no user admin', person('ull', 'lead', { roleIds: ['lead', 'user-admin'] }), 'user.change-role', role(member, 'user-admin'), 'respond-io/promote'],
  ['RI-13 nor an org admin a member', superuser, 'user.change-role', role(otherOrgAdmin, 'member'), 'respond-io/promote'],
  ['RI-13 nor themselves anything', lead, 'user.change-role', role(lead, 'superuser'), 'respond-io/not-own-role'],
  ['RI-13 nor gives workspaces that way', lead, 'user.change-role', { to: member, change: { roleId: 'lead', subaccountIds: ['w2'] } }, 'respond-io/give-own-workspaces'],
  ['RI-13 a user admin deletes a member', userAdmin, 'user.delete', { to: member }, 'allow'],
  ['RI-13 no user admin', userAdmin, 'user.delete', { to: otherUserAdmin }, 'respond-io/remove-members'],
  ['RI-13 nor a member who is more', userAdmin, 'user.delete', { to: both }, 'respond-io/remove-members'],
  ['RI-13 revokes the invitation of a member', userAdmin, 'invitation.revoke', { to: invited }, 'allow'],
  ['RI-13 not that of an org admin', userAdmin, 'invitation.revoke', { to: invitedAdmin }, 'respond-io/remove-members'],
  ['RI-13 nor copies its link', userAdmin, 'invitation.copy-link', { to: invitedAdmin }, 'respond-io/remove-members'],
  ['RI-13 a superuser suspends no admin', superuser, 'user.suspend', { to: userAdmin }, 'respond-io/remove-members'],
  ['RI-13 deactivates none', superuser, 'user.deactivate', { to: userAdmin }, 'respond-io/remove-members'],
  ['RI-13 unlinks none', superuser, 'user.unlink', { to: userAdmin }, 'respond-io/remove-members'],
  ['RI-13 puts an end to none', superuser, 'user.set-expiry', { to: userAdmin }, 'respond-io/remove-members'],
  ['RI-13 brings none back', superuser, 'user.reactivate', { to: goneAdmin }, 'respond-io/remove-members'],
  ['RI-13 brings a member back', superuser, 'user.reactivate', { to: gone }, 'allow'],
  ['RI-13 sets no password of an admin', userAdmin, 'user.edit', edit(orgAdmin, 'password'), 'respond-io/password'],
  ['RI-13 but their own', userAdmin, 'user.edit', edit(userAdmin, 'password'), 'allow'],
  ['RI-13 and a member’s', userAdmin, 'user.edit', edit(member, 'password'), 'allow'],
  ['RI-13 but edits the name of one', userAdmin, 'user.edit', edit(orgAdmin, 'firstName'), 'allow'],
  ['RI-13 an org admin sets that of another', orgAdmin, 'user.edit', edit(otherOrgAdmin, 'password'), 'allow'],
  ['RI-13 a role is no field', userAdmin, 'user.edit', edit(member, 'roleId'), 'respond-io/profile-only'],
  ['RI-13 not at the start either', userAdmin, 'user.invite', { change: { roleId: 'member', fields: ['roleIds'] } }, 'respond-io/profile-only'],

  ['RI-14 an org admin does not delete themselves', orgAdmin, 'user.delete', { to: orgAdmin }, 'respond-io/not-yourself'],
  ['RI-14 a user admin does not', userAdmin, 'user.delete', { to: userAdmin }, 'respond-io/not-yourself'],
  ['RI-14 nor unlink', orgAdmin, 'user.unlink', { to: orgAdmin }, 'respond-io/not-yourself'],
  ['RI-14 nor suspend', orgAdmin, 'user.suspend', { to: orgAdmin }, 'respond-io/not-yourself'],
  ['RI-14 nor put an end to it', orgAdmin, 'user.set-expiry', { to: orgAdmin }, 'respond-io/not-yourself'],
  ['RI-14 nor deactivate', orgAdmin, 'user.deactivate', { to: orgAdmin }, 'respond-io/not-yourself'],
  ['RI-14 nor leave', orgAdmin, 'user.leave', {}, 'respond-io/nobody-leaves'],
  ['RI-14 another org admin does', otherOrgAdmin, 'user.delete', { to: orgAdmin }, 'allow'],

  ['RI-16 an address stays as it is', orgAdmin, 'user.edit', edit(member, 'email'), 'respond-io/email-stays'],
  ['RI-16 a name does not', orgAdmin, 'user.edit', edit(member, 'lastName'), 'allow'],

  ['RI-18 after the cancellation nothing is changed', orgAdmin, 'user.invite', { ...add('member'), ...cancelled }, 'respond-io/cancelled'],
  ['RI-18 not even the subscription', orgAdmin, 'subscription.manage', cancelled, 'respond-io/cancelled'],
  ['RI-18 no workspace is entered', member, 'subaccount.enter', { ...own, ...cancelled }, 'respond-io/cancelled'],
  ['RI-18 nor looked into', member, 'subaccount.view-data', { ...own, ...cancelled }, 'respond-io/cancelled'],
  ['RI-18 nor exported', orgAdmin, 'subaccount.export', { ...own, ...cancelled }, 'respond-io/cancelled'],
  ['RI-18 the users are still seen', orgAdmin, 'user.list', cancelled, 'allow'],
  ['RI-18 the state has to be known', orgAdmin, 'user.invite', { ...add('member'), without: ['state'] }, 'unknown: account.state'],
  ['RI-18 data is exported', orgAdmin, 'subaccount.export', own, 'allow'],
  ['RI-18 one export at a time', orgAdmin, 'subaccount.export', { ...own, account: { runningExports: 1 } }, 'respond-io/one-export'],
];

truthTable({
  document: respondIo,
  roles: [
    {
      id: 'lead',
      permissions: [
        'user.list',
        'user.view',
        'user.invite',
        'user.change-role',
        'user.assign-subaccounts',
      ],
    },
    { id: 'superuser', permissions: ['*'] },
  ],
  account: {
    state: 'active',
    roleCounts: { 'org-admin': 2 },
    pendingRoleCounts: {},
    runningExports: 0,
  },
  rows,
  acts: [
    [
      'RI-7 of two org admins one may be demoted',
      [
        ['the first', orgAdmin, 'user.change-role', role(otherOrgAdmin, 'member'), 'allow'],
        ['the second', orgAdmin, 'user.change-role', role(orgAdmin, 'member'), 'org-admin/min'],
        ['a third comes', orgAdmin, 'user.change-role', role(member, 'org-admin'), 'allow'],
        ['now the second', orgAdmin, 'user.change-role', role(orgAdmin, 'member'), 'allow'],
        ['who is one no more', orgAdmin, 'user.invite', add('member'), 'builtin/no-permission'],
      ],
    ],
    [
      'RI-7 one who comes back counts again',
      [
        ['one goes', orgAdmin, 'user.suspend', { to: otherOrgAdmin }, 'allow'],
        ['the last does not', otherOrgAdmin, 'user.list', {}, 'builtin/not-active'],
        ['one comes back', orgAdmin, 'user.reactivate', { to: otherOrgAdmin }, 'allow'],
        ['and may do things again', otherOrgAdmin, 'user.delete', { to: orgAdmin }, 'allow'],
      ],
    ],
  ],
});
