import type { Condition, PolicyDocument } from '../document.ts';

// A host who owns the account, up to three people with a login of their own, and whoever is in an event by
// a link. A custom role is held to everything that only the host may do.
const notHost: Condition = { not: { fact: 'actor.roleIds', overlaps: ['host'] } };
const eventRoles = ['presenter', 'speaker', 'moderator'];

const clickmeeting: PolicyDocument = {
  format: 1,
  id: 'clickmeeting',
  roles: [
    { id: 'host', rank: 50, permissions: ['*'] },
    // CM-3, CM-4
    { id: 'multi-user', rank: 40, max: 3, permissions: ['*'] },
    // CM-7: in the room, as much as the host.
    { id: 'presenter', rank: 30, scope: 'event', permissions: ['event.*'] },
    // CM-9
    { id: 'speaker', rank: 20, scope: 'event', permissions: ['event.share'] },
    // CM-10
    {
      id: 'moderator',
      rank: 10,
      scope: 'event',
      permissions: ['event.moderate-chat', 'event.view-attendees'],
    },
  ],
  seats: [
    // CM-7, CM-9, CM-10, CM-11
    {
      id: 'clickmeeting/presenter-seat',
      actions: ['link.create'],
      pool: { name: 'presenter' },
      roles: eventRoles,
    },
    // CM-12
    {
      id: 'clickmeeting/subaccount-slot',
      actions: ['subaccount.create'],
      pool: { name: 'subaccount' },
    },
  ],
  rules: [
    // CM-1, CM-4, CM-8, CM-12, CM-13, CM-18
    {
      id: 'clickmeeting/host-only',
      actions: [
        'billing.*',
        'subscription.*',
        'addon.activate',
        'plan.change',
        'license.add',
        'seat.buy',
        'subaccount.*',
        'organization.delete',
        'role.*',
        'account.*',
        'user.transfer-ownership',
      ],
      when: notHost,
      reason: { key: 'noPermission' },
      remedy: { kind: 'ask' },
    },
    // CM-3
    {
      id: 'clickmeeting/host-gives-logins',
      rank: 5,
      actions: ['user.invite', 'user.change-role'],
      when: { all: [notHost, { fact: 'change.roleId', is: 'multi-user' }] },
      reason: { key: 'exceptRole', params: { role: 'multi-user' } },
      remedy: { kind: 'ask' },
    },
    // CM-3: to take one away, or to bring one back, is as much the host's. Credentials are each person's own.
    {
      id: 'clickmeeting/host-touches-logins',
      rank: 5,
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
      ],
      when: { all: [notHost, { fact: 'target.roleIds', overlaps: ['multi-user'] }] },
      reason: { key: 'exceptRole', params: { role: 'multi-user' } },
      remedy: { kind: 'ask' },
    },
    // A role of a host's own gives nobody more than it has, itself included.
    {
      id: 'clickmeeting/give-own-role',
      actions: ['user.invite', 'user.change-role'],
      when: {
        not: {
          any: [
            { fact: 'actor.roleIds', overlaps: ['host', 'multi-user'] },
            { fact: 'change.roleId', in: { fact: 'actor.roleIds' } },
          ],
        },
      },
      reason: { key: 'onlyRole', params: { role: { fact: 'actor.roleId' } } },
      remedy: { kind: 'ask' },
    },
    {
      id: 'clickmeeting/credentials',
      actions: ['user.edit'],
      when: {
        all: [
          notHost,
          { fact: 'self', is: false },
          { fact: 'change.fields', overlaps: ['email', 'password'] },
        ],
      },
      reason: { key: 'fixedField', params: { field: { fact: 'change.fields' } } },
      remedy: { kind: 'ask' },
    },
    {
      id: 'clickmeeting/profile-only',
      actions: ['user.edit', 'user.invite'],
      when: {
        fact: 'change.fields',
        overlaps: ['roleId', 'roleIds', 'status', 'subaccountIds', 'restricted'],
      },
      reason: { key: 'fixedField', params: { field: { fact: 'change.fields' } } },
    },
    // The host is one, and stays: CM-1, CM-2.
    {
      id: 'clickmeeting/host-stays',
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
      when: { fact: 'target.roleIds', overlaps: ['host'] },
      reason: { key: 'roleStays', params: { role: 'host' } },
    },
    {
      id: 'clickmeeting/host-never-leaves',
      actions: ['user.leave'],
      when: { fact: 'actor.roleIds', overlaps: ['host'] },
      reason: { key: 'roleStays', params: { role: 'host' } },
      remedy: { kind: 'first', action: 'user.transfer-ownership' },
    },
    {
      id: 'clickmeeting/one-host',
      rank: 10,
      actions: ['user.invite', 'user.change-role', 'link.create'],
      when: { fact: 'change.roleId', is: 'host' },
      reason: { key: 'exactlyOneRole', params: { role: 'host' } },
    },
    // Whoever takes the account over has a login of their own, and uses it.
    {
      id: 'clickmeeting/new-host',
      actions: ['user.transfer-ownership'],
      when: {
        not: {
          all: [
            { fact: 'target.roleIds', overlaps: ['multi-user'] },
            { fact: 'target.status', is: 'active' },
          ],
        },
      },
      reason: { key: 'onlyRole', params: { role: 'multi-user' } },
    },
    // CM-7, CM-9, CM-10: these come with a link, and nothing else does.
    {
      id: 'clickmeeting/by-link',
      actions: ['user.invite', 'user.change-role'],
      when: { fact: 'change.roleId', in: eventRoles },
      reason: { key: 'byLink', params: { role: { fact: 'change.roleId' } } },
      remedy: { kind: 'first', action: 'link.create' },
    },
    {
      id: 'clickmeeting/event-roles-only',
      actions: ['link.create'],
      when: { not: { fact: 'change.roleId', in: eventRoles } },
      reason: { key: 'onlyRole', params: { role: 'presenter' } },
    },
    // CM-5; whoever holds a role in the event is there by its link.
    {
      id: 'clickmeeting/own-events',
      actions: [
        'event.start',
        'event.run',
        'event.end',
        'event.share',
        'event.record',
        'event.moderate-chat',
        'event.start-parallel',
      ],
      when: {
        not: {
          any: [
            { fact: 'actor.roleIds', overlaps: ['host', ...eventRoles] },
            { fact: 'target.organiserId', in: { fact: 'actor.id' } },
          ],
        },
      },
      reason: { key: 'ownEventsOnly' },
    },
    // CM-6
    {
      id: 'clickmeeting/parallel-events',
      actions: ['event.start-parallel'],
      when: { not: { fact: 'account.features', overlaps: ['parallel-events'] } },
      reason: { key: 'needsFeature', params: { feature: 'parallel-events' } },
      remedy: { kind: 'buy', feature: 'parallel-events' },
    },
    // CM-8: finer limits are support's.
    {
      id: 'clickmeeting/rights-by-support',
      actions: ['role.restrict', 'role.unrestrict'],
      when: { not: { fact: 'change.rights', within: ['event.start', 'event.end'] } },
      reason: { key: 'bySupportOnly' },
      remedy: { kind: 'elsewhere', key: 'support' },
    },
    {
      id: 'clickmeeting/rights-of-presenters',
      actions: ['role.restrict', 'role.unrestrict'],
      // Asked without a person it is about presenters in general.
      when: {
        all: [
          { fact: 'target.roleIds', atLeast: 1 },
          { not: { fact: 'target.roleIds', overlaps: ['presenter'] } },
        ],
      },
      reason: { key: 'onlyRole', params: { role: 'presenter' } },
    },
    // CM-14: the target of a creation is the sub-account to create it in; the main account is none.
    {
      id: 'clickmeeting/one-level',
      actions: ['subaccount.create'],
      when: { fact: 'target.id', in: { fact: 'target.id' } },
      reason: { key: 'oneLevel' },
    },
    // CM-16
    {
      id: 'clickmeeting/is-addon',
      rank: 60,
      actions: ['subaccount.buy-addon', 'subaccount.change-plan'],
      when: true,
      reason: { key: 'isAddon' },
    },
    // CM-17
    {
      id: 'clickmeeting/already-activated',
      actions: ['subaccount.resend-activation'],
      when: { not: { fact: 'target.status', is: 'awaiting-activation' } },
      reason: { key: 'notPending' },
    },
    {
      id: 'clickmeeting/not-pending',
      actions: ['invitation.*'],
      when: { not: { fact: 'target.status', is: 'pending' } },
      reason: { key: 'notPending' },
    },
  ],
};

export default clickmeeting;
