import type { ActionPattern, Condition, PolicyDocument } from '../../policy/index.ts';
import { MESSAGES } from './messages.ts';

const byOwner: Condition = { fact: 'actor.roleIds', overlaps: ['owner'] };
const ofOwner: Condition = { fact: 'target.roleIds', overlaps: ['owner'] };
const pending: Condition = { fact: 'target.status', is: 'pending' };

/** What anybody who belongs to an organization may do. */
const MEMBER: readonly ActionPattern[] = ['user.list', 'user.view', 'user.leave'];

/** The statements `member`, `invitation`, `team` and `ac` of the default access control, in our vocabulary. */
const MANAGER: readonly ActionPattern[] = [
  ...MEMBER,
  'user.invite',
  'user.change-role',
  'user.unlink',
  'user.assign-group',
  'invitation.resend',
  'invitation.revoke',
  'group.*',
  'role.create',
  'role.edit',
  'role.delete',
  'organization.view',
  'organization.edit',
];

/**
 * What an organization of better-auth allows with its default roles: `owner`, `admin` and `member`. Only owners make owners
 * and touch them, and one of them has to stay. A host with roles of its own adds them:
 *
 * ```ts
 * const policy = { ...betterAuthPolicy, roles: [...betterAuthPolicy.roles, { id: 'billing', permissions: ['user.list', 'user.view'] }] };
 * ```
 */
export const betterAuthPolicy: PolicyDocument = {
  format: 1,
  id: 'better-auth',
  roles: [
    { id: 'owner', rank: 30, min: 1, permissions: [...MANAGER, 'organization.delete'] },
    { id: 'admin', rank: 20, permissions: MANAGER },
    { id: 'member', rank: 10, permissions: [...MEMBER, 'organization.view'] },
  ],
  rules: [
    {
      id: 'better-auth/owners-make-owners',
      actions: ['user.invite', 'user.change-role'],
      when: { all: [{ not: byOwner }, { fact: 'change.roleId', is: 'owner' }] },
      reason: { key: 'exceptRole', params: { role: 'owner' } },
      remedy: { kind: 'ask' },
    },
    // An invitation to be an owner can be cancelled by any admin who knows of it, but not sent again.
    {
      id: 'better-auth/owners-touch-owners',
      actions: ['user.change-role', 'user.unlink', 'invitation.resend'],
      when: { all: [{ not: byOwner }, ofOwner] },
      reason: { key: 'exceptRole', params: { role: 'owner' } },
      remedy: { kind: 'ask' },
    },
    // Invitations are shown to those who send them; whoever could see one to be an owner could pass it on.
    {
      id: 'better-auth/invitations-unseen',
      actions: ['user.view'],
      when: {
        all: [
          pending,
          {
            any: [
              { fact: 'actor.roleIds', within: ['member'] },
              { all: [{ not: byOwner }, ofOwner] },
            ],
          },
        ],
      },
      reason: { key: 'noPermission' },
      remedy: { kind: 'ask' },
    },
    {
      id: 'better-auth/not-pending',
      actions: ['invitation.*'],
      when: { not: pending },
      reason: { key: 'notPending' },
    },
    // An invitation has the role that it was sent with, also when it is sent again.
    {
      id: 'better-auth/still-pending',
      actions: ['user.change-role', 'user.unlink', 'user.assign-group'],
      when: pending,
      reason: { key: 'stillPending' },
      remedy: { kind: 'first', action: 'invitation.revoke' },
    },
  ],
  messages: MESSAGES,
};
