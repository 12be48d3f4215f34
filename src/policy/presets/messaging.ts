import type { Condition, PolicyDocument } from '../document.ts';

// Admins for the whole account, managers for one sub-account each. A custom role is held to its own
// sub-accounts, as a manager is.
const notAdmin: Condition = { not: { fact: 'actor.roleIds', overlaps: ['admin'] } };
const notOne: Condition = {
  not: {
    all: [
      { fact: 'change.subaccountIds', atLeast: 1 },
      { fact: 'change.subaccountIds', atMost: 1 },
    ],
  },
};

const messaging: PolicyDocument = {
  format: 1,
  id: 'messaging',
  roles: [
    // MS-6
    { id: 'admin', rank: 20, permissions: ['*'] },
    {
      id: 'manager',
      rank: 10,
      scope: 'subaccount',
      // MS-7 to MS-10, MS-12
      permissions: [
        'user.list',
        'user.view',
        'user.invite',
        'user.edit',
        'user.change-role',
        'user.assign-subaccounts',
        'subaccount.list',
        'subaccount.view-data',
        'subaccount.enter',
        'inbox.configure',
      ],
    },
  ],
  rules: [
    // MS-8
    {
      id: 'messaging/managers-add-managers',
      actions: ['user.invite', 'user.change-role'],
      when: { all: [notAdmin, { not: { fact: 'change.roleId', is: 'manager' } }] },
      reason: { key: 'onlyRole', params: { role: 'manager' } },
      remedy: { kind: 'ask' },
    },
    {
      id: 'messaging/into-own-subaccount',
      actions: ['user.invite', 'user.change-role', 'user.assign-subaccounts'],
      when: {
        all: [
          notAdmin,
          { not: { fact: 'change.subaccountIds', within: { fact: 'actor.subaccountIds' } } },
        ],
      },
      reason: { key: 'ownSubaccount' },
      remedy: { kind: 'ask' },
    },
    // MS-9, MS-10: an admin is nobody's own, not even one who was a manager before.
    {
      id: 'messaging/own-people',
      rank: 10,
      actions: ['user.*', 'invitation.*'],
      when: {
        all: [
          notAdmin,
          // Some of these are about nobody in particular.
          { fact: 'target.id', in: { fact: 'target.id' } },
          {
            any: [
              { fact: 'target.roleIds', overlaps: ['admin'] },
              { not: { fact: 'target.subaccountIds', overlaps: { fact: 'actor.subaccountIds' } } },
            ],
          },
        ],
      },
      reason: { key: 'ownSubaccount' },
      remedy: { kind: 'ask' },
    },
    // MS-4
    {
      id: 'messaging/one-subaccount',
      actions: ['user.invite'],
      when: { all: [{ fact: 'change.roleId', is: 'manager' }, notOne] },
      reason: { key: 'oneSubaccount' },
    },
    {
      id: 'messaging/one-subaccount-stays',
      actions: ['user.assign-subaccounts'],
      when: { all: [{ fact: 'target.roleIds', overlaps: ['manager'] }, notOne] },
      reason: { key: 'oneSubaccount' },
    },
    // An admin who becomes a manager is given one; a manager keeps theirs.
    {
      id: 'messaging/one-subaccount-with-role',
      actions: ['user.change-role'],
      when: {
        all: [
          { fact: 'change.roleId', is: 'manager' },
          notOne,
          {
            not: {
              all: [
                { fact: 'change.subaccountIds', atMost: 0 },
                { fact: 'target.roleIds', overlaps: ['manager'] },
              ],
            },
          },
        ],
      },
      reason: { key: 'oneSubaccount' },
    },
    // MS-5
    {
      id: 'messaging/admins-have-all',
      actions: ['user.invite', 'user.change-role'],
      when: {
        all: [
          { fact: 'change.roleId', is: 'admin' },
          { fact: 'change.subaccountIds', atLeast: 1 },
        ],
      },
      reason: { key: 'allSubaccounts', params: { role: 'admin' } },
    },
    {
      id: 'messaging/admins-keep-all',
      actions: ['user.assign-subaccounts'],
      when: {
        all: [
          { fact: 'target.roleIds', overlaps: ['admin'] },
          { fact: 'change.subaccountIds', atLeast: 1 },
        ],
      },
      reason: { key: 'allSubaccounts', params: { role: 'admin' } },
    },
    // MS-3
    {
      id: 'messaging/admins-edit-subaccounts',
      actions: [
        'subaccount.create',
        'subaccount.edit',
        'subaccount.resize',
        'subaccount.reassign',
        'subaccount.cancel',
        'subaccount.delete',
        'subaccount.resend-activation',
        'subaccount.buy',
        'subaccount.buy-addon',
        'subaccount.change-plan',
      ],
      when: notAdmin,
      reason: { key: 'noPermission' },
      remedy: { kind: 'ask' },
    },
    // MS-6, MS-7, MS-12, MS-13
    {
      id: 'messaging/own-data',
      actions: ['subaccount.view-data', 'subaccount.enter', 'subaccount.export', 'inbox.configure'],
      when: {
        all: [notAdmin, { not: { fact: 'target.id', in: { fact: 'actor.subaccountIds' } } }],
      },
      reason: { key: 'ownSubaccount' },
    },
    // Nobody owns an account here alone, so there is nothing to hand over.
    {
      id: 'messaging/no-ownership',
      actions: ['user.transfer-ownership'],
      when: true,
      reason: { key: 'noPermission' },
    },
    // Whoever defines roles, takes rights away or unlinks people by their type could get at anyone.
    {
      id: 'messaging/admins-only',
      actions: ['role.*', 'account.*'],
      when: notAdmin,
      reason: { key: 'noPermission' },
      remedy: { kind: 'ask' },
    },
    {
      id: 'messaging/profile-only',
      actions: ['user.edit', 'user.invite'],
      when: {
        fact: 'change.fields',
        overlaps: ['roleId', 'roleIds', 'status', 'subaccountIds', 'restricted'],
      },
      reason: { key: 'fixedField', params: { field: { fact: 'change.fields' } } },
    },
    {
      id: 'messaging/not-pending',
      actions: ['invitation.*'],
      when: { not: { fact: 'target.status', is: 'pending' } },
      reason: { key: 'notPending' },
    },
  ],
};

export default messaging;
