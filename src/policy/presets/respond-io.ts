import type { Condition, PolicyDocument } from '../document.ts';

// Organisation admins, two kinds of admins with half of it each, and members who have the workspaces they
// were given. A custom role adds members only, and touches nobody above one.
const notOrgAdmin: Condition = { not: { fact: 'actor.roleIds', overlaps: ['org-admin'] } };
const admins = ['org-admin', 'billing-admin', 'user-admin'];

const respondIo: PolicyDocument = {
  format: 1,
  id: 'respond-io',
  roles: [
    // RI-2, RI-7
    { id: 'org-admin', rank: 40, min: 1, recommended: 2, permissions: ['*'] },
    // RI-3, RI-9
    {
      id: 'billing-admin',
      rank: 30,
      permissions: [
        'settings.open',
        'organization.view',
        'billing.*',
        'addon.*',
        'plan.change',
        'seat.buy',
        'subscription.manage',
        'user.list',
        'user.view',
        'subaccount.list',
        'subaccount.view-data',
        'subaccount.enter',
      ],
    },
    // RI-4, RI-6, RI-12, RI-13
    {
      id: 'user-admin',
      rank: 20,
      permissions: [
        'organization.view',
        'billing.view',
        'user.list',
        'user.view',
        'user.invite',
        'user.edit',
        'user.delete',
        'user.assign-subaccounts',
        'invitation.*',
        'subaccount.*',
      ],
      except: [
        'subaccount.buy',
        'subaccount.buy-addon',
        'subaccount.change-plan',
        'subaccount.resize',
      ],
    },
    // RI-5
    {
      id: 'member',
      rank: 10,
      permissions: ['subaccount.list', 'subaccount.view-data', 'subaccount.enter'],
    },
  ],
  // What the kit calls sub-accounts.
  messages: {
    en: {
      'field.subaccount': 'Workspaces',
      'area.subaccounts': 'Workspaces',
      'action.user.assign-subaccounts': 'Change workspaces',
      'panel.subaccounts.search': 'Search workspaces',
      'panel.subaccounts.none': 'No workspace matches.',
      'reason.ownSubaccount': 'You can do this only in your own workspaces.',
      'effect.loses-subaccounts': 'The person loses access to all workspaces.',
      'effect.closes-subaccounts': 'Workspaces and their data become inaccessible.',
    },
    fr: {
      'field.subaccount': 'Espaces de travail',
      'area.subaccounts': 'Espaces de travail',
      'action.user.assign-subaccounts': 'Changer les espaces de travail',
      'panel.subaccounts.search': 'Rechercher un espace de travail',
      'panel.subaccounts.none': 'Aucun espace de travail ne correspond.',
      'reason.ownSubaccount': 'Vous ne pouvez le faire que dans vos propres espaces de travail.',
      'effect.loses-subaccounts': 'La personne perd l’accès à tous les espaces de travail.',
      'effect.closes-subaccounts':
        'Les espaces de travail et leurs données deviennent inaccessibles.',
    },
  },
  effects: {
    // RI-15
    'user.delete': ['loses-subaccounts', 'unassigns-contacts'],
    // RI-18
    'subscription.cancel': [
      'closes-subaccounts',
      'drops-messages',
      'stops-workflows',
      'flags-deletion',
    ],
  },
  rules: [
    // RI-5
    {
      id: 'respond-io/own-workspaces',
      actions: ['subaccount.view-data', 'subaccount.enter', 'subaccount.export'],
      when: {
        not: {
          any: [
            { fact: 'actor.roleIds', overlaps: admins },
            { fact: 'target.id', in: { fact: 'actor.subaccountIds' } },
          ],
        },
      },
      reason: { key: 'ownSubaccount' },
      remedy: { kind: 'ask' },
    },
    // RI-6
    {
      id: 'respond-io/add-members',
      actions: ['user.invite'],
      when: { all: [notOrgAdmin, { not: { fact: 'change.roleId', is: 'member' } }] },
      reason: { key: 'onlyRole', params: { role: 'member' } },
      remedy: { kind: 'ask' },
    },
    // RI-13: it takes an organisation admin to make, unmake or move any admin, or to give a role not one's own.
    {
      id: 'respond-io/promote',
      actions: ['user.change-role'],
      when: {
        all: [
          notOrgAdmin,
          {
            any: [
              { fact: 'change.roleId', in: admins },
              {
                not: {
                  any: [
                    { fact: 'change.roleId', is: 'member' },
                    { fact: 'change.roleId', in: { fact: 'actor.roleIds' } },
                  ],
                },
              },
              { fact: 'target.roleIds', overlaps: admins },
            ],
          },
        ],
      },
      reason: { key: 'onlyRole', params: { role: 'member' } },
      remedy: { kind: 'ask' },
    },
    {
      id: 'respond-io/not-own-role',
      actions: ['user.change-role'],
      when: { all: [notOrgAdmin, { fact: 'self', is: true }] },
      reason: { key: 'notYourself' },
      remedy: { kind: 'ask' },
    },
    // RI-13: a copied link could be used by anyone.
    {
      id: 'respond-io/remove-members',
      actions: [
        'user.delete',
        'user.unlink',
        'user.set-expiry',
        'user.suspend',
        'user.reactivate',
        'user.deactivate',
        'invitation.revoke',
        'invitation.copy-link',
      ],
      when: { all: [notOrgAdmin, { not: { fact: 'target.roleIds', within: ['member'] } }] },
      reason: { key: 'onlyRole', params: { role: 'member' } },
      remedy: { kind: 'ask' },
    },
    // RI-14
    {
      id: 'respond-io/not-yourself',
      rank: 10,
      actions: ['user.delete', 'user.unlink', 'user.set-expiry', 'user.suspend', 'user.deactivate'],
      when: { fact: 'self', is: true },
      reason: { key: 'notYourself' },
      remedy: { kind: 'ask' },
    },
    {
      id: 'respond-io/nobody-leaves',
      actions: ['user.leave'],
      when: true,
      reason: { key: 'notYourself' },
    },
    // RI-6, RI-12: whoever hands out workspaces without being an admin of users has only their own.
    {
      id: 'respond-io/give-own-workspaces',
      actions: ['user.invite', 'user.change-role', 'user.assign-subaccounts'],
      when: {
        not: {
          any: [
            { fact: 'actor.roleIds', overlaps: ['org-admin', 'user-admin'] },
            { fact: 'change.subaccountIds', within: { fact: 'actor.subaccountIds' } },
          ],
        },
      },
      reason: { key: 'ownSubaccount' },
      remedy: { kind: 'ask' },
    },
    // RI-11: of that step alone; for more there is the workspace itself.
    {
      id: 'respond-io/ten-workspaces',
      actions: ['user.invite'],
      when: { not: { fact: 'change.subaccountIds', atMost: 10 } },
      reason: { key: 'limit', params: { max: 10 } },
      remedy: { kind: 'elsewhere', key: 'workspaces' },
    },
    // RI-16
    {
      id: 'respond-io/email-stays',
      actions: ['user.edit'],
      when: { fact: 'change.fields', overlaps: ['email'] },
      reason: { key: 'fixedField', params: { field: 'email' } },
      remedy: { kind: 'first', action: 'user.invite' },
    },
    {
      id: 'respond-io/profile-only',
      actions: ['user.edit', 'user.invite'],
      when: {
        fact: 'change.fields',
        overlaps: ['roleId', 'roleIds', 'status', 'subaccountIds', 'restricted'],
      },
      reason: { key: 'fixedField', params: { field: { fact: 'change.fields' } } },
    },
    // Whoever sets it can become that person.
    {
      id: 'respond-io/password',
      actions: ['user.edit'],
      when: {
        all: [
          notOrgAdmin,
          { fact: 'self', is: false },
          { fact: 'target.roleIds', overlaps: admins },
          { fact: 'change.fields', overlaps: ['password'] },
        ],
      },
      reason: { key: 'fixedField', params: { field: 'password' } },
      remedy: { kind: 'ask' },
    },
    // Nobody owns an account here alone, so there is nothing to hand over.
    {
      id: 'respond-io/no-ownership',
      actions: ['user.transfer-ownership'],
      when: true,
      reason: { key: 'noPermission' },
    },
    // Whoever defines roles, takes rights away or unlinks people by their type could get at anyone.
    {
      id: 'respond-io/admins-only',
      actions: ['role.*', 'account.*'],
      when: notOrgAdmin,
      reason: { key: 'noPermission' },
      remedy: { kind: 'ask' },
    },
    // RI-8
    {
      id: 'respond-io/not-pending',
      actions: ['invitation.*'],
      when: { not: { fact: 'target.status', is: 'pending' } },
      reason: { key: 'notPending' },
    },
    // RI-18
    {
      id: 'respond-io/cancelled',
      rank: 20,
      actions: ['*:write', 'subaccount.enter', 'subaccount.view-data', 'subaccount.export'],
      when: { fact: 'account.state', is: 'cancelled' },
      reason: { key: 'subscriptionCancelled' },
    },
    {
      id: 'respond-io/one-export',
      actions: ['subaccount.export'],
      when: { fact: 'account.runningExports', atLeast: 1 },
      reason: { key: 'runningExport' },
    },
  ],
};

export default respondIo;
