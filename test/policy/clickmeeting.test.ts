import type { Person } from '../../src/domain/index.ts';
import clickmeeting from '../../src/policy/presets/clickmeeting.ts';
import { truthTable, type Row } from './table.ts';

const person = (id: string, roleId: string, more: Partial<Person> = {}): Person => ({
  id,
  roleId,
  status: 'active',
  ...more,
});

const host = person('hana', 'host');
const login = person('luc', 'multi-user');
const otherLogin = person('lou', 'multi-user');
const invited = person('ida', 'multi-user', { status: 'pending' });
const gone = person('gus', 'multi-user', { status: 'deactivated' });
const presenter = person('pia', 'presenter');
const speaker = person('sol', 'speaker');
const moderator = person('mo', 'moderator');
// A host's own roles: who looks after the books, and who may do everything.
const bookkeeper = person('bo', 'bookkeeper');
const superuser = person('sue', 'superuser');
const assistant = person('al', 'assistant');

const ownEvent = { to: { id: 'e1', organiserId: 'luc' } };
const otherEvent = { to: { id: 'e2', organiserId: 'hana' } };
const subaccount = { to: { id: 's1', parentId: null, status: 'active' } };
const link = (roleId: string, more: object = {}) => ({ change: { roleId, ...more } });
const role = (to: Person, roleId: string) => ({ to, change: { roleId } });
const rights = (to: Person | undefined, ...taken: string[]) => ({
  ...(to && { to }),
  change: { rights: taken },
});
const full = { roleCounts: { host: 1, 'multi-user': 2 }, pendingRoleCounts: { 'multi-user': 1 } };

// prettier-ignore
const rows: Row[] = [
  ['CM-1 the host sees billing', host, 'billing.view', {}, 'allow'],
  ['CM-1 and pays', host, 'billing.manage', {}, 'allow'],
  ['CM-1 and buys add-ons', host, 'addon.activate', {}, 'allow'],
  ['CM-1 and changes the plan', host, 'plan.change', {}, 'allow'],
  ['CM-1 only the host sees billing', login, 'billing.view', {}, 'clickmeeting/host-only'],
  ['CM-1 only the host pays', login, 'billing.manage', {}, 'clickmeeting/host-only'],
  ['CM-1 only the host changes the plan', login, 'plan.change', {}, 'clickmeeting/host-only'],
  ['CM-1 only the host cancels the subscription', login, 'subscription.cancel', {}, 'clickmeeting/host-only'],
  ['CM-1 only the host buys licences', login, 'license.add', {}, 'clickmeeting/host-only'],
  ['CM-1 whatever a role of the host’s own permits', bookkeeper, 'billing.view', {}, 'clickmeeting/host-only'],
  ['CM-1 a presenter sees no billing', presenter, 'billing.view', {}, 'builtin/no-permission'],
  ['CM-1 only the host deletes the account', login, 'organization.delete', {}, 'clickmeeting/host-only'],
  ['CM-1 only the host makes roles', login, 'role.create', {}, 'clickmeeting/host-only'],
  ['CM-1 only the host unlinks people by their type', login, 'account.unlink-type', { change: { fromType: 'x' } }, 'clickmeeting/host-only'],
  ['CM-1 the host hands the account to someone with a login', host, 'user.transfer-ownership', { to: login }, 'allow'],
  ['CM-1 not to someone who has yet to use it', host, 'user.transfer-ownership', { to: invited }, 'clickmeeting/new-host'],
  ['CM-1 nor to someone who is in an event', host, 'user.transfer-ownership', { to: presenter }, 'clickmeeting/new-host'],
  ['CM-1 nobody else hands it over', login, 'user.transfer-ownership', { to: otherLogin }, 'clickmeeting/host-only'],
  ['CM-1 nobody deletes the host', superuser, 'user.delete', { to: host }, 'clickmeeting/host-stays'],
  ['CM-1 nor suspends them', login, 'user.suspend', { to: host }, 'clickmeeting/host-stays'],
  ['CM-1 nor deactivates them', login, 'user.deactivate', { to: host }, 'clickmeeting/host-stays'],
  ['CM-1 nor unlinks them', login, 'user.unlink', { to: host }, 'clickmeeting/host-stays'],
  ['CM-1 nor puts an end to them', login, 'user.set-expiry', { to: host }, 'clickmeeting/host-stays'],
  ['CM-1 nor demotes them', superuser, 'user.change-role', role(host, 'assistant'), 'clickmeeting/host-stays'],
  ['CM-1 nor takes a right from them', host, 'role.restrict', rights(host, 'event.end'), 'clickmeeting/host-stays'],
  ['CM-1 handing it to oneself is nothing', host, 'user.transfer-ownership', { to: host }, 'clickmeeting/host-stays'],
  ['CM-1 the host does not leave', host, 'user.leave', {}, 'clickmeeting/host-never-leaves'],
  ['CM-1 someone with a login may', login, 'user.leave', {}, 'allow'],
  ['CM-1 nobody is made a second host', host, 'user.change-role', role(login, 'host'), 'clickmeeting/one-host'],
  ['CM-1 nor invited as one', host, 'user.invite', link('host'), 'clickmeeting/one-host'],
  ['CM-1 nor linked as one', host, 'link.create', link('host'), 'clickmeeting/one-host'],

  ['CM-2 the host is host in anyone’s event', host, 'event.end', ownEvent, 'allow'],
  ['CM-2 also where they only joined', host, 'event.moderate-chat', ownEvent, 'allow'],

  ['CM-3 the host gives a login', host, 'user.invite', link('multi-user'), 'allow'],
  ['CM-3 a fourth is refused', host, 'user.invite', { ...link('multi-user'), account: full }, 'multi-user/max'],
  ['CM-3 so are two where one is left', host, 'user.invite', { ...link('multi-user', { count: 2 }), account: { roleCounts: { 'multi-user': 2 }, pendingRoleCounts: {} } }, 'multi-user/max'],
  ['CM-3 a role is no way round', host, 'user.change-role', { ...role(assistant, 'multi-user'), account: full }, 'multi-user/max'],
  ['CM-3 nor is coming back', host, 'user.reactivate', { to: gone, account: full }, 'multi-user/max'],
  ['CM-3 while there is room they come back', host, 'user.reactivate', { to: gone }, 'allow'],
  ['CM-3 how many there are has to be known', host, 'user.invite', { ...link('multi-user'), without: ['roleCounts'] }, 'unknown: account.roleCounts'],
  ['CM-3 and how many were invited', host, 'user.invite', { ...link('multi-user'), without: ['pendingRoleCounts'] }, 'unknown: account.pendingRoleCounts'],
  ['CM-3 three invited are full whatever else there is', host, 'user.invite', { ...link('multi-user'), account: { pendingRoleCounts: { 'multi-user': 3 } }, without: ['roleCounts'] }, 'multi-user/max'],
  ['CM-3 nobody else gives one', login, 'user.invite', link('multi-user'), 'clickmeeting/host-gives-logins'],
  ['CM-3 nor by a role', superuser, 'user.change-role', role(assistant, 'multi-user'), 'clickmeeting/host-gives-logins'],
  ['CM-3 an assistant gives nobody more than it has', assistant, 'user.invite', link('superuser'), 'clickmeeting/give-own-role'],
  ['CM-3 least of all themselves', assistant, 'user.change-role', role(assistant, 'superuser'), 'clickmeeting/give-own-role'],
  ['CM-3 but has assistants', assistant, 'user.invite', link('assistant'), 'allow'],
  ['CM-3 a multi-user gives what is less', login, 'user.invite', link('assistant'), 'allow'],
  ['CM-3 nobody else takes one', login, 'user.delete', { to: otherLogin }, 'clickmeeting/host-touches-logins'],
  ['CM-3 nor suspends one', login, 'user.suspend', { to: otherLogin }, 'clickmeeting/host-touches-logins'],
  ['CM-3 nor deactivates one', login, 'user.deactivate', { to: otherLogin }, 'clickmeeting/host-touches-logins'],
  ['CM-3 nor unlinks one', login, 'user.unlink', { to: otherLogin }, 'clickmeeting/host-touches-logins'],
  ['CM-3 nor puts an end to one', login, 'user.set-expiry', { to: otherLogin }, 'clickmeeting/host-touches-logins'],
  ['CM-3 nor changes it into something else', superuser, 'user.change-role', role(login, 'assistant'), 'clickmeeting/host-touches-logins'],
  ['CM-3 nor brings one back', login, 'user.reactivate', { to: gone }, 'clickmeeting/host-touches-logins'],
  ['CM-3 nor revokes the invitation', login, 'invitation.revoke', { to: invited }, 'clickmeeting/host-touches-logins'],
  ['CM-3 nor copies its link', login, 'invitation.copy-link', { to: invited }, 'clickmeeting/host-touches-logins'],
  ['CM-3 the host does', host, 'user.delete', { to: login }, 'allow'],
  ['CM-3 the host invites again', host, 'invitation.resend', { to: invited }, 'allow'],
  ['CM-3 not who has accepted', host, 'invitation.resend', { to: login }, 'clickmeeting/not-pending'],
  ['CM-3 each has credentials of their own', login, 'user.edit', { to: login, change: { fields: ['password'] } }, 'allow'],
  ['CM-3 which nobody else sets', login, 'user.edit', { to: otherLogin, change: { fields: ['password'] } }, 'clickmeeting/credentials'],
  ['CM-3 least of all the host’s', superuser, 'user.edit', { to: host, change: { fields: ['email'] } }, 'clickmeeting/credentials'],
  ['CM-3 but the host', host, 'user.edit', { to: login, change: { fields: ['email'] } }, 'allow'],
  ['CM-3 a role is no field', login, 'user.edit', { to: login, change: { fields: ['roleId'] } }, 'clickmeeting/profile-only'],
  ['CM-3 not at the start either', host, 'user.invite', link('multi-user', { fields: ['status'] }), 'clickmeeting/profile-only'],

  ['CM-4 a multi-user has nearly all features', login, 'settings.open', {}, 'allow'],
  ['CM-4 looks at add-ons', login, 'addon.view', {}, 'allow'],
  ['CM-4 activates none', login, 'addon.activate', {}, 'clickmeeting/host-only'],
  ['CM-4 looks after everyone else', login, 'user.delete', { to: assistant }, 'allow'],
  ['CM-4 and edits what is no credential', login, 'user.edit', { to: otherLogin, change: { fields: ['department'] } }, 'allow'],

  ['CM-5 a multi-user starts their own event', login, 'event.start', ownEvent, 'allow'],
  ['CM-5 runs it', login, 'event.run', ownEvent, 'allow'],
  ['CM-5 ends it', login, 'event.end', ownEvent, 'allow'],
  ['CM-5 shares in it', login, 'event.share', ownEvent, 'allow'],
  ['CM-5 an event without an organiser may be theirs', login, 'event.start', {}, 'allow'],
  ['CM-5 also one whose organiser is not known', login, 'event.start', { to: { id: 'e3' } }, 'allow'],
  ['CM-5 starts nobody else’s', login, 'event.start', otherEvent, 'clickmeeting/own-events'],
  ['CM-5 runs nobody else’s', login, 'event.run', otherEvent, 'clickmeeting/own-events'],
  ['CM-5 ends nobody else’s', login, 'event.end', otherEvent, 'clickmeeting/own-events'],
  ['CM-5 records nobody else’s', login, 'event.record', otherEvent, 'clickmeeting/own-events'],
  ['CM-5 shares in nobody else’s', login, 'event.share', otherEvent, 'clickmeeting/own-events'],
  ['CM-5 moderates nobody else’s', login, 'event.moderate-chat', otherEvent, 'clickmeeting/own-events'],
  ['CM-5 nor does a role of the host’s own', superuser, 'event.start', otherEvent, 'clickmeeting/own-events'],
  ['CM-21 the attendees of any event are shared data', login, 'event.view-attendees', otherEvent, 'allow'],

  ['CM-6 an event beside another with the add-on', login, 'event.start-parallel', { ...ownEvent, account: { features: ['parallel-events'] } }, 'allow'],
  ['CM-6 not without it', login, 'event.start-parallel', ownEvent, 'clickmeeting/parallel-events'],
  ['CM-6 not even the host', host, 'event.start-parallel', ownEvent, 'clickmeeting/parallel-events'],
  ['CM-6 nor in an event of someone else’s', login, 'event.start-parallel', { ...otherEvent, account: { features: ['parallel-events'] } }, 'clickmeeting/own-events'],

  ['CM-7 a presenter starts the event', presenter, 'event.start', otherEvent, 'allow'],
  ['CM-7 manages it', presenter, 'event.run', otherEvent, 'allow'],
  ['CM-7 ends it', presenter, 'event.end', otherEvent, 'allow'],
  ['CM-7 sees who attends', presenter, 'event.view-attendees', otherEvent, 'allow'],
  ['CM-7 has no part in the account', presenter, 'user.list', {}, 'builtin/no-permission'],
  ['CM-7 a link takes a presenter seat', host, 'link.create', link('presenter'), 'allow'],
  ['CM-7 with none left there is no link', host, 'link.create', { ...link('presenter'), account: { seats: { presenter: { total: 2, used: 2 } } } }, 'clickmeeting/presenter-seat'],
  ['CM-7 a presenter is nobody with an invitation', host, 'user.invite', link('presenter'), 'clickmeeting/by-link'],
  ['CM-7 nor made one of a multi-user', host, 'user.change-role', role(login, 'presenter'), 'clickmeeting/by-link'],
  ['CM-7 nobody gets a login by a link', host, 'link.create', link('multi-user'), 'clickmeeting/event-roles-only'],
  ['CM-7 nor a role of the host’s own', login, 'link.create', link('superuser'), 'clickmeeting/event-roles-only'],

  ['CM-8 the host takes the start from a presenter', host, 'role.restrict', rights(presenter, 'event.start'), 'allow'],
  ['CM-8 and the end', host, 'role.restrict', rights(presenter, 'event.start', 'event.end'), 'allow'],
  ['CM-8 and gives them back', host, 'role.unrestrict', rights(presenter, 'event.end'), 'allow'],
  ['CM-8 from all presenters', host, 'role.restrict', rights(undefined, 'event.end'), 'allow'],
  ['CM-8 recordings are support’s', host, 'role.restrict', rights(presenter, 'event.record'), 'clickmeeting/rights-by-support'],
  ['CM-8 so is the list of attendees', host, 'role.unrestrict', rights(presenter, 'event.view-attendees'), 'clickmeeting/rights-by-support'],
  ['CM-8 it is about presenters', host, 'role.restrict', rights(speaker, 'event.start'), 'clickmeeting/rights-of-presenters'],
  ['CM-8 in both directions', host, 'role.unrestrict', rights(speaker, 'event.start'), 'clickmeeting/rights-of-presenters'],
  ['CM-8 nobody else does it', login, 'role.restrict', rights(presenter, 'event.start'), 'clickmeeting/host-only'],
  ['CM-8 who may not start does not', { ...presenter, restricted: ['event.start'] }, 'event.start', otherEvent, 'builtin/restricted'],
  ['CM-8 but ends', { ...presenter, restricted: ['event.start'] }, 'event.end', otherEvent, 'allow'],

  ['CM-9 a speaker speaks', speaker, 'event.share', otherEvent, 'allow'],
  ['CM-9 sees no attendees', speaker, 'event.view-attendees', otherEvent, 'builtin/no-permission'],
  ['CM-9 starts nothing', speaker, 'event.start', otherEvent, 'builtin/no-permission'],
  ['CM-9 comes by a link', host, 'link.create', link('speaker'), 'allow'],
  ['CM-9 and takes a presenter seat', host, 'link.create', { ...link('speaker'), account: { seats: { presenter: { total: 2, used: 2 } } } }, 'clickmeeting/presenter-seat'],
  ['CM-10 a moderator moderates', moderator, 'event.moderate-chat', otherEvent, 'allow'],
  ['CM-10 and sees who attends', moderator, 'event.view-attendees', otherEvent, 'allow'],
  ['CM-10 shares nothing', moderator, 'event.share', otherEvent, 'builtin/no-permission'],
  ['CM-10 comes by a link', host, 'link.create', link('moderator'), 'allow'],
  ['CM-10 and takes a presenter seat', host, 'link.create', { ...link('moderator'), account: { seats: {} } }, 'clickmeeting/presenter-seat'],
  ['CM-11 the host buys seats', host, 'seat.buy', {}, 'allow'],
  ['CM-11 nobody else does', login, 'seat.buy', {}, 'clickmeeting/host-only'],

  ['CM-12 the host buys sub-accounts', host, 'subaccount.buy', { change: { count: 5 } }, 'allow'],
  ['CM-12 nobody else does', login, 'subaccount.buy', { change: { count: 5 } }, 'clickmeeting/host-only'],
  ['CM-12 creates one while a slot is free', host, 'subaccount.create', {}, 'allow'],
  ['CM-12 not with none left', host, 'subaccount.create', { account: { seats: { subaccount: { total: 1, used: 1 } } } }, 'clickmeeting/subaccount-slot'],
  ['CM-13 the host cancels one', host, 'subaccount.cancel', subaccount, 'allow'],
  ['CM-14 a sub-account holds none', host, 'subaccount.create', subaccount, 'clickmeeting/one-level'],
  ['CM-16 no add-on for a sub-account', host, 'subaccount.buy-addon', subaccount, 'clickmeeting/is-addon'],
  ['CM-16 nor another plan', host, 'subaccount.change-plan', subaccount, 'clickmeeting/is-addon'],
  ['CM-16 whoever asks', login, 'subaccount.change-plan', subaccount, 'clickmeeting/is-addon'],
  ['CM-17 the activation is sent again', host, 'subaccount.resend-activation', { to: { id: 's2', status: 'awaiting-activation' } }, 'allow'],
  ['CM-17 until it has happened', host, 'subaccount.resend-activation', subaccount, 'clickmeeting/already-activated'],
  ['CM-18 the host logs in to a sub-account', host, 'subaccount.enter', subaccount, 'allow'],
  ['CM-18 edits it', host, 'subaccount.edit', subaccount, 'allow'],
  ['CM-18 changes its size', host, 'subaccount.resize', subaccount, 'allow'],
  ['CM-18 reassigns it', host, 'subaccount.reassign', subaccount, 'allow'],
  ['CM-18 deletes it', host, 'subaccount.delete', subaccount, 'allow'],
  ['CM-18 nobody else gets in', login, 'subaccount.enter', subaccount, 'clickmeeting/host-only'],
  ['CM-18 nor deletes it', superuser, 'subaccount.delete', subaccount, 'clickmeeting/host-only'],
  ['CM-20 the host deletes a user', host, 'user.delete', { to: login }, 'allow'],
];

truthTable({
  document: clickmeeting,
  roles: [
    { id: 'bookkeeper', permissions: ['billing.*', 'subscription.*'] },
    { id: 'assistant', permissions: ['event.*', 'user.invite', 'user.change-role'] },
    { id: 'superuser', permissions: ['*'] },
  ],
  account: {
    roleCounts: { host: 1, 'multi-user': 2 },
    pendingRoleCounts: {},
    seats: { presenter: { total: 4, used: 3 }, subaccount: { total: 2, used: 1 } },
    features: [],
  },
  rows,
  acts: [
    [
      'CM-3 the third login is the last of an act',
      [
        ['the third', host, 'user.invite', link('multi-user'), 'allow'],
        ['the fourth', host, 'user.invite', link('multi-user'), 'multi-user/max'],
        ['one is taken', host, 'user.delete', { to: login }, 'allow'],
        ['and given anew', host, 'user.invite', link('multi-user'), 'allow'],
      ],
    ],
    [
      'CM-7 the last presenter seat goes to one link, until it is revoked',
      [
        ['a link', host, 'link.create', link('speaker'), 'allow'],
        ['no other', host, 'link.create', link('moderator'), 'clickmeeting/presenter-seat'],
        ['one is revoked', host, 'link.revoke', { to: presenter }, 'allow'],
        ['and another made', host, 'link.create', link('moderator'), 'allow'],
      ],
    ],
    [
      'CM-12 a slot is used up',
      [
        ['the last', host, 'subaccount.create', {}, 'allow'],
        ['one too many', host, 'subaccount.create', {}, 'clickmeeting/subaccount-slot'],
      ],
    ],
  ],
});
