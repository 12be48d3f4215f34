import type { Condition, PolicyDocument } from '../document.ts';

// Admins, and users who hold products. A custom role makes no admin and touches none.
const notAdmin: Condition = { not: { fact: 'actor.roleIds', overlaps: ['account-admin'] } };
const isSelf: Condition = { fact: 'self', is: true };

const logmein: PolicyDocument = {
  format: 1,
  id: 'logmein',
  roles: [
    // LM-2, LM-4, LM-7, LM-8, LM-12
    { id: 'account-admin', rank: 20, permissions: ['*'] },
    // LM-5, LM-11
    { id: 'user', rank: 10, permissions: ['billing.view', 'user.view-recordings'] },
  ],
  seats: [
    // LM-4, LM-8: whichever products there are.
    {
      id: 'logmein/product-seat',
      actions: ['user.invite', 'user.assign-product'],
      pool: 'change.products',
    },
  ],
  rules: [
    // LM-3
    {
      id: 'logmein/owned-fields',
      actions: ['user.edit'],
      when: { fact: 'change.fields', overlaps: { fact: 'target.ownedFields' } },
      reason: { key: 'ownedField' },
      remedy: { kind: 'elsewhere', key: 'provisioning' },
    },
    // LM-5
    {
      id: 'logmein/billing-contact',
      actions: ['billing.*'],
      when: { fact: 'actor.billingContact', is: false },
      reason: { key: 'billingContactOnly' },
    },
    // LM-9: neither changed nor reset by anyone else.
    {
      id: 'logmein/own-password',
      actions: ['user.reset-password'],
      when: { not: isSelf },
      reason: { key: 'fixedField', params: { field: 'password' } },
      remedy: { kind: 'elsewhere', key: 'own-password' },
    },
    {
      id: 'logmein/password-stays',
      actions: ['user.edit'],
      when: { all: [{ not: isSelf }, { fact: 'change.fields', overlaps: ['password'] }] },
      reason: { key: 'fixedField', params: { field: 'password' } },
      remedy: { kind: 'elsewhere', key: 'own-password' },
    },
    {
      id: 'logmein/profile-only',
      actions: ['user.edit', 'user.invite'],
      when: {
        fact: 'change.fields',
        overlaps: ['roleId', 'roleIds', 'status', 'products', 'ownedFields', 'billingContact'],
      },
      reason: { key: 'fixedField', params: { field: { fact: 'change.fields' } } },
    },
    // LM-10
    {
      id: 'logmein/listed-sessions',
      actions: ['user.list-sessions'],
      when: { not: { fact: 'change.kind', in: ['meeting', 'training'] } },
      reason: { key: 'notOffered' },
    },
    // LM-11
    {
      id: 'logmein/own-recordings',
      actions: ['user.view-recordings'],
      when: { not: isSelf },
      reason: { key: 'onlyHolder' },
    },
    // A role that helps out gives nobody more than it has, itself included, and gets at no admin.
    {
      id: 'logmein/give-own-role',
      actions: ['user.invite', 'user.change-role'],
      when: {
        not: {
          any: [
            { fact: 'actor.roleIds', overlaps: ['account-admin'] },
            { fact: 'change.roleId', is: 'user' },
            { fact: 'change.roleId', in: { fact: 'actor.roleIds' } },
          ],
        },
      },
      reason: { key: 'onlyRole', params: { role: 'user' } },
      remedy: { kind: 'ask' },
    },
    {
      id: 'logmein/admins-touch-admins',
      actions: [
        'user.edit',
        'user.change-role',
        'user.set-expiry',
        'user.suspend',
        'user.reactivate',
        'user.deactivate',
        'user.unlink',
        'user.delete',
        'invitation.revoke',
        'invitation.copy-link',
      ],
      when: {
        all: [notAdmin, { fact: 'target.roleIds', overlaps: ['account-admin'] }],
      },
      reason: { key: 'exceptRole', params: { role: 'account-admin' } },
      remedy: { kind: 'ask' },
    },
    // Nobody owns an account here alone, so there is nothing to hand over.
    {
      id: 'logmein/no-ownership',
      actions: ['user.transfer-ownership'],
      when: true,
      reason: { key: 'noPermission' },
    },
    // Whoever defines roles, takes rights away or unlinks people by their type could get at anyone.
    {
      id: 'logmein/admins-only',
      actions: ['role.*', 'account.*'],
      when: notAdmin,
      reason: { key: 'noPermission' },
      remedy: { kind: 'ask' },
    },
    {
      id: 'logmein/not-pending',
      actions: ['invitation.*'],
      when: { not: { fact: 'target.status', is: 'pending' } },
      reason: { key: 'notPending' },
    },
  ],
};

export default logmein;
