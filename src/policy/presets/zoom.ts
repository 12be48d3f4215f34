import type { Condition, PolicyDocument } from '../document.ts';

// An owner, admins who manage everyone else, members who manage nobody. A custom role is held to whatever
// its holder is not exempt from by being owner (or admin) as well.
const byOwner: Condition = { fact: 'actor.roleIds', overlaps: ['owner'] };
const ofOwner: Condition = { fact: 'target.roleIds', overlaps: ['owner'] };
const ofAdmin: Condition = { fact: 'target.roleIds', overlaps: ['admin'] };
const isMember: Condition = { fact: 'actor.roleIds', within: ['member'] };

const zoom: PolicyDocument = {
  format: 1,
  id: 'zoom',
  roles: [
    { id: 'owner', rank: 30, permissions: ['*'] },
    {
      id: 'admin',
      rank: 20,
      permissions: ['*'],
      // ZM-20: roles are the owner's, or a custom role's that is given them.
      except: [
        'user.change-role',
        'user.transfer-ownership',
        'role.create',
        'role.edit',
        'role.delete',
        'organization.delete',
      ],
    },
    // ZM-11: parts of their own profile, nothing else.
    { id: 'member', rank: 10, permissions: ['user.edit'] },
  ],
  seats: [
    // ZM-8
    {
      id: 'zoom/licence',
      actions: ['user.invite', 'user.change-type', 'account.convert-type'],
      pool: 'change.userType',
      among: ['licensed'],
    },
    // ZM-10: whichever add-ons the host has.
    { id: 'zoom/addon', actions: ['user.invite', 'user.assign-addon'], pool: 'change.addons' },
  ],
  rules: [
    // ZM-1
    {
      id: 'zoom/plan',
      rank: 20,
      actions: [
        'user.*',
        'invitation.*',
        'account.*',
        'group.*',
        'attribute.*',
        'role.*',
        'contact.*',
      ],
      when: {
        not: {
          any: [
            { fact: 'account.plan', in: ['pro', 'business', 'education', 'enterprise'] },
            {
              all: [
                { fact: 'account.plan', is: 'free' },
                { fact: 'account.features', overlaps: ['card-on-file'] },
              ],
            },
            // ZM-11: a member's own profile is nobody's management.
            { all: [isMember, { fact: 'self', is: true }] },
          ],
        },
      },
      reason: { key: 'needsPlan' },
      remedy: { kind: 'first', action: 'plan.change' },
    },
    // There is exactly one owner, who stays.
    {
      id: 'zoom/owner-stays',
      rank: 10,
      actions: [
        'user.change-role',
        'user.set-expiry',
        'user.suspend',
        'user.deactivate',
        'user.unlink',
        'user.delete',
        'user.transfer-ownership',
        'role.restrict',
      ],
      when: ofOwner,
      reason: { key: 'roleStays', params: { role: 'owner' } },
    },
    {
      id: 'zoom/owner-never-leaves',
      actions: ['user.leave'],
      when: byOwner,
      reason: { key: 'roleStays', params: { role: 'owner' } },
      remedy: { kind: 'first', action: 'user.transfer-ownership' },
    },
    {
      id: 'zoom/one-owner',
      rank: 10,
      actions: ['user.invite', 'user.change-role'],
      when: { fact: 'change.roleId', is: 'owner' },
      reason: { key: 'exactlyOneRole', params: { role: 'owner' } },
    },
    {
      id: 'zoom/owner-hands-over',
      actions: ['user.transfer-ownership'],
      when: { not: byOwner },
      reason: { key: 'noPermission' },
      remedy: { kind: 'ask' },
    },
    {
      id: 'zoom/active-owner',
      actions: ['user.transfer-ownership'],
      when: { not: { fact: 'target.status', is: 'active' } },
      reason: { key: 'roleMin', params: { role: 'owner', min: 1 } },
    },
    // ZM-6, ZM-7, ZM-21
    {
      id: 'zoom/owner-makes-admins',
      actions: ['user.invite', 'user.change-role'],
      when: { all: [{ not: byOwner }, { fact: 'change.roleId', is: 'admin' }] },
      reason: { key: 'exceptRole', params: { role: 'admin' } },
      remedy: { kind: 'ask' },
    },
    // ZM-6: to remove an admin, or to bring one back, is to make one too. A copied link could be used by anyone.
    {
      id: 'zoom/owner-touches-admins',
      actions: [
        'user.change-role',
        'user.set-expiry',
        'user.suspend',
        'user.reactivate',
        'user.deactivate',
        'user.unlink',
        'user.delete',
        'invitation.revoke',
        'invitation.copy-link',
        'role.restrict',
        'role.unrestrict',
      ],
      when: { all: [{ not: byOwner }, ofAdmin] },
      reason: { key: 'exceptRole', params: { role: 'admin' } },
      remedy: { kind: 'ask' },
    },
    // ZM-7, ZM-20: who adds people hands out no role that is more than their own.
    {
      id: 'zoom/give-own-role',
      actions: ['user.invite'],
      when: {
        not: {
          any: [
            byOwner,
            { fact: 'change.roleId', is: 'member' },
            { fact: 'change.roleId', in: { fact: 'actor.roleIds' } },
          ],
        },
      },
      reason: { key: 'onlyRole', params: { role: 'member' } },
      remedy: { kind: 'ask' },
    },
    // ZM-6: nor does anyone give themselves another one.
    {
      id: 'zoom/not-own-role',
      actions: ['user.change-role'],
      when: { fact: 'self', is: true },
      reason: { key: 'notYourself' },
      remedy: { kind: 'ask' },
    },
    // Whoever sets these can become that person.
    {
      id: 'zoom/credentials',
      actions: ['user.edit'],
      when: {
        all: [
          { any: [ofOwner, ofAdmin] },
          { not: { any: [byOwner, { fact: 'self', is: true }] } },
          { fact: 'change.fields', overlaps: ['email', 'password'] },
        ],
      },
      reason: { key: 'exceptRole', params: { role: { fact: 'target.roleId' } } },
      remedy: { kind: 'ask' },
    },
    // ZM-11
    {
      id: 'zoom/members-edit-themselves',
      actions: ['user.edit'],
      when: { all: [isMember, { fact: 'self', is: false }] },
      reason: { key: 'ownField' },
      remedy: { kind: 'ask' },
    },
    {
      id: 'zoom/own-fields',
      actions: ['user.edit'],
      when: {
        all: [
          { fact: 'self', is: true },
          { not: { fact: 'actor.roleIds', overlaps: ['owner', 'admin'] } },
          { not: { fact: 'change.fields', within: ['department', 'jobTitle', 'location'] } },
        ],
      },
      reason: { key: 'ownField' },
      remedy: { kind: 'ask' },
    },
    // What a role or a licence is changed by has rules of its own; an edit is no way round them.
    {
      id: 'zoom/profile-only',
      actions: ['user.edit', 'user.invite'],
      when: {
        fact: 'change.fields',
        overlaps: ['roleId', 'roleIds', 'status', 'userType', 'addons', 'viaDomain', 'restricted'],
      },
      reason: { key: 'fixedField', params: { field: { fact: 'change.fields' } } },
    },
    // ZM-3, ZM-22: rooms are counted, nobody is one.
    {
      id: 'zoom/types',
      actions: [
        'user.invite',
        'user.change-type',
        'account.convert-type',
        'account.set-default-type',
      ],
      when: { not: { fact: 'change.userType', in: ['basic', 'licensed', 'on-prem'] } },
      reason: { key: 'notOffered' },
    },
    // ZM-9
    {
      id: 'zoom/on-prem',
      actions: [
        'user.invite',
        'user.change-type',
        'account.convert-type',
        'account.set-default-type',
      ],
      when: {
        all: [
          { fact: 'change.userType', is: 'on-prem' },
          { not: { fact: 'account.features', overlaps: ['meeting-connector'] } },
        ],
      },
      reason: { key: 'needsFeature', params: { feature: 'meeting-connector' } },
      remedy: { kind: 'buy', feature: 'meeting-connector' },
    },
    // ZM-12, ZM-26, ZM-27
    {
      id: 'zoom/groups',
      actions: ['user.assign-group', 'account.set-default-group', 'account.move-group'],
      when: { not: { fact: 'account.features', overlaps: ['groups', 'chat-groups'] } },
      reason: { key: 'needsFeature', params: { feature: 'groups' } },
      remedy: { kind: 'buy', feature: 'groups' },
    },
    // ZM-16, ZM-17
    {
      id: 'zoom/not-pending',
      actions: ['invitation.*'],
      when: { not: { fact: 'target.status', is: 'pending' } },
      reason: { key: 'notPending' },
    },
    // ZM-2, ZM-17, ZM-32: an invitation is revoked; it is not a user yet.
    {
      id: 'zoom/still-pending',
      actions: [
        'user.suspend',
        'user.reactivate',
        'user.deactivate',
        'user.unlink',
        'user.delete',
        'user.reset-password',
        'user.revoke-sessions',
      ],
      when: { fact: 'target.status', is: 'pending' },
      reason: { key: 'stillPending' },
      remedy: { kind: 'first', action: 'invitation.revoke' },
    },
    // ZM-23, ZM-24: asked of each person, the spared ones are skipped with the reason.
    {
      id: 'zoom/spare-admins',
      actions: ['account.convert-type', 'account.unlink-type'],
      when: { any: [ofOwner, ofAdmin] },
      reason: { key: 'exceptRole', params: { role: { fact: 'target.roleId' } } },
    },
    {
      id: 'zoom/only-this-type',
      actions: ['account.convert-type', 'account.unlink-type'],
      when: {
        all: [
          // Asked account-wide there is no person whose type could differ.
          { fact: 'target.roleIds', atLeast: 1 },
          { not: { fact: 'target.userType', in: { fact: 'change.fromType' } } },
        ],
      },
      reason: { key: 'onlyType', params: { type: { fact: 'change.fromType' } } },
    },
    {
      id: 'zoom/spare-domain',
      actions: ['account.unlink-type'],
      when: { fact: 'target.viaDomain', is: true },
      reason: { key: 'viaDomain' },
    },
    // ZM-28
    {
      id: 'zoom/five-attributes',
      actions: ['attribute.create'],
      when: { fact: 'account.customAttributes', atLeast: 5 },
      reason: { key: 'limit', params: { max: 5 } },
    },
  ],
};

export default zoom;
